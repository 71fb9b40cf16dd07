// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of items share: rows are numbers of rows of the newest snapshot, in the order of
// a column, without those that the window's filter or the words of a filter line leave out. No cell
// is stored; texts are made when they are seen, counts when they are first asked for. A new order
// or another snapshot costs O(n log n) at most, on a worker where rows are many and the table has a
// maker of rows: until they are ready it is what it was, of its own snapshot. Views restore their
// place by rowOf(). GUI thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <QAbstractTableModel>
#include <QCollator>
#include <QStringList>

#include "app/base/newest_job.h"
#include "ui/bridge/view_context.h"
#include "ui/tables/rows_maker.h"

namespace dateline::ui {

// Beside Qt's roles, for any column of a row.
enum ItemRole : int {
    ItemRefRole = Qt::UserRole + 1,  // an ItemRef
    SecondLineRole,                  // QString: what stands small under the name
    AsideRole,                       // QString: what stands at the right of the second line
    IsWarningRole,                   // bool: the aside is a warning
    MarkRole,                        // of an event the number of its kind, of an actor its kind
    FallsRole,                       // bool: rests on what is doubted alone, or is doubted
    IsDimmedRole,                    // bool: the filter leaves it out, and it is shown all the same
};

class ItemTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    ~ItemTableModel() override;

    int rowCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) final;

    // Only rows that hold each of these words stay, whatever the case.
    void setWords(const QString &words);
    bool hasWords() const { return !m_words.isEmpty(); }

    ItemRef item(int row) const;
    int rowOf(ItemRef item) const;  // -1 where it is not among the rows
    std::uint32_t total() const { return size(); }
    // Rows that pass the filter and hold the words; dimmed ones do not count.
    std::uint32_t passing() const { return m_passing; }
    // False while a worker makes the rows that are wanted by now.
    bool isUpToDate() const { return !m_isMaking && !m_isUpdateDue; }

Q_SIGNALS:
    void updated();  // after every change of rows, counts or texts

protected:
    static constexpr std::uint32_t kNoRow = UINT32_MAX;

    ItemTableModel(const ViewContext &context, int sortColumn, QObject *parent);

    // Around a change of items that are not the snapshot's own: rows are made anew.
    void beginItems() { beginResetModel(); }
    void endItems();

    enum class Cause {
        Asked,     // of this table: somebody waits for it
        Followed,  // with all other panes, from a filter or an edit
    };
    // To be called at the end of a subclass's constructor, too.
    void update(Cause cause = Cause::Followed);

    const Snapshot &snapshot() const { return *m_snapshot; }
    const ViewContext &context() const { return m_context; }
    bool isDescending() const { return m_sortOrder == Qt::DescendingOrder; }

    virtual std::uint32_t size() const = 0;
    virtual ItemRef itemAt(std::uint32_t row) const = 0;
    // What says which item a row is: the same in two snapshots where all rows are the same items.
    virtual const void *tableOf(const Snapshot &) const { return nullptr; }
    virtual std::uint32_t snapshotRow(ItemRef item) const = 0;  // kNoRow where unknown
    virtual bool passesFilter(std::uint32_t row) const = 0;
    // Who makes the rows; always the same one. Without it, they are made by the next two.
    virtual std::shared_ptr<RowsMaker> rowsMaker() const { return nullptr; }
    virtual QString searchText(std::uint32_t) const { return {}; }  // what words are looked for in
    // Ascending or descending; rows come in the snapshot's order.
    virtual void sortRows(std::vector<std::uint32_t> &, int) const {}
    virtual QString heading(int column) const = 0;
    virtual bool isNumber(int column) const = 0;
    virtual QString text(std::uint32_t row, int column) const = 0;
    virtual QVariant roleOf(std::uint32_t row, int column, int role) const = 0;
    virtual void forget() = 0;  // what was computed for the old snapshot or filter
    void updateSoon();

    // For sortRows: keys are made once per row. Equal rows keep the snapshot's order.
    template <typename KeyOf>
    void sortBy(std::vector<std::uint32_t> &rows, KeyOf &&keyOf) const;
    template <typename TextOf>
    void sortByText(std::vector<std::uint32_t> &rows, TextOf &&textOf) const;

private:
    RowsMade wantedRows();
    bool isLong() const;
    bool holdsWords(std::uint32_t row) const;
    void noteSnapshot();
    void noteDoubt();
    RowsWish wish() const;
    void takeRows(SnapshotPointer snapshot, RowsMade rows);
    bool isSameIn(const SnapshotPointer &snapshot, const Column<std::uint32_t> &rows);

    ViewContext m_context;
    SnapshotPointer m_snapshot;
    Column<std::uint32_t> m_rows;
    mutable RowPlaces m_places;  // in m_rows; without a maker made when it is asked for
    QStringList m_words;
    QCollator m_collator;
    std::uint32_t m_passing = 0;
    bool m_isUpdateDue = false;
    bool m_isMaking = false;
    quint64 m_run = 0;  // of the rows that were asked for
    int m_sortColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    // Rows are made by one of two threads, in turn: a thread that yields does so for ever.
    std::shared_ptr<std::mutex> m_inTurn = std::make_shared<std::mutex>();
    NewestJob m_asked;
    NewestJob m_following;  // last, both: end before what they work for
};

template <typename KeyOf>
void ItemTableModel::sortBy(std::vector<std::uint32_t> &rows, KeyOf &&keyOf) const
{
    using Key = decltype(keyOf(std::uint32_t()));
    std::vector<std::pair<Key, std::uint32_t>> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows)
        keyed.emplace_back(keyOf(row), row);
    const bool down = isDescending();
    std::stable_sort(keyed.begin(), keyed.end(), [down](const auto &a, const auto &b) {
        return down ? b.first < a.first : a.first < b.first;
    });
    for (std::size_t place = 0; place < rows.size(); ++place)
        rows[place] = keyed[place].second;
}

template <typename TextOf>
void ItemTableModel::sortByText(std::vector<std::uint32_t> &rows, TextOf &&textOf) const
{
    sortBy(rows, [&](std::uint32_t row) { return m_collator.sortKey(textOf(row)); });
}

}  // namespace dateline::ui
