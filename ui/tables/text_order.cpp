// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/text_order.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <thread>

#include <unicode/ucol.h>
#include <unicode/uiter.h>
#include <unicode/uset.h>

#include "app/base/check.h"

namespace dateline::ui {

namespace {

using TextOf = std::function<std::string_view(std::uint32_t)>;
using CollatorPointer = std::unique_ptr<UCollator, decltype(&ucol_close)>;

constexpr std::size_t kPrefix = 16;
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

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// What the collator makes of single ASCII letters. Usable where it makes nothing else of several.
class AsciiWeights {
public:
    explicit AsciiWeights(const UCollator &collator)
    {
        std::array<std::string, 128> keys;
        for (std::size_t c = 0; c < keys.size(); ++c)
            keys[c] = keyOf(collator, static_cast<char16_t>(c));
        const std::string nothing = keys[0];
        std::vector<std::string> distinct;
        for (std::size_t c = 0; c < keys.size(); ++c) {
            if (isDigit(static_cast<char>(c)))
                keys[c] = keys['0'];
            if (keys[c] != nothing)
                distinct.push_back(keys[c]);
        }
        std::sort(distinct.begin(), distinct.end());
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
        for (std::size_t c = 0; c < keys.size(); ++c) {
            const auto found = std::lower_bound(distinct.begin(), distinct.end(), keys[c]);
            if (keys[c] != nothing)
                m_weights[c] = static_cast<std::uint8_t>(found - distinct.begin() + 1);
        }
        m_isUsable = !sortsPairs(collator) && differByPrimaryWeight(distinct);
    }

    bool isUsable() const { return m_isUsable; }
    std::uint8_t of(char c) const { return m_weights[static_cast<unsigned char>(c)]; }

private:
    static std::string keyOf(const UCollator &collator, char16_t letter)
    {
        std::array<std::uint8_t, 64> key{};
        const std::int32_t size = ucol_getSortKey(&collator, &letter, letter == 0 ? 0 : 1,
                                                  key.data(), static_cast<int>(key.size()));
        return std::string(key.begin(), key.begin() + std::min<std::int32_t>(size, 64));
    }
    // Whether the language has an order of its own for ASCII letters in a row, like "ch" or "aa".
    static bool sortsPairs(const UCollator &collator)
    {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<USet, decltype(&uset_close)> tailored(
            ucol_getTailoredSet(&collator, &status), &uset_close);
        if (U_FAILURE(status))
            return true;
        for (std::int32_t item = 0; item < uset_getItemCount(tailored.get()); ++item) {
            std::array<char16_t, 32> text{};
            UChar32 first = 0;
            UChar32 last = 0;
            const std::int32_t length =
                uset_getItem(tailored.get(), item, &first, &last, text.data(), 32, &status);
            if (U_FAILURE(status))
                return true;
            if (length >= 2 && std::all_of(text.begin(), text.begin() + std::min(length, 32),
                                           [](char16_t c) { return c < 128; }))
                return true;
        }
        return false;
    }
    // Letters that only a later weight tells apart would count after the whole text.
    static bool differByPrimaryWeight(const std::vector<std::string> &sortedKeys)
    {
        const auto primary = [](const std::string &key) { return key.substr(0, key.find('\1')); };
        for (std::size_t i = 0; i < sortedKeys.size(); ++i) {
            if (primary(sortedKeys[i]).empty() ||
                (i > 0 && primary(sortedKeys[i]) == primary(sortedKeys[i - 1])))
                return false;
        }
        return true;
    }

    std::array<std::uint8_t, 128> m_weights{};
    bool m_isUsable = false;
};

// The weights of one text, one by one; 0 at its end. A number is its weight, its length and its
// digits, so that a longer one is a greater one.
class WeightReader {
public:
    WeightReader(std::string_view text, const AsciiWeights &weights)
        : m_text(text), m_weights(weights)
    {
    }
    std::uint8_t next()
    {
        if (m_digitsLeft > 0) {
            if (!m_isLengthTold) {
                m_isLengthTold = true;
                if (--m_digitsLeft == 0)
                    m_isLengthTold = false;
                return m_length;
            }
            if (--m_digitsLeft == 0)
                m_isLengthTold = false;
            return static_cast<std::uint8_t>(m_text[m_at++]);
        }
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            const std::uint8_t weight = m_weights.of(c);
            if (isDigit(c)) {
                while (m_at < m_text.size() && m_text[m_at] == '0')
                    ++m_at;
                std::size_t end = m_at;
                while (end < m_text.size() && isDigit(m_text[end]))
                    ++end;
                m_length = static_cast<std::uint8_t>(end - m_at + 1);
                m_digitsLeft = static_cast<std::uint32_t>(end - m_at + 1);
                return weight;
            }
            ++m_at;
            if (weight != 0)
                return weight;
        }
        return 0;
    }

private:
    std::string_view m_text;
    const AsciiWeights &m_weights;
    std::size_t m_at = 0;
    std::uint32_t m_digitsLeft = 0;  // and one for the length
    std::uint8_t m_length = 0;
    bool m_isLengthTold = false;
};

// A row with sixteen bytes of what its text is sorted by, from some byte on.
struct Weighed {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::uint32_t row = 0;
    bool isLikeOne = false;  // its text equals the one before it, in the end

