// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the table of events; see RowsMaker.
#pragma once

#include "ui/tables/rows_maker.h"

namespace dateline::ui {

class EventRows final : public RowsMaker {
public:
    static QString searchTextOf(const EventColumns &events, std::uint32_t row);

private:
    std::uint32_t size(const RowsWish &wish) const override;
    std::optional<BitSet> passing(const RowsWish &wish) const override;
    QString searchText(const RowsWish &wish, std::uint32_t row) const override;
    Column<std::uint32_t> ordered(const RowsWish &wish) override;
    void orderByDate(const RowsWish &wish);

    // The order that was used last, and of what.
    std::shared_ptr<const EventColumns> m_events;
    std::shared_ptr<const std::vector<EventEvidence>> m_evidence;
    int m_column = -1;
    bool m_isDescending = false;
    Column<std::uint32_t> m_ordered;  // this way
    TextOrder m_order;                // of which it was made; none for the one by date
};

}  // namespace dateline::ui
