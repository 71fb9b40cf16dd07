// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions/quantity_phrases.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "app/suggestions/number_words.h"
#include "app/suggestions/token_words.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

// Words in front of a number, longest first: what they make of it.
constexpr std::array kQualifiers{std::pair{"as many as"sv, "up to"sv},
                                 std::pair{"no fewer than"sv, "at least"sv},
                                 std::pair{"no less than"sv, "at least"sv},
                                 std::pair{"no more than"sv, "up to"sv},
                                 std::pair{"a maximum of"sv, "up to"sv},
                                 std::pair{"a minimum of"sv, "at least"sv},
                                 std::pair{"in excess of"sv, "more than"sv},
                                 std::pair{"an estimated"sv, "about"sv},
                                 std::pair{"at least"sv, "at least"sv},
                                 std::pair{"more than"sv, "more than"sv},
                                 std::pair{"upwards of"sv, "more than"sv},
                                 std::pair{"less than"sv, "up to"sv},
                                 std::pair{"fewer than"sv, "up to"sv},
                                 std::pair{"at most"sv, "up to"sv},
                                 std::pair{"close to"sv, "about"sv},
                                 std::pair{"up to"sv, "up to"sv},
                                 std::pair{"over"sv, "more than"sv},
                                 std::pair{"about"sv, "about"sv},
                                 std::pair{"around"sv, "about"sv},
                                 std::pair{"some"sv, "about"sv},
                                 std::pair{"approximately"sv, "about"sv},
                                 std::pair{"roughly"sv, "about"sv},
                                 std::pair{"nearly"sv, "about"sv},
                                 std::pair{"almost"sv, "about"sv},
                                 std::pair{"under"sv, "up to"sv},
                                 std::pair{"estimated"sv, "about"sv},
                                 std::pair{"circa"sv, "about"sv},
                                 std::pair{"between"sv, ""sv}};
constexpr std::array kAdditional{"further"sv, "additional"sv, "another"sv, "extra"sv, "more"sv};
constexpr std::array kUnits{"troops"sv,   "people"sv,  "personnel"sv, "men"sv,     "women"sv,
                            "children"sv, "percent"sv, "km"sv,        "kg"sv,      "tons"sv,
                            "killed"sv,   "wounded"sv, "injured"sv,   "dead"sv,    "missing"sv,
                            "metres"sv,   "staff"sv,   "crew"sv,      "won"sv,     "yen"sv,
                            "yuan"sv,     "mm"sv,      "cm"sv,        "m"sv,       "km/h"sv,
                            "mph"sv,      "ft"sv,      "lb"sv,        "kt"sv,      "artillery"sv,
                            "aircraft"sv, "police"sv,  "infantry"sv,  "cavalry"sv, "ammunition"sv};
// Words that end what a number can count: they open another phrase.
constexpr std::array kBreaks{
    "a"sv,       "an"sv,    "the"sv,       "of"sv,     "in"sv,        "on"sv,       "at"sv,
    "to"sv,      "and"sv,   "or"sv,        "but"sv,    "from"sv,      "for"sv,      "by"sv,
    "with"sv,    "was"sv,   "were"sv,      "is"sv,     "are"sv,       "has"sv,      "had"sv,
    "have"sv,    "his"sv,   "her"sv,       "its"sv,    "as"sv,        "this"sv,     "us"sv,
    "says"sv,    "said"sv,  "that"sv,      "which"sv,  "who"sv,       "than"sv,     "not"sv,
    "their"sv,   "these"sv, "will"sv,      "would"sv,  "while"sv,     "after"sv,    "before"sv,
    "since"sv,   "until"sv, "according"sv, "per"sv,    "went"sv,      "came"sv,     "if"sv,
    "so"sv,      "it"sv,    "he"sv,        "they"sv,   "january"sv,   "february"sv, "march"sv,
    "april"sv,   "june"sv,  "july"sv,      "august"sv, "september"sv, "october"sv,  "november"sv,
    "december"sv};
constexpr std::array kNoUnits{"times"sv,   "always"sv,   "perhaps"sv, "towards"sv, "besides"sv,
                              "across"sv,  "comes"sv,    "goes"sv,    "makes"sv,   "takes"sv,
                              "remains"sv, "includes"sv, "gives"sv,   "shows"sv,   "means"sv,
                              "needs"sv,   "wants"sv,    "seems"sv,   "appears"sv, "begins"sv,
                              "ends"sv,    "stands"sv,   "became"sv,  "less"sv,    "does"sv};
constexpr std::size_t kFurthestUnit = 3;  // words between a number and what it counts
constexpr double kSmallest = 13;          // that counts where it is written in words
constexpr double kFirstYear = 1500;
constexpr double kLastYear = 2199;

class Finder {
public:
    Finder(std::string_view text, std::span<const ByteRange> dates)
        : m_tokens(wordTokens(text)), m_dates(dates)
    {
    }

