// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of events stand after an edit. All rows that it did not touch keep their order, so
// that they have moved in a few long stretches; what was kept by row can follow them at the speed
// of memory instead of being made anew.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <vector>

#include "app/base/column.h"
#include "app/model/event_columns.h"
#include "app/model/ids.h"

namespace dateline {

class RowMoves {
public:
    // An event that an edit touched: where it stood and stands; none where it was or is not there.
    struct Touched {
        EventRow before;
        EventRow after;
        auto operator<=>(const Touched &) const = default;
    };
    // Rows that were not touched and have stayed together.
    struct Stretch {
        std::uint32_t before = 0;  // the first one's row
        std::uint32_t after = 0;
        std::uint32_t count = 0;
    };

    RowMoves() = default;
    // Each touched row once, in any order. O(touched log touched), O(rows) for more than a few.
    RowMoves(std::uint32_t sizeBefore, std::vector<Touched> touched);
    static RowMoves between(const EventColumns &before, const EventColumns &after,
                            const std::vector<EventId> &touched);

    std::uint32_t sizeBefore() const { return m_sizeBefore; }
    std::uint32_t sizeAfter() const { return m_sizeAfter; }
    const std::vector<Touched> &touched() const { return m_touched; }  // by row before
    const std::vector<std::uint32_t> &gone() const { return m_gone; }  // touched, before: ascending
    const std::vector<std::uint32_t> &came() const { return m_came; }  // touched, after: ascending
    const std::vector<Stretch> &stretches() const { return m_stretches; }
    // So few that following them is cheaper than to make anew what hangs on them.
    bool areFew() const { return m_touched.size() <= 64; }
    // Every row, also a touched one, has the number that it had.
    bool keepPlaces() const { return m_keepPlaces; }

    EventRow of(EventRow before) const;
    // Many rows at once, EventRow or their numbers. What it makes of touched ones is of no use.
    template <typename Row>
    void follow(std::span<const Row> before, Row *after) const;

private:
    struct Step {
        std::uint32_t from = 0;  // rows from this one on
        std::uint32_t by = 0;    // stand this much further than those before do, modulo 2^32
    };
    // Comparing with a few steps is quicker than looking up.
    static constexpr std::size_t kFewSteps = 8;

    static std::uint32_t numberOf(EventRow row) { return row.value; }
    static std::uint32_t numberOf(std::uint32_t row) { return row; }
    void stretch(std::uint32_t before, std::uint32_t after, std::uint32_t count);

    std::uint32_t m_sizeBefore = 0;
    std::uint32_t m_sizeAfter = 0;
    std::vector<Touched> m_touched;
    std::vector<std::uint32_t> m_gone;
    std::vector<std::uint32_t> m_came;
    std::vector<Stretch> m_stretches;
    std::vector<Step> m_steps;
    std::vector<std::uint32_t> m_rowAfter;  // by row before, where there are more than few steps
    bool m_keepPlaces = true;
};

// What became of the events of these columns in the newest edit.
struct EventMoves {
    std::weak_ptr<const EventColumns> before;
    RowMoves rows;
};

template <typename Row>
void RowMoves::follow(std::span<const Row> before, Row *after) const
{
    static_assert(sizeof(Row) == sizeof(std::uint32_t));
    if (!m_rowAfter.empty()) {
        std::transform(before.begin(), before.end(), after,
                       [this](Row row) { return Row{m_rowAfter[numberOf(row)]}; });
        return;
    }
    // Piece by piece, so that each stays in the cache for all steps. Rows are fewer than 2^31;
    // signed ones are compared four at a time.
    constexpr std::size_t kPiece = 1'024;
    std::array<std::int32_t, kPiece> rows;
    std::array<std::uint32_t, kPiece> moved;
    for (std::size_t first = 0; first < before.size(); first += kPiece) {
        const std::size_t count = std::min(kPiece, before.size() - first);
        for (std::size_t i = 0; i < count; ++i) {
            moved[i] = numberOf(before[first + i]);
            rows[i] = static_cast<std::int32_t>(moved[i]);
        }
        for (const Step step : m_steps) {
            const auto from = static_cast<std::int32_t>(step.from);
            for (std::size_t i = 0; i < count; ++i)
                moved[i] += rows[i] >= from ? step.by : 0u;
        }
        for (std::size_t i = 0; i < count; ++i)
            after[first + i] = Row{moved[i]};
    }
}

// An order of rows after an edit, made of the one before it: O(rows) at the speed of memory and
// O(log rows) for each touched one, see RowMoves::areFew(). The orders hold the rows
// for which isIn*() is true, strictly ascending by precedes*().
template <typename IsInBefore, typename PrecedesBefore, typename IsInAfter, typename PrecedesAfter>
Column<std::uint32_t> followOrder(const Column<std::uint32_t> &order, const RowMoves &moves,
                                  const IsInBefore &isInBefore,
                                  const PrecedesBefore &precedesBefore, const IsInAfter &isInAfter,
                                  const PrecedesAfter &precedesAfter)
{
    std::vector<std::size_t> gone;  // places in the order
    for (const std::uint32_t row : moves.gone()) {
        if (isInBefore(row))
            gone.push_back(static_cast<std::size_t>(
                std::lower_bound(order.begin(), order.end(), row, precedesBefore) - order.begin()));
    }
    std::sort(gone.begin(), gone.end());
    std::vector<std::uint32_t> came;
    std::copy_if(moves.came().begin(), moves.came().end(), std::back_inserter(came), isInAfter);
    Column<std::uint32_t> after =
        Column<std::uint32_t>::ofSize(order.size() - gone.size() + came.size());
    gone.push_back(order.size());
    std::uint32_t *const first = after.writable();
    std::uint32_t *end = first;
    std::size_t at = 0;
    for (const std::size_t place : gone) {
        moves.follow(std::span<const std::uint32_t>(order).subspan(at, place - at), end);
        end += place - at;
        at = place + 1;
    }
    for (const std::uint32_t row : came) {
        std::uint32_t *const place = std::upper_bound(first, end, row, precedesAfter);
        std::copy_backward(place, end, end + 1);
        *place = row;
        ++end;
    }
    return after;
}

}  // namespace dateline
