// SPDX-License-Identifier: GPL-3.0-or-later
// The one selection of the window: items of any kinds, in the order in which they were picked, the
// last being the current one. Every view shows it, any view may change it. GUI thread.
#pragma once

#include <vector>

#include <QObject>

#include "app/model/snapshot.h"

namespace dateline::ui {

class Selection final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const std::vector<ItemRef> &items() const { return m_items; }
    ItemRef current() const { return m_items.empty() ? ItemRef() : m_items.back(); }
    bool contains(ItemRef item) const;
    bool isEmpty() const { return m_items.empty(); }

    void select(ItemRef item);                         // only this one; a null item clears
    void toggle(ItemRef item);                         // Ctrl+click
    void setItems(const std::vector<ItemRef> &items);  // duplicates are dropped
    void clear();
    void dropMissing(const Snapshot &snapshot);  // after an edit: what is gone is not selected

    // What the selection means for events and actors: selected ones, and for other kinds those that
    // they are about (a claim's event, a relation's two actors, a role's holder, an annotation's
    // claims' events; an event's participants count as actors, not the reverse).
    std::vector<EventId> events(const Snapshot &snapshot) const;
    std::vector<ActorId> actors(const Snapshot &snapshot) const;
    // The annotations that support the current item, by source and position.
    std::vector<AnnotationId> annotations(const Snapshot &snapshot) const;

Q_SIGNALS:
    void changed();

private:
    std::vector<ItemRef> m_items;
};

}  // namespace dateline::ui
