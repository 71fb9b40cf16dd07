// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phrases/phrase_tokens.h"

#include "app/phrases/phrase_grammar.h"

namespace dateline {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::uint8_t byteAt(std::string_view text, std::size_t i)
{
    return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0;
}

// A sign that UTF-8 writes with several bytes, as its plain likeness; 0 if it is a letter.
struct WideSign {
    char sign;
    std::size_t length;
};

WideSign wideSignAt(std::string_view text, std::size_t i)
{
    const std::uint8_t first = byteAt(text, i);
    const std::uint8_t second = byteAt(text, i + 1);
    const std::uint8_t third = byteAt(text, i + 2);
    if (first == 0xC2) {
        if (second == 0xA0)
            return {' ', 2};
        if (second < 0xC0 && second != 0xAA && second != 0xBA && second != 0xB5)
            return {'?', 2};
    }
    if (first == 0xE2 && second == 0x80) {
        if (third >= 0x90 && third <= 0x95)
            return {'-', 3};
        if (third == 0x98 || third == 0x99)
            return {'\'', 3};
        if (third <= 0x8A || third == 0xAF)
            return {' ', 3};
        if (third < 0xC0)
            return {'?', 3};
    }
    if (first == 0xE2 && second == 0x88 && third == 0x92)
        return {'-', 3};
    if (first == 0xE2 && second >= 0x81)
        return {'?', 3};
    if (first == 0xE3 && second == 0x80)
        return {third == 0x80 ? ' ' : third == 0x9C ? '~' : '?', 3};
    if (first == 0xEF && second == 0xBD && third == 0x9E)
        return {'~', 3};
    return {0, 0};
}

bool isLetterAt(std::string_view text, std::size_t i)
{
    const char c = text[i];
    return isAsciiLetter(c) ||
           (static_cast<std::uint8_t>(c) >= 0x80 && wideSignAt(text, i).sign == 0);
}

// Hangul syllables, U+AC00-U+D7A3.
bool isHangulAt(std::string_view text, std::size_t i)
{
    const std::uint8_t first = byteAt(text, i);
    return first >= 0xEA && first <= 0xED;
}

class Cutter {
public:
    Cutter(std::string_view text, const PhraseGrammar &grammar, std::vector<PhraseToken> &tokens)
        : m_text(text), m_grammar(grammar), m_tokens(tokens)
    {
    }

    void cut()
    {
        std::size_t i = 0;
        while (i < m_text.size()) {
            const char c = m_text[i];
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                m_lines += c == '\n' ? 1 : 0;
                m_isAfterSpace = true;
                ++i;
            } else if (isDigit(c)) {
                i = number(i);
            } else if (isLetterAt(m_text, i)) {
                i = isHangulAt(m_text, i) ? hangul(i) : word(i);
            } else {
                i = sign(i);
            }
        }
    }

private:
    PhraseToken &add(std::size_t begin, std::size_t end, TokenKind kind)
    {
        PhraseToken token;
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(end);
        token.kind = kind;
        token.isAfterSpace = m_isAfterSpace;
        token.isAfterBreak = m_lines > 1;
        m_isAfterSpace = false;
        m_lines = 0;
        m_tokens.push_back(token);
        return m_tokens.back();
    }

    std::size_t number(std::size_t i)
    {
        std::size_t end = i;
        int value = 0;
        while (end < m_text.size() && isDigit(m_text[end])) {
            if (end - i < 8)
                value = value * 10 + (m_text[end] - '0');
            ++end;
        }
        PhraseToken &token = add(i, end, TokenKind::Number);
        token.digits = static_cast<int>(end - i < 100 ? end - i : 100);
        token.value = token.digits <= 8 ? value : -1;
        return end;
    }

    std::size_t sign(std::size_t i)
    {
        const WideSign wide = wideSignAt(m_text, i);
        if (wide.sign == ' ') {
            m_isAfterSpace = true;
            return i + wide.length;
        }
        const std::size_t length = wide.sign != 0 ? wide.length : 1;
        const char c = wide.sign != 0 ? wide.sign : m_text[i];
        // "yesterday's", "1988's": an ending of its own.
        if (c == '\'' && (byteAt(m_text, i + length) | 0x20) == 's' && !m_isAfterSpace &&
            (i + length + 1 >= m_text.size() || !isLetterAt(m_text, i + length + 1))) {
            add(i, i + length + 1, TokenKind::Word).word = m_grammar.word("'s");
            return i + length + 1;
        }
        add(i, i + length, TokenKind::Sign).sign = c;
        return i + length;
    }

