// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/edtf_stretches.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "app/model/civil_date.h"
#include "app/model/edtf_reader.h"

namespace dateline {

namespace {

constexpr std::int64_t kMostYears = 20'000;  // looked at for one date

class Collector {
public:
    explicit Collector(std::size_t most) : m_most(most) {}

    void add(TimeSpan span)
    {
        if (m_isFull)
            return;
        m_spans.push_back(span);
        // Digits come in order, and neighbours melt together at once.
        if (m_spans.size() > 1 && m_spans[m_spans.size() - 2].end() == span.begin()) {
            m_spans[m_spans.size() - 2] =
                TimeSpan::between(m_spans[m_spans.size() - 2].begin(), span.end());
            m_spans.pop_back();
        }
        m_isFull = m_spans.size() > m_most;
    }

    void addDate(const EdtfDate &date)
    {
        const bool hasGaps = date.kind == EdtfKind::Calendar && date.isUnspecified();
        if (!hasGaps || date.lastYear - date.firstYear > kMostYears) {
            m_isFull = m_isFull || hasGaps;
            add(date.span);
            return;
        }
        for (std::int64_t year = date.firstYear; year <= date.lastYear && !m_isFull; ++year) {
            if (!isYear(date, year))
                continue;
            if (date.months == 0)
                add(TimeSpan::between(instantOf(year), instantOf(year + 1)));
            else
                addMonths(date, year);
        }
    }

    bool isFull() const { return m_isFull; }

    std::vector<TimeSpan> merged()
    {
        std::sort(m_spans.begin(), m_spans.end(),
                  [](const TimeSpan &a, const TimeSpan &b) { return a.begin() < b.begin(); });
        std::vector<TimeSpan> merged;
        for (const TimeSpan &span : m_spans) {
            if (!merged.empty() && span.begin() <= merged.back().end())
                merged.back() = TimeSpan::between(merged.back().begin(),
                                                  std::max(merged.back().end(), span.end()));
            else
                merged.push_back(span);
        }
        return merged;
    }

private:
    static bool isYear(const EdtfDate &date, std::int64_t year)
    {
        std::string digits = std::to_string(std::abs(year));
        if (digits.size() < date.yearText.size())
            digits.insert(0, date.yearText.size() - digits.size(), '0');
        return digits.size() == date.yearText.size() &&
               std::equal(digits.begin(), digits.end(), date.yearText.begin(),
                          [](char digit, char wanted) { return wanted == 'X' || wanted == digit; });
    }

    void addMonths(const EdtfDate &date, std::int64_t year)
    {
        for (int month = 1; month <= 12; ++month) {
            if ((date.months >> month & 1u) == 0)
                continue;
            const CivilDate first{year, month, 1};
            if (date.days == 0) {
                add(TimeSpan::between(instantOf(first), instantOf(dateline::addMonths(first, 1))));
                continue;
            }
            for (int day = 1; day <= daysInMonth(year, month); ++day) {
                if ((date.days >> day & 1u) != 0)
                    add(TimeSpan::between(instantOf(year, month, day),
                                          addSeconds(instantOf(year, month, day), kSecondsPerDay)));
            }
        }
    }

    std::size_t m_most;
    std::vector<TimeSpan> m_spans;
    bool m_isFull = false;
};

TimeSpan spanOf(const EdtfMember &member)
{
    const bool hasBegin = member.begin.kind == EdtfEnd::Kind::Date;
    const bool hasEnd = member.end.kind == EdtfEnd::Kind::Date;
    return TimeSpan::between(hasBegin ? member.begin.date.span.begin() : Instant::distantPast(),
                             hasEnd ? member.end.date.span.end() : Instant::distantFuture());
}

}  // namespace

EdtfStretches stretchesOf(std::string_view edtf, std::size_t most)
{
    EdtfStretches stretches;
    EdtfReader reader(edtf);
    EdtfMember member;
    Collector collector(most);
    TimeSpan whole;
    bool isFirst = true;
    while (reader.next(member)) {
        const bool isOne = !member.isStretch && reader.shape() != EdtfReader::Shape::Interval;
        const TimeSpan span = isOne ? member.begin.date.span : spanOf(member);
        whole = isFirst ? span
                        : TimeSpan::between(std::min(whole.begin(), span.begin()),
                                            std::max(whole.end(), span.end()));
        isFirst = false;
        if (isOne)
            collector.addDate(member.begin.date);
        else
            collector.add(span);
    }
    if (isFirst || reader.problem())
        return stretches;
    stretches.isAllOf = reader.shape() == EdtfReader::Shape::AllOf;
    stretches.isComplete = !collector.isFull();
    stretches.spans = collector.isFull() ? std::vector{whole} : collector.merged();
    return stretches;
}

EdtfStretches stretchesOf(const Edtf &date, std::size_t most)
{
    return stretchesOf(std::string_view(date.text()), most);
}

}  // namespace dateline
