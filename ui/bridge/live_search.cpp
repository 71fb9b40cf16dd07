// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/live_search.h"

#include "app/edit/background_search.h"
#include "ui/bridge/post.h"
#include "ui/bridge/session_hub.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

void LiveSearch::start(const QString &words, int limit)
{
    cancel();
    if (!hub().isOpen())
        return;
    run([this, words, limit, snapshot = hub().snapshot()](BackgroundSearch &search, int request,
                                                          const std::stop_token &stop) {
        const auto tell = [&](const std::vector<SearchHit> &hits) {
            post(this, [this, request, hits] { take(request, hits, false); });
        };
        Result<std::vector<SearchHit>> hits =
            search.search(toUtf8(words), limit, *snapshot, tell, stop);
        if (!hits && hits.error().code == ErrorCode::Cancelled)
            return;
        post(this, [this, request, words, limit, hits = std::move(hits)] {
            // A file of another version can only be read by its session.
            if (isWanted(request, true))
                take(request, hits ? *hits : hub().search(words, limit), true);
        });
    });
}

void LiveSearch::take(int request, const std::vector<SearchHit> &hits, bool isAll)
{
    if (isWanted(request, isAll))
        Q_EMIT found(hits);
}

}  // namespace dateline::ui
