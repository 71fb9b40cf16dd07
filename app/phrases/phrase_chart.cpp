// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phrases/phrase_chart.h"

#include <algorithm>

namespace dateline {

namespace {

constexpr std::size_t kMostAtOnePlace = 300;
constexpr int kMostAlike = 4;

bool hasMeaning(int symbol)
{
    return symbol < kSlash || symbol > kTilde;
}

int signSymbol(char sign)
{
    switch (sign) {
    case '/':
        return kSlash;
    case '-':
        return kDash;
    case ',':
        return kComma;
    case '.':
        return kDot;
    case '\'':
        return kApostrophe;
    case '(':
        return kOpenBracket;
    case ')':
        return kCloseBracket;
    case '~':
        return kTilde;
    default:
        return -1;
    }
}

}  // namespace

void PhraseChart::read(int first, int last, const PhraseBeside &beside)
{
    m_first = first;
    m_last = last;
    m_beside = &beside;
    m_meanings.clear();
    const auto count = static_cast<std::size_t>(last - first) + 1;
    if (m_items.size() < count)
        m_items.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        m_items[i].clear();
    for (int start = last - 1; start >= first; --start) {
        addToken(start);
        // What is added on the way comes to its turn as well.
        for (std::size_t i = 0; i < itemsAt(start).size(); ++i) {
            const Item item = itemsAt(start)[i];
            for (const int rule : m_grammar.startingWithSymbol(item.symbol))
                tryRule(start, rule, item.end, item.meaning);
        }
    }
}

bool PhraseChart::isSignAt(int index, char sign, bool isJoined) const
{
    return index < m_last && token(index).kind == TokenKind::Sign && token(index).sign == sign &&
           (!isJoined || !token(index).isAfterSpace);
}

bool PhraseChart::isNumberAt(int index) const
{
    return index < m_last && token(index).kind == TokenKind::Number && !token(index).isAfterSpace;
}

bool PhraseChart::isArticle(int index) const
{
    return index < m_last && m_grammar.has(token(index).word, PhraseGrammar::kArticle);
}

void PhraseChart::addItem(int start, int symbol, int end, PhraseMeaning meaning)
{
    std::vector<Item> &items = itemsAt(start);
    if (items.size() >= kMostAtOnePlace)
        return;
    int alike = 0;
    for (const Item &item : items) {
        if (item.symbol != symbol || item.end != end)
            continue;
        PhraseMeaning &known = m_meanings[static_cast<std::size_t>(item.meaning)];
        const bool isSame = known.isFixed == meaning.isFixed && known.fields == meaning.fields &&
                            known.value == meaning.value && known.windows.empty() &&
                            meaning.windows.empty() && known.minute == meaning.minute &&
                            known.duration.grain == meaning.duration.grain;
        // "In 2019" is weak as a date behind "in" and none the less a phrase as a year behind it.
        if (isSame)
            known.isWeak = known.isWeak && meaning.isWeak;
        if (isSame || ++alike >= kMostAlike)
            return;
    }
    m_meanings.push_back(std::move(meaning));
    items.push_back({symbol, end, static_cast<int>(m_meanings.size()) - 1});
}

void PhraseChart::addToken(int start)
{
    const PhraseToken &word = token(start);
    if (word.kind == TokenKind::Number) {
        addNumber(start);
    } else if (word.kind == TokenKind::Sign) {
        const int symbol = signSymbol(word.sign);
        if (symbol >= 0)
            addItem(start, symbol, start + 1, {});
    } else if (word.word >= 0) {
        for (const int rule : m_grammar.startingWithWord(word.word))
            tryRule(start, rule, start + 1, -1);
    }
}

// The rule's first part is there; end is behind it.
void PhraseChart::tryRule(int start, int rule, int end, int meaning)
{
    const Production &production = m_grammar.productions()[static_cast<std::size_t>(rule)];
    const std::size_t kept = m_children.size();
    if (meaning >= 0 && hasMeaning(production.parts.front().id))
        m_children.push_back(
            {production.parts.front().id, &m_meanings[static_cast<std::size_t>(meaning)]});
    match(start, production, rule, 1, end);
    m_children.resize(kept);
}

void PhraseChart::match(int start, const Production &production, int rule, std::size_t next,
                        int end)
{
    if (next == production.parts.size()) {
        PhraseMeaning meaning;
        if (production.isConstant) {
            meaning = production.constant;
        } else {
            ActionInput in;
            in.children = m_children;
            in.value = production.value;
            in.beside = m_beside;
            for (const PhraseChild &child : m_children)
                meaning.isWeak = meaning.isWeak || child.meaning->isWeak;
            const bool isWeak = meaning.isWeak;
            if (!act(production.action, in, meaning))
                return;
            meaning.isWeak = (isWeak && !production.isStrong) || production.isWeak;
            if (production.action != PhraseAction::Same)
                meaning.rank = rule;
        }
        addItem(start, production.symbol, end, std::move(meaning));
        return;
    }
    const PhrasePart &part = production.parts[next];
    const int skips = isArticle(end) ? 1 : 0;
    for (int skip = 0; skip <= skips; ++skip) {
        const int at = end + skip;
        if (at >= m_last)
            return;
        if (part.isWord) {
            if (token(at).kind == TokenKind::Word && token(at).word == part.id)
                match(start, production, rule, next + 1, at + 1);
            continue;
        }
        // Items of later places are complete and stay where they are.
        const std::vector<Item> &items = itemsAt(at);
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].symbol != part.id)
                continue;
            const Item item = items[i];
            const bool isChild = hasMeaning(part.id);
            if (isChild)
                m_children.push_back(
                    {part.id, &m_meanings[static_cast<std::size_t>(item.meaning)]});
            match(start, production, rule, next + 1, item.end);
            if (isChild)
                m_children.pop_back();
        }
    }
}

