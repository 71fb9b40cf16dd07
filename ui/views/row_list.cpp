// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/row_list.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>

#include "ui/views/row_header.h"

namespace dateline::ui {

RowList::RowList(QWidget *parent) : QTableView(parent)
{
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setVerticalHeader(new RowHeader(this));
    verticalHeader()->setMinimumSectionSize(1);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    // It fills its own ground, so that nothing of the five widgets behind it is filled first.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

void RowList::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (model)
        connect(model, &QAbstractItemModel::modelReset, this, &RowList::hideOtherColumns);
    hideOtherColumns();
    fitRows();
}

void RowList::hideOtherColumns()
{
    for (int column = 1; column < horizontalHeader()->count(); ++column)
        setColumnHidden(column, true);
}

void RowList::fitRows()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    verticalHeader()->setDefaultSectionSize(itemDelegate()->sizeHint(option, {}).height());
}

void RowList::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.fillRect(event->rect(), QApplication::palette().color(QPalette::Window));
    }
    QTableView::paintEvent(event);
}

void RowList::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

QModelIndex RowList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int last = model() ? model()->rowCount() - 1 : -1;
    if (last < 0)
        return {};
    switch (action) {
    case MoveHome:
        return model()->index(0, 0);
    case MoveEnd:
        return model()->index(last, 0);
    case MoveLeft:
    case MoveRight:
        return currentIndex();
    case MoveNext:
        return QTableView::moveCursor(MoveDown, modifiers);
    case MovePrevious:
        return QTableView::moveCursor(MoveUp, modifiers);
    default:
        return QTableView::moveCursor(action, modifiers);
    }
}

}  // namespace dateline::ui
