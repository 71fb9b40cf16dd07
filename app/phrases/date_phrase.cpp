// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phrases/date_phrase.h"

#include <algorithm>

#include "app/phrases/phrase_chart.h"
#include "app/phrases/word_lists.h"

namespace dateline {

namespace {

constexpr int kLongestRun = 40;  // tokens of one run; a longer one is cut
constexpr int kTenseReach = 12;  // tokens before and behind a phrase that tell its tense
constexpr std::size_t kMostReadings = 6;

// How many words of each script the begin of a text has.
struct Scripts {
    bool hasHangul = false;
    bool hasCyrillic = false;
    bool hasUkrainian = false;  // letters that Russian has not
};

Scripts scriptsOf(std::string_view text)
{
    Scripts scripts;
    constexpr std::size_t kEnough = 4'000;
    for (std::size_t i = 0; i + 1 < std::min(text.size(), kEnough); ++i) {
        const auto first = static_cast<std::uint8_t>(text[i]);
        const auto second = static_cast<std::uint8_t>(text[i + 1]);
        scripts.hasHangul = scripts.hasHangul || (first >= 0xEA && first <= 0xED);
        scripts.hasCyrillic = scripts.hasCyrillic || first == 0xD0 || first == 0xD1;
        // і ї є ґ and their capitals
        scripts.hasUkrainian =
            scripts.hasUkrainian ||
            (first == 0xD1 && (second == 0x96 || second == 0x97 || second == 0x94)) ||
            (first == 0xD0 && (second == 0x86 || second == 0x87 || second == 0x84)) ||
            (first == 0xD2 && (second == 0x90 || second == 0x91));
    }
    return scripts;
}

std::vector<std::string_view> languagesFor(std::string_view text, std::string_view language)
{
    if (!language.empty())
        return {language.substr(0, 2)};
    const Scripts scripts = scriptsOf(text);
    if (scripts.hasHangul)
        return {"ko", "en"};
    if (scripts.hasCyrillic)
        return scripts.hasUkrainian ? std::vector<std::string_view>{"uk", "ru"}
                                    : std::vector<std::string_view>{"ru", "uk"};
    return {"en", "de", "fr"};
}

class PhraseReader {
public:
    PhraseReader(const PhraseGrammar &grammar, std::string_view text, const PhraseContext &context)
        : m_grammar(grammar), m_text(text), m_chart(grammar, text, m_tokens)
    {
        m_beside.reference = context.reference;
        m_beside.anchor = context.preceding.value_or(context.reference);
        m_beside.isSouthern = context.isSouthernHemisphere;
        m_beside.isFuture = context.tense == PhraseTense::Coming;
        m_beside.isPast = context.tense == PhraseTense::Past;
        m_isTenseOpen = context.tense == PhraseTense::News;
        cutIntoTokens(text, grammar, m_tokens);
    }

    std::optional<DatePhrase> whole()
    {
        // Signs behind it may belong to it: the dot of "28.10.", the bracket of "Friday (15 June)".
        for (int last = count(); last > 0; --last) {
            std::optional<DatePhrase> found = wholeUpTo(last);
            if (found || !isTail(last))
                return found;
        }
        return std::nullopt;
    }

    std::vector<DatePhrase> all()
    {
        std::vector<DatePhrase> phrases;
        int first = 0;
        while (first < count()) {
            if (!speaksOfDates(first)) {
                ++first;
                continue;
            }
            int last = first + 1;
            bool hasAnchor = isAnchor(first);
            while (last < count() && last - first < kLongestRun && !token(last).isAfterBreak &&
                   speaksOfDates(last)) {
                hasAnchor = hasAnchor || isAnchor(last);
                ++last;
            }
            if (hasAnchor)
                readRun(first, last, phrases);
            first = last;
        }
        return phrases;
    }

