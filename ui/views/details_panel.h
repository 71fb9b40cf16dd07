// SPDX-License-Identifier: GPL-3.0-or-later
// The Details pane: the current item of the selection, everything editable in place; a summary for
// several, a hint for none. What is being typed is decided on before another item shows. GUI
// thread.
#pragma once

#include <map>

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
    void decideWhatIsTyped();
    QString summary() const;
    void prepare(int step);
    void preparePages(int step);
    DetailsPage *pageFor(ItemRef item);
    DetailsPage *pageOf(ItemKind kind);

    ViewContext m_context;
    ActorMeasures m_measures;
    QVBoxLayout *m_column;
    QLabel *m_summary;
    std::map<ItemKind, DetailsPage *> m_pages;  // made when first needed, or before, then kept
    DetailsPage *m_page = nullptr;              // the one that shows; null: the summary does
    ItemRef m_item;
};

}  // namespace dateline::ui
