// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/letter_weights.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <memory>
#include <string>

#include <unicode/uchar.h>
#include <unicode/ucoleitr.h>
#include <unicode/uset.h>

namespace dateline::ui {

namespace {

constexpr std::size_t kLongestNumber = 200;  // its length must fit into a weight
constexpr std::uint32_t kCommonSecondary = 0x0500;

bool isDigit(int c)
{
    return c >= '0' && c <= '9';
}

// The part of a sort key that the first level of the order looks at.
std::string primaryKey(const UCollator &collator, char16_t letter)
{
    std::array<std::uint8_t, 64> bytes{};
    const int size = ucol_getSortKey(&collator, &letter, 1, bytes.data(), 64);
    const std::string key(bytes.begin(), bytes.begin() + std::clamp(size, 0, 64));
    return key.substr(0, key.find('\1'));
}

bool isSimple(char16_t letter)
{
    return u_getCombiningClass(letter) == 0 &&
           u_getIntPropertyValue(letter, UCHAR_LEAD_CANONICAL_COMBINING_CLASS) == 0 &&
           (letter < 128 || u_charType(letter) != U_DECIMAL_DIGIT_NUMBER);
}

bool hasLongNumber(std::string_view text)
{
    std::size_t digits = 0;
    return std::any_of(text.begin(), text.end(), [&digits](char c) {
        digits = isDigit(c) ? digits + 1 : 0;
        return digits > kLongestNumber;
    });
}

bool isHangulSyllable(char16_t letter)
{
    return letter >= 0xac00 && letter <= 0xd7a3;
}

}  // namespace

struct LetterWeights::Elements {
    std::vector<std::uint32_t> primaries;
    bool isAccented = false;
};

LetterWeights::Elements LetterWeights::elementsOf(const UCollator &collator, char16_t letter)
{
    Elements found;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCollationElements, decltype(&ucol_closeElements)> elements(
        ucol_openElements(&collator, &letter, 1, &status), &ucol_closeElements);
    if (U_FAILURE(status))
        return found;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> weights;  // of both levels
    for (;;) {
        const std::int32_t order = ucol_next(elements.get(), &status);
        if (order == UCOL_NULLORDER || U_FAILURE(status))
            break;
        const auto bits = static_cast<std::uint32_t>(order);
        // An element comes in halves of 16 bits of the first and 8 of the second level.
        constexpr std::uint32_t kSecondHalf = 0xc0;
        if ((bits & kSecondHalf) == kSecondHalf && !weights.empty()) {
            weights.back().first |= bits >> 16;
            weights.back().second |= bits >> 8 & 0xff;
        } else {
            weights.emplace_back(bits & 0xffff0000, bits & 0xff00);
        }
    }
    for (const auto &[primary, secondary] : weights) {
        if (primary != 0)
            found.primaries.push_back(primary);
        found.isAccented |= secondary != (primary != 0 ? kCommonSecondary : 0);
    }
    return found;
}

LetterWeights::LetterWeights(const UCollator &collator, std::vector<char16_t> letters)
    : m_marks(0x10000, kUnknown), m_weights(0x10000, 0)
{
    // What may be left out of account, as languages wish, depends on more than one letter.
    UErrorCode status = U_ZERO_ERROR;
    if (ucol_getAttribute(&collator, UCOL_ALTERNATE_HANDLING, &status) != UCOL_NON_IGNORABLE)
        return;
    for (char16_t letter = 0; letter < 128; ++letter)
        letters.push_back(letter);
    // Syllables weigh what their parts weigh.
    if (std::any_of(letters.begin(), letters.end(), isHangulSyllable)) {
        for (const auto &[first, last] :
             {std::pair<char16_t, char16_t>{0x1100, 0x1112}, {0x1161, 0x1175}, {0x11a8, 0x11c2}}) {
            for (char16_t letter = first; letter <= last; ++letter)
                letters.push_back(letter);
        }
    }
    std::sort(letters.begin(), letters.end());
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    std::erase_if(letters, [](char16_t letter) { return !isSimple(letter); });

    // Each weight of the first level, and its place among the others by a letter that has it alone.
    const std::string ofDigits = primaryKey(collator, u'0');
    std::vector<Elements> elements;
    std::map<std::string, std::uint32_t> byKey;
    std::map<std::uint32_t, std::string> keyOf;
    for (const char16_t letter : letters) {
        elements.push_back(elementsOf(collator, letter));
        const std::vector<std::uint32_t> &primaries = elements.back().primaries;
        if (primaries.size() != 1 || isDigit(letter) || keyOf.contains(primaries.front()))
            continue;
        std::string key = primaryKey(collator, letter);
        if (key.empty() || key.front() == ofDigits.front() ||
            !byKey.emplace(key, primaries.front()).second)
            continue;
        keyOf.emplace(primaries.front(), std::move(key));
    }
    byKey.emplace(ofDigits, 0);
    std::map<std::uint32_t, std::uint16_t> weightOf;
    for (const auto &[key, primary] : byKey) {
        if (weightOf.size() == UINT16_MAX)
            return;
        weightOf.emplace(primary, static_cast<std::uint16_t>(weightOf.size() + 1));
    }
    m_bits = std::max(8u, static_cast<unsigned>(std::bit_width(weightOf.size())));

    for (std::size_t i = 0; i < letters.size(); ++i) {
        std::uint8_t marks = elements[i].isAccented ? kAccented : 0;
        std::vector<std::uint16_t> weights;
        if (isDigit(letters[i])) {
            marks |= kDigit;
            weights.push_back(weightOf.at(0));
        } else {
            for (const std::uint32_t primary : elements[i].primaries) {
                if (const auto known = weightOf.find(primary); known != weightOf.end())
                    weights.push_back(known->second);
            }
            if (weights.size() != elements[i].primaries.size())
                continue;
        }
        std::uint16_t &weight = m_weights[letters[i]];
        if (weights.size() == 1) {
            weight = weights.front();
        } else if (weights.size() > 1) {
            if (m_several.size() + weights.size() >= UINT16_MAX)
                continue;
            marks |= kSeveral;
            weight = static_cast<std::uint16_t>(m_several.size());
            m_several.push_back(static_cast<std::uint16_t>(weights.size()));
            m_several.insert(m_several.end(), weights.begin(), weights.end());
        }
        m_marks[letters[i]] = marks;
    }
    noteContractions(collator);
}

// Letters in a row with an order of their own, like "ch" in Czech.
void LetterWeights::noteContractions(const UCollator &collator)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USet, decltype(&uset_close)> rows(uset_openEmpty(), &uset_close);
    ucol_getContractionsAndExpansions(&collator, rows.get(), nullptr, true, &status);
    for (std::int32_t item = 0; item < uset_getItemCount(rows.get()); ++item) {
        std::vector<char16_t> text(64);
        UChar32 first = 0;
        UChar32 last = 0;
        std::int32_t length = uset_getItem(rows.get(), item, &first, &last, text.data(),
                                           static_cast<int>(text.size()), &status);
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            status = U_ZERO_ERROR;
            text.resize(static_cast<std::size_t>(length));
            length = uset_getItem(rows.get(), item, &first, &last, text.data(), length, &status);
        }
        if (U_FAILURE(status)) {
            m_marks.assign(m_marks.size(), kUnknown);
            return;
        }
        for (std::int32_t i = 0; length >= 2 && i < length; ++i) {
            if (i + 1 < length)
                m_marks[text[static_cast<std::size_t>(i)]] |= kHead;
            if (i > 0)
                m_marks[text[static_cast<std::size_t>(i)]] |= kTail;
        }
    }
}

