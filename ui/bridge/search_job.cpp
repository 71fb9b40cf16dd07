// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/search_job.h"

#include <QFile>

#include "app/edit/background_search.h"
#include "ui/bridge/session_hub.h"

namespace dateline::ui {

SearchJob::SearchJob(SessionHub &hub, QObject *parent) : QObject(parent), m_hub(hub)
{
    const auto forget = [this] {
        cancel();
        m_search.reset();
    };
    connect(&m_hub, &SessionHub::aboutToClose, this, forget);
    connect(&m_hub, &SessionHub::opened, this, forget);
}

SearchJob::~SearchJob()
{
    m_job.cancel();
}

void SearchJob::run(Work work)
{
    cancel();
    if (!m_search)
        m_search = std::make_shared<BackgroundSearch>(
            std::filesystem::path(QFile::encodeName(m_hub.path()).toStdString()));
    m_isBusy = true;
    m_job.start([search = m_search, request = m_request, work = std::move(work)](
                    const std::stop_token &stop) { work(*search, request, stop); });
}

bool SearchJob::isWanted(int request, bool isLast)
{
    if (request != m_request)
        return false;
    m_isBusy = !isLast;
    return true;
}

void SearchJob::cancel()
{
    ++m_request;
    m_isBusy = false;
    m_job.cancel();
}

}  // namespace dateline::ui
