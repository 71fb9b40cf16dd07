// SPDX-License-Identifier: GPL-3.0-or-later
// What Details shows for one kind of item. A page is made once and shows one item after the other;
// it is told when the file changed, and writes through EditIntents, one undo step per decision.
// GUI thread.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include <QVBoxLayout>
#include <QWidget>

#include "ui/bridge/view_context.h"
#include "ui/views/link_button.h"
#include "ui/views/row_pool.h"

class QLabel;
class QPushButton;

namespace dateline::ui {

class ClaimList;
class StandingBar;

// Figures of an actor in the graph, as name and value.
using ActorMeasures = std::function<std::vector<std::pair<QString, QString>>(ActorId)>;

class DetailsPage : public QWidget {
    Q_OBJECT

public:
    void showItem(ItemRef item);
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
    ItemRef item() const { return m_item; }
    QVBoxLayout *column() const { return m_column; }

    void addRule();
    QLabel *addHeading(const QString &text);
    QLabel *addNote(const QString &text = QString());
    RowPool<LinkButton> addLinks();
    struct Link {
        QString text;
        ItemRef item;
    };
    void fillLinks(RowPool<LinkButton> &pool, const std::vector<Link> &links) const;
    void addStanding();  // a line that showItem() fills
    void addClaims();    // a section that refreshClaims() fills
    void refreshClaims();
    void addRemoveButton(const QString &text);

private:
    ViewContext m_context;
    ItemRef m_item;
    QVBoxLayout *m_column;
    StandingBar *m_standing = nullptr;
    ClaimList *m_claims = nullptr;
    QPushButton *m_remove = nullptr;
};

// The page for items of a kind; null for a kind that has none.
DetailsPage *makeDetailsPage(const ViewContext &context, ItemKind kind,
                             const ActorMeasures &measures);
DetailsPage *makeEventPage(const ViewContext &context);
DetailsPage *makeActorPage(const ViewContext &context, ActorMeasures measures);

}  // namespace dateline::ui
