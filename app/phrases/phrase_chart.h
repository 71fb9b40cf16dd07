// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what the rules of a language make of a run of words: all parts of all lengths, from the
// right to the left, so that whatever a rule needs behind its first part is there already. Work
// grows with the run's length; how many meanings a place may have is limited.
#pragma once

#include <deque>
#include <vector>

#include "app/phrases/phrase_actions.h"
#include "app/phrases/phrase_tokens.h"

namespace dateline {

class PhraseChart {
public:
    PhraseChart(const PhraseGrammar &grammar, std::string_view text,
                const std::vector<PhraseToken> &tokens)
        : m_grammar(grammar), m_text(text), m_tokens(tokens)
    {
    }

    struct Item {
        int symbol;
        int end;  // token after the last
        int meaning;
    };

    // Reads tokens [first, last).
    void read(int first, int last, const PhraseBeside &beside);
    // What begins with that token.
    const std::vector<Item> &at(int token) const
    {
        return m_items[static_cast<std::size_t>(token - m_first)];
    }
    const PhraseBeside &beside() const { return *m_beside; }
    const PhraseMeaning &meaning(int index) const
    {
        return m_meanings[static_cast<std::size_t>(index)];
    }

private:
    std::vector<Item> &itemsAt(int token)
    {
        return m_items[static_cast<std::size_t>(token - m_first)];
    }
    const PhraseToken &token(int index) const { return m_tokens[static_cast<std::size_t>(index)]; }
    bool isSignAt(int index, char sign, bool isJoined) const;
    bool isNumberAt(int index) const;
    bool isArticle(int index) const;

    void addItem(int start, int symbol, int end, PhraseMeaning meaning);
    void addToken(int start);
    void addNumber(int start);
    void addNumericDate(int start);
    void addSpacedDate(int start);
    void addNumericFields(int start, int end, std::int64_t year, int digits, int a, int b,
                          bool isMonthFirst);
    void addClock(int start);
    void tryRule(int start, int rule, int end, int meaning);
    void match(int start, const Production &production, int rule, std::size_t next, int end);

    const PhraseGrammar &m_grammar;
    std::string_view m_text;
    const std::vector<PhraseToken> &m_tokens;
    const PhraseBeside *m_beside = nullptr;
    int m_first = 0;
    int m_last = 0;
    std::vector<std::vector<Item>> m_items;
    std::deque<PhraseMeaning> m_meanings;
    std::vector<PhraseChild> m_children;
};

}  // namespace dateline