void PhraseChart::addNumber(int start)
{
    const PhraseToken &number = token(start);
    if (number.value < 0)
        return;
    const auto isGlued = [&](int sign, int digits, bool isBefore) {
        // 5,000 and 0.8 are numbers of another sort.
        const int other = isBefore ? sign - 1 : sign + 1;
        if (sign < m_first || other < m_first || other >= m_last || sign >= m_last)
            return false;
        const PhraseToken &between = token(sign);
        const PhraseToken &beyond = token(other);
        if (between.kind != TokenKind::Sign || beyond.kind != TokenKind::Number ||
            between.isAfterSpace || (isBefore ? number : beyond).isAfterSpace)
            return false;
        if (between.sign == ',')
            return (isBefore ? digits : beyond.digits) == 3;
        return false;
    };
    const bool isPiece =
        isGlued(start - 1, number.digits, true) || isGlued(start + 1, number.digits, false);
    PhraseMeaning meaning;
    meaning.value = number.value;
    meaning.digits = number.digits;
    if (isPiece)
        return;
    addItem(start, kNumberDigits, start + 1, meaning);
    if (number.digits <= 2 && number.value >= 1 && number.value <= 31)
        addItem(start, kDayDigits, start + 1, meaning);
    if (number.digits == 2)
        addItem(start, kTwoDigits, start + 1, meaning);
    if (number.digits == 4 && number.value >= 1000 && number.value <= 2999)
        addItem(start, kYearDigits, start + 1, meaning);
    addNumericDate(start);
    addClock(start);
}

