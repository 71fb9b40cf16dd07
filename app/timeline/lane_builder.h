// SPDX-License-Identifier: GPL-3.0-or-later
// Makes lanes, and keeps what the next ones can use again: the order of names lasts as long as the
// table of actors. O(events + participations) plain steps and, when names are others, O(n log n)
// for n lanes; allocates nothing per event or lane. One thread at a time.
#pragma once

#include "app/timeline/lanes.h"

namespace dateline {

class LaneBuilder {
public:
    // Lanes without an event of `placed` are left out.
    Lanes build(const Snapshot &snapshot, const RowSet &placed, const LaneWish &wish,
                const LaneWords &words);

private:
    struct Draft;
    void countActors(Draft &draft) const;
    void countWords(Draft &draft, const Column<std::uint32_t> &column) const;
    void gatherSources(Draft &draft) const;
    void orderLanes(Draft &draft);
    void addGroups(Draft &draft, std::vector<std::uint32_t> &ordered) const;
    void place(Draft &draft, const std::vector<std::uint32_t> &ordered) const;
    void fillActors(Draft &draft) const;
    void fillWords(Draft &draft, const Column<std::uint32_t> &column) const;
    void fillGroups(Draft &draft) const;
    static std::vector<std::uint32_t> nameRanks(const Lanes &lanes, std::size_t count);

    // Names in the order of their bytes, while they are the names of this table.
    std::shared_ptr<const void> m_rankedTable;
    std::vector<std::uint32_t> m_ranks;
};

}  // namespace dateline
