// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions/attribution_phrases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "app/suggestions/token_words.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

// What stands before a speaker. One blank parts the words.
struct Opening {
    std::string_view words;
    bool isCapitalOnly = false;  // German names: nouns have capitals, the verb behind has none
};
constexpr std::array kBefore{Opening{"according to"sv},
                             Opening{"in the words of"sv},
                             Opening{"as told by"sv},
                             Opening{"reported by"sv},
                             Opening{"citing"sv},
                             Opening{"quoting"sv},
                             Opening{"quoted by"sv},
                             Opening{"cited by"sv},
                             Opening{"confirmed by"sv},
                             Opening{"laut"sv, true},
                             Opening{"nach angaben"sv, true},
                             Opening{"selon"sv},
                             Opening{"d'après"sv},
                             Opening{"по данным"sv},
                             Opening{"По данным"sv},
                             Opening{"по словам"sv},
                             Opening{"По словам"sv},
                             Opening{"по информации"sv},
                             Opening{"По информации"sv},
                             Opening{"за даними"sv},
                             Opening{"За даними"sv},
                             Opening{"за словами"sv},
                             Opening{"За словами"sv}};
constexpr std::array kSaying{
    "said"sv,      "says"sv,     "reported"sv,     "reports"sv,   "announced"sv, "announces"sv,
    "claimed"sv,   "claims"sv,   "stated"sv,       "confirmed"sv, "confirms"sv,  "added"sv,
    "adds"sv,      "wrote"sv,    "writes"sv,       "warned"sv,    "warns"sv,     "estimated"sv,
    "estimates"sv, "believes"sv, "believed"sv,     "denied"sv,    "denies"sv,    "alleged"sv,
    "alleges"sv,   "revealed"sv, "acknowledged"sv, "insisted"sv,  "declared"sv,  "disclosed"sv,
    "argued"sv,    "noted"sv,    "quoted"sv,       "assessed"sv,  "assesses"sv};
constexpr std::array kTelling{"told"sv, "tells"sv, "informed"sv, "briefed"sv};
// Words that may stand between a speaker and the verb.
constexpr std::array kBetween{"also"sv,     "later"sv,     "earlier"sv,    "has"sv,
                              "had"sv,      "have"sv,      "then"sv,       "previously"sv,
                              "today"sv,    "yesterday"sv, "repeatedly"sv, "recently"sv,
                              "publicly"sv, "always"sv,    "first"sv,      "just"sv,
                              "never"sv,    "once"sv,      "again"sv};
constexpr std::array kPronouns{"he"sv,   "she"sv,   "it"sv,    "they"sv,  "i"sv,
                               "we"sv,   "you"sv,   "who"sv,   "which"sv, "that"sv,
                               "this"sv, "what"sv,  "one"sv,   "him"sv,   "her"sv,
                               "them"sv, "there"sv, "these"sv, "those"sv, "me"sv};
constexpr std::array kArticles{"the"sv,   "a"sv,   "an"sv,    "its"sv,     "his"sv,  "her"sv,
                               "their"sv, "two"sv, "three"sv, "several"sv, "some"sv, "many"sv};
// Words that may join a name: "the Ministry of Defence", "Express & Star", "Kim and Putin".
constexpr std::array kJoining{"of"sv, "for"sv, "&"sv,   "de"sv,  "von"sv,
                              "du"sv, "la"sv,  "der"sv, "des"sv, "dem"sv};
// Words that end a name on either side, beside punctuation.
constexpr std::array kBreaks{
    "in"sv,        "on"sv,        "at"sv,       "by"sv,     "from"sv,     "with"sv,    "as"sv,
    "after"sv,     "before"sv,    "but"sv,      "while"sv,  "when"sv,     "if"sv,      "because"sv,
    "since"sv,     "until"sv,     "was"sv,      "were"sv,   "is"sv,       "are"sv,     "will"sv,
    "would"sv,     "has"sv,       "had"sv,      "have"sv,   "been"sv,     "and"sv,     "or"sv,
    "to"sv,        "into"sv,      "over"sv,     "under"sv,  "during"sv,   "through"sv, "against"sv,
    "where"sv,     "how"sv,       "so"sv,       "not"sv,    "than"sv,     "also"sv,    "later"sv,
    "could"sv,     "may"sv,       "might"sv,    "last"sv,   "about"sv,    "whose"sv,   "monday"sv,
    "tuesday"sv,   "wednesday"sv, "thursday"sv, "friday"sv, "saturday"sv, "sunday"sv,  "earlier"sv,
    "yesterday"sv, "today"sv,     "there"sv,    "then"sv,   "what"sv,     "why"sv,     "yet"sv,
    "though"sv,    "although"sv};
