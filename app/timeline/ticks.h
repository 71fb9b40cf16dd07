// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of the time axis, from minutes to millennia, in two rows: the unit that the zoom allows
// ("Apr", "14:30") below, and above it the unit that holds it ("2025", "21 March 2025"), which is
// named even where its begin lies to the left of the plot. So the year can always be read. Labels
// of one row never collide. Words and widths come in as functions. Pure; a few dozen ticks a call.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/date_bounds.h"
#include "app/timeline/time_scale.h"

namespace dateline {

// What a label of the axis says about its instant.
enum class AxisText : std::uint8_t {
    TimeOfDay,     // 14:30
    DayOfMonth,    // 21
    MonthName,     // Mar
    YearNumber,    // 2025
    WholeDay,      // 21 March 2025
    MonthAndYear,  // March 2025
    Decade,        // 2020–2029
    Century,       // 2000–2099
    Millennium,    // 2000–2999
};
using AxisWords = std::function<std::string(Instant, AxisText)>;
// English words; what tests and a program without a locale use.
std::string plainAxisWords(Instant at, AxisText text);

// How a text is set; the measure must know it.
enum class LabelFont : std::uint8_t { Mark, LaneName, LaneNote, Axis, AxisMajor, Count };
inline constexpr std::size_t kLabelFonts = 6;
using TextMeasure = std::function<double(std::string_view, LabelFont)>;

struct Tick {
    Instant at;
    double x = 0;
    double labelX = 0;  // left end of the text
    double labelWidth = 0;
    std::string text;  // empty: a line without a label
};

struct Axis {
    std::vector<Tick> majors;
    std::vector<Tick> minors;
};

// Lines inside the plot and labels that fit it, from left to right.
void buildAxis(const TimeScale &scale, const AxisWords &words, const TextMeasure &measure,
               Axis &axis);

// The precision that a place on the screen has at this zoom: the unit of the axis' lower row.
Precision precisionAt(const TimeScale &scale);

}  // namespace dateline
