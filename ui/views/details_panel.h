// SPDX-License-Identifier: GPL-3.0-or-later
// The Details pane: the current item of the selection, everything editable in place; a summary for
// several, a hint for none. GUI thread.
#pragma once

#include <QScrollArea>

#include "ui/views/details_page.h"

namespace dateline::ui {

class DetailsPanel final : public QScrollArea {
    Q_OBJECT

public:
    explicit DetailsPanel(const ViewContext &context, QWidget *parent = nullptr);

    void setMeasures(ActorMeasures measures) { m_measures = std::move(measures); }

Q_SIGNALS:
    void removeRequested();
    void addRequested(dateline::ItemKind kind);

private:
    void showSelection();
    void refresh();
    QWidget *summary() const;

    ViewContext m_context;
    ActorMeasures m_measures;
    DetailsPage *m_page = nullptr;
    ItemRef m_item;
};

}  // namespace dateline::ui