    // Words that a language is known by: those of its lists that are no names or numbers.
    int knownWords() const
    {
        return static_cast<int>(std::count_if(m_tokens.begin(), m_tokens.end(), [](const auto &t) {
            return t.kind == TokenKind::Word && t.word >= 0;
        }));
    }

private:
    int count() const { return static_cast<int>(m_tokens.size()); }
    const PhraseToken &token(int index) const { return m_tokens[static_cast<std::size_t>(index)]; }
    bool has(int index, PhraseGrammar::Mark mark) const
    {
        return m_grammar.has(token(index).word, mark);
    }
    bool isLead(int index) const
    {
        return has(index, PhraseGrammar::kLead) || has(index, PhraseGrammar::kArticle) ||
               token(index).kind == TokenKind::Sign;
    }
    bool isTail(int last) const
    {
        const PhraseToken &end = token(last - 1);
        const bool isEnding =
            end.word == m_grammar.word("'s") ||
            (m_grammar.language() == "ko" && m_grammar.has(end.word, PhraseGrammar::kArticle));
        return end.kind == TokenKind::Sign || (last > 1 && isEnding);
    }
    std::optional<DatePhrase> wholeUpTo(int last)
    {
        if (last > kLongestRun)
            return std::nullopt;
        m_chart.read(0, last, m_beside);
        for (int first = 0; first < last; ++first) {
            std::optional<DatePhrase> found = phraseAt(first, last, true);
            if (found || !isLead(first))
                return found;
        }
        return std::nullopt;
    }
    bool isAnchor(int index) const
    {
        return token(index).kind == TokenKind::Number || has(index, PhraseGrammar::kAnchor);
    }
    bool speaksOfDates(int index) const
    {
        const PhraseToken &t = token(index);
        if (t.kind == TokenKind::Sign)
            return t.sign == ',' || t.sign == '.' || t.sign == '-' || t.sign == '/' ||
                   t.sign == ':' || t.sign == '\'' || t.sign == '~';
        return t.kind == TokenKind::Number || t.word >= 0;
    }

    void readRun(int first, int last, std::vector<DatePhrase> &phrases)
    {
        PhraseBeside beside = m_beside;
        if (m_isTenseOpen)
            setTense(first, last, beside);
        m_chart.read(first, last, beside);
        for (int at = first; at < last;) {
            int end = 0;
            for (const PhraseChart::Item &item : m_chart.at(at))
                if (item.symbol == kPhrase && item.end > end &&
                    !m_chart.meaning(item.meaning).isWeak && !isDoubtful(at, item.end))
                    end = item.end;
            std::optional<DatePhrase> found;
            if (end > 0)
                found = phraseAt(at, end, false);
            if (!found) {
                ++at;
                continue;
            }
            found->begin = token(withoutLead(at, end, *found)).begin;
            if (at > first && has(at - 1, PhraseGrammar::kArticle) && !isMonth(at))
                found->begin = token(at - 1).begin;
            phrases.push_back(std::move(*found));
            at = end;
        }
    }

    // "In October" is October; "since October" is more.
    int withoutLead(int at, int end, const DatePhrase &phrase) const
    {
        if (phrase.readings.empty())
            return at;
        int bare = at;
        while (bare + 1 < end && has(bare, PhraseGrammar::kLead)) {
            ++bare;
            const int behind =
                bare + 1 < end && has(bare, PhraseGrammar::kArticle) ? bare + 1 : bare;
            for (const PhraseChart::Item &item : m_chart.at(behind)) {
                if (item.symbol != kDate && item.symbol != kYear)
                    continue;
                if (item.end != end)
                    continue;
                const auto windows = m_chart.meaning(item.meaning).windowsBeside(m_chart.beside());
                if (!windows.empty() &&
                    edtfText(windows.front()) == phrase.readings.front().date.text())
                    return isMonth(behind) ? behind : bare;
            }
        }
        return at;
    }
    bool isMonth(int index) const
    {
        const auto &items = m_chart.at(index);
        return std::any_of(items.begin(), items.end(),
                           [](const PhraseChart::Item &item) { return item.symbol == kMonth; });
    }

    // "May", "sat": only written large, and not where every word is.
    bool isDoubtful(int first, int end) const
    {
        if (end - first > 1 || !has(first, PhraseGrammar::kDoubtful))
            return false;
        const bool isAfterLead = first > 0 && has(first - 1, PhraseGrammar::kLead);
        return !token(first).isCapital || !isAfterLead;
    }

    // Which sort of words stands nearest: "will", "plans" or "said", "was".
    void setTense(int first, int last, PhraseBeside &beside) const
    {
        bool isBeforeOver = false;
        for (int distance = 1; distance <= kTenseReach; ++distance) {
            for (const int index : {first - distance, last + distance - 1}) {
                if (index < 0 || index >= count() || (index < first && isBeforeOver))
                    continue;
                isBeforeOver = isBeforeOver || (index < first && isSentenceEnd(index, first));
                if (isBeforeOver && index < first)
                    continue;
                beside.isFuture = has(index, PhraseGrammar::kComing);
                beside.isPast = !beside.isFuture && has(index, PhraseGrammar::kGone);
                if (beside.isFuture || beside.isPast)
                    return;
            }
        }
        for (int index = first; index < last; ++index)
            beside.isFuture = beside.isFuture || has(index, PhraseGrammar::kComing);
    }
    bool isSentenceEnd(int index, int first) const
    {
        return token(index).kind == TokenKind::Sign &&
               (token(index).sign == '.' || token(index).sign == '!' || token(index).sign == '?') &&
               index + 1 < first && token(index + 1).isAfterSpace && token(index + 1).isCapital;
    }

