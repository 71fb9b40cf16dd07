// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text_suggester.h"

#include <algorithm>

#include "ui/bridge/post.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

// For each byte of the text the UTF-16 unit that it belongs to.
std::vector<int> unitsOf(std::string_view utf8)
{
    std::vector<int> units(utf8.size() + 1);
    int unit = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        for (std::size_t i = 0; i < length && at + i < utf8.size(); ++i)
            units[at + i] = unit;
        at += length;
        unit += length == 4 ? 2 : 1;
    }
    units.back() = unit;
    return units;
}

}  // namespace

void TextSuggester::read(const QString &text, const DateSetting &setting)
{
    clear();
    const int request = m_request;
    m_job.start([this, request, setting, utf8 = toUtf8(text)](std::stop_token stop) {
        std::vector<TextSuggestion> suggestions = suggestionsIn(utf8, setting, stop);
        if (stop.stop_requested() || suggestions.empty())
            return;
        const std::vector<int> units = unitsOf(utf8);
        std::vector<SuggestedText> found;
        found.reserve(suggestions.size());
        for (TextSuggestion &suggestion : suggestions)
            found.push_back({units[suggestion.place.begin], units[suggestion.place.end],
                             std::move(suggestion)});
        post(this, [this, request, found = std::move(found)]() mutable {
            if (request != m_request)
                return;
            m_found = std::move(found);
            Q_EMIT changed();
        });
    });
}

void TextSuggester::clear()
{
    ++m_request;
    m_job.cancel();
    if (m_found.empty())
        return;
    m_found.clear();
    Q_EMIT changed();
}

int TextSuggester::at(int position) const
{
    // They are short, and few overlap: those that begin at most some words before.
    int best = -1;
    const auto after =
        std::upper_bound(m_found.begin(), m_found.end(), position,
                         [](int place, const SuggestedText &found) { return place < found.begin; });
    for (auto found = after; found != m_found.begin() && after - found < 8;) {
        --found;
        const auto index = static_cast<int>(found - m_found.begin());
        const bool isShorter = best < 0 || found->end - found->begin <
                                               m_found[static_cast<std::size_t>(best)].end -
                                                   m_found[static_cast<std::size_t>(best)].begin;
        if (found->end > position && isShorter)
            best = index;
    }
    return best;
}

}  // namespace dateline::ui
