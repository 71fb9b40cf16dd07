// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions/text_suggestions.h"

#include <algorithm>

namespace dateline {

std::vector<TextSuggestion> suggestionsIn(std::string_view text, const DateSetting &setting,
                                          std::stop_token stop)
{
    std::vector<TextSuggestion> suggestions;
    std::vector<ByteRange> dates;
    for (FoundDate &found : findDates(text, setting)) {
        dates.push_back(found.place);
        TextSuggestion suggestion;
        suggestion.place = found.place;
        suggestion.readings = std::move(found.readings);
        suggestions.push_back(std::move(suggestion));
    }
    if (stop.stop_requested())
        return {};
    for (QuantityPhrase &found : findQuantities(text, dates)) {
        TextSuggestion suggestion;
        suggestion.kind = TextSuggestion::Kind::Quantity;
        suggestion.place = found.place;
        suggestion.quantity = std::move(found.quantity);
        suggestions.push_back(std::move(suggestion));
    }
    if (stop.stop_requested())
        return {};
    for (const AttributionPhrase &found : findAttributions(text)) {
        TextSuggestion suggestion;
        suggestion.kind = TextSuggestion::Kind::Attribution;
        suggestion.place = found.place;
        suggestion.speaker = found.speaker;
        suggestions.push_back(std::move(suggestion));
    }
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const TextSuggestion &a, const TextSuggestion &b) {
                         return a.place.begin < b.place.begin;
                     });
    return suggestions;
}

}  // namespace dateline
