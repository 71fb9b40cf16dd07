// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions/date_readings.h"

#include "app/model/date_suggestion.h"

namespace dateline {

namespace {

constexpr std::string_view kEdtfRule = "edtf";

}  // namespace

std::vector<DateReading> dateReadings(std::string_view text, const DateSetting &setting)
{
    if (const Result<Edtf> date = Edtf::parse(text); date && date->isDated())
        return {{*date, std::string(kEdtfRule)}};
    const DateSuggestion found = suggestDate(text, setting.published);
    if (found.isEmpty() || found.end - found.begin < text.size())
        return {};
    return {{found.date, "explicit"}};
}

std::vector<FoundDate> findDates(std::string_view text, const DateSetting &setting)
{
    std::vector<FoundDate> dates;
    for (std::size_t at = 0; at < text.size();) {
        const DateSuggestion found = suggestDate(text.substr(at, 400), setting.published);
        if (found.isEmpty()) {
            at += 400;
            continue;
        }
        dates.push_back({{at + found.begin, at + found.end}, {{found.date, "explicit"}}});
        at += found.end;
    }
    return dates;
}

Edtf likeliestDate(std::string_view words, const DateSetting &setting)
{
    return suggestDate(words, setting.published).date;
}

std::string_view becauseOf(std::string_view)
{
    return {};
}

}  // namespace dateline
