// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/selection_link.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QScopedValueRollback>
#include <QScrollBar>

#include "ui/tables/item_table_model.h"

namespace dateline::ui {

namespace {

constexpr int kMostRows = 20'000;  // more rows than this are not worth picking one by one

}  // namespace

SelectionLink::SelectionLink(const ViewContext &context, ItemTableModel *model,
                             QAbstractItemView *view)
    : QObject(view), m_context(context), m_model(model), m_view(view)
{
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SelectionLink::takeFromView);
    connect(&m_context.selection, &Selection::changed, this, &SelectionLink::showInView);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_scroll = m_view->verticalScrollBar()->value();
        m_place = m_model->item(m_view->currentIndex().row());
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &SelectionLink::showAfterReset);
    showInView();
}

void SelectionLink::takeFromView()
{
    if (m_isBusy)
        return;
    const QScopedValueRollback busy(m_isBusy, true);
    std::vector<ItemRef> items;
    if ((QGuiApplication::keyboardModifiers() & Qt::ControlModifier) != 0) {
        // Ctrl adds to what is selected elsewhere, and in rows that are not to be seen.
        for (const ItemRef item : m_context.selection.items()) {
            if (m_model->rowOf(item) < 0)
                items.push_back(item);
        }
    }
    const QItemSelection ranges = m_view->selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (items.size() < static_cast<std::size_t>(kMostRows))
                items.push_back(m_model->item(row));
        }
    }
    // The row under the cursor is the one that other views turn to.
    const ItemRef current = m_model->item(m_view->currentIndex().row());
    const auto found = std::find(items.begin(), items.end(), current);
    if (found != items.end())
        std::rotate(found, found + 1, items.end());
    m_context.selection.setItems(items);
}

// A claim that is selected shows itself by what it is about.
int SelectionLink::selectRows()
{
    QItemSelection rows;
    int current = -1;
    for (const ItemRef item : m_context.selection.items()) {
        ItemRef shown = item;
        if (item.kind == ItemKind::Claim) {
            const Claim *claim = m_context.hub.snapshot()->claims->find(item.claim());
            shown = claim != nullptr ? claim->about : ItemRef();
        }
        const int row = m_model->rowOf(shown);
        if (row < 0)
            continue;
        current = row;
        rows.select(m_model->index(row, 0), m_model->index(row, 0));
    }
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect |
                                               QItemSelectionModel::Rows);
    return current;
}

void SelectionLink::showInView()
{
    if (m_isBusy)
        return;
    const QScopedValueRollback busy(m_isBusy, true);
    QItemSelectionModel *selected = m_view->selectionModel();
    const int current = selectRows();
    if (current >= 0) {
        const QModelIndex index = m_model->index(current, qMax(0, m_view->currentIndex().column()));
        selected->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_view->scrollTo(index);
    }
}

void SelectionLink::showAfterReset()
{
    const QScopedValueRollback busy(m_isBusy, true);
    m_view->doItemsLayout();
    selectRows();
    const int place = m_model->rowOf(m_place);
    if (place >= 0)
        m_view->selectionModel()->setCurrentIndex(m_model->index(place, 0),
                                                  QItemSelectionModel::NoUpdate);
    m_view->verticalScrollBar()->setValue(m_scroll);
}

}  // namespace dateline::ui
