// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the table of actors; see RowsMaker.
#pragma once

#include "ui/tables/rows_maker.h"

namespace dateline::ui {

class ActorRows final : public RowsMaker {
public:
    // As of the date; without one, as of the newest date there is. "" for nobody's role.
    static QString roleOf(const Snapshot &snapshot, std::uint32_t row, std::optional<Instant> asOf);
    static QString aliasesOf(const Snapshot &snapshot, std::uint32_t row);
    static QString searchTextOf(const Snapshot &snapshot, std::uint32_t row,
                                std::optional<Instant> asOf);
    // Of relations, one per actor.
    static std::vector<std::uint32_t> relationCounts(const Snapshot &snapshot);

private:
    std::uint32_t size(const RowsWish &wish) const override;
    std::optional<BitSet> passing(const RowsWish &wish) const override;
    QString searchText(const RowsWish &wish, std::uint32_t row) const override;
    Column<std::uint32_t> ordered(const RowsWish &wish) override;

    // The order of the names that was used last.
    std::shared_ptr<const Table<Actor>> m_named;
    TextOrder m_names;
};

}  // namespace dateline::ui