    void setBytes(const std::uint8_t *bytes)
    {
        high = low = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            high = high << 8 | bytes[i];
            low = low << 8 | bytes[i + 8];
        }
    }
    // Whether there are no more bytes behind these.
    bool isWhole() const { return (low & 0xff) == 0; }
    bool isLike(const Weighed &other) const { return high == other.high && low == other.low; }
    bool operator<(const Weighed &other) const
    {
        if (high != other.high)
            return high < other.high;
        return low != other.low ? low < other.low : row < other.row;
    }
};

bool isPlain(std::string_view text)
{
    constexpr std::size_t kLongestNumber = 200;
    std::size_t digits = 0;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 128)
            return false;
        digits = isDigit(c) ? digits + 1 : 0;
        if (digits > kLongestNumber)
            return false;
    }
    return true;
}

// Texts of one sort, plain ones by the table or others by the collator. Rows follow one another and
// their texts lie anywhere: to fetch one takes longer than to weigh it. So each is fetched once for
// every sixteen bytes that others share with it, and asked for some rows ahead.
class Half {
public:
    static constexpr std::size_t kAhead = 16;

    Half(const TextOf &textOf, const AsciiWeights *weights, const std::string &locale)
        : m_textOf(textOf), m_weights(weights), m_collator(openCollator(locale))
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
    Weighed weighed(std::uint32_t row, std::string_view text) const
    {
        Weighed made;
        made.row = row;
        weigh(made, text, 0);
        return made;
    }
    // Of texts that are sorted by their first bytes: those that share them, by what follows.
    void resolve(std::span<Weighed> texts, std::size_t depth = 0) const
    {
        for (std::size_t first = 0; first < texts.size();) {
            std::size_t last = first + 1;
            while (last < texts.size() && texts[last].isLike(texts[first]))
                ++last;
            const std::span<Weighed> alike = texts.subspan(first, last - first);
            if (texts[first].isWhole()) {
                for (std::size_t i = 1; i < alike.size(); ++i)
                    alike[i].isLikeOne = true;
            } else if (alike.size() > 1) {
                resolveByMore(alike, depth + 1);
            }
            first = last;
        }
    }

private:
    static constexpr std::size_t kDeepest = 8;  // from there on pairs are compared

    void resolveByMore(std::span<Weighed> texts, std::size_t depth) const
    {
        if (depth == kDeepest) {
            std::sort(texts.begin(), texts.end(), [this](const Weighed &a, const Weighed &b) {
                const int order = compare(a.row, b.row);
                return order != 0 ? order < 0 : a.row < b.row;
            });
            for (std::size_t i = 1; i < texts.size(); ++i)
                texts[i].isLikeOne = compare(texts[i - 1].row, texts[i].row) == 0;
            return;
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (i + kAhead < texts.size())
                __builtin_prefetch(m_textOf(texts[i + kAhead].row).data());
            weigh(texts[i], m_textOf(texts[i].row), depth);
        }
        std::sort(texts.begin(), texts.end());
        resolve(texts, depth);
    }
    // The bytes from depth * kPrefix on.
    void weigh(Weighed &made, std::string_view text, std::size_t depth) const
    {
        std::array<std::uint8_t, kPrefix * kDeepest> bytes{};
        const std::size_t count = kPrefix * (depth + 1);
        if (m_weights != nullptr) {
            WeightReader reader(text, *m_weights);
            for (std::size_t i = 0; i < count; ++i) {
                bytes[i] = reader.next();
                if (bytes[i] == 0)
                    break;
            }
        } else {
            UCharIterator letters;
            uiter_setUTF8(&letters, text.data(), static_cast<int>(text.size()));
            std::array<std::uint32_t, 2> state{};
            UErrorCode status = U_ZERO_ERROR;
            ucol_nextSortKeyPart(m_collator.get(), &letters, state.data(), bytes.data(),
                                 static_cast<int>(count), &status);
        }
        made.setBytes(bytes.data() + kPrefix * depth);
    }
    int compare(std::uint32_t a, std::uint32_t b) const
    {
        if (m_weights == nullptr)
            return collate(a, b);
        WeightReader first(m_textOf(a), *m_weights);
        WeightReader second(m_textOf(b), *m_weights);
        for (;;) {
            const std::uint8_t x = first.next();
            const std::uint8_t y = second.next();
            if (x != y)
                return x < y ? -1 : 1;
            if (x == 0)
                return 0;
        }
    }

    const TextOf &m_textOf;
    const AsciiWeights *m_weights;  // null: the collator
    CollatorPointer m_collator;
};

struct Sorted {
    std::vector<Weighed> plain;
    std::vector<Weighed> others;
};

