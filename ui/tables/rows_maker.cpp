// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/rows_maker.h"

#include <algorithm>
#include <numeric>

namespace dateline::ui {

namespace {

constexpr std::uint32_t kRowsBetweenStops = 4'096;

}  // namespace

std::optional<RowsMade> RowsMaker::make(const RowsWish &wish, const std::stop_token &stop)
{
    const std::vector<std::uint8_t> passes = passing(wish);
    const Column<std::uint32_t> all = ordered(wish);
    if (stop.stop_requested())
        return std::nullopt;
    const auto holdsWords = [&](std::uint32_t row) {
        if (wish.words.isEmpty())
            return true;
        const QString text = searchText(wish, row);
        return std::all_of(wish.words.begin(), wish.words.end(), [&text](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    };
    RowsMade made;
    made.places = Column<std::uint32_t>::ofSize(size(wish));
    std::uint32_t *const places = made.places.writable();
    if (passes.empty() && wish.words.isEmpty()) {
        made.rows = all;
        made.passing = static_cast<std::uint32_t>(all.size());
        for (std::uint32_t place = 0; place < all.size(); ++place)
            places[all[place]] = place;
        return made;
    }
    std::fill_n(places, size(wish), UINT32_MAX);
    std::uint32_t visited = 0;
    for (const std::uint32_t row : all) {
        if (++visited % kRowsBetweenStops == 0 && stop.stop_requested())
            return std::nullopt;
        const bool doesPass = passes.empty() || passes[row] != 0;
        if ((wish.hides && !doesPass) || !holdsWords(row))
            continue;
        made.passing += doesPass ? 1 : 0;
        places[row] = static_cast<std::uint32_t>(made.rows.size());
        made.rows.push_back(row);
    }
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
