// SPDX-License-Identifier: GPL-3.0-or-later
// What Details shows for one item. A page is made for the item and told when the file changed; it
// writes through EditIntents, one undo step per decision. GUI thread.
#pragma once

#include <functional>
#include <vector>

#include <QVBoxLayout>
#include <QWidget>

#include "ui/bridge/view_context.h"

class QLabel;
class QPushButton;

namespace dateline::ui {

// Figures of an actor in the graph, as name and value.
using ActorMeasures = std::function<std::vector<std::pair<QString, QString>>(ActorId)>;

class DetailsPage : public QWidget {
    Q_OBJECT

public:
    virtual void refresh() = 0;

Q_SIGNALS:
    void removeRequested();
    void addRoleRequested();
    void addRelationRequested();
    void addClaimRequested();

protected:
    explicit DetailsPage(const ViewContext &context);

    const ViewContext &context() const { return m_context; }
    const Snapshot &snapshot() const { return *m_context.hub.snapshot(); }
    QVBoxLayout *column() const { return m_column; }

    void addRule();
    QLabel *addHeading(const QString &text);
    QLabel *addNote(const QString &text = QString());
    QPushButton *addLink(QVBoxLayout *layout, const QString &text, ItemRef item);
    void addClaims(ItemRef about);  // a section that refreshClaims() fills
    void refreshClaims();
    void addRemoveButton(const QString &text);
    static void clear(QLayout *layout);

private:
    ViewContext m_context;
    QVBoxLayout *m_column;
    ItemRef m_claimsAbout;
    QLabel *m_claimsHeading = nullptr;
    QVBoxLayout *m_claims = nullptr;
};

// The page of an item; null for none and for one that is gone.
DetailsPage *makeDetailsPage(const ViewContext &context, ItemRef item,
                             const ActorMeasures &measures);
DetailsPage *makeEventPage(const ViewContext &context, EventId event);
DetailsPage *makeActorPage(const ViewContext &context, ActorId actor, ActorMeasures measures);

}  // namespace dateline::ui