// The rows of a stretch by the first bytes of their texts.
Sorted sortedByBytes(std::uint32_t first, std::uint32_t last, const TextOf &textOf,
                     const AsciiWeights &weights, const std::string &locale)
{
    const Half plainOnes(textOf, &weights, locale);
    const Half otherOnes(textOf, nullptr, locale);
    Sorted sorted;
    sorted.plain.reserve(last - first);
    for (std::uint32_t row = first; row < last; ++row) {
        if (row + Half::kAhead < last)
            __builtin_prefetch(textOf(row + static_cast<std::uint32_t>(Half::kAhead)).data());
        const std::string_view text = textOf(row);
        if (weights.isUsable() && isPlain(text))
            sorted.plain.push_back(plainOnes.weighed(row, text));
        else
            sorted.others.push_back(otherOnes.weighed(row, text));
    }
    std::sort(sorted.plain.begin(), sorted.plain.end());
    std::sort(sorted.others.begin(), sorted.others.end());
    return sorted;
}

std::vector<Weighed> merged(const std::vector<Weighed> &some, const std::vector<Weighed> &others)
{
    std::vector<Weighed> all(some.size() + others.size());
    std::merge(some.begin(), some.end(), others.begin(), others.end(), all.begin());
    return all;
}

void resolveBoth(const Half &plainOnes, std::span<Weighed> plain, const Half &otherOnes,
                 std::span<Weighed> others)
{
    plainOnes.resolve(plain);
    otherOnes.resolve(others);
}

// Where the second half begins, between texts of other first bytes.
std::size_t middleOf(const std::vector<Weighed> &texts)
{
    std::size_t middle = texts.size() / 2;
    while (middle > 0 && middle < texts.size() && texts[middle].isLike(texts[middle - 1]))
        ++middle;
    return middle;
}

Sorted sortedTexts(std::uint32_t count, const TextOf &textOf, const AsciiWeights &weights,
                   const std::string &locale)
{
    const Half plainOnes(textOf, &weights, locale);
    const Half otherOnes(textOf, nullptr, locale);
    Sorted all;
    if (count < kManyTexts) {
        all = sortedByBytes(0, count, textOf, weights, locale);
        resolveBoth(plainOnes, all.plain, otherOnes, all.others);
        return all;
    }
    {
        Sorted first;
        Sorted second;
        {
            const std::jthread other(
                [&] { first = sortedByBytes(0, count / 2, textOf, weights, locale); });
            second = sortedByBytes(count / 2, count, textOf, weights, locale);
        }
        const std::jthread other([&] { all.others = merged(first.others, second.others); });
        all.plain = merged(first.plain, second.plain);
    }
    const std::span<Weighed> plain(all.plain);
    const std::span<Weighed> others(all.others);
    const std::size_t plainMiddle = middleOf(all.plain);
    const std::size_t otherMiddle = middleOf(all.others);
    std::jthread other([&] {
        resolveBoth(Half(textOf, &weights, locale), plain.first(plainMiddle),
                    Half(textOf, nullptr, locale), others.first(otherMiddle));
    });
    resolveBoth(plainOnes, plain.subspan(plainMiddle), otherOnes, others.subspan(otherMiddle));
    other.join();
    return all;
}

}  // namespace

TextOrder orderByText(std::uint32_t count, const TextOf &textOf, const std::string &locale)
{
    const AsciiWeights weights(*openCollator(locale));
    const Sorted sorted = sortedTexts(count, textOf, weights, locale);
    const std::vector<Weighed> &plain = sorted.plain;
    const std::vector<Weighed> &others = sorted.others;

    // Both in one; of the few, each finds its place among the many.
    const Half otherOnes(textOf, nullptr, locale);
    TextOrder order;
    order.rows.reserve(count);
    order.isLikeOne.reserve(count);
    const auto add = [&](const Weighed &text, bool isBehindItsLike) {
        order.rows.push_back(text.row);
        order.isLikeOne.push_back(isBehindItsLike && text.isLikeOne ? 1 : 0);
    };
    std::size_t next = 0;
    for (std::size_t i = 0; i < others.size(); ++i) {
        // Scripts stand apart, so that the place is mostly near: steps that double find it.
        const auto isBefore = [&](const Weighed &text) {
            return otherOnes.collate(text.row, others[i].row) <= 0;
        };
        std::size_t step = 1;
        std::size_t reach = next;
        while (reach < plain.size() && isBefore(plain[reach])) {
            reach += step;
            step *= 2;
        }
        const auto first = plain.begin() + static_cast<std::ptrdiff_t>(next);
        const auto last =
            plain.begin() + static_cast<std::ptrdiff_t>(std::min(reach, plain.size()));
        const auto end =
            static_cast<std::size_t>(std::partition_point(first, last, isBefore) - plain.begin());
        const bool isRun = end == next && i > 0;
        for (bool isFirst = true; next < end; ++next, isFirst = false)
            add(plain[next], !isFirst);
        add(others[i], isRun);
    }
    for (bool isFirst = !others.empty(); next < plain.size(); ++next, isFirst = false)
        add(plain[next], !isFirst);
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