LetterWeights::Reading LetterWeights::reading(std::string_view text) const
{
    static_assert(kTail == kHead << 1);
    unsigned all = 0;
    unsigned joined = 0;  // tails behind heads
    unsigned before = 0;
    const auto *at = reinterpret_cast<const unsigned char *>(text.data());
    for (const unsigned char *const end = at + text.size(); at < end;) {
        const unsigned marks = m_marks[nextLetter(at, end)];
        all |= marks;
        joined |= before << 1 & marks;
        before = marks;
    }
    if ((all & kUnknown) != 0 || (joined & kTail) != 0 ||
        (text.size() > kLongestNumber && hasLongNumber(text)))
        return Reading::Unknown;
    return (all & kAccented) != 0 ? Reading::Accented : Reading::Whole;
}

// Its first digit has been read.
std::uint16_t WeightReader::startNumber(std::uint16_t weight)
{
    --m_at;
    while (m_at < m_end && *m_at == '0')
        ++m_at;
    const unsigned char *const digits = m_at;
    const unsigned char *end = digits;
    while (end < m_end && isDigit(*end))
        ++end;
    m_numberLeft = static_cast<std::uint16_t>(end - digits + 1);
    m_isLengthDue = true;
    return weight;
}

std::uint16_t WeightReader::nextOfNumber()
{
    if (!m_isLengthDue) {
        --m_numberLeft;
        return *m_at++;
    }
    m_isLengthDue = false;
    return m_numberLeft--;
}

}  // namespace dateline::ui