    template <typename OnFound>  // bool(QuantityPhrase), false ends it
    void run(const OnFound &onFound)
    {
        std::size_t at = 0;
        while (at < m_tokens.size()) {
            std::size_t next = at;
            std::optional<QuantityPhrase> found = phraseAt(next);
            if (found && !onFound(std::move(*found)))
                return;
            at = std::max(next, at + 1);
        }
    }

private:
    // The number and what it counts; where they end.
    struct Count {
        double low = 0;
        double high = 0;
        std::string unit;
        bool isAtLeast = false;  // "10,000+", "two-hours-plus"
        bool isMore = false;     // "3,000 more"
        std::size_t next = 0;
    };

    std::string lower(std::size_t i) const { return lowerAt(m_tokens, i); }

    bool isOfDate(std::size_t i)
    {
        const std::size_t begin = m_tokens[i].begin;
        while (m_date < m_dates.size() && m_dates[m_date].end <= begin)
            ++m_date;
        for (std::size_t date = m_date; date < m_dates.size() && m_dates[date].begin <= begin;
             ++date) {
            if (begin < m_dates[date].end)
                return true;
        }
        return false;
    }

    std::optional<QuantityPhrase> phraseAt(std::size_t &next)
    {
        const std::size_t first = next;
        if (!canBeNumber(m_tokens[first].text) || isOfDate(first))
            return std::nullopt;
        std::optional<Count> count = countAt(first);
        if (!count)
            return std::nullopt;
        std::size_t before = first;
        const std::string_view sign = currencyBefore(first);
        if (!sign.empty()) {
            --before;
            if (count->unit.empty())
                count->unit = sign;
        }
        const auto [qualifier, additional, from] = wordsBefore(before);
        // A small number in words is mostly no count: "the two sat together".
        const bool isDigits = isAsciiDigit(m_tokens[first].text[0]);
        const bool isQualified =
            !qualifier.empty() || additional || count->isMore || count->isAtLeast;
        const bool isSmall = count->low == count->high && count->low < 100;
        if (isSmall && count->unit.empty() && !(isQualified && isDigits))
            return std::nullopt;
        if (!isDigits && count->high < kSmallest && !isQualified)
            return std::nullopt;
        const bool isYear = count->low >= kFirstYear && count->high <= kLastYear &&
                            m_tokens[first].text.size() == 4;
        const bool isFar = count->next > first + 2;
        if ((count->unit.empty() || isFar) && isYear && !additional && qualifier != "at least" &&
            qualifier != "more than" && qualifier != "up to")
            return std::nullopt;

        QuantityPhrase phrase;
        phrase.place = {m_tokens[from].begin, m_tokens[count->next - 1].end()};
        phrase.quantity = quantityOf(*count, qualifier);
        if (additional || count->isMore)
            phrase.quantity.mode = QuantityMode::Additional;
        next = count->next;
        return phrase;
    }

    std::optional<Count> countAt(std::size_t first)
    {
        Count count;
        if (std::optional<HyphenatedCount> whole = hyphenatedCount(m_tokens[first].text)) {
            count.low = whole->low;
            count.high = whole->high;
            count.unit = std::move(whole->unit);
            count.isAtLeast = whole->isAtLeast;
            count.next = first + 1;
        } else {
            std::size_t next = first;
            const std::optional<double> low = takeNumber(next);
            if (!low)
                return std::nullopt;
            count.low = *low;
            count.high = *low;
            count.next = next;
            takeSecond(first, count);
        }
        if (count.next < m_tokens.size() && m_tokens[count.next].text == "+" &&
            m_tokens[count.next].begin == m_tokens[count.next - 1].end()) {
            count.isAtLeast = true;
            ++count.next;
        }
        if (count.unit.empty())
            takeUnit(count);
        return count;
    }

    // A number with its scale: "2.5 million", "ten thousand", "half a million", "20bn".
    std::optional<double> takeNumber(std::size_t &i)
    {
        if (i >= m_tokens.size() || isOfDate(i))
            return std::nullopt;
        if (lower(i) == "half" && lower(i + 1) == "a") {
            if (const double scale = scaleOf(lower(i + 2)); scale > 1) {
                i += 3;
                return scale / 2;
            }
        }
        if ((lower(i) == "a" || lower(i) == "an") && scaleOf(lower(i + 1)) > 1) {
            i += 2;
            return scaleOf(lower(i - 1));
        }
        std::optional<double> number = numberOfWord(m_tokens[i].text);
        if (!number)
            return std::nullopt;
        ++i;
        for (double scale = scaleOf(lower(i)); scale > 1; scale = scaleOf(lower(i))) {
            *number *= scale;
            ++i;
        }
        return number;
    }

