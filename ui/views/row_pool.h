// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a list that are kept and filled anew: making widgets is what a change of the selection
// would cost most. Hidden rows stay for the next longer list. GUI thread.
//
//     m_links.fill(names.size(), [] { return new LinkButton; },
//                  [&](LinkButton &row, std::size_t i) { row.setText(names[i]); });
#pragma once

#include <cstddef>
#include <vector>

#include <QBoxLayout>

namespace dateline::ui {

template <typename Row>
class RowPool {
public:
    explicit RowPool(QBoxLayout *layout) : m_layout(layout) {}

    QBoxLayout *layout() const { return m_layout; }

    // Makes the first rows before they are needed; they do not show.
    template <typename Make>
    void reserve(std::size_t count, Make &&make)
    {
        while (m_rows.size() < count) {
            m_rows.push_back(make());
            m_rows.back()->hide();
            m_layout->addWidget(m_rows.back());
        }
    }

    template <typename Make, typename Fill>
    void fill(std::size_t count, Make &&make, Fill &&fillRow)
    {
        reserve(count, make);
        for (std::size_t i = 0; i < count; ++i) {
            fillRow(*m_rows[i], i);
            m_rows[i]->setVisible(true);
        }
        for (std::size_t i = count; i < m_rows.size(); ++i)
            m_rows[i]->setVisible(false);
    }

private:
    QBoxLayout *m_layout;
    std::vector<Row *> m_rows;  // of the layout's widget
};

}  // namespace dateline::ui