constexpr std::size_t kLongestName = 9;  // words

bool isAdverb(std::string_view word)
{
    return isOneOf(word, kBetween) || (word.size() > 4 && word.ends_with("ly"));
}

// "they've" is a pronoun with a verb.
bool isPronoun(std::string_view word)
{
    const std::size_t curly = word.find("’");
    return isOneOf(word.substr(0, std::min({word.find('\''), curly, word.size()})), kPronouns);
}

// Begins with a letter; bytes above ASCII are letters, but dashes and quotation marks are not.
bool isWord(std::string_view token)
{
    if (token.empty() || isDashToken(token))
        return false;
    const char first = token[0];
    if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))
        return true;
    return static_cast<unsigned char>(first) >= 0x80 && token.size() > 3;
}

class Finder {
public:
    explicit Finder(std::string_view text) : m_text(text), m_tokens(wordTokens(text)) {}

    std::vector<AttributionPhrase> all()
    {
        std::vector<AttributionPhrase> found;
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (!isWord(m_tokens[i].text))
                continue;
            std::optional<AttributionPhrase> phrase = phraseAt(i);
            if (!phrase || (!found.empty() && phrase->place.begin < found.back().place.end))
                continue;
            found.push_back(*phrase);
        }
        return found;
    }

private:
    struct Words {
        std::size_t first = 0;
        std::size_t end = 0;  // tokens
        bool isEmpty() const { return first >= end; }
    };

    std::string lower(std::size_t i) const { return lowerAt(m_tokens, i); }

    ByteRange bytesOf(Words words) const
    {
        return words.isEmpty()
                   ? ByteRange()
                   : ByteRange{m_tokens[words.first].begin, m_tokens[words.end - 1].end()};
    }

    std::optional<AttributionPhrase> phraseAt(std::size_t at) const
    {
        constexpr std::string_view kKorean = "에";
        if (m_tokens[at].text.ends_with(kKorean) && at + 1 < m_tokens.size() &&
            m_tokens[at + 1].text.starts_with("따르면"))
            return koreanAt(at);
        const std::string word = lower(at);
        for (const Opening &before : kBefore) {
            if (before.words.substr(0, before.words.find(' ')) != word)
                continue;
            const std::size_t end = endOfWords(m_tokens, at, before.words);
            if (end == 0)
                continue;
            const Words speaker = nameFrom(end, before.isCapitalOnly);
            if (speaker.isEmpty())
                return std::nullopt;
            AttributionPhrase phrase;
            phrase.speaker = bytesOf(speaker);
            phrase.place = {m_tokens[at].begin, phrase.speaker.end};
            return phrase;
        }
        // "the United States" says nothing.
        if (isCapital(m_tokens[at].text))
            return std::nullopt;
        const bool isTelling = isOneOf(word, kTelling);
        if (isTelling || isOneOf(word, kSaying))
            return saidAt(at, isTelling);
        return std::nullopt;
    }

    AttributionPhrase koreanAt(std::size_t at) const
    {
        std::size_t first = at;
        while (first > 0 && at - first < 2 && isWord(m_tokens[first - 1].text) &&
               static_cast<unsigned char>(m_tokens[first - 1].text.back()) >= 0x80)
            --first;
        AttributionPhrase phrase;
        phrase.speaker = {m_tokens[first].begin,
                          m_tokens[at].end() - std::string_view("에").size()};
        phrase.place = {phrase.speaker.begin, m_tokens[at + 1].end()};
        return phrase;
    }

    // "South Korea's spy agency", from its first word on.
    Words nameFrom(std::size_t first, bool isCapitalOnly = false) const
    {
        std::size_t end = first;
        bool hasName = false;
        while (end < m_tokens.size() && end - first < kLongestName) {
            const std::string_view token = m_tokens[end].text;
            const std::string word = asciiLower(token);
            const bool isSign = !isWord(token) && word != "&" && !isAsciiDigit(token[0]);
            if (isSign || isOneOf(word, kBreaks) || isOneOf(word, kTelling) ||
                (isOneOf(word, kSaying) && !isCapital(token)))
                break;
            if (isPronoun(word) && !(end == first && word == "her"))
                break;
            if (isCapitalOnly && !isCapital(token) && !isOneOf(word, kJoining) &&
                !isOneOf(word, kArticles))
                break;
            // A second article begins another phrase, but after "of".
            if (end > first && isOneOf(word, kArticles) && !isOneOf(lower(end - 1), kJoining))
                break;
            // A sentence does not go on after an initial letter's dot alone.
            if (end > first && m_text.substr(m_tokens[end - 1].end(), 1) == "\n" &&
                m_text.substr(m_tokens[end - 1].end(), 2) == "\n\n")
                break;
            hasName = hasName || !isOneOf(word, kArticles);
            ++end;
        }
        while (end > first &&
               (isOneOf(lower(end - 1), kJoining) || isOneOf(lower(end - 1), kArticles)))
            --end;
        return hasName ? Words{first, end} : Words();
    }

    // The name that ends before a token.
    Words nameBefore(std::size_t end) const
    {
        std::size_t first = end;
        while (first > 0 && end - first < kLongestName) {
            const std::string_view token = m_tokens[first - 1].text;
            const std::string word = asciiLower(token);
            const bool isSign = !isWord(token) && word != "&";
            if (isSign || isOneOf(word, kBreaks) || isPronoun(word) ||
                (isOneOf(word, kSaying) && !isCapital(token)))
                break;
            --first;
            // An article begins a name; what stands before it is another phrase, but for "of the".
            if (isOneOf(word, kArticles) && !(first > 0 && isOneOf(lower(first - 1), kJoining)))
                break;
        }
        while (first < end && isOneOf(lower(first), kJoining))
            ++first;
        Words words{first, end};
        // Without an article and without a capital it is no name: "reports said", "the rest said".
        const bool isNamed = std::any_of(
            m_tokens.begin() + static_cast<std::ptrdiff_t>(first),
            m_tokens.begin() + static_cast<std::ptrdiff_t>(end), [](const WordToken &token) {
                return isCapital(token.text) || static_cast<unsigned char>(token.text[0]) >= 0x80;
            });
        const std::size_t length = end - first;
        const bool hasArticle = length >= 2 && isOneOf(lower(first), kArticles);
        const bool isPlural = length == 1 && lower(first).ends_with('s') && !isAdverb(lower(first));
        if (!isNamed && !hasArticle && !isPlural)
            return {};
        if (length == 1 && isOneOf(lower(first), kArticles))
            return {};
        return words;
    }

    // "X said", "X, the minister, said", and after a quotation "said X".
    std::optional<AttributionPhrase> saidAt(std::size_t verb, bool isTelling) const
    {
        std::size_t end = verb;
        while (end > 0 && isAdverb(lower(end - 1)))
            --end;
        Words speaker = nameBefore(end);
        if (speaker.isEmpty() && end > 0 && m_tokens[end - 1].text == ",")
            speaker = nameBeforeInsertion(end - 1);
        Words hearer;
        AttributionPhrase phrase;
        if (!speaker.isEmpty()) {
            phrase.speaker = bytesOf(speaker);
            phrase.place = {phrase.speaker.begin, m_tokens[verb].end()};
            if (isTelling)
                hearer = nameFrom(verb + 1);
        } else if (isAfterQuotation(end) && !isTelling) {
            speaker = nameFrom(verb + 1);
            if (speaker.isEmpty() || (!isCapital(m_tokens[speaker.first].text) &&
                                      !isOneOf(lower(speaker.first), kArticles)))
                return std::nullopt;
            phrase.speaker = bytesOf(speaker);
            phrase.place = {m_tokens[verb].begin, phrase.speaker.end};
        } else {
            return std::nullopt;
        }
        if (!hearer.isEmpty()) {
            phrase.hearer = bytesOf(hearer);
            phrase.place.end = phrase.hearer.end;
        }
        return phrase;
    }

    // Before ", the defence minister," stands the name.
    Words nameBeforeInsertion(std::size_t comma) const
    {
        for (std::size_t at = comma; at > 0 && comma - at < kLongestName; --at) {
            const std::string_view token = m_tokens[at - 1].text;
            if (token == ",") {
                const Words name = nameBefore(at - 1);
                return !name.isEmpty() && isCapital(m_tokens[name.end - 1].text) ? name : Words();
            }
            if (token == "." || token == ";" || token == ":")
                return {};
        }
        return {};
    }

    bool isAfterQuotation(std::size_t end) const
    {
        if (end == 0)
            return false;
        const std::string_view token = m_tokens[end - 1].text;
        return token == "\"" || token == "”" || token == "’" || token == "»" || token == "," ||
               token == "“";
    }

    std::string_view m_text;
    std::vector<WordToken> m_tokens;
};

}  // namespace

std::vector<AttributionPhrase> findAttributions(std::string_view text)
{
    return Finder(text).all();
}

}  // namespace dateline
