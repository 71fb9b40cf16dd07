// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/text_order.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <thread>

#include <unicode/ucol.h>
#include <unicode/uiter.h>
#include <unicode/ustring.h>

#include "app/base/check.h"
#include "ui/tables/letter_weights.h"

namespace dateline::ui {

namespace {

using TextOf = std::function<std::string_view(std::uint32_t)>;
using CollatorPointer = std::unique_ptr<UCollator, decltype(&ucol_close)>;

constexpr std::uint32_t kManyTexts = 20'000;  // from which a second thread is worth its start

CollatorPointer openCollator(const std::string &locale)
{
    UErrorCode status = U_ZERO_ERROR;
    CollatorPointer collator(ucol_open(locale == "C" ? "" : locale.c_str(), &status), &ucol_close);
    if (U_FAILURE(status)) {
        status = U_ZERO_ERROR;
        collator.reset(ucol_open("", &status));
    }
    DL_CHECK(collator && U_SUCCESS(status));
    ucol_setAttribute(collator.get(), UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
    ucol_setStrength(collator.get(), UCOL_SECONDARY);
    return collator;
}

// The letters of some of the texts: nearly all that there are. A text with another one is sorted by
// the collator, just as well.
std::vector<char16_t> lettersIn(std::uint32_t count, const TextOf &textOf)
{
    constexpr std::uint32_t kLooks = 30'000;
    const std::uint32_t step = count / kLooks + 1;
    std::vector<std::uint8_t> isThere(0x10000, 0);
    std::array<char16_t, 256> letters{};
    for (std::uint32_t row = 0; row < count; row += step) {
        const std::string_view text = textOf(row).substr(0, 200);
        if (std::none_of(text.begin(), text.end(),
                         [](char c) { return static_cast<unsigned char>(c) >= 128; }))
            continue;
        UErrorCode status = U_ZERO_ERROR;
        std::int32_t length = 0;
        u_strFromUTF8WithSub(letters.data(), static_cast<int>(letters.size()), &length, text.data(),
                             static_cast<int>(text.size()), 0xfffd, nullptr, &status);
        for (const char16_t letter : std::span(letters).first(static_cast<std::size_t>(length)))
            isThere[letter] = 1;
    }
    std::vector<char16_t> found;
    for (std::uint32_t letter = 0; letter < isThere.size(); ++letter) {
        if (isThere[letter] != 0 && !U16_IS_SURROGATE(letter))
            found.push_back(static_cast<char16_t>(letter));
    }
    return found;
}

// A row with the next sixteen bytes of what its text is sorted by, in words without padding: of a
// million, four megabytes less than numbers of 64 bits would take.
struct Weighed {
    static constexpr std::size_t kWords = 4;

    std::array<std::uint32_t, kWords> key;
    std::uint32_t row;

    std::uint64_t high() const { return std::uint64_t{key[0]} << 32 | key[1]; }
    std::uint64_t low() const { return std::uint64_t{key[2]} << 32 | key[3]; }
    bool isLike(const Weighed &other) const
    {
        return high() == other.high() && low() == other.low();
    }
    bool operator<(const Weighed &other) const
    {
        if (high() != other.high())
            return high() < other.high();
        return low() != other.low() ? low() < other.low() : row < other.row;
    }
};

// Texts lie anywhere in memory: to fetch one takes longer than to weigh it. So each is asked for
// some turns before its own.
template <typename RowAt, typename Take>
void fetchAhead(std::size_t count, const TextOf &textOf, RowAt &&rowAt, Take &&take)
{
    constexpr std::size_t kAhead = 16;
    std::array<std::string_view, kAhead> asked;
    for (std::size_t i = 0; i < count + kAhead; ++i) {
        if (i >= kAhead)
            take(i - kAhead, asked[i % kAhead]);
        if (i < count) {
            const std::string_view text = textOf(rowAt(i));
            __builtin_prefetch(text.data());
            asked[i % kAhead] = text;
        }
    }
}

// Sorts rows, with their texts weighed by the table or, where there is none, by the collator. Each
// is fetched once for every sixteen bytes that others share with it.
class Sorter {
public:
    Sorter(const TextOf &textOf, const LetterWeights *weights, const std::string &locale)
        : m_textOf(textOf), m_weights(weights), m_collator(openCollator(locale)),
          m_bits(weights != nullptr ? weights->bits() : 8), m_inWord(32 / m_bits)
    {
    }

    int collate(std::uint32_t a, std::uint32_t b) const
    {
        const std::string_view first = m_textOf(a);
        const std::string_view second = m_textOf(b);
        UErrorCode status = U_ZERO_ERROR;
        return ucol_strcollUTF8(m_collator.get(), first.data(), static_cast<int>(first.size()),
                                second.data(), static_cast<int>(second.size()), &status);
    }
    Weighed weighed(std::uint32_t row, std::string_view text, std::size_t depth = 0) const
    {
        Weighed made{{}, row};
        if (m_weights != nullptr)
            weigh(made, text, depth);
        else
            weighByCollator(made, text, depth);
        return made;
    }
    // isLikeOne: of the texts, whether each equals the one before it.
    void sort(std::span<Weighed> texts, std::span<std::uint8_t> isLikeOne,
              std::size_t depth = 0) const
    {
        std::sort(texts.begin(), texts.end());
        for (std::size_t first = 0; first < texts.size();) {
            std::size_t last = first + 1;
            while (last < texts.size() && texts[last].isLike(texts[first]))
                ++last;
            if (last - first > 1)
                sortAlike(texts.subspan(first, last - first),
                          isLikeOne.subspan(first, last - first), depth);
            first = last;
        }
    }

private:
    static constexpr std::size_t kDeepest = 8;  // from there on pairs are compared

    bool isWhole(const Weighed &text) const
    {
        return (text.key.back() & ((std::uint32_t{1} << m_bits) - 1)) == 0;
    }

    // Texts that share their weights so far.
    void sortAlike(std::span<Weighed> texts, std::span<std::uint8_t> isLikeOne,
                   std::size_t depth) const
    {
        const bool isAllWeighed = isWhole(texts.front());
        if (isAllWeighed && !isAnyAccented(texts)) {
            std::fill(isLikeOne.begin() + 1, isLikeOne.end(), std::uint8_t{1});
            return;
        }
        if (isAllWeighed || depth + 1 == kDeepest) {
            std::sort(texts.begin(), texts.end(), [this](const Weighed &a, const Weighed &b) {
                const int order = collate(a.row, b.row);
                return order != 0 ? order < 0 : a.row < b.row;
            });
            for (std::size_t i = 1; i < texts.size(); ++i)
                isLikeOne[i] = collate(texts[i - 1].row, texts[i].row) == 0 ? 1 : 0;
            return;
        }
        fetchAhead(
            texts.size(), m_textOf, [&](std::size_t i) { return texts[i].row; },
            [&](std::size_t i, std::string_view text) {
                texts[i] = weighed(texts[i].row, text, depth + 1);
            });
        sort(texts, isLikeOne, depth + 1);
    }
    bool isAnyAccented(std::span<const Weighed> texts) const
    {
        return m_weights != nullptr &&
               std::any_of(texts.begin(), texts.end(), [this](const Weighed &text) {
                   return m_weights->reading(m_textOf(text.row)) != LetterWeights::Reading::Whole;
               });
    }
    void weigh(Weighed &made, std::string_view text, std::size_t depth) const
    {
        WeightReader reader(text, *m_weights);
        std::uint16_t weight = 1;
        for (std::size_t left = depth * m_inWord * Weighed::kWords; left > 0 && weight != 0; --left)
            weight = reader.next();
        for (std::uint32_t &word : made.key) {
            for (unsigned i = 0; i < m_inWord; ++i) {
                weight = weight != 0 ? reader.next() : weight;
                word = word << m_bits | weight;
            }
        }
    }
    void weighByCollator(Weighed &made, std::string_view text, std::size_t depth) const
    {
        constexpr std::size_t kBytes = 4 * Weighed::kWords;
        std::array<std::uint8_t, kBytes * kDeepest> bytes{};
        UCharIterator letters;
        uiter_setUTF8(&letters, text.data(), static_cast<int>(text.size()));
        std::array<std::uint32_t, 2> state{};
        UErrorCode status = U_ZERO_ERROR;
        ucol_nextSortKeyPart(m_collator.get(), &letters, state.data(), bytes.data(),
                             static_cast<int>(kBytes * (depth + 1)), &status);
        const std::uint8_t *next = bytes.data() + kBytes * depth;
        for (std::uint32_t &word : made.key) {
            for (int i = 0; i < 4; ++i)
                word = word << 8 | *next++;
        }
    }

    const TextOf &m_textOf;
    const LetterWeights *m_weights;  // null: the collator
    CollatorPointer m_collator;
    unsigned m_bits;    // of a weight
    unsigned m_inWord;  // weights
};

// What the table weighs, in the room that it has for all of them; the others.
struct Stretch {
    std::span<Weighed> known;
    std::vector<Weighed> others;
};

Stretch weighStretch(std::uint32_t first, std::uint32_t last, std::span<Weighed> room,
                     const TextOf &textOf, const LetterWeights &weights, const std::string &locale)
{
    const Sorter known(textOf, &weights, locale);
    const Sorter others(textOf, nullptr, locale);
    Stretch stretch;
    std::size_t count = 0;
    fetchAhead(
        last - first, textOf,
        [first](std::size_t i) { return first + static_cast<std::uint32_t>(i); },
        [&](std::size_t i, std::string_view text) {
            const std::uint32_t row = first + static_cast<std::uint32_t>(i);
            if (weights.reading(text) != LetterWeights::Reading::Unknown)
                room[count++] = known.weighed(row, text);
            else
                stretch.others.push_back(others.weighed(row, text));
        });
    stretch.known = room.first(count);
    return stretch;
}

struct Sorted {
    std::unique_ptr<Weighed[]> room;
    std::span<Weighed> known;
    std::vector<Weighed> others;
    std::vector<std::uint8_t> isKnownLikeOne;  // per place: its text equals the one before it
    std::vector<std::uint8_t> isOtherLikeOne;
};

// Where texts part that two threads can sort: all before are less than all behind.
std::size_t parted(std::span<Weighed> texts)
{
    if (texts.size() < kManyTexts)
        return 0;
    std::vector<Weighed> some;
    for (std::size_t i = 0; i < texts.size(); i += texts.size() / 1'000)
        some.push_back(texts[i]);
    const auto middle = some.begin() + static_cast<std::ptrdiff_t>(some.size() / 2);
    std::nth_element(some.begin(), middle, some.end());
    Weighed least = *middle;
    least.row = 0;  // all that are like it stay together
    return static_cast<std::size_t>(
        std::partition(texts.begin(), texts.end(),
                       [&least](const Weighed &text) { return text < least; }) -
        texts.begin());
}

Sorted sortedTexts(std::uint32_t count, const TextOf &textOf, const LetterWeights &weights,
                   const std::string &locale)
{
    Sorted all;
    all.room = std::make_unique_for_overwrite<Weighed[]>(count);
    const std::span<Weighed> room(all.room.get(), count);
    const std::uint32_t half = count < kManyTexts ? 0 : count / 2;
    Stretch first;
    Stretch second;
    {
        const std::jthread beside([&] {
            if (half > 0)
                first = weighStretch(0, half, room.first(half), textOf, weights, locale);
        });
        second = weighStretch(half, count, room.subspan(half), textOf, weights, locale);
    }
    std::copy(second.known.begin(), second.known.end(),
              room.begin() + static_cast<std::ptrdiff_t>(first.known.size()));
    all.known = room.first(first.known.size() + second.known.size());
    all.others = std::move(first.others);
    all.others.insert(all.others.end(), second.others.begin(), second.others.end());
    all.isKnownLikeOne.assign(all.known.size(), 0);
    all.isOtherLikeOne.assign(all.others.size(), 0);

    const std::span<Weighed> others(all.others);
    const std::span<std::uint8_t> isKnownLikeOne(all.isKnownLikeOne);
    const std::span<std::uint8_t> isOtherLikeOne(all.isOtherLikeOne);
    const std::size_t knownPart = parted(all.known);
    const std::size_t otherPart = parted(others);
    const auto sortBoth = [&](std::span<Weighed> known, std::span<std::uint8_t> knownLike,
                              std::span<Weighed> rest, std::span<std::uint8_t> restLike) {
        if (!known.empty())
            Sorter(textOf, &weights, locale).sort(known, knownLike);
        if (!rest.empty())
            Sorter(textOf, nullptr, locale).sort(rest, restLike);
    };
    const std::jthread beside([&] {
        sortBoth(all.known.first(knownPart), isKnownLikeOne.first(knownPart),
                 others.first(otherPart), isOtherLikeOne.first(otherPart));
    });
    sortBoth(all.known.subspan(knownPart), isKnownLikeOne.subspan(knownPart),
             others.subspan(otherPart), isOtherLikeOne.subspan(otherPart));
    return all;
}

}  // namespace

TextOrder orderByText(std::uint32_t count, const TextOf &textOf, const std::string &locale)
{
    const LetterWeights weights(*openCollator(locale), lettersIn(count, textOf));
    const Sorted sorted = sortedTexts(count, textOf, weights, locale);
    const std::span<const Weighed> known = sorted.known;
    const std::vector<Weighed> &others = sorted.others;

    // Both in one; of the few, each finds its place among the many.
    const Sorter collator(textOf, nullptr, locale);
    TextOrder order;
    order.rows.reserve(count);
    order.isLikeOne.reserve(count);
    std::size_t next = 0;
    const auto takeKnown = [&](std::size_t end) {
        for (bool isFirst = true; next < end; ++next, isFirst = false) {
            // Behind one of the others it is like that one, or nothing.
            const bool isLike = isFirst
                                    ? !order.rows.empty() &&
                                          collator.collate(order.rows.back(), known[next].row) == 0
                                    : sorted.isKnownLikeOne[next] != 0;
            order.rows.push_back(known[next].row);
            order.isLikeOne.push_back(isLike ? 1 : 0);
        }
    };
    for (std::size_t i = 0; i < others.size(); ++i) {
        // Scripts stand apart, so that the place is mostly near: steps that double find it.
        const auto isBefore = [&](const Weighed &text) {
            const int compared = collator.collate(text.row, others[i].row);
            return compared != 0 ? compared < 0 : text.row < others[i].row;
        };
        std::size_t step = 1;
        std::size_t reach = next;
        while (reach < known.size() && isBefore(known[reach])) {
            reach += step;
            step *= 2;
        }
        const auto first = known.begin() + static_cast<std::ptrdiff_t>(next);
        const auto last =
            known.begin() + static_cast<std::ptrdiff_t>(std::min(reach, known.size()));
        const auto end =
            static_cast<std::size_t>(std::partition_point(first, last, isBefore) - known.begin());
        const bool isBehindOther = end == next && i > 0;
        takeKnown(end);
        const bool isLike =
            isBehindOther
                ? sorted.isOtherLikeOne[i] != 0
                : !order.rows.empty() && collator.collate(order.rows.back(), others[i].row) == 0;
        order.rows.push_back(others[i].row);
        order.isLikeOne.push_back(isLike ? 1 : 0);
    }
    takeKnown(known.size());
    return order;
}

std::vector<std::uint32_t> descending(const TextOrder &order)
{
    std::vector<std::uint32_t> rows;
    rows.reserve(order.rows.size());
    for (std::size_t last = order.rows.size(); last > 0;) {
        std::size_t first = last - 1;
        while (first > 0 && order.isLikeOne[first] != 0)
            --first;
        rows.insert(rows.end(), order.rows.begin() + static_cast<std::ptrdiff_t>(first),
                    order.rows.begin() + static_cast<std::ptrdiff_t>(last));
        last = first;
    }
    return rows;
}

}  // namespace dateline::ui
