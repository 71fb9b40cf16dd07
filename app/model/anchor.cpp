// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/anchor.h"

#include <algorithm>

#include "app/model/code_points.h"

namespace dateline {

namespace {

constexpr bool startsCodePoint(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
}

// Whole code points that two texts share at their beginning.
std::int64_t sharedStart(std::string_view a, std::string_view b)
{
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    // The bytes part within a code point: that one is not shared.
    while (same > 0 && ((same < a.size() && !startsCodePoint(a[same])) ||
                        (same < b.size() && !startsCodePoint(b[same]))))
        --same;
    return codePointCount(a.substr(0, same));
}

// Whole code points that two texts share at their end. Only those count whose first byte is shared
// too, so that a common tail of two different letters does not.
std::int64_t sharedEnd(std::string_view a, std::string_view b)
{
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a[a.size() - 1 - same] == b[b.size() - 1 - same])
        ++same;
    return codePointCount(a.substr(a.size() - same));
}

}  // namespace

std::optional<std::pair<std::int64_t, std::int64_t>> anchor(std::string_view text,
                                                            std::string_view exact,
                                                            std::string_view prefix,
                                                            std::string_view suffix)
{
    if (exact.empty())
        return std::nullopt;
    prefix = lastCodePoints(prefix, kAnchorContext);
    suffix = firstCodePoints(suffix, kAnchorContext);
    std::size_t best = std::string_view::npos;
    std::int64_t bestScore = -1;
    bool isAmbiguous = false;
    for (std::size_t at = text.find(exact); at != std::string_view::npos;
         at = text.find(exact, at + 1)) {
        const std::int64_t score = sharedEnd(text.substr(0, at), prefix) +
                                   sharedStart(text.substr(at + exact.size()), suffix);
        if (score > bestScore) {
            best = at;
            bestScore = score;
            isAmbiguous = false;
        } else if (score == bestScore) {
            isAmbiguous = true;
        }
    }
    if (best == std::string_view::npos || isAmbiguous)
        return std::nullopt;
    const std::int64_t begin = codePointCount(text.substr(0, best));
    return std::pair{begin, begin + codePointCount(exact)};
}

Quote quoteAt(std::string_view text, std::int64_t begin, std::int64_t end)
{
    const std::size_t first = byteOffset(text, begin);
    const std::string_view exact =
        firstCodePoints(text.substr(first), std::max<std::int64_t>(end - begin, 0));
    return {std::string(exact), std::string(lastCodePoints(text.substr(0, first), kAnchorContext)),
            std::string(firstCodePoints(text.substr(first + exact.size()), kAnchorContext))};
}

}  // namespace dateline