// 3/4/2024, 3.4.24, 2024-06-01, 06/2024, 3/4, 20240601.
void PhraseChart::addNumericDate(int start)
{
    const PhraseToken &first = token(start);
    const auto isYear = [&](const PhraseToken &t) {
        return t.digits == 4 && t.value >= 1000 && t.value <= 2999;
    };
    if (first.digits == 8) {
        const int year = first.value / 10'000;
        const int month = first.value / 100 % 100;
        if (year >= 1900 && year <= 2100 && isDayOfMonth(year, month, first.value % 100))
            addNumericFields(start, start + 1, year, 4, month, first.value % 100, true);
        return;
    }
    addSpacedDate(start);
    if (first.digits == 6) {  // 891102, only where it is the whole text
        const int month = first.value / 100 % 100;
        const std::size_t count = itemsAt(start).size();
        addNumericFields(start, start + 1, first.value / 10'000, 2, month, first.value % 100, true);
        if (itemsAt(start).size() > count)
            m_meanings.back().isWeak = true;
    }
    if (start + 2 >= m_last || token(start + 1).kind != TokenKind::Sign || !isNumberAt(start + 2) ||
        token(start + 1).isAfterSpace || first.digits > 4)
        return;
    const char sign = token(start + 1).sign;
    if (sign != '/' && sign != '.' && sign != '-')
        return;
    // Not a piece of a longer row of numbers.
    if (start > m_first && token(start).begin == token(start - 1).end &&
        token(start - 1).kind == TokenKind::Sign && token(start - 1).sign != '(' &&
        token(start - 1).sign != '-' && token(start - 1).sign != '~')
        return;
    const PhraseToken &second = token(start + 2);
    const bool hasThird = isSignAt(start + 3, sign, true) && isNumberAt(start + 4);
    if (hasThird) {
        const PhraseToken &third = token(start + 4);
        const bool isLonger = (isSignAt(start + 5, sign, true) && isNumberAt(start + 6)) ||
                              (isSignAt(start + 5, ',', true) && isNumberAt(start + 6));
        if (isLonger && sign != '-')
            return;
        const int end = start + 5;
        if (isYear(first) && second.digits <= 2 && third.digits <= 2)
            addNumericFields(start, end, first.value, 4, second.value, third.value, true);
        else if (first.digits <= 2 && second.digits <= 2 && (isYear(third) || third.digits == 2)) {
            addNumericFields(start, end, third.value, third.digits, first.value, second.value,
                             m_grammar.isMonthFirst());
            addNumericFields(start, end, third.value, third.digits, first.value, second.value,
                             !m_grammar.isMonthFirst());
        }
    }
    const auto isMonth = [](const PhraseToken &t) {
        return t.digits <= 2 && t.value >= 1 && t.value <= 12;
    };
    if (isSignAt(start + 3, ',', true) && isNumberAt(start + 4))
        return;  // 7.6,5
    if (isYear(first) && isMonth(second) && sign != '.')
        addNumericFields(start, start + 3, first.value, 4, second.value, 0, true);
    else if (isMonth(first) && isYear(second))
        addNumericFields(start, start + 3, second.value, 4, first.value, 0, true);
    else if (first.digits <= 2 && second.digits <= 2) {
        for (const bool isMonthFirst : {m_grammar.isMonthFirst(), !m_grammar.isMonthFirst()}) {
            addNumericFields(start, start + 3, kNoYear, 0, first.value, second.value, isMonthFirst);
            if (sign == '.' && isSignAt(start + 3, '.', true))
                addNumericFields(start, start + 4, kNoYear, 0, first.value, second.value,
                                 isMonthFirst);
        }
    }
}

// 2016 10 16, 18 08 1978: only where it is the whole text.
void PhraseChart::addSpacedDate(int start)
{
    if (start + 2 >= m_last || token(start + 1).kind != TokenKind::Number ||
        token(start + 2).kind != TokenKind::Number)
        return;
    const PhraseToken &first = token(start);
    const PhraseToken &second = token(start + 1);
    const PhraseToken &third = token(start + 2);
    const auto add = [&](std::int64_t year, int digits, int a, int b, bool isMonthFirst) {
        const std::size_t count = itemsAt(start).size();
        addNumericFields(start, start + 3, year, digits, a, b, isMonthFirst);
        if (itemsAt(start).size() > count)
            m_meanings.back().isWeak = true;
    };
    if (first.digits == 4 && second.digits == 2 && third.digits == 2)
        add(first.value, 4, second.value, third.value, true);
    else if (first.digits <= 2 && second.digits <= 2 && (third.digits == 4 || third.digits == 2))
        for (const bool isMonthFirst : {m_grammar.isMonthFirst(), !m_grammar.isMonthFirst()})
            add(third.value, third.digits, first.value, second.value, isMonthFirst);
}

void PhraseChart::addNumericFields(int start, int end, std::int64_t year, int digits, int a, int b,
                                   bool isMonthFirst)
{
    const int month = isMonthFirst ? a : b;
    const int day = isMonthFirst ? b : a;
    if (month < 1 || month > 12 || day < 0 || day > daysInMonth(2000, month))
        return;
    PhraseMeaning meaning;
    meaning.fields.month = static_cast<std::int8_t>(month);
    meaning.fields.day = static_cast<std::int8_t>(day);
    meaning.fields.year = year;
    if (digits == 2) {
        const std::int64_t now = m_beside->reference.year;
        meaning.fields.year = now - now % 100 + year;
        if (meaning.fields.year > now + 10)
            meaning.fields.year -= 100;
        meaning.fields.isOtherCentury = true;
    }
    // 3/4 alone is as often a fraction or a score.
    meaning.isWeak = year == kNoYear && day != 0;
    meaning.rank = isMonthFirst == m_grammar.isMonthFirst() || year > 0 ? 0 : 1;
    addItem(start, kNumericDate, end, std::move(meaning));
}

void PhraseChart::addClock(int start)
{
    const PhraseToken &hour = token(start);
    if (hour.digits > 2 || hour.value > 24)
        return;
    const bool isColon = isSignAt(start + 1, ':', true);
    if ((!isColon && !isSignAt(start + 1, '.', true)) || !isNumberAt(start + 2) ||
        token(start + 2).digits != 2 || token(start + 2).value > 59)
        return;
    PhraseMeaning meaning;
    meaning.kind = MeaningKind::Time;
    meaning.minute = static_cast<std::int16_t>(hour.value % 24 * 60 + token(start + 2).value);
    meaning.value = isColon ? 0 : 1;
    if (isColon && isSignAt(start + 3, ':', true) && isNumberAt(start + 4) &&
        token(start + 4).digits == 2 && token(start + 4).value <= 59) {
        meaning.second = static_cast<std::int16_t>(token(start + 4).value);
        addItem(start, kClock, start + 5, meaning);
        return;
    }
    addItem(start, isColon ? kClock : kDotClock, start + 3, meaning);
}

}  // namespace dateline
