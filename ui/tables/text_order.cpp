// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/text_order.h"

#include <algorithm>
#include <array>
#include <memory>
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

struct Weighed {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::uint32_t row = 0;

    void setPrefix(const std::array<std::uint8_t, kPrefix> &bytes)
    {
        for (std::size_t i = 0; i < 8; ++i) {
            high = high << 8 | bytes[i];
            low = low << 8 | bytes[i + 8];
        }
    }
    // Whether the prefix may be all that there is.
    bool isWhole() const { return (low & 0xff) == 0; }
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

// Texts of one sort, plain ones by the table or others by the collator.
class Half {
public:
    Half(const TextOf &textOf, const AsciiWeights *weights, const std::string &locale)
        : m_textOf(textOf), m_weights(weights), m_collator(openCollator(locale))
    {
    }

    int compare(const Weighed &a, const Weighed &b) const
    {
        if (a.high != b.high)
            return a.high < b.high ? -1 : 1;
        if (a.low != b.low)
            return a.low < b.low ? -1 : 1;
        if (a.isWhole())
            return 0;
        return m_weights != nullptr ? compareWeights(a.row, b.row) : collate(a.row, b.row);
    }
    bool precedes(const Weighed &a, const Weighed &b) const
    {
        const int order = compare(a, b);
        return order != 0 ? order < 0 : a.row < b.row;
    }
    int collate(std::uint32_t a, std::uint32_t b) const
    {
        const std::string_view first = m_textOf(a);
        const std::string_view second = m_textOf(b);
        UErrorCode status = U_ZERO_ERROR;
        return ucol_strcollUTF8(m_collator.get(), first.data(), static_cast<int>(first.size()),
                                second.data(), static_cast<int>(second.size()), &status);
    }
    void sort(std::vector<Weighed>::iterator first, std::vector<Weighed>::iterator last) const
    {
        for (auto text = first; text != last; ++text)
            text->setPrefix(m_weights != nullptr ? weightsOf(text->row) : keyOf(text->row));
        std::sort(first, last,
                  [this](const Weighed &a, const Weighed &b) { return precedes(a, b); });
    }

private:
    std::array<std::uint8_t, kPrefix> weightsOf(std::uint32_t row) const
    {
        std::array<std::uint8_t, kPrefix> bytes{};
        WeightReader reader(m_textOf(row), *m_weights);
        for (std::uint8_t &byte : bytes) {
            byte = reader.next();
            if (byte == 0)
                break;
        }
        return bytes;
    }
    std::array<std::uint8_t, kPrefix> keyOf(std::uint32_t row) const
    {
        const std::string_view text = m_textOf(row);
        UCharIterator letters;
        uiter_setUTF8(&letters, text.data(), static_cast<int>(text.size()));
        std::array<std::uint32_t, 2> state{};
        std::array<std::uint8_t, kPrefix> bytes{};
        UErrorCode status = U_ZERO_ERROR;
        ucol_nextSortKeyPart(m_collator.get(), &letters, state.data(), bytes.data(),
                             static_cast<int>(bytes.size()), &status);
        return bytes;
    }
    int compareWeights(std::uint32_t a, std::uint32_t b) const
    {
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

void sortTexts(std::vector<Weighed> &texts, const TextOf &textOf, const AsciiWeights *weights,
               const std::string &locale)
{
    const Half half(textOf, weights, locale);
    if (texts.size() < kManyTexts) {
        half.sort(texts.begin(), texts.end());
        return;
    }
    const auto middle = texts.begin() + static_cast<std::ptrdiff_t>(texts.size() / 2);
    {
        const std::jthread other([&] {
            const Half own(textOf, weights, locale);
            own.sort(texts.begin(), middle);
        });
        half.sort(middle, texts.end());
    }
    std::inplace_merge(texts.begin(), middle, texts.end(),
                       [&](const Weighed &a, const Weighed &b) { return half.precedes(a, b); });
}

}  // namespace

TextOrder orderByText(std::uint32_t count, const TextOf &textOf, const std::string &locale)
{
    const AsciiWeights weights(*openCollator(locale));
    std::vector<Weighed> plain;
    std::vector<Weighed> others;
    plain.reserve(count);
    for (std::uint32_t row = 0; row < count; ++row) {
        Weighed text;
        text.row = row;
        (weights.isUsable() && isPlain(textOf(row)) ? plain : others).push_back(text);
    }
    sortTexts(plain, textOf, &weights, locale);
    sortTexts(others, textOf, nullptr, locale);

    // Both in one; of the few, each finds its place among the many.
    const Half plainOnes(textOf, &weights, locale);
    const Half otherOnes(textOf, nullptr, locale);
    TextOrder order;
    order.rows.reserve(count);
    order.isLikeOne.reserve(count);
    const auto add = [&](const Half &half, const std::vector<Weighed> &texts, std::size_t at,
                         bool isBehindItsLike) {
        order.rows.push_back(texts[at].row);
        order.isLikeOne.push_back(
            isBehindItsLike && at > 0 && half.compare(texts[at - 1], texts[at]) == 0 ? 1 : 0);
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
            add(plainOnes, plain, next, !isFirst);
        add(otherOnes, others, i, isRun);
    }
    for (bool isFirst = !others.empty(); next < plain.size(); ++next, isFirst = false)
        add(plainOnes, plain, next, !isFirst);
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
