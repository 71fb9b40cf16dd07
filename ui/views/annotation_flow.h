// SPDX-License-Identifier: GPL-3.0-or-later
// A layout that sets its items beside each other like words, in as many lines as they need; the
// last item takes the rest of its line. GUI thread.
#pragma once

#include <vector>

#include <QLayout>

namespace dateline::ui {

class WordsLayout final : public QLayout {
public:
    explicit WordsLayout(int gap) : m_gap(gap) {}
    ~WordsLayout() override;

    void addItem(QLayoutItem *item) override;
    void insertWidget(int index, QWidget *widget);
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool isMoving) const;

    std::vector<QLayoutItem *> m_items;
    int m_gap;
};

}  // namespace dateline::ui