    std::optional<DatePhrase> phraseAt(int first, int end, bool isWhole)
    {
        std::vector<const PhraseMeaning *> meanings;
        for (const PhraseChart::Item &item : m_chart.at(first))
            if (item.symbol == kPhrase && item.end == end &&
                (isWhole || !m_chart.meaning(item.meaning).isWeak))
                meanings.push_back(&m_chart.meaning(item.meaning));
        std::stable_sort(meanings.begin(), meanings.end(), [](const auto *a, const auto *b) {
            return a->isWeak != b->isWeak ? !a->isWeak : a->rank < b->rank;
        });
        std::optional<DatePhrase> phrase;
        for (const PhraseMeaning *meaning : meanings) {
            if (meaning->isSet || meaning->kind == MeaningKind::Vague)
                continue;
            if (!phrase) {
                phrase.emplace();
                phrase->begin = token(first).begin;
                phrase->end = token(end - 1).end;
                phrase->kind = meaning->kind == MeaningKind::Duration ? PhraseKind::Duration
                               : meaning->kind == MeaningKind::Time   ? PhraseKind::Time
                                                                      : PhraseKind::Date;
            }
            if (meaning->kind == MeaningKind::Date)
                addReadings(*meaning, *phrase);
        }
        if (phrase && phrase->kind != PhraseKind::Date && !phrase->readings.empty())
            phrase->kind = PhraseKind::Date;
        if (phrase && phrase->kind == PhraseKind::Date && phrase->readings.empty())
            return std::nullopt;
        return phrase;
    }

    void addReadings(const PhraseMeaning &meaning, DatePhrase &phrase)
    {
        for (const Window &window : meaning.windowsBeside(m_chart.beside())) {
            const std::string text = edtfText(window);
            const bool isKnown =
                text.empty() || phrase.readings.size() >= kMostReadings ||
                std::any_of(phrase.readings.begin(), phrase.readings.end(),
                            [&](const PhraseReading &r) { return r.date.text() == text; });
            if (isKnown)
                continue;
            Result<Edtf> date = Edtf::parse(text);
            if (!date)
                continue;
            PhraseReading reading;
            reading.date = std::move(*date);
            reading.rule = window.rule;
            if (!window.isOpenBegin)
                reading.begin = window.begin();
            if (!window.isOpenEnd)
                reading.end = window.end();
            phrase.readings.push_back(std::move(reading));
        }
    }

    const PhraseGrammar &m_grammar;
    std::string_view m_text;
    std::vector<PhraseToken> m_tokens;
    PhraseChart m_chart;
    PhraseBeside m_beside;
    bool m_isTenseOpen = true;
};

bool isReferenceGood(const CivilDate &day)
{
    return day.year >= 0 && day.year <= 9990 && isDayOfMonth(day.year, day.month, day.day);
}

}  // namespace

std::optional<DatePhrase> readPhrase(std::string_view whole, const PhraseContext &context)
{
    constexpr std::size_t kLongest = 400;
    if (whole.size() > kLongest || !isReferenceGood(context.reference))
        return std::nullopt;
    for (const std::string_view language : languagesFor(whole, context.language)) {
        const PhraseGrammar *grammar = PhraseGrammar::forLanguage(language);
        if (grammar == nullptr)
            continue;
        std::optional<DatePhrase> phrase = PhraseReader(*grammar, whole, context).whole();
        if (phrase)
            return phrase;
    }
    return std::nullopt;
}

std::vector<PhraseReading> readDatePhrase(std::string_view whole, const PhraseContext &context)
{
    std::optional<DatePhrase> phrase = readPhrase(whole, context);
    return phrase ? std::move(phrase->readings) : std::vector<PhraseReading>{};
}

std::vector<DatePhrase> findDatePhrases(std::string_view text, const PhraseContext &context)
{
    if (!isReferenceGood(context.reference) || text.size() > UINT32_MAX)
        return {};
    const std::vector<std::string_view> languages = languagesFor(text, context.language);
    const PhraseGrammar *best = nullptr;
    int bestCount = -1;
    for (const std::string_view language : languages) {
        const PhraseGrammar *grammar = PhraseGrammar::forLanguage(language);
        if (grammar == nullptr)
            continue;
        // The begin of the text is enough to know its language by.
        constexpr std::size_t kSample = 4'000;
        const int known =
            languages.size() < 2
                ? 0
                : PhraseReader(*grammar, text.substr(0, kSample), context).knownWords();
        if (known > bestCount) {
            best = grammar;
            bestCount = known;
        }
    }
    return best == nullptr ? std::vector<DatePhrase>{} : PhraseReader(*best, text, context).all();
}

std::vector<std::string_view> phraseLanguages()
{
    std::vector<std::string_view> languages;
    for (const WordList &list : wordLists())
        languages.push_back(list.language);
    return languages;
}

}  // namespace dateline
