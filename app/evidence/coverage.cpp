// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/coverage.h"

#include <algorithm>

namespace dateline {

Coverage::Coverage(const Snapshot &snapshot) : m_origins(snapshot.events->size(), kNobody)
{
    const Origins origins(snapshot);
    for (const Claim &claim : *snapshot.claims) {
        const EventRow row = snapshot.events->rowOf(claim.about.event());
        if (row.isNull() || claim.stance == Stance::Contradicts)
            continue;
        const std::int64_t origin = origins.of(claim);
        std::int64_t &known = m_origins[row.value];
        known = known == kNobody || known == origin ? origin : kSeveral;
    }
}

std::vector<Telling> Coverage::binsIn(const EventColumns &events, const RowSet &shown,
                                      TimeSpan span, std::size_t count) const
{
    std::vector<Telling> bins(count, Telling::Silence);
    std::vector<std::int64_t> origins(count, kNobody);
    const std::int64_t width = span.end().seconds - span.begin().seconds;
    if (count == 0 || width <= 0 || m_origins.size() != events.size())
        return bins;
    const auto binOf = [&](Instant t) {
        const double share =
            static_cast<double>(t.seconds - span.begin().seconds) / static_cast<double>(width);
        return static_cast<std::size_t>(
            std::clamp(share * static_cast<double>(count), 0.0, static_cast<double>(count - 1)));
    };
    const EventColumns::Range range = events.candidates(span);
    shown.bits().forEachIn(range.first, range.last, [&](std::uint32_t row) {
        Instant begin = events.begins()[row];
        Instant end = events.ends()[row];
        if (begin.isDistant() && end.isDistant())
            return;
        if (begin.isDistant())
            begin = Instant{end.seconds - 1};
        if (end.isDistant())
            end = Instant{begin.seconds + 1};
        if (end <= span.begin() || begin >= span.end())
            return;
        const std::int64_t origin = m_origins[row];
        const Instant last{std::max(begin.seconds, end.seconds - 1)};
        for (std::size_t bin = binOf(begin); bin <= binOf(last); ++bin) {
            std::int64_t &known = origins[bin];
            if (origin != kNobody)
                known = known == kNobody || known == origin ? origin : kSeveral;
            bins[bin] = known == kNobody    ? Telling::Unsaid
                        : known == kSeveral ? Telling::SeveralOrigins
                                            : Telling::OneOrigin;
        }
    });
    return bins;
}

}  // namespace dateline
