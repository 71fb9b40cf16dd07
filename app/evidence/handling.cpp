// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/handling.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dateline {

int rankOf(std::string_view mark)
{
    std::string word(mark);
    for (char &c : word) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - ('a' - 'A'));
    }
    if (word.starts_with("TLP:"))
        word.erase(0, 4);
    if (word.empty())
        return -1;
    constexpr std::array<std::pair<std::string_view, int>, 6> kRanks{
        {{"CLEAR", 0}, {"WHITE", 0}, {"GREEN", 1}, {"AMBER", 2}, {"AMBER+STRICT", 3}, {"RED", 4}}};
    for (const auto &[name, rank] : kRanks) {
        if (name == word)
            return rank;
    }
    return kUnknownMark;
}

bool isKnownMark(std::string_view mark)
{
    const int rank = rankOf(mark);
    return rank >= 0 && rank < kUnknownMark;
}

std::string_view markOf(const Snapshot &snapshot, const Claim &claim)
{
    const Source *source = snapshot.sources->find(claim.source);
    if (source == nullptr || rankOf(claim.handling) >= rankOf(source->handling))
        return claim.handling;
    return source->handling;
}

std::vector<ItemRef> aboveMark(const Snapshot &snapshot, std::string_view mark,
                               const std::function<bool(ItemRef)> &isShown)
{
    const int most = rankOf(mark);
    std::vector<ItemRef> above;
    if (!isShown) {
        for (const Source &source : *snapshot.sources) {
            if (rankOf(source.handling) > most)
                above.emplace_back(source.id);
        }
    }
    for (const Claim &claim : *snapshot.claims) {
        if (isShown && !isShown(claim.about))
            continue;
        const Source *source = snapshot.sources->find(claim.source);
        if (isShown && source != nullptr && rankOf(source->handling) > most)
            above.emplace_back(source->id);
        if (rankOf(claim.handling) > most)
            above.emplace_back(claim.id);
    }
    std::sort(above.begin(), above.end());
    above.erase(std::unique(above.begin(), above.end()), above.end());
    return above;
}

}  // namespace dateline
