// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/mentions.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "app/model/word_tokens.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kShortestLooseName = 5;  // "us" is no state, "kcna" no agency
constexpr std::size_t kShortestPart = 3;

bool isWordByte(char letter)
{
    return isAsciiDigit(letter) || (letter >= 'A' && letter <= 'Z') ||
           (letter >= 'a' && letter <= 'z');
}

// The code point that ends just before, or starts at, a place; enough of a decoder to tell scripts.
char32_t codePointAt(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return 0;
    const auto byte = [&text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80)
        return lead;
    if (lead < 0xe0)
        return ((lead & 0x1fu) << 6) | (byte(at + 1) & 0x3fu);
    if (lead < 0xf0)
        return ((lead & 0x0fu) << 12) | ((byte(at + 1) & 0x3fu) << 6) | (byte(at + 2) & 0x3fu);
    return 0x10000;
}

char32_t codePointBefore(std::string_view text, std::size_t end)
{
    std::size_t at = end;
    while (at > 0) {
        --at;
        if ((static_cast<unsigned char>(text[at]) & 0xc0u) != 0x80u)
            return codePointAt(text, at);
    }
    return 0;
}

// Letters of scripts that part words with blanks. Hangul and Han do not count: there, particles and
// other words follow a name directly.
bool isWordLetter(char32_t point)
{
    if (point < 0x80)
        return isWordByte(static_cast<char>(point));
    return (point >= 0xc0 && point < 0x1100) || (point >= 0x1e00 && point < 0x2000);
}

bool isWhole(std::string_view words, std::size_t begin, std::size_t end)
{
    const char32_t first = codePointAt(words, begin);
    const char32_t last = codePointBefore(words, end);
    const bool startsOk = !isWordLetter(first) || !isWordLetter(codePointBefore(words, begin));
    const bool endsOk = !isWordLetter(last) || !isWordLetter(codePointAt(words, end));
    return startsOk && endsOk;
}

class Finder {
public:
    explicit Finder(std::string_view words) : m_words(words), m_lower(asciiLower(words)) {}

    void look(ActorId actor, std::string_view name)
    {
        if (name.empty())
            return;
        const bool isLoose = name.size() >= kShortestLooseName;
        const std::string wanted = isLoose ? asciiLower(name) : std::string(name);
        const std::string_view text = isLoose ? std::string_view(m_lower) : m_words;
        for (std::size_t at = text.find(wanted); at != std::string_view::npos;
             at = text.find(wanted, at + 1)) {
            if (isWhole(m_words, at, at + wanted.size()))
                m_found.push_back({actor, at, at + wanted.size()});
        }
        // An apostrophe is typed in two ways.
        if (const std::size_t curly = name.find("’"); curly != std::string_view::npos) {
            std::string straight(name.substr(0, curly));
            straight += '\'';
            straight += name.substr(curly + std::string_view("’").size());
            look(actor, straight);
        }
    }

    std::vector<Mention> longest()
    {
        std::stable_sort(m_found.begin(), m_found.end(), [](const Mention &a, const Mention &b) {
            return a.end - a.begin > b.end - b.begin;
        });
        std::vector<Mention> kept;
        for (const Mention &mention : m_found) {
            const bool isFree =
                std::none_of(kept.begin(), kept.end(), [&mention](const Mention &other) {
                    return mention.begin < other.end && other.begin < mention.end;
                });
            if (isFree)
                kept.push_back(mention);
        }
        std::sort(kept.begin(), kept.end(),
                  [](const Mention &a, const Mention &b) { return a.begin < b.begin; });
        return kept;
    }

private:
    std::string_view m_words;
    std::string m_lower;
    std::vector<Mention> m_found;
};

// Words of names that one person alone bears, with that person.
std::unordered_map<std::string, ActorId> personalWords(const Table<Actor> &actors)
{
    std::unordered_map<std::string, ActorId> bearers;
    const auto bear = [&bearers](const Actor &actor, std::string_view name) {
        for (const WordToken &token : wordTokens(name)) {
            if (token.text.size() < kShortestPart)
                continue;
            const auto [entry, isNew] = bearers.try_emplace(
                std::string(token.text), actor.kind == "person" ? actor.id : ActorId());
            if (!isNew && entry->second != actor.id)
                entry->second = {};
        }
    };
    for (const Actor &actor : actors) {
        bear(actor, actor.name);
        for (const Alias &alias : actor.aliases)
            bear(actor, alias.text);
    }
    return bearers;
}

bool isSpeaking(std::string_view word)
{
    static constexpr std::array kVerbs{"said"sv,      "says"sv,     "told"sv,   "reported"sv,
                                       "reports"sv,   "claimed"sv,  "claims"sv, "stated"sv,
                                       "announced"sv, "added"sv,    "wrote"sv,  "believes"sv,
                                       "warned"sv,    "confirmed"sv};
    return std::find(kVerbs.begin(), kVerbs.end(), word) != kVerbs.end();
}

}  // namespace

std::vector<Mention> mentionsIn(std::string_view words, const Table<Actor> &actors)
{
    Finder finder(words);
    for (const Actor &actor : actors) {
        finder.look(actor.id, actor.name);
        for (const Alias &alias : actor.aliases)
            finder.look(actor.id, alias.text);
    }
    const std::unordered_map<std::string, ActorId> parts = personalWords(actors);
    for (const WordToken &token : wordTokens(words)) {
        std::string_view word = token.text;
        for (const std::string_view possessive : {"'s"sv, "’s"sv}) {
            if (word.ends_with(possessive))
                word.remove_suffix(possessive.size());
        }
        const auto found = parts.find(std::string(word));
        if (found != parts.end() && found->second)
            finder.look(found->second, word);
    }
    return finder.longest();
}

std::vector<ActorId> actorsOf(const std::vector<Mention> &mentions)
{
    std::vector<ActorId> actors;
    for (const Mention &mention : mentions) {
        if (std::find(actors.begin(), actors.end(), mention.actor) == actors.end())
            actors.push_back(mention.actor);
    }
    return actors;
}

ActorId speakerIn(std::string_view words, const std::vector<Mention> &mentions)
{
    for (const Mention &mention : mentions) {
        const std::vector<WordToken> before = wordTokens(words.substr(0, mention.begin));
        const std::vector<WordToken> after = wordTokens(words.substr(mention.end));
        const auto endsWith = [&before](std::initializer_list<std::string_view> tail) {
            std::size_t skipped = 0;
            if (!before.empty() && asciiLower(before.back().text) == "the")
                skipped = 1;
            if (before.size() < tail.size() + skipped)
                return false;
            return std::equal(tail.begin(), tail.end(),
                              before.end() - static_cast<std::ptrdiff_t>(tail.size() + skipped),
                              [](std::string_view want, const WordToken &token) {
                                  return asciiLower(token.text) == want;
                              });
        };
        if (endsWith({"according", "to"}) || endsWith({"account", "of"}))
            return mention.actor;
        // The possessive is cut off the name: "'", "s", "account".
        if (after.size() > 2 && after[0].text == "'" && after[1].text == "s" &&
            after[2].text == "account")
            return mention.actor;
        if (after.size() > 1 && after[0].text == "’s" && after[1].text == "account")
            return mention.actor;
        if (!after.empty() && isSpeaking(asciiLower(after[0].text)))
            return mention.actor;
    }
    return {};
}

}  // namespace dateline
