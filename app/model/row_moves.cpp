// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/row_moves.h"

#include "app/base/check.h"

namespace dateline {

RowMoves::RowMoves(std::uint32_t sizeBefore, std::vector<Touched> touched)
    : m_sizeBefore(sizeBefore), m_touched(std::move(touched))
{
    std::sort(m_touched.begin(), m_touched.end());
    for (const Touched &event : m_touched) {
        if (event.before)
            m_gone.push_back(event.before.value);
        if (event.after)
            m_came.push_back(event.after.value);
        m_keepPlaces &= event.before == event.after;
    }
    std::sort(m_came.begin(), m_came.end());
    DL_CHECK(m_gone.size() <= sizeBefore && (m_gone.empty() || m_gone.back() < sizeBefore));
    m_sizeAfter = static_cast<std::uint32_t>(sizeBefore - m_gone.size() + m_came.size());

    std::uint32_t before = 0;
    std::uint32_t after = 0;
    auto gone = m_gone.begin();
    auto came = m_came.begin();
    while (before < sizeBefore || came != m_came.end()) {
        if (came != m_came.end() && *came == after) {
            ++came;
            ++after;
        } else if (gone != m_gone.end() && *gone == before) {
            ++gone;
            ++before;
        } else {
            std::uint32_t count = (gone == m_gone.end() ? sizeBefore : *gone) - before;
            if (came != m_came.end())
                count = std::min(count, *came - after);
            DL_CHECK(count > 0);
            stretch(before, after, count);
            before += count;
            after += count;
        }
    }
    if (m_steps.size() <= kFewSteps)
        return;
    m_rowAfter.assign(sizeBefore, UINT32_MAX);
    for (const Stretch &kept : m_stretches) {
        for (std::uint32_t i = 0; i < kept.count; ++i)
            m_rowAfter[kept.before + i] = kept.after + i;
    }
}

RowMoves RowMoves::between(const EventColumns &before, const EventColumns &after,
                           const std::vector<EventId> &touched)
{
    std::vector<Touched> rows;
    for (const EventId id : touched) {
        const Touched event{before.rowOf(id), after.rowOf(id)};
        if (event.before || event.after)
            rows.push_back(event);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return RowMoves(before.size(), std::move(rows));
}

void RowMoves::stretch(std::uint32_t before, std::uint32_t after, std::uint32_t count)
{
    std::uint32_t shift = 0;
    if (!m_stretches.empty())
        shift = m_stretches.back().after - m_stretches.back().before;
    m_stretches.push_back({before, after, count});
    if (after - before != shift)
        m_steps.push_back({before, after - before - shift});
}

EventRow RowMoves::of(EventRow before) const
{
    const auto touched =
        std::lower_bound(m_touched.begin(), m_touched.end(), before,
                         [](const Touched &event, EventRow row) { return event.before < row; });
    if (touched != m_touched.end() && touched->before == before)
        return touched->after;
    const auto behind = std::upper_bound(
        m_stretches.begin(), m_stretches.end(), before.value,
        [](std::uint32_t row, const Stretch &stretch) { return row < stretch.before; });
    DL_CHECK(behind != m_stretches.begin());
    const Stretch &kept = *(behind - 1);
    return {kept.after + (before.value - kept.before)};
}

}  // namespace dateline
