// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/history_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/tables/history_table_model.h"
#include "ui/views/in_sight.h"

namespace dateline::ui {

HistoryPanel::HistoryPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(new HistoryTableModel(context.hub, this)),
      m_view(new QTreeView), m_hint(new QLabel),
      m_undoAll(new QPushButton(tr("Undo everything listed")))
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

    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 6);
    row->addStretch();
    row->addWidget(m_undoAll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view);
    column->addLayout(row);

    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        m_context.hub.goTo(m_model->historyId(index.row()));
    });
    connect(m_undoAll, &QPushButton::clicked, this, [this] { m_context.hub.goTo(0); });
    m_hint->setText(tr("Nothing was edited yet. Each edit will stand here, and a double click "
                       "on one goes back to it."));
    m_hint->setWordWrap(true);
    m_hint->setProperty("faint", true);
    m_hint->setMargin(fontMetrics().height());
    column->insertWidget(0, m_hint);
    connect(&context.hub, &SessionHub::historyChanged, this, [this] {
        m_isStale = true;
        readInSight();
    });
    showState();
}

// A dock that comes out from behind another one is painted, whatever else it is told.
void HistoryPanel::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_isStale)
        QTimer::singleShot(0, this, &HistoryPanel::readInSight);
}

// Three years of edits are not read anew at each of them where nobody looks.
void HistoryPanel::readInSight()
{
    if (!m_isStale || !isInSight(*this))
        return;
    m_isStale = false;
    m_model->readAgain();
    showState();
}

void HistoryPanel::showState()
{
    m_hint->setVisible(m_model->rowCount() == 0);
    m_undoAll->setEnabled(m_context.hub.canUndo() && !m_context.hub.isReadOnly());
    const int row = m_model->currentRow();
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
}

}  // namespace dateline::ui
