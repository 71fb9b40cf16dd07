// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/event_table.h"

#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStyledItemDelegate>

#include "ui/paint/theme.h"
#include "ui/tables/event_table_model.h"
#include "ui/views/row_header.h"
#include "ui/views/selection_link.h"

namespace dateline::ui {

namespace {

// Rows that the filter leaves out are faint, "contested" has the colour of a warning.
class CellDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme theme = Theme::fromPalette(QApplication::palette(), option->font);
        const auto setInk = [option](const QColor &ink) {
            option->palette.setColor(QPalette::Text, ink);
            option->palette.setColor(QPalette::HighlightedText, ink);
        };
        if (index.data(IsDimmedRole).toBool()) {
            QColor ink = theme.faintInk();
            ink.setAlphaF(0.6f);
            setInk(ink);
        } else if (index.column() == EventTableModel::Contested) {
            setInk(theme.warning());
        }
    }
};

}  // namespace

EventTable::EventTable(const ViewContext &context, QWidget *parent)
    : QTableView(parent), m_model(new EventTableModel(context, this))
{
    setObjectName(QStringLiteral("EventTable"));
    setAccessibleName(tr("Table of events"));
    setVerticalHeader(new RowHeader(this));
    setModel(m_model);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setRowHeights();

    QHeaderView *columns = horizontalHeader();
    columns->setAccessibleName(tr("Columns of the table"));
    columns->setSectionsMovable(true);
    columns->setHighlightSections(false);
    columns->setSortIndicator(EventTableModel::When, Qt::AscendingOrder);
    setSortingEnabled(true);
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QWidget::customContextMenuRequested, this, &EventTable::showColumnMenu);
    // Widths that hold what such columns usually hold; a million rows are not measured.
    const int letter = fontMetrics().averageCharWidth();
    const int widths[] = {44, 20, 14, 14, 18, 10, 12};
    for (int column = 0; column < EventTableModel::ColumnCount; ++column)
        setColumnWidth(column, letter * widths[column]);

    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT openRequested(m_model->item(index.row())); });
    new SelectionLink(context, m_model, this);
}

void EventTable::setRowHeights()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
}

void EventTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setRowHeights();
}

QString EventTable::selectedText() const
{
    const QHeaderView *columns = horizontalHeader();
    std::vector<int> shown;
    for (int visual = 0; visual < columns->count(); ++visual) {
        const int column = columns->logicalIndex(visual);
        if (!columns->isSectionHidden(column))
            shown.push_back(column);
    }
    std::vector<int> rows;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.empty())
        return {};

    QStringList lines;
    const auto addLine = [&](const auto &cellOf) {
        QStringList cells;
        for (const int column : shown)
            cells.append(cellOf(column).toString().simplified());
        lines.append(cells.join(QLatin1Char('\t')));
    };
    addLine([this](int column) {
        return m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole);
    });
    for (const int row : rows)
        addLine([this, row](int column) { return m_model->index(row, column).data(); });
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void EventTable::copySelected() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

QByteArray EventTable::columnState() const
{
    return horizontalHeader()->saveState();
}

void EventTable::restoreColumnState(const QByteArray &state)
{
    if (state.isEmpty() || !horizontalHeader()->restoreState(state))
        return;
    m_model->sort(horizontalHeader()->sortIndicatorSection(),
                  horizontalHeader()->sortIndicatorOrder());
}

void EventTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const ItemRef item = m_model->item(currentIndex().row());
        if (!item.isNull())
            Q_EMIT openRequested(item);
    } else if (event->key() == Qt::Key_Delete) {
        if (selectionModel()->hasSelection())
            Q_EMIT removeRequested();
    } else if (event->key() == Qt::Key_Menu && event->modifiers() == Qt::ControlModifier) {
        showColumnMenu(QPoint(0, horizontalHeader()->height()));
    } else {
        QTableView::keyPressEvent(event);
    }
}

void EventTable::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < EventTableModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != EventTableModel::Title);
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { setColumnHidden(column, !isShown); });
    }
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

}  // namespace dateline::ui
