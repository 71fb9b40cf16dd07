// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/words_lookup.h"

#include <QFile>

#include "app/edit/background_search.h"
#include "app/model/filter.h"
#include "ui/bridge/post.h"
#include "ui/bridge/session_hub.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

constexpr std::uint32_t kFoundAtOnce = 50'000;  // events; some milliseconds

}  // namespace

WordsLookup::WordsLookup(SessionHub &hub, QObject *parent) : QObject(parent), m_hub(hub)
{
    const auto forget = [this] {
        cancel();
        m_search.reset();
    };
    connect(&m_hub, &SessionHub::aboutToClose, this, forget);
    connect(&m_hub, &SessionHub::opened, this, forget);
}

WordsLookup::~WordsLookup()
{
    m_job.cancel();
}

void WordsLookup::start(const QString &words, Take take)
{
    cancel();
    const SnapshotPointer snapshot = m_hub.snapshot();
    const auto inSession = [this, words] {
        return eventsMeantBy(m_hub.matches(words), *m_hub.snapshot());
    };
    if (!m_hub.isOpen() || snapshot->events->size() < kFoundAtOnce)
        return take(inSession());
    if (!m_search)
        m_search = std::make_shared<BackgroundSearch>(
            std::filesystem::path(QFile::encodeName(m_hub.path()).toStdString()));
    m_isBusy = true;
    m_job.start([this, request = m_request, words, inSession, take = std::move(take),
                 search = m_search, snapshot](const std::stop_token &stop) {
        const Result<std::vector<ItemRef>> items = search->matches(toUtf8(words), stop);
        if (!items && items.error().code == ErrorCode::Cancelled)
            return;
        std::vector<EventId> events;
        if (items)
            events = eventsMeantBy(*items, *snapshot);
        post(this, [this, request, inSession, take, isFound = items.has_value(),
                    events = std::move(events)] {
            if (request != m_request)
                return;
            m_isBusy = false;
            // A file of another version can only be read by its session.
            take(isFound ? events : inSession());
        });
    });
}

void WordsLookup::cancel()
{
    ++m_request;
    m_isBusy = false;
    m_job.cancel();
}

}  // namespace dateline::ui
