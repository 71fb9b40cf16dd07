// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/live_search.h"

#include <QFile>

#include "app/edit/background_search.h"
#include "ui/bridge/post.h"
#include "ui/bridge/session_hub.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

LiveSearch::LiveSearch(SessionHub &hub, QObject *parent) : QObject(parent), m_hub(hub)
{
    const auto forget = [this] {
        cancel();
        m_search.reset();
    };
    connect(&m_hub, &SessionHub::aboutToClose, this, forget);
    connect(&m_hub, &SessionHub::opened, this, forget);
}

LiveSearch::~LiveSearch()
{
    m_job.cancel();
}

void LiveSearch::start(const QString &words, int limit)
{
    cancel();
    if (!m_hub.isOpen())
        return;
    if (!m_search)
        m_search = std::make_shared<BackgroundSearch>(
            std::filesystem::path(QFile::encodeName(m_hub.path()).toStdString()));
    m_isBusy = true;
    const int request = m_request;
    m_job.start([this, request, words, limit, search = m_search,
                 snapshot = m_hub.snapshot()](const std::stop_token &stop) {
        const auto tell = [&](const std::vector<SearchHit> &hits) {
            post(this, [this, request, hits] { take(request, hits, false); });
        };
        Result<std::vector<SearchHit>> hits =
            search->search(toUtf8(words), limit, *snapshot, tell, stop);
        if (!hits && hits.error().code == ErrorCode::Cancelled)
            return;
        post(this, [this, request, words, limit, hits = std::move(hits)] {
            // A file of another version can only be read by its session.
            if (request == m_request)
                take(request, hits ? *hits : m_hub.search(words, limit), true);
        });
    });
}

void LiveSearch::cancel()
{
    ++m_request;
    m_isBusy = false;
    m_job.cancel();
}

void LiveSearch::take(int request, const std::vector<SearchHit> &hits, bool isAll)
{
    if (request != m_request)
        return;
    m_isBusy = !isAll;
    Q_EMIT found(hits);
}

}  // namespace dateline::ui
