// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phrases/phrase_grammar.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "app/base/check.h"
#include "app/phrases/phrase_actions.h"
#include "app/phrases/phrase_tokens.h"
#include "app/phrases/word_lists.h"

namespace dateline {

namespace {

constexpr std::array<std::string_view, kKnownSymbols> kSymbolNames = {
    "digits",  "day2",     "year4",    "two",        "numeric", "clock",  "dotclock", "slash",
    "dash",    "comma",    "dot",      "apostrophe", "open",    "close",  "tilde",    "phrase",
    "date",    "number",   "ordinal",  "month",      "weekday", "season", "unit",     "shift",
    "year",    "duration", "time",     "zone",       "part",    "nth",    "away",     "side",
    "dayword", "follow",   "unitpart", "fields",     "mday"};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view by)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(by);
        const std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty())
            parts.push_back(part);
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + by.size());
    }
}

int numberIn(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// "new year's day" is new, year, 's, day; "aujourd'hui" is aujourd', hui: as texts are cut.
std::vector<std::string_view> wordsOf(std::string_view entry)
{
    std::vector<std::string_view> words;
    for (std::string_view word : split(entry, " ")) {
        while (true) {
            const std::size_t quote = word.find('\'');
            if (quote == std::string_view::npos || word.size() == 1 || word == "'s") {
                words.push_back(word);
                break;
            }
            const std::size_t end = word.substr(quote) == "'s" ? quote : quote + 1;
            words.push_back(word.substr(0, end));
            word.remove_prefix(end);
            if (word.empty())
                break;
        }
    }
    return words;
}

// Where a stem may end and an ending begin: not inside of a letter.
bool isLetterBegin(std::string_view text, std::size_t at)
{
    return at >= text.size() || (static_cast<std::uint8_t>(text[at]) & 0xC0) != 0x80;
}

constexpr std::size_t kLongestEnding = 12;  // bytes; six Cyrillic letters

}  // namespace

const PhraseGrammar *PhraseGrammar::forLanguage(std::string_view code)
{
    for (const WordList &list : wordLists()) {
        if (list.language != code)
            continue;
        static const std::vector<PhraseGrammar> kGrammars = [] {
            std::vector<PhraseGrammar> grammars;
            for (const WordList &each : wordLists())
                grammars.push_back(PhraseGrammar(each.language, each.text));
            return grammars;
        }();
        return &kGrammars[static_cast<std::size_t>(&list - wordLists().data())];
    }
    return nullptr;
}

PhraseGrammar::PhraseGrammar(std::string_view language, std::string_view list)
    : m_language(language)
{
    for (const std::string_view name : kSymbolNames)
        addSymbol(name);
    addWord("'s");
    // A line that begins with a space goes on the one before.
    std::string whole;
    for (const std::string_view line : split(list, "\n")) {
        const bool isMore = line.data() > list.data() && *(line.data() - 1) == ' ';
        if (line.front() == '#')
            continue;
        if (!isMore && !whole.empty()) {
            addLine(whole);
            whole.clear();
        }
        whole.append(isMore ? " " : "").append(line);
    }
    addLine(whole);
    index();
}

void PhraseGrammar::addLine(std::string_view line)
{
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos)
        return;
    const std::string_view head = trimmed(line.substr(0, colon));
    const std::string_view rest = trimmed(line.substr(colon + 2));
    constexpr std::pair<std::string_view, Mark> kMarks[] = {
        {"article", kArticle}, {"lead", kLead},         {"coming", kComing},
        {"gone", kGone},       {"doubtful", kDoubtful},
    };
    for (const auto &[name, mark] : kMarks)
        if (head == name)
            return addMarks(mark, rest);
    if (head == "order")
        m_isMonthFirst = rest == "month first";
    else if (head.starts_with("rule "))
        addRule(head.substr(5), rest);
    else
        addWords(head, rest);
}

int PhraseGrammar::addWord(std::string_view text)
{
    std::string lowered;
    appendLowered(lowered, text);
    const bool isStem = lowered.ends_with('*');
    if (isStem) {
        lowered.pop_back();
        m_shortestStem = std::min(m_shortestStem, lowered.size());
    }
    const int next = static_cast<int>(m_words.size() + m_stems.size());
    const int number = (isStem ? m_stems : m_words).try_emplace(lowered, next).first->second;
    m_marks.resize(m_words.size() + m_stems.size());
    return number;
}

int PhraseGrammar::addSymbol(std::string_view name)
{
    const int next = static_cast<int>(m_symbols.size());
    return m_symbols.try_emplace(std::string(name), next).first->second;
}

void PhraseGrammar::addMarks(Mark mark, std::string_view words)
{
    for (const std::string_view word : split(words, ","))
        m_marks[static_cast<std::size_t>(addWord(word))] |= mark;
}

