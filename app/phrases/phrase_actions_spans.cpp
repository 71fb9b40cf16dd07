// SPDX-License-Identifier: GPL-3.0-or-later
// What joins dates: from - to, since, until, a day with a time of day, "about".
#include <algorithm>

#include "app/phrases/phrase_actions.h"

namespace dateline {

namespace {

bool isPlain(const Window &window)
{
    return !window.last && !window.isOpenBegin && !window.isOpenEnd;
}

Stretch stretchOf(const Window &window)
{
    return window.first;
}

// What the other end says and this one leaves out: "from 26 to 28 June 2020", "April 9 to 17".
PhraseFields filledFrom(const PhraseFields &mine, const PhraseFields &other, bool isLeft)
{
    PhraseFields filled = mine;
    if (mine.hasYear() || mine.weekday || mine.shift != Shift::Bare)
        return filled;
    const bool isDayOnly = mine.day && !mine.month;
    if (isDayOnly && other.month) {
        filled.month = other.month;
        if (isLeft && other.day && mine.day > other.day)
            filled.month = static_cast<std::int8_t>(other.month == 1 ? 12 : other.month - 1);
    }
    if (other.hasYear() && (filled.month || filled.season || filled.quarter || filled.half)) {
        filled.year = other.year;
        const auto placeOf = [](const PhraseFields &f) {
            return f.month ? f.month * 32 + f.day : f.season * 96 + f.quarter * 96 + f.half * 192;
        };
        if (isLeft && placeOf(filled) > placeOf(other) && placeOf(other) > 0)
            --filled.year;
        else if (!isLeft && placeOf(filled) < placeOf(other))
            ++filled.year;
    }
    return filled;
}

void addSpan(PhraseMeaning &out, const Window &left, const Window &right)
{
    if (!(left.begin() < right.end()) || !isPlain(left) || !isPlain(right))
        return;
    Window window = left;
    window.last = stretchOf(right);
    window.isSpan = true;
    window.rule = "span";
    out.windows.push_back(window);
}

// The end taken as the moment when its unit begins: "from August to October" without October.
void addShortSpans(PhraseMeaning &out)
{
    const std::size_t count = out.windows.size();
    for (std::size_t i = 0; i < count; ++i) {
        Window window = out.windows[i];
        Stretch &last = *window.last;
        const CivilDate begin = last.begin;
        if (!(window.begin() < begin))
            continue;
        const Grain grain = last.grain;
        last.end = begin;
        last.begin = stepped(begin, grain, -1);
        if (last.begin < window.begin())
            last.begin = window.begin();
        window.rule = "span_short";
        if (last.begin == window.first.begin && last.end == window.first.end)
            window.last.reset();
        out.windows.push_back(window);
    }
}

}  // namespace

bool actSpan(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *left = nullptr;
    const PhraseMeaning *right = nullptr;
    PhraseMeaning dated;  // "January 5-7, 1998": the year behind both
    for (const PhraseChild &child : in.children) {
        if (!child.meaning->isFixed && !child.meaning->fields.isAny())
            continue;
        if (right != nullptr) {
            dated = *right;
            if (dated.isFixed || !merge(dated.fields, child.meaning->fields))
                return false;
            if (dated.fields.day && !dated.fields.month)
                dated.fields.month = left->fields.month;
            right = &dated;
            continue;
        }
        (left == nullptr ? left : right) = child.meaning;
    }
    if (left == nullptr || right == nullptr)
        return false;
    std::vector<Window> lefts;
    std::vector<Window> rights;
    PhraseBeside beside = *in.beside;
    if (!left->isFixed && !right->isFixed) {
        const PhraseFields leftFields = filledFrom(left->fields, right->fields, true);
        PhraseFields rightFields = filledFrom(right->fields, leftFields, false);
        // 1985-87: the century of the first.
        if (rightFields.isOtherCentury && leftFields.hasYear()) {
            rightFields.year = leftFields.year - leftFields.year % 100 + rightFields.year % 100;
            rightFields.isOtherCentury = false;
        }
        lefts = windowsOf(leftFields, beside);
        rights = windowsOf(rightFields, beside);
    } else {
        lefts = in.windows(*left);
        rights = in.windows(*right);
    }
    const bool hasRound = !right->isFixed && !right->fields.hasYear() && right->fields.isAny();
    out.isFixed = true;
    for (const Window &from : lefts) {
        // The end is the first of its kind after the begin.
        const Window *best = nullptr;
        std::vector<Window> following;
        if (hasRound) {
            PhraseBeside after = *in.beside;
            after.reference = from.begin();
            PhraseFields fields =
                filledFrom(right->fields, left->isFixed ? PhraseFields{} : left->fields, false);
            if (fields.shift == Shift::Bare && !fields.hasYear()) {
                after.isFuture = true;
                following = windowsOf(fields, after);
                std::erase_if(following,
                              [&](const Window &w) { return !(from.begin() < w.end()); });
                std::stable_sort(
                    following.begin(), following.end(),
                    [](const Window &a, const Window &b) { return a.begin() < b.begin(); });
                if (!following.empty())
                    best = following.data();
            }
        }
        if (best == nullptr)
            for (const Window &to : rights)
                if (from.begin() < to.end() && (best == nullptr || to.begin() < best->begin()))
                    best = &to;
        if (best != nullptr)
            addSpan(out, from, *best);
    }
    addShortSpans(out);
    return !out.windows.empty();
}

// Value of the rule: 1 since (with it), 2 until (with it), 3 before (without), 4 after (without).
bool actOpen(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *date = in.children.front().meaning;
    if (date == nullptr || date->kind != MeaningKind::Date)
        return false;
    out.isFixed = true;
    constexpr const char *kRules[] = {"", "since", "until", "before", "after"};
    const auto add = [&](Window window, int value) {
        Stretch &stretch = window.first;
        const bool isUnit = roughDays(stretch.grain) > 2 && stretch.grain <= Grain::Quarter;
        const Grain unit = isUnit ? stretch.grain : Grain::Day;
        if (value == 3) {
            stretch.end = stretch.begin;
            stretch.begin = stepped(stretch.begin, unit, -1);
        } else if (value == 4) {
            stretch.begin = stretch.end;
            stretch.end = stepped(stretch.begin, unit, 1);
        }
        if (value >= 3)
            stretch.grain = unit;
        stretch.minute = kNoTime;
        window.isOpenEnd = value == 1 || value == 4;
        window.isOpenBegin = !window.isOpenEnd;
        window.rule = kRules[value];
        out.windows.push_back(window);
    };
    std::vector<Window> windows = in.windows(*date);
    for (const Window &window : windows)
        if (!isPlain(window))
            return false;
    for (const Window &window : windows)
        add(window, in.value);
    // "Until Friday" may mean up to its begin, "after May" from its begin on.
    constexpr int kOther[] = {0, 0, 3, 2, 1};
    if (in.value != 1)
        for (const Window &window : windows)
            add(window, kOther[in.value]);
    return !out.windows.empty();
}

bool actWithTime(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *date = in.part(kDate);
    if (date == nullptr)
        date = in.part(kFields);
    const PhraseMeaning *time = in.part(kTime);
    for (const PhraseChild &child : in.children)
        if (time == nullptr && child.meaning->kind == MeaningKind::Time)
            time = child.meaning;
    if (date == nullptr || date->kind != MeaningKind::Date)
        return false;
    out.isFixed = true;
    out.windows = in.windows(*date);
    for (Window &window : out.windows) {
        if (window.first.grain != Grain::Day || !isPlain(window) || window.first.minute != kNoTime)
            return false;
        // Value 1 of the rule: a stretch of the day, which EDTF cannot say; the day stays.
        if (time == nullptr || time->minute == kNoTime || in.value == 1)
            continue;
        window.first.minute = time->minute;
        window.first.second = time->second;
        window.first.zone = time->zone;
    }
    return !out.windows.empty();
}

// Value of the rule: 1 about, 2 perhaps.
bool actMark(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *date = nullptr;
    for (const PhraseChild &child : in.children)
        if (child.meaning->isFixed || child.meaning->fields.isAny())
            date = child.meaning;
    if (date == nullptr || date->kind != MeaningKind::Date)
        return false;
    out.isFixed = true;
    out.windows = in.windows(*date);
    for (Window &window : out.windows) {
        window.isApproximate = window.isApproximate || in.value == 1;
        window.isUncertain = window.isUncertain || in.value == 2;
        window.first.minute = kNoTime;
    }
    return !out.windows.empty();
}

}  // namespace dateline
