// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions/date_readings.h"

#include <algorithm>
#include <array>

#include "app/model/civil_date.h"
#include "app/phrases/date_phrase.h"

namespace dateline {

namespace {

constexpr std::string_view kEdtfRule = "edtf";

// The days beside which a phrase has to mean the same. Without a day of publication only what needs
// none is left, so two days serve that have no year, month, weekday or season in common.
std::vector<CivilDate> referenceDays(const Edtf &published)
{
    const DateBounds &bounds = published.when().bounds;
    if (!published.isDated() || bounds.earliestBegin == Instant::distantPast() ||
        bounds.latestEnd == Instant::distantFuture())
        return {{1907, 2, 6}, {2093, 9, 17}};
    const CivilDate first = civilDateAt(bounds.earliestBegin);
    const CivilDate last = civilDateAt(addSeconds(bounds.latestEnd, -1));
    return first == last ? std::vector{first} : std::vector{first, last};
}

PhraseContext contextOf(const CivilDate &reference, const DateSetting &setting)
{
    PhraseContext context;
    context.reference = reference;
    context.language = setting.language;
    context.isSouthernHemisphere = setting.isSouthern;
    return context;
}

std::vector<DateReading> kept(const std::vector<PhraseReading> &readings)
{
    std::vector<DateReading> dates;
    for (const PhraseReading &reading : readings) {
        const bool isNew =
            std::none_of(dates.begin(), dates.end(), [&reading](const DateReading &known) {
                return known.date == reading.date;
            });
        if (reading.date.isDated() && isNew)
            dates.push_back({reading.date, std::string(reading.rule)});
    }
    return dates;
}

// Those of the first that the other has, too.
void keepCommon(std::vector<DateReading> &readings, const std::vector<DateReading> &others)
{
    std::erase_if(readings, [&others](const DateReading &reading) {
        return std::find(others.begin(), others.end(), reading) == others.end();
    });
}

constexpr std::size_t kReach = 400;  // bytes; a date named further back is another story's

// "Two years later" and "the same day" count from a date that the text has just named.
bool countsFromNamed(const DateReading &reading)
{
    constexpr std::array<std::string_view, 5> kRules{"duration_after", "duration_before",
                                                     "unit_after", "unit_before", "unit_same"};
    return std::find(kRules.begin(), kRules.end(), reading.rule) != kRules.end();
}

std::vector<FoundDate> foundBeside(std::string_view text, PhraseContext context)
{
    std::vector<FoundDate> found;
    std::size_t namedEnd = 0;
    for (const DatePhrase &phrase : findDatePhrases(text, context)) {
        FoundDate date{{phrase.begin, phrase.end}, kept(phrase.readings)};
        if (date.readings.empty())
            continue;
        const bool isRelative = countsFromNamed(date.readings.front());
        if (isRelative && context.preceding && phrase.begin - namedEnd <= kReach) {
            const std::string_view words = text.substr(phrase.begin, phrase.end - phrase.begin);
            if (std::vector<DateReading> counted = kept(readDatePhrase(words, context));
                !counted.empty())
                date.readings = std::move(counted);
        }
        const When &when = date.readings.front().date.when();
        if (when.form == DateForm::Moment || when.form == DateForm::Range) {
            context.preceding = civilDateAt(when.bounds.earliestBegin);
            namedEnd = phrase.end;
        }
        found.push_back(std::move(date));
    }
    return found;
}

}  // namespace

std::vector<DateReading> dateReadings(std::string_view text, const DateSetting &setting)
{
    if (const Result<Edtf> date = Edtf::parse(text); date && date->isDated())
        return {{*date, std::string(kEdtfRule)}};
    std::vector<DateReading> readings;
    bool isFirst = true;
    for (const CivilDate &day : referenceDays(setting.published)) {
        std::vector<DateReading> beside = kept(readDatePhrase(text, contextOf(day, setting)));
        if (isFirst)
            readings = std::move(beside);
        else
            keepCommon(readings, beside);
        isFirst = false;
    }
    return readings;
}

std::vector<FoundDate> findDates(std::string_view text, const DateSetting &setting)
{
    std::vector<FoundDate> found;
    bool isFirst = true;
    for (const CivilDate &day : referenceDays(setting.published)) {
        std::vector<FoundDate> beside = foundBeside(text, contextOf(day, setting));
        if (isFirst) {
            found = std::move(beside);
            isFirst = false;
            continue;
        }
        std::erase_if(found, [&beside](FoundDate &date) {
            const auto same = std::lower_bound(beside.begin(), beside.end(), date.place.begin,
                                               [](const FoundDate &other, std::size_t begin) {
                                                   return other.place.begin < begin;
                                               });
            if (same == beside.end() || same->place != date.place)
                return true;
            keepCommon(date.readings, same->readings);
            return date.readings.empty();
        });
    }
    return found;
}

Edtf likeliestDate(std::string_view words, const DateSetting &setting)
{
    if (const std::vector<DateReading> whole = dateReadings(words, setting); !whole.empty())
        return whole.front().date;
    const std::vector<FoundDate> found = findDates(words, setting);
    return found.empty() ? Edtf() : found.front().readings.front().date;
}

std::string_view becauseOf(std::string_view rule)
{
    return rule == kEdtfRule ? std::string_view() : phraseRuleWords(rule);
}

}  // namespace dateline
