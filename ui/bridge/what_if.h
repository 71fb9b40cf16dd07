// SPDX-License-Identifier: GPL-3.0-or-later
// What if these sources, outlets and speakers are wrong? What falls then is marked in every view.
// Nothing is written: doubting is a way of looking, until EditIntents::confirmDoubt makes an edit
// of it. GUI thread.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <QObject>

#include "app/evidence/support.h"
#include "app/model/filter.h"

namespace dateline::ui {

class SessionHub;

class WhatIf final : public QObject {
    Q_OBJECT

public:
    explicit WhatIf(SessionHub &hub, QObject *parent = nullptr);

    // A source or an actor; other items cannot be doubted.
    static bool canDoubt(ItemRef item);
    void setDoubted(ItemRef item, bool isDoubted);
    void clear();
    bool isDoubted(ItemRef item) const;
    const std::vector<ItemRef> &doubted() const { return m_doubted; }

    // Of the hub's snapshot; computed once per doubt and snapshot.
    const Fallen &fallen() const;
    bool falls(ItemRef item) const { return !m_doubted.empty() && fallen().contains(item); }
    // Null while nothing is doubted.
    std::shared_ptr<const RowSet> fallenEvents() const;
    std::vector<SupportGraph::Keystone> keystones() const;

Q_SIGNALS:
    void changed();

private:
    const SupportGraph &graph() const;
    void forget();

    SessionHub &m_hub;
    std::vector<ItemRef> m_doubted;
    mutable std::optional<SupportGraph> m_graph;
    mutable std::optional<Fallen> m_fallen;
    mutable std::shared_ptr<const RowSet> m_fallenEvents;
};

}  // namespace dateline::ui
