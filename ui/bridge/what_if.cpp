// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/what_if.h"

#include <algorithm>

#include "ui/bridge/session_hub.h"

namespace dateline::ui {

WhatIf::WhatIf(SessionHub &hub, QObject *parent) : QObject(parent), m_hub(hub)
{
    connect(&hub, &SessionHub::opened, this, &WhatIf::clear);
    connect(&hub, &SessionHub::snapshotChanged, this, [this] {
        forget();
        if (m_doubted.empty())
            return;
        const Snapshot &snapshot = *m_hub.snapshot();
        std::erase_if(m_doubted, [&](ItemRef item) {
            return snapshot.actors->find(item.actor()) == nullptr &&
                   snapshot.sources->find(item.source()) == nullptr;
        });
        Q_EMIT changed();
    });
}

bool WhatIf::canDoubt(ItemRef item)
{
    return item.kind == ItemKind::Source || item.kind == ItemKind::Actor;
}

void WhatIf::setDoubted(ItemRef item, bool isDoubted)
{
    if (!canDoubt(item) || item.isNull() || isDoubted == this->isDoubted(item))
        return;
    if (isDoubted)
        m_doubted.push_back(item);
    else
        std::erase(m_doubted, item);
    m_fallen.reset();
    m_fallenEvents.reset();
    Q_EMIT changed();
}

void WhatIf::clear()
{
    forget();
    if (m_doubted.empty())
        return;
    m_doubted.clear();
    Q_EMIT changed();
}

bool WhatIf::isDoubted(ItemRef item) const
{
    return std::find(m_doubted.begin(), m_doubted.end(), item) != m_doubted.end();
}

const SupportGraph &WhatIf::graph() const
{
    if (!m_graph)
        m_graph.emplace(m_hub.snapshot());
    return *m_graph;
}

const Fallen &WhatIf::fallen() const
{
    if (!m_fallen)
        m_fallen = graph().without(m_doubted);
    return *m_fallen;
}

std::shared_ptr<const RowSet> WhatIf::fallenEvents() const
{
    if (m_doubted.empty())
        return nullptr;
    if (!m_fallenEvents) {
        const EventColumns &events = *m_hub.snapshot()->events;
        RowSet rows(events.size());
        for (const ItemRef item : fallen().items) {
            const EventRow row = events.rowOf(item.event());
            if (!row.isNull())
                rows.insert(row);
        }
        m_fallenEvents = std::make_shared<const RowSet>(std::move(rows));
    }
    return m_fallenEvents;
}

std::vector<SupportGraph::Keystone> WhatIf::keystones() const
{
    return graph().keystones();
}

void WhatIf::forget()
{
    m_graph.reset();
    m_fallen.reset();
    m_fallenEvents.reset();
}

}  // namespace dateline::ui
