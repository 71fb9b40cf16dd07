// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/search_field.h"

#include <algorithm>

#include <QAction>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QListWidget>
#include <QTimer>
#include <QToolButton>

#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

constexpr int kMostHits = 50;
constexpr int kDelayMilliseconds = 60;
constexpr int kRowsShown = 12;

QString kindText(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Event:
        return SearchField::tr("Event");
    case ItemKind::Actor:
        return SearchField::tr("Actor");
    case ItemKind::Source:
        return SearchField::tr("Source");
    case ItemKind::Annotation:
        return SearchField::tr("Annotation");
    default:
        return {};
    }
}

QString plain(const std::string &excerpt)
{
    QString text = toQString(excerpt).simplified();
    text.remove(QChar(1));
    text.remove(QChar(2));
    return text;
}

}  // namespace

SearchField::SearchField(const ViewContext &context, QWidget *parent)
    : QLineEdit(parent), m_context(context), m_hits(new QListWidget(this)),
      m_delay(new QTimer(this)), m_search(context.hub)
{
    setPlaceholderText(tr("Search everything    Ctrl+K"));
    setAccessibleName(tr("Search everything"));
    setClearButtonEnabled(true);
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setAccessibleName(tr("Clear"));
    m_hits->setWindowFlags(Qt::ToolTip);  // on top, without taking the focus
    m_hits->setFocusPolicy(Qt::NoFocus);
    m_hits->setFocusProxy(this);
    m_hits->setAccessibleName(tr("Search results"));
    m_hits->setUniformItemSizes(true);
    m_hits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kDelayMilliseconds);
    connect(m_delay, &QTimer::timeout, this, &SearchField::search);
    connect(&m_search, &LiveSearch::found, this, &SearchField::showFound);
    connect(this, &QLineEdit::textEdited, m_delay, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            closeHits();
    });
    // The ids of one file mean something else in another one, and hits may be gone after an edit.
    connect(&m_context.hub, &SessionHub::opened, this, &QLineEdit::clear);
    connect(&m_context.hub, &SessionHub::snapshotChanged, this, [this] {
        if (m_hits->isVisible())
            search();
    });
    connect(m_hits, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { accept(m_hits->row(item)); });
}

void SearchField::search()
{
    m_words = text().trimmed();
    m_acceptsFirst = false;
    if (m_words.isEmpty() || !m_context.hub.isOpen()) {
        closeHits();
        return;
    }
    m_search.start(m_words, kMostHits);
}

void SearchField::showFound(const std::vector<SearchHit> &hits)
{
    // More of the same: whoever has gone to a hit stays on it.
    const int row = m_hits->currentRow();
    const ItemRef chosen = row > 1 && row < static_cast<int>(m_items.size())
                               ? m_items[static_cast<std::size_t>(row)]
                               : ItemRef();
    m_hits->clear();
    m_items.clear();
    m_items.push_back({});
    m_hits->addItem(tr("Show only what has “%1”").arg(m_words));
    for (const SearchHit &hit : hits) {
        m_items.push_back(hit.item);
        auto *item = new QListWidgetItem(
            QStringLiteral("%1   ·   %2")
                .arg(toQString(hit.title).simplified(), kindText(hit.item.kind)));
        item->setToolTip(plain(hit.excerpt));
        m_hits->addItem(item);
    }
    const bool isNothing = hits.empty() && !m_search.isBusy();
    if (isNothing) {
        m_hits->item(0)->setText(tr("Nothing has “%1”").arg(m_words));
        m_items.clear();
    }
    if (m_search.isBusy()) {
        auto *note = new QListWidgetItem(tr("Looking through all texts…"));
        note->setFlags(Qt::NoItemFlags);
        m_hits->addItem(note);
    }
    const auto found = std::find(m_items.begin(), m_items.end(), chosen);
    m_hits->setCurrentRow(!chosen.isNull() && found != m_items.end()
                              ? static_cast<int>(found - m_items.begin())
                              : (m_items.size() > 1 ? 1 : 0));
    if (m_acceptsFirst && (!hits.empty() || isNothing)) {
        m_acceptsFirst = false;
        if (isNothing)
            showHits();
        else
            accept(m_hits->currentRow());
        return;
    }
    showHits();
}

void SearchField::showHits()
{
    const int rows = qMin(m_hits->count(), kRowsShown);
    const int rowHeight = qMax(1, m_hits->sizeHintForRow(0));
    const int width = qMax(this->width(), fontMetrics().averageCharWidth() * 60);
    m_hits->setGeometry(QRect(mapToGlobal(QPoint(0, height() + 2)),
                              QSize(width, rows * rowHeight + 2 * m_hits->frameWidth() + 4)));
    m_hits->show();
    m_hits->raise();
}

void SearchField::closeHits()
{
    m_delay->stop();
    m_search.cancel();
    m_acceptsFirst = false;
    m_hits->hide();
    m_hits->clear();
    m_items.clear();
}

void SearchField::accept(int row)
{
    if (row < 0 || row >= static_cast<int>(m_items.size()))
        return;
    const ItemRef item = m_items[static_cast<std::size_t>(row)];
    closeHits();
    if (item.isNull())
        m_context.filter.setText(text());
    else
        m_context.selection.select(item);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (m_hits->isVisible()) {
            const int step = event->key() == Qt::Key_Down ? 1 : -1;
            const int last = std::max(0, static_cast<int>(m_items.size()) - 1);
            m_hits->setCurrentRow(qBound(0, m_hits->currentRow() + step, last));
        } else {
            search();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_delay->isActive() || !m_hits->isVisible()) {
            m_delay->stop();
            search();
            m_acceptsFirst = m_search.isBusy();
            return;
        }
        accept(m_hits->currentRow());
        return;
    case Qt::Key_Escape:
        if (m_hits->isVisible())
            closeHits();
        else
            clear();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // A click into the hits takes the focus for a moment; they hide after it was handled.
    QTimer::singleShot(150, this, [this] {
        if (!hasFocus())
            closeHits();
    });
}

}  // namespace dateline::ui
