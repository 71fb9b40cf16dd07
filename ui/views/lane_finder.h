// SPDX-License-Identifier: GPL-3.0-or-later
// Finds one row of the timeline among a hundred thousand: a line to type in and the first rows
// whose names hold its words, in the order of the timeline. Closes when one is chosen, or with Esc.
// GUI thread; O(rows) a letter.
#pragma once

#include <memory>
#include <vector>

#include <QFrame>

#include "app/timeline/lanes.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace dateline::ui {

// Rows whose names hold each of the words, whatever the case; at most `limit`, and how many in all.
struct FoundLanes {
    std::vector<std::uint32_t> lanes;
    std::size_t total = 0;
};
FoundLanes lanesNamed(const Lanes &lanes, const QString &words, std::size_t limit);

class LaneFinder final : public QFrame {
    Q_OBJECT

public:
    explicit LaneFinder(std::shared_ptr<const Lanes> lanes, QWidget *parent);

    QLineEdit *line() const { return m_line; }
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void chosen(std::uint32_t lane);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();
    void choose();

    std::shared_ptr<const Lanes> m_lanes;
    QLineEdit *m_line;
    QListWidget *m_list;
    QLabel *m_count;
};

}  // namespace dateline::ui
