// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/history_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/tables/history_table_model.h"

namespace dateline::ui {

HistoryPanel::HistoryPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(new HistoryTableModel(context.hub, this)),
      m_view(new QTreeView)
{
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("History of edits"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->header()->setSectionResizeMode(HistoryTableModel::Name, QHeaderView::Stretch);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(HistoryTableModel::Author,
                                           QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(HistoryTableModel::Time, QHeaderView::ResizeToContents);

    auto *undoAll = new QPushButton(tr("Undo everything listed"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 6);
    row->addStretch();
    row->addWidget(undoAll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view);
    column->addLayout(row);

    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        m_context.hub.goTo(m_model->historyId(index.row()));
    });
    connect(undoAll, &QPushButton::clicked, this, [this] { m_context.hub.goTo(0); });
    auto *hint =
        new QLabel(tr("Nothing was edited yet. Each edit will stand here, and a double click "
                      "on one goes back to it."));
    hint->setWordWrap(true);
    hint->setProperty("faint", true);
    hint->setMargin(fontMetrics().height());
    column->insertWidget(0, hint);
    const auto showState = [this, undoAll, hint] {
        hint->setVisible(m_model->rowCount() == 0);
        undoAll->setEnabled(m_context.hub.canUndo() && !m_context.hub.isReadOnly());
        showCurrent();
    };
    connect(m_model, &QAbstractItemModel::modelReset, this, showState);
    showState();
}

void HistoryPanel::showCurrent()
{
    const int row = m_model->currentRow();
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
}

}  // namespace dateline::ui
