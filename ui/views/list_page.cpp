// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/list_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/tables/cell_text.h"
#include "ui/tables/item_table_model.h"
#include "ui/views/row_list.h"
#include "ui/views/selection_link.h"
#include "ui/views/two_line_delegate.h"

namespace dateline::ui {

ListPage::ListPage(const ViewContext &context, ItemTableModel *model, const Words &words,
                   QWidget *parent)
    : QWidget(parent), m_context(context), m_model(model), m_words(words), m_filter(new QLineEdit),
      m_add(new QToolButton), m_list(new RowList), m_empty(new QLabel), m_count(new QLabel),
      m_top(new QVBoxLayout)
{
    m_model->setParent(this);
    m_filter->setPlaceholderText(tr("Filter these"));
    m_filter->setAccessibleName(tr("Filter the list: %1").arg(words.name));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_add->setText(QStringLiteral("+"));
    m_add->setToolTip(words.add);
    m_add->setAccessibleName(words.add);

    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(words.name);
    m_list->setProperty("onPanel", true);
    m_list->installEventFilter(this);
    new SelectionLink(context, m_model, m_list);

    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setProperty("faint", true);
    m_count->setProperty("faint", true);

    const int gap = fontMetrics().height() / 2;
    m_empty->setContentsMargins(gap * 2, gap * 5, gap * 2, gap);
    auto *top = new QHBoxLayout;
    top->setSpacing(gap / 2);
    m_top->setContentsMargins(gap + 2, gap, gap, gap);
    m_top->setSpacing(gap / 2);
    m_top->addLayout(top);
    top->addWidget(m_filter, 1);
    top->addWidget(m_add);
    m_count->setContentsMargins(gap + 4, gap / 2, gap, gap);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_top);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_count);

    connect(m_filter, &QLineEdit::textChanged, m_model, &ItemTableModel::setWords);
    connect(m_add, &QToolButton::clicked, this, &ListPage::addRequested);
    connect(m_list, &RowList::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT openRequested(m_model->item(index.row())); });
    connect(m_model, &ItemTableModel::updated, this, &ListPage::showState);
    connect(&m_context.hub, &SessionHub::opened, this, [this] {
        m_filter->clear();
        showState();
    });
    setFocusProxy(m_list);
    showState();
}

void ListPage::addUnderFilter(QWidget *widget)
{
    m_top->addWidget(widget);
}

void ListPage::setNothing(const QString &text)
{
    m_words.nothing = text;
    showState();
}

// Return on a row opens it on every desktop, whatever the platform means by "activate"; Down leads
// from the filter line to what it found.
bool ListPage::eventFilter(QObject *watched, QEvent *event)
{
    // With nothing typed to undo, undoing is the file's.
    if (event->type() == QEvent::ShortcutOverride && watched == m_filter &&
        !m_filter->isUndoAvailable() && !m_filter->isRedoAvailable()) {
        const auto *keys = static_cast<QKeyEvent *>(event);
        if (keys->matches(QKeySequence::Undo) || keys->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_filter) {
        if (key == Qt::Key_Down && m_model->rowCount() > 0) {
            m_list->setFocus();
            if (!m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_model->index(0, 0));
            return true;
        }
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    } else if (watched == m_list) {
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            const ItemRef item = m_model->item(m_list->currentIndex().row());
            if (!item.isNull())
                Q_EMIT openRequested(item);
            return true;
        }
        if (key == Qt::Key_Delete) {
            if (m_list->selectionModel()->hasSelection())
                Q_EMIT removeRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ListPage::showState()
{
    m_add->setEnabled(m_context.hub.isOpen() && !m_context.hub.isReadOnly());
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (isEmpty) {
        if (!m_context.hub.isOpen())
            m_empty->setText(QString());
        else if (m_model->total() == 0)
            m_empty->setText(m_words.nothing);
        else if (m_model->hasWords())
            m_empty->setText(tr("None of them has these words. Esc clears the line above."));
        else
            m_empty->setText(tr("The filter leaves none of them. Take a part of it off in the "
                                "status bar."));
    }
    m_count->setText(tr("%1 of %2 shown")
                         .arg(numberText(static_cast<qlonglong>(m_model->passing())),
                              numberText(static_cast<qlonglong>(m_model->total()))));
}

}  // namespace dateline::ui
