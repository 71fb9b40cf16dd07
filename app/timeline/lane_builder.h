// SPDX-License-Identifier: GPL-3.0-or-later
// Makes lanes, and keeps what the next ones can use again: the order of names lasts as long as the
// table of actors, that of the lanes as long as each has as many events. O(n log n) for n names
// where these are put in order, O(actors) steps where all events are placed, otherwise O(events +
// participations); allocates nothing per event or lane. One thread at a time.
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
    // What an order of lanes was made of, and the keys in it.
    struct Ordered {
        LaneOrder order = LaneOrder::ByCount;
        std::shared_ptr<const void> table;
        std::vector<std::uint32_t> counts;
        std::vector<std::uint32_t> firstRows;  // by first date only
        std::vector<std::uint32_t> keys;
    };
    void countActors(Draft &draft) const;
    void gatherActors(Draft &draft) const;
    void countWords(Draft &draft, const Column<std::uint32_t> &column) const;
    void gatherSources(Draft &draft) const;
    void orderLanes(Draft &draft);
    std::vector<std::uint32_t> orderedKeys(const Draft &draft);
    void addGroups(Draft &draft, std::vector<std::uint32_t> &ordered) const;
    void place(Draft &draft, const std::vector<std::uint32_t> &ordered) const;
    void fillActors(Draft &draft) const;
    void fillWords(Draft &draft, const Column<std::uint32_t> &column) const;
    void fillGroups(Draft &draft) const;
    static std::vector<std::uint32_t> keysByName(const Lanes &lanes, std::size_t count);

    // In the order of the bytes of their names, while they are the names of this table.
    std::shared_ptr<const void> m_namedTable;
    std::vector<std::uint32_t> m_byName;
    Ordered m_ordered;
};

}  // namespace dateline
