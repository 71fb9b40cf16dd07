// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/likelihood.h"

#include <array>

namespace dateline {

std::optional<PercentRange> likelihoodRange(std::string_view word)
{
    struct Row {
        std::string_view word;
        std::string_view other;
        PercentRange range;
    };
    constexpr std::array<Row, 7> kRows{{
        {"almost no chance", "remote", {1, 5}},
        {"very unlikely", "highly improbable", {5, 20}},
        {"unlikely", "improbable", {20, 45}},
        {"roughly even chance", "roughly even odds", {45, 55}},
        {"likely", "probable", {55, 80}},
        {"very likely", "highly probable", {80, 95}},
        {"almost certain", "nearly certain", {95, 99}},
    }};
    for (const Row &row : kRows) {
        if (word == row.word || word == row.other)
            return row.range;
    }
    return std::nullopt;
}

}  // namespace dateline
