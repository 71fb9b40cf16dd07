// SPDX-License-Identifier: GPL-3.0-or-later
// What a collator makes of single letters, of any script: which weights each adds to the order of a
// text, read from the collator once, so that texts are compared without it. Letters of which
// several together sort otherwise than one by one, combining marks and letters that were not asked
// for are not known here: texts with them are the collator's. After that, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <unicode/ucol.h>

namespace dateline::ui {

class LetterWeights {
public:
    // The collator compares secondary weights and numbers by their value. letters: of the basic
    // plane; ASCII is always known.
    LetterWeights(const UCollator &collator, std::vector<char16_t> letters);

    // Bits that any weight fits into; at least 8, so that a number's length fits, too.
    unsigned bits() const { return m_bits; }

    enum class Reading : std::uint8_t {
        Whole,     // its weights decide
        Accented,  // texts of the same weights are still to be compared
        Unknown    // the collator decides
    };
    Reading reading(std::string_view text) const;

private:
    friend class WeightReader;

    // Of a letter.
    enum Mark : std::uint8_t {
        kUnknown = 1,
        kDigit = 2,
        kAccented = 4,
        kSeveral = 8,  // weights; it tells where they are
        kHead = 16,    // before a tail it may be one with it
        kTail = 32
    };
    struct Elements;

    static Elements elementsOf(const UCollator &collator, char16_t letter);
    void noteContractions(const UCollator &collator);
    // The letter at a place of a text, and the place behind it. What is no letter of the basic
    // plane is the one that nobody knows.
    static char16_t nextLetter(const unsigned char *&at, const unsigned char *end);

    static constexpr char16_t kNoLetter = 0xffff;

    std::vector<std::uint8_t> m_marks;     // of each letter
    std::vector<std::uint16_t> m_weights;  // 0: none
    std::vector<std::uint16_t> m_several;  // how many, and then each
    unsigned m_bits = 8;
};

// The weights of a text of known letters, one by one; 0 at its end. A number is its weight, its
// length and its digits, so that a longer one is a greater one.
class WeightReader {
public:
    WeightReader(std::string_view text, const LetterWeights &weights)
        : m_at(reinterpret_cast<const unsigned char *>(text.data())), m_end(m_at + text.size()),
          m_weights(weights)
    {
    }
    std::uint16_t next();

private:
    std::uint16_t nextOfNumber();
    std::uint16_t startNumber(std::uint16_t weight);

    const unsigned char *m_at;
    const unsigned char *m_end;
    const LetterWeights &m_weights;
    std::size_t m_severalAt = 0;  // in the table
    std::uint16_t m_severalLeft = 0;
    std::uint16_t m_numberLeft = 0;  // digits, and one for the length
    bool m_isLengthDue = false;
};

inline char16_t LetterWeights::nextLetter(const unsigned char *&at, const unsigned char *end)
{
    const unsigned first = *at++;
    if (first < 0x80)
        return static_cast<char16_t>(first);
    const auto follows = [end](const unsigned char *byte) {
        return byte < end && (*byte & 0xc0) == 0x80;
    };
    if (first >= 0xc2 && first < 0xe0 && follows(at))
        return static_cast<char16_t>((first & 0x1f) << 6 | (*at++ & 0x3f));
    if (first >= 0xe0 && first < 0xf0 && follows(at) && follows(at + 1)) {
        const unsigned letter = (first & 0xf) << 12 | (at[0] & 0x3fu) << 6 | (at[1] & 0x3fu);
        at += 2;
        if (letter >= 0x800 && (letter < 0xd800 || letter >= 0xe000))
            return static_cast<char16_t>(letter);
    }
    return kNoLetter;
}

inline std::uint16_t WeightReader::next()
{
    if (m_numberLeft > 0)
        return nextOfNumber();
    if (m_severalLeft > 0) {
        --m_severalLeft;
        return m_weights.m_several[m_severalAt++];
    }
    while (m_at < m_end) {
        const char16_t letter = LetterWeights::nextLetter(m_at, m_end);
        const std::uint16_t weight = m_weights.m_weights[letter];
        if ((m_weights.m_marks[letter] & (LetterWeights::kDigit | LetterWeights::kSeveral)) != 0) {
            if ((m_weights.m_marks[letter] & LetterWeights::kDigit) != 0)
                return startNumber(weight);
            m_severalAt = weight;
            m_severalLeft = static_cast<std::uint16_t>(m_weights.m_several[m_severalAt++] - 1);
            return m_weights.m_several[m_severalAt++];
        }
        if (weight != 0)
            return weight;
    }
    return 0;
}

}  // namespace dateline::ui
