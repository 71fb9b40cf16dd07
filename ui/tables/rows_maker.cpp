// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/rows_maker.h"

#include <algorithm>
#include <numeric>

namespace dateline::ui {

namespace {

constexpr std::uint32_t kRowsBetweenStops = 4'096;

}  // namespace

RowPlaces::RowPlaces(Column<std::uint32_t> inAll, std::optional<BitSet> kept)
    : m_inAll(std::move(inAll))
{
    if (kept)
        m_kept.emplace(std::move(*kept));
}

std::uint32_t RowPlaces::of(std::uint32_t row) const
{
    const std::uint32_t place = row < m_inAll.size() ? m_inAll[row] : kNone;
    if (place == kNone || !m_kept)
        return place;
    return m_kept->contains(place) ? m_kept->before(place) : kNone;
}

Column<std::uint32_t> placesIn(const Column<std::uint32_t> &rows, std::uint32_t count)
{
    Column<std::uint32_t> places = Column<std::uint32_t>::ofSize(count);
    std::uint32_t *const placeOf = places.writable();
    if (rows.size() < count)
        std::fill_n(placeOf, count, RowPlaces::kNone);
    for (std::uint32_t place = 0; place < rows.size(); ++place)
        placeOf[rows[place]] = place;
    return places;
}

bool holdsWords(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

std::optional<RowsMade> RowsMaker::make(const RowsWish &wish, const std::stop_token &stop)
{
    const Column<std::uint32_t> all = ordered(wish);
    if (stop.stop_requested())
        return std::nullopt;
    if (all.data() != m_all.data() || all.size() != m_all.size()) {
        m_inAll = placesIn(all, size(wish));
        m_all = all;
    }
    RowsMade made;
    const std::optional<BitSet> passes = passing(wish);
    if (!passes && wish.words.isEmpty()) {
        made.rows = all;
        made.places = RowPlaces(m_inAll);
        made.passing = static_cast<std::uint32_t>(all.size());
        return made;
    }
    BitSet kept(static_cast<std::uint32_t>(all.size()), true);
    if (passes) {
        kept.keepIf(
            [&, rows = all.data()](std::uint32_t place) { return passes->contains(rows[place]); });
    }
    made.passing = kept.count();
    if (passes && !wish.hides)
        kept = BitSet(kept.size(), true);
    if (!wish.words.isEmpty()) {
        made.passing = 0;
        bool isStopped = false;
        kept.keepIf([&](std::uint32_t place) {
            isStopped = isStopped || (place % kRowsBetweenStops == 0 && stop.stop_requested());
            if (isStopped || !kept.contains(place) ||
                !holdsWords(searchText(wish, all[place]), wish.words))
                return false;
            made.passing += !passes || passes->contains(all[place]) ? 1u : 0u;
            return true;
        });
        if (isStopped)
            return std::nullopt;
    }
    made.rows = Column<std::uint32_t>::ofSize(kept.count());
    std::uint32_t *next = made.rows.writable();
    kept.forEach([&](std::uint32_t place) { *next++ = all[place]; });
    made.places = RowPlaces(m_inAll, std::move(kept));
    return made;
}

TextOrder orderByNumber(const std::vector<std::uint32_t> &numbers)
{
    const std::uint32_t greatest =
        numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
    std::vector<std::uint32_t> next(greatest + std::size_t{2}, 0);
    for (const std::uint32_t number : numbers)
        ++next[number + std::size_t{1}];
    std::partial_sum(next.begin(), next.end(), next.begin());
    TextOrder order;
    order.rows.resize(numbers.size());
    order.isLikeOne.assign(numbers.size(), 1);
    for (std::size_t number = 0; number <= greatest; ++number) {
        if (next[number] < numbers.size())
            order.isLikeOne[next[number]] = 0;
    }
    for (std::uint32_t row = 0; row < numbers.size(); ++row)
        order.rows[next[numbers[row]]++] = row;
    return order;
}

TextOrder orderByWord(const Vocabulary &vocabulary, std::span<const std::uint32_t> column,
                      const std::string &locale)
{
    const TextOrder words = orderByText(
        vocabulary.size(),
        [&](std::uint32_t number) { return std::string_view(vocabulary.word(number)); }, locale);
    std::vector<std::uint32_t> rankOf(vocabulary.size());
    std::uint32_t rank = 0;
    for (std::size_t place = 0; place < words.rows.size(); ++place) {
        rank += place > 0 && words.isLikeOne[place] == 0 ? 1u : 0u;
        rankOf[words.rows[place]] = rank;
    }
    for (std::uint32_t number = 0; number < vocabulary.size(); ++number) {
        if (vocabulary.word(number).empty())
            rankOf[number] = rank + 1;
    }
    std::vector<std::uint32_t> numbers(column.size());
    for (std::size_t row = 0; row < column.size(); ++row)
        numbers[row] = rankOf[column[row]];
    return orderByNumber(numbers);
}

Column<std::uint32_t> inDirection(const TextOrder &order, bool isDescending)
{
    return Column<std::uint32_t>(isDescending ? descending(order) : order.rows);
}

}  // namespace dateline::ui
