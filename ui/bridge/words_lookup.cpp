// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/words_lookup.h"

#include "app/edit/background_search.h"
#include "app/model/filter.h"
#include "ui/bridge/post.h"
#include "ui/bridge/session_hub.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

constexpr std::uint32_t kFoundAtOnce = 50'000;  // events; some milliseconds

}  // namespace

void WordsLookup::start(const QString &words, Take take)
{
    cancel();
    const SnapshotPointer snapshot = hub().snapshot();
    const auto inSession = [this, words] {
        return eventsMeantBy(hub().matches(words), *hub().snapshot());
    };
    if (!hub().isOpen() || snapshot->events->size() < kFoundAtOnce)
        return take(inSession());
    run([this, words, inSession, take = std::move(take),
         snapshot](BackgroundSearch &search, int request, const std::stop_token &stop) {
        const Result<std::vector<ItemRef>> items = search.matches(toUtf8(words), stop);
        if (!items && items.error().code == ErrorCode::Cancelled)
            return;
        Column<EventId> events;
        if (items)
            events = eventsMeantBy(*items, *snapshot);
        post(this, [this, request, inSession, take, isFound = items.has_value(),
                    events = std::move(events)] {
            // A file of another version can only be read by its session.
            if (isWanted(request, true))
                take(isFound ? events : inSession());
        });
    });
}

}  // namespace dateline::ui
