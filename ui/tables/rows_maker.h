// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a snapshot a table shows, and in which order, apart from the table: on a worker
// where there are many, so that the GUI thread only takes what is ready. A maker keeps what the
// next rows can use again, above all the order of a column, which a filter does not change. One
// thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include <QStringList>

#include "app/base/bit_set.h"
#include "app/base/column.h"
#include "app/model/filter.h"
#include "ui/tables/text_order.h"

namespace dateline::ui {

struct RowsWish {
    SnapshotPointer snapshot;
    Filter filter;
    std::shared_ptr<const RowSet> shown;  // the events that pass it
    bool hides = true;                    // rows that do not pass; else they are dimmed
    std::optional<Instant> asOf;
    QStringList words;  // each must be in the row's text, whatever the case
    int column = 0;
    bool isDescending = false;
    std::string locale;  // of the order of texts, as QLocale::name()
};

// At which place a row of the snapshot stands in the table: by its place in the order of all rows,
// which a filter does not change, and how many before it are left out.
class RowPlaces {
public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    RowPlaces() = default;
    // inAll: by row, kNone for one that is left out; kept: which of these places are in the table,
    // none for all.
    explicit RowPlaces(Column<std::uint32_t> inAll, std::optional<BitSet> kept = std::nullopt);

    std::uint32_t of(std::uint32_t row) const;  // O(1)
    bool empty() const { return m_inAll.empty(); }

private:
    Column<std::uint32_t> m_inAll;
    std::optional<CountedBitSet> m_kept;
};

// Rows in an order turned round: the place of each of `count` rows, kNone where it is not in it.
Column<std::uint32_t> placesIn(const Column<std::uint32_t> &rows, std::uint32_t count);

struct RowsMade {
    Column<std::uint32_t> rows;  // of the snapshot
    RowPlaces places;
    std::uint32_t passing = 0;  // pass the filter and hold the words
};

// Each of the words, whatever the case.
bool holdsWords(const QString &text, const QStringList &words);

class RowsMaker {
public:
    virtual ~RowsMaker() = default;
    // Nothing where it was stopped.
    std::optional<RowsMade> make(const RowsWish &wish, const std::stop_token &stop);

protected:
    virtual std::uint32_t size(const RowsWish &wish) const = 0;
    // The rows that pass the filter; none: all do.
    virtual std::optional<BitSet> passing(const RowsWish &wish) const = 0;
    virtual QString searchText(const RowsWish &wish, std::uint32_t row) const = 0;
    // All rows of the snapshot in the order of the column, both ways; the same memory as before
    // where nothing changed.
    virtual Column<std::uint32_t> ordered(const RowsWish &wish) = 0;

private:
    Column<std::uint32_t> m_all;    // as it was ordered last
    Column<std::uint32_t> m_inAll;  // places in it
};

// Rows by a number each, equal ones in the order of their rows. O(n + the greatest number).
TextOrder orderByNumber(const std::vector<std::uint32_t> &numbers);
// Rows by a word of a vocabulary, the empty word last.
TextOrder orderByWord(const Vocabulary &vocabulary, std::span<const std::uint32_t> column,
                      const std::string &locale);
Column<std::uint32_t> inDirection(const TextOrder &order, bool isDescending);

}  // namespace dateline::ui
