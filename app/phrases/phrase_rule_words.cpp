// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule in words, for the window; docs/phrases.md explains them.
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/phrases/date_phrase.h"

namespace dateline {

namespace {

using Entry = std::pair<std::string_view, std::string_view>;

constexpr Entry kWords[] = {
    {"century", "a century, counted from 1 to 100 and taken with its first year"},
    {"day_after", "a day counted from the day of publication on"},
    {"day_before", "a day counted back from the day of publication"},
    {"day_of_month", "that day of the month of publication"},
    {"day_of_month_coming", "the next such day of a month after the day of publication"},
    {"day_of_month_recent", "the nearest such day of a month up to the day of publication"},
    {"decade", "ten years"},
    {"duration_after", "that long after the day named before, else the day of publication"},
    {"duration_after_date", "that long after the date named"},
    {"duration_ago", "that long before the day of publication, as exactly as the unit says"},
    {"duration_ahead", "that long after the day of publication, as exactly as the unit says"},
    {"duration_before", "that long before the day named before, else the day of publication"},
    {"duration_before_date", "that long before the date named"},
    {"duration_ended", "all of that time, up to the day named"},
    {"duration_run", "all of that time from the day named"},
    {"fiscal", "the year of that number; a fiscal year may begin in another month"},
    {"after", "after all of it, with no end"},
    {"before", "before it begins, with no begin"},
    {"since", "from its first day on, with no end"},
    {"until", "up to its last day, with no begin"},
    {"half_year", "six months of that year"},
    {"half_year_coming", "the next such half of a year"},
    {"half_year_last", "the last such half of a year that was over"},
    {"half_year_next", "the next such half of a year after the day of publication"},
    {"half_year_recent", "the nearest such half of a year that had begun"},
    {"half_year_this", "that half of the year of publication"},
    {"holiday", "the holiday of that year"},
    {"holiday_coming", "the next such holiday after the day of publication"},
    {"holiday_last", "the last such holiday before the day of publication"},
    {"holiday_next", "the next such holiday after the day of publication"},
    {"holiday_recent", "the nearest such holiday up to the day of publication"},
    {"holiday_this", "the holiday of the year of publication"},
    {"hours_near", "hours and minutes around the publication, known to its day only"},
    {"month", "that month of that year"},
    {"month_coming", "the next such month after the day of publication"},
    {"month_day", "that day of that year"},
    {"month_day_coming", "the next such day after the day of publication"},
    {"month_day_last", "the last such day before the day of publication"},
    {"month_day_next", "the next such day after the day of publication"},
    {"month_day_recent", "the nearest such day up to the day of publication"},
    {"month_day_this", "that day of the year of publication"},
    {"month_last", "the last such month that was over"},
    {"month_next", "the next such month after the day of publication"},
    {"month_recent", "the nearest such month that had begun by the day of publication"},
    {"month_this", "that month of the year of publication"},
    {"now", "the day of publication"},
    {"nth_unit", "counted inside the time named"},
    {"nth_weekday", "that weekday, counted inside the time named"},
    {"part_begin", "its first third, or the first days of a month"},
    {"part_coming", "what was left of it from the day of publication on"},
    {"part_early", "its first third, or days 1 to 9 of a month"},
    {"part_end", "its last third, or the days of a month from the 20th on"},
    {"part_half", "one half of it"},
    {"part_late", "its last third, or the days of a month from the 20th on"},
    {"part_mid", "its middle third, or days 10 to 19 of a month"},
    {"part_past", "what had gone by of it up to the day of publication"},
    {"quarter", "that quarter of that year"},
    {"quarter_coming", "the next such quarter after the day of publication"},
    {"quarter_last", "the last such quarter that was over"},
    {"quarter_next", "the next such quarter after the day of publication"},
    {"quarter_recent", "the nearest such quarter that had begun by the day of publication"},
    {"quarter_this", "that quarter of the year of publication"},
    {"season", "that season of that year"},
    {"season_coming", "the next such season after the day of publication"},
    {"season_last", "the last such season that was over by the day of publication"},
    {"season_next", "the next such season after the day of publication"},
    {"season_recent", "the nearest such season that had begun by the day of publication"},
    {"season_this", "that season of the year of publication"},
    {"span", "from the one to the other, with both"},
    {"span_short", "from the one up to where the other begins"},
    {"today", "the day of publication"},
    {"unit_after", "the one after the date named before, else after the day of publication"},
    {"unit_before", "the one before the date named before, else before the day of publication"},
    {"unit_last", "the whole calendar unit before the one of publication"},
    {"unit_next", "the whole calendar unit after the one of publication"},
    {"unit_run_coming", "that long from the day after publication on"},
    {"unit_run_past", "that long up to the day before publication"},
    {"unit_same", "the one that holds the date named before, else the day of publication"},
    {"unit_this", "the calendar unit that holds the day of publication"},
    {"vague_coming", "some time after the day of publication; how long is not said"},
    {"vague_past", "some time up to the day of publication; how long is not said"},
    {"vague_run", "a few of them; the bounds are wide on purpose"},
    {"week_number", "the week of that number, from Monday to Sunday (ISO 8601)"},
    {"week_number_coming", "the next week of that number, from Monday to Sunday (ISO 8601)"},
    {"week_number_recent", "the nearest week of that number that had begun (ISO 8601)"},
    {"week_of_day", "the week from Monday to Sunday that holds the day"},
    {"weekday", "that weekday"},
    {"weekday_and_day", "the nearest day with that number that is such a weekday"},
    {"weekday_coming", "the next such weekday after the day of publication"},
    {"weekday_from_day", "the first such weekday from the day named on"},
    {"weekday_in_week", "that weekday of the week named"},
    {"weekday_last", "the last such weekday before the day of publication"},
    {"weekday_next",
     "the next such weekday, in the week after the one of publication if that is near"},
    {"weekday_past", "the nearest such weekday up to the day of publication"},
    {"weekday_this", "that weekday of the week of publication"},
    {"weekend_coming", "the next Saturday and Sunday after the day of publication"},
    {"weekend_last", "the last Saturday and Sunday before the day of publication"},
    {"weekend_next", "the Saturday and Sunday of the week after the one of publication"},
    {"weekend_of_day", "the Saturday and Sunday next to the day, with it if it lies beside them"},
    {"weekend_past", "the nearest Saturday and Sunday that had begun by the day of publication"},
    {"weekend_this", "the Saturday and Sunday of the week of publication"},
    {"year", "that year"},
};

}  // namespace

std::string_view phraseRuleWords(std::string_view rule)
{
    const auto *found = std::find_if(std::begin(kWords), std::end(kWords),
                                     [&](const Entry &entry) { return entry.first == rule; });
    return found == std::end(kWords) ? std::string_view() : found->second;
}

}  // namespace dateline
