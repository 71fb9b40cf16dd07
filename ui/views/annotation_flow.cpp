// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/annotation_flow.h"

#include <algorithm>

#include <QWidget>

namespace dateline::ui {

WordsLayout::~WordsLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void WordsLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
}

void WordsLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + index, new QWidgetItem(widget));
    invalidate();
}

QLayoutItem *WordsLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem *WordsLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item != nullptr)
        m_items.erase(m_items.begin() + index);
    return item;
}

int WordsLayout::arrange(const QRect &rect, bool isMoving) const
{
    int x = rect.left();
    int y = rect.top();
    int lineHeight = 0;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        QLayoutItem *item = m_items[i];
        const bool isLast = i + 1 == m_items.size();
        QSize size = isLast ? item->minimumSize() : item->sizeHint();
        size.setHeight(item->sizeHint().height());
        size.setWidth(std::min(size.width(), rect.width()));
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            x = rect.left();
            y += lineHeight + m_gap;
            lineHeight = 0;
        }
        if (isLast)
            size.setWidth(rect.right() + 1 - x);
        if (isMoving)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight - rect.top();
}

int WordsLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize WordsLayout::sizeHint() const
{
    return minimumSize();
}

QSize WordsLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items)
        least = least.expandedTo(item->minimumSize());
    return least;
}

void WordsLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

}  // namespace dateline::ui