// "month 1: january, jan." - a dot at the end may be written or not.
void PhraseGrammar::addWords(std::string_view head, std::string_view words)
{
    const std::size_t space = head.rfind(' ');
    DL_CHECK(space != std::string_view::npos);  // the list is part of the program
    Production production;
    production.symbol = addSymbol(head.substr(0, space));
    production.isConstant = true;
    production.value = numberIn(head.substr(space + 1));
    production.constant =
        constantMeaning(production.symbol, head.substr(0, space), production.value);
    for (std::string_view entry : split(words, ",")) {
        const bool hasDot = entry.ends_with('.');
        if (hasDot)
            entry.remove_suffix(1);
        production.parts.clear();
        for (const std::string_view word : wordsOf(entry)) {
            if (word == "-")
                production.parts.push_back({false, kDash});
            else if (word == "'")
                production.parts.push_back({false, kApostrophe});
            else if (word == ".")
                production.parts.push_back({false, kDot});
            else
                production.parts.push_back({true, addWord(word)});
        }
        m_productions.push_back(production);
        if (hasDot) {
            production.parts.push_back({false, kDot});
            m_productions.push_back(production);
        }
    }
}

// "rule date ago: {duration} ago | ..." Each pattern is written out for its optional parts and its
// alternatives, so that the parser knows sequences only.
void PhraseGrammar::addRule(std::string_view head, std::string_view patterns)
{
    std::vector<std::string_view> names = split(head, " ");
    DL_CHECK(names.size() >= 2);
    Production production;
    production.symbol = addSymbol(names[0]);
    production.action = phraseActionNamed(names[1]);
    production.isWeak = names.back() == "weak";
    production.isStrong = names.back() == "strong";
    if (names.size() > 2)
        production.value = numberIn(names[2]);
    for (const std::string_view pattern : split(patterns, " | ")) {
        std::vector<std::vector<PhrasePart>> sequences(1);
        for (std::string_view element : split(pattern, " ")) {
            const bool isOptional = element.ends_with('?');
            if (isOptional)
                element.remove_suffix(1);
            std::vector<std::vector<PhrasePart>> choices;
            for (const std::string_view choice : split(element, "/")) {
                if (choice.front() == '{')
                    choices.push_back({{false, addSymbol(choice.substr(1, choice.size() - 2))}});
                else {
                    choices.emplace_back();
                    for (const std::string_view word : wordsOf(choice))
                        choices.back().push_back({true, addWord(word)});
                }
            }
            std::vector<std::vector<PhrasePart>> longer;
            for (const auto &sequence : sequences) {
                for (const auto &choice : choices) {
                    longer.push_back(sequence);
                    longer.back().insert(longer.back().end(), choice.begin(), choice.end());
                }
                if (isOptional)
                    longer.push_back(sequence);
            }
            sequences = std::move(longer);
        }
        for (auto &sequence : sequences) {
            if (sequence.empty())
                continue;
            production.parts = std::move(sequence);
            m_productions.push_back(production);
        }
    }
}

// A word that stands in the list itself is one of its stem's words as well.
void PhraseGrammar::spreadStems()
{
    const std::size_t count = m_productions.size();
    for (const auto &[word, number] : m_words) {
        for (const auto &[stem, stemNumber] : m_stems) {
            if (!word.starts_with(stem) || word.size() - stem.size() > kLongestEnding)
                continue;
            for (std::size_t i = 0; i < count; ++i) {
                if (!m_productions[i].isConstant || m_productions[i].parts.size() != 1 ||
                    m_productions[i].parts.front() != PhrasePart{true, stemNumber})
                    continue;
                Production production = m_productions[i];
                production.parts.front().id = number;
                m_productions.push_back(std::move(production));
            }
        }
    }
}

void PhraseGrammar::index()
{
    spreadStems();
    m_byWord.resize(m_marks.size());
    m_bySymbol.resize(m_symbols.size());
    for (std::size_t i = 0; i < m_productions.size(); ++i) {
        const PhrasePart &first = m_productions[i].parts.front();
        auto &list = first.isWord ? m_byWord : m_bySymbol;
        list[static_cast<std::size_t>(first.id)].push_back(static_cast<int>(i));
    }
    // What lists of words hold speaks of dates; what only rules name ("of", "and") does not.
    const std::array<int, 7> weak = {symbol("to"),   symbol("glue"), symbol("number"),
                                     symbol("n1"),   symbol("tens"), symbol("ordinal"),
                                     symbol("about")};
    for (const Production &production : m_productions)
        if (production.isConstant && production.parts.front().isWord &&
            std::find(weak.begin(), weak.end(), production.symbol) == weak.end())
            m_marks[static_cast<std::size_t>(production.parts.front().id)] |= kAnchor;
}

int PhraseGrammar::word(std::string_view lowered) const
{
    const auto found = m_words.find(lowered);
    if (found != m_words.end())
        return found->second;
    if (lowered.size() < m_shortestStem)
        return -1;
    const std::size_t shortest = std::max(
        m_shortestStem, lowered.size() > kLongestEnding ? lowered.size() - kLongestEnding : 0);
    for (std::size_t length = lowered.size(); length >= shortest; --length) {
        if (!isLetterBegin(lowered, length))
            continue;
        const auto stem = m_stems.find(lowered.substr(0, length));
        if (stem != m_stems.end())
            return stem->second;
    }
    return -1;
}

int PhraseGrammar::symbol(std::string_view name) const
{
    const auto found = m_symbols.find(name);
    return found == m_symbols.end() ? -1 : found->second;
}

}  // namespace dateline