    // Letters; an apostrophe between letters ends a word and belongs to it: l', aujourd'.
    std::size_t word(std::size_t i)
    {
        std::size_t end = i;
        bool isAscii = true;
        while (end < m_text.size() && isLetterAt(m_text, end) && !isHangulAt(m_text, end)) {
            isAscii = isAscii && static_cast<std::uint8_t>(m_text[end]) < 0x80;
            ++end;
        }
        if (end == i)
            end = i + 1;
        const WideSign next = wideSignAt(m_text, end);
        const bool isQuote = next.sign == '\'' || byteAt(m_text, end) == '\'';
        const std::size_t after = end + (next.length > 0 ? next.length : 1);
        const bool isJoined = isQuote && after < m_text.size() && isLetterAt(m_text, after) &&
                              !isPossessiveAt(end, after);
        const std::string_view letters = m_text.substr(i, end - i);
        PhraseToken &token = add(i, end, TokenKind::Word);
        if (letters.size() <= kLongest) {
            m_lowered.clear();
            if (isAscii)
                for (const char c : letters)
                    m_lowered.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
            else
                appendLowered(m_lowered, letters);
            token.word = m_grammar.word(m_lowered);
            if (isJoined) {
                m_lowered.push_back('\'');
                token.end = static_cast<std::uint32_t>(after);
            }
            token.word = m_grammar.word(m_lowered);
            token.isCapital = m_lowered.compare(0, letters.size(), letters) != 0;
        }
        return isJoined ? after : end;
    }

    bool isPossessiveAt(std::size_t quote, std::size_t letter) const
    {
        return quote < letter && (byteAt(m_text, letter) | 0x20) == 's' &&
               (letter + 1 >= m_text.size() || !isLetterAt(m_text, letter + 1));
    }

    // A run of syllables: the longest known word first, and so on to its end. Where something
    // unknown remains the whole run is one unknown word.
    std::size_t hangul(std::size_t i)
    {
        std::size_t end = i;
        while (end < m_text.size() && isHangulAt(m_text, end))
            end += 3;
        end = end < m_text.size() ? end : m_text.size();
        const std::size_t known = m_tokens.size();
        std::size_t at = i;
        while (at < end) {
            std::size_t length = end - at < kLongest ? end - at : kLongest / 3 * 3;
            int word = -1;
            for (; length >= 3; length -= 3) {
                word = m_grammar.word(m_text.substr(at, length));
                if (word >= 0)
                    break;
            }
            if (word < 0)
                break;
            add(at, at + length, TokenKind::Word).word = word;
            at += length;
        }
        if (at < end) {
            const bool isAfterSpace =
                known < m_tokens.size() ? m_tokens[known].isAfterSpace : m_isAfterSpace;
            m_tokens.resize(known);
            m_isAfterSpace = isAfterSpace;
            add(i, end, TokenKind::Word);
        }
        return end;
    }

    static constexpr std::size_t kLongest = 48;

    std::string_view m_text;
    const PhraseGrammar &m_grammar;
    std::vector<PhraseToken> &m_tokens;
    std::string m_lowered;
    bool m_isAfterSpace = true;
    int m_lines = 0;
};

}  // namespace

void cutIntoTokens(std::string_view text, const PhraseGrammar &grammar,
                   std::vector<PhraseToken> &tokens)
{
    tokens.clear();
    tokens.reserve(text.size() / 5 + 8);
    Cutter(text, grammar, tokens).cut();
}

void appendLowered(std::string &out, std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto first = static_cast<std::uint8_t>(text[i]);
        const std::uint8_t second = byteAt(text, i + 1);
        const auto put = [&](std::uint8_t a, int b) {
            out.push_back(static_cast<char>(a));
            out.push_back(static_cast<char>(b));
            ++i;
        };
        if (first < 0x80)
            out.push_back(first >= 'A' && first <= 'Z' ? static_cast<char>(first + 32) : text[i]);
        else if (first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97)
            put(0xC3, second + 0x20);  // À-Þ
        else if (first == 0xC5 && (second == 0x92 || second == 0xB8))
            put(second == 0x92 ? 0xC5 : 0xC3, second == 0x92 ? 0x93 : 0xBF);  // Œ, Ÿ
        else if (first == 0xD0 && second >= 0x90 && second <= 0x9F)
            put(0xD0, second + 0x20);  // А-П
        else if (first == 0xD0 && second >= 0xA0 && second <= 0xAF)
            put(0xD1, second - 0x20);  // Р-Я
        else if (first == 0xD0 && second >= 0x80 && second <= 0x8F)
            put(0xD1, second + 0x10);  // Ё, Є, І, Ї
        else if (first == 0xD2 && second == 0x90)
            put(0xD2, 0x91);  // Ґ
        else
            out.push_back(text[i]);
    }
}

}  // namespace dateline