    // After "to", a dash, or "and" where "between" stands before.
    void takeSecond(std::size_t first, Count &count)
    {
        const std::string word = lower(count.next);
        const bool isBetween = first >= 1 && lower(first - 1) == "between";
        // A dash with blanks around it parts thoughts, not numbers.
        const bool isDash =
            isDashToken(word) && m_tokens[count.next].begin == m_tokens[count.next - 1].end();
        if (word != "to" && word != "or" && !isDash && !(word == "and" && isBetween))
            return;
        std::size_t after = count.next + 1;
        // "$20 billion to $30 billion"
        if (after < m_tokens.size() && isCurrency(m_tokens[after].text))
            ++after;
        const std::size_t second = after;
        const std::optional<double> high = takeNumber(after);
        if (!high)
            return;
        // "10 to 12 million": the scale belongs to both.
        double low = count.low;
        const double scale = scaleOf(lower(after - 1));
        if (after - second > 1 && scale > 1 && count.next == first + 1 && low * scale <= *high)
            low *= scale;
        if (*high < low)
            return;
        count.low = low;
        count.high = *high;
        count.next = after;
    }

    // What is counted stands at most a few words on: "11,000 North Korean soldiers".
    void takeUnit(Count &count)
    {
        std::size_t at = count.next;
        if (at < m_tokens.size() && m_tokens[at].text == "%") {
            count.unit = "%";
            count.next = at + 1;
            return;
        }
        for (std::size_t steps = 0; at < m_tokens.size() && steps <= kFurthestUnit; ++at, ++steps) {
            const std::string word = lower(at);
            if (steps == 0 && word == "per" && lower(at + 1) == "cent") {
                count.unit = "%";
                count.next = at + 2;
                return;
            }
            const bool isWord = std::all_of(word.begin(), word.end(), [](char letter) {
                return (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '/';
            });
            if (!isWord || word == "-" || isOneOf(word, kBreaks))
                return;
            if (isOneOf(word, kAdditional)) {
                count.isMore = true;
                if (steps == 0)
                    count.next = at + 1;
                continue;
            }
            if (isUnit(word) && !(isCapital(m_tokens[at].text) && !isUnitCapital(at))) {
                count.unit = word == "percent" ? "%" : word;
                count.next = at + 1;
                return;
            }
        }
    }

    static bool isUnit(const std::string &word)
    {
        return isOneOf(word, kUnits) ||
               (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") &&
                !word.ends_with("'s") && !word.ends_with("ous") && !isOneOf(word, kNoUnits));
    }
    // A name in capitals is no unit ("300 Hwasong-11s" is; "12 United States ..." is not).
    bool isUnitCapital(std::size_t at) const
    {
        return !isCapital(at + 1 < m_tokens.size() ? m_tokens[at + 1].text : ""sv);
    }

    std::string_view currencyBefore(std::size_t first) const
    {
        if (first == 0 || m_tokens[first - 1].end() != m_tokens[first].begin)
            return {};
        const std::string_view sign = m_tokens[first - 1].text;
        return isCurrency(sign) ? sign : std::string_view();
    }

    // The qualifier, whether "a further" stands there, and the token where these begin.
    std::tuple<std::string_view, bool, std::size_t> wordsBefore(std::size_t first) const
    {
        std::string_view qualifier;
        bool isAdditional = false;
        std::size_t from = first;
        for (bool isFound = true; isFound;) {
            isFound = false;
            if (from > 0 && !isAdditional) {
                const std::string word = lower(from - 1);
                if (word != "more" && isOneOf(word, kAdditional)) {
                    isAdditional = isFound = true;
                    --from;
                    if (from > 0 && (lower(from - 1) == "a" || lower(from - 1) == "an"))
                        --from;
                }
            }
            if (!qualifier.empty() || isFound)
                continue;
            for (const auto &[words, meaning] : kQualifiers) {
                const auto count =
                    static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
                if (from < count || endOfWords(m_tokens, from - count, words) == 0)
                    continue;
                qualifier = meaning;
                from -= count;
                isFound = !meaning.empty();
                break;
            }
        }
        return {qualifier, isAdditional, from};
    }

    static Quantity quantityOf(const Count &count, std::string_view qualifier)
    {
        Quantity quantity;
        quantity.low = count.low;
        quantity.high = count.high;
        quantity.unit = count.unit;
        quantity.qualifier = count.isAtLeast ? "at least"sv : qualifier;
        if (count.low != count.high)
            return quantity;
        if (quantity.qualifier == "at least" || quantity.qualifier == "more than")
            quantity.high.reset();
        else if (quantity.qualifier == "up to")
            quantity.low.reset();
        return quantity;
    }

    std::vector<WordToken> m_tokens;
    std::span<const ByteRange> m_dates;
    std::size_t m_date = 0;  // the first that does not end before what is looked at
};

}  // namespace

std::vector<QuantityPhrase> findQuantities(std::string_view text, std::span<const ByteRange> dates)
{
    std::vector<QuantityPhrase> found;
    Finder(text, dates).run([&found](QuantityPhrase phrase) {
        found.push_back(std::move(phrase));
        return true;
    });
    return found;
}

std::optional<Quantity> suggestQuantity(std::string_view words, std::span<const ByteRange> dates)
{
    std::optional<Quantity> first;
    Finder(words, dates).run([&first](QuantityPhrase phrase) {
        first = std::move(phrase.quantity);
        return false;
    });
    return first;
}

}  // namespace dateline
