// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/ticks.h"

#include <array>
#include <cstdlib>

#include "app/model/civil_date.h"

namespace dateline {

namespace {

enum class Unit : std::uint8_t { Second, Day, Month, Year };

// A distance between ticks and what its labels say. Years count in steps from year 0, months from
// January, days from the first of the month, seconds from midnight.
struct Step {
    Unit unit;
    std::int64_t count;
    double seconds;  // about
    AxisText text;
};

constexpr double kDay = 86'400.0;
constexpr double kYear = 365.2425 * kDay;

struct Level {
    Step minor;
    Step major;
};

constexpr Step kDays{Unit::Day, 1, kDay, AxisText::WholeDay};
constexpr Step kMonths{Unit::Month, 1, kYear / 12, AxisText::MonthAndYear};
constexpr Step kYears{Unit::Year, 1, kYear, AxisText::YearNumber};
constexpr Step kDecades{Unit::Year, 10, 10 * kYear, AxisText::Decade};
constexpr Step kCenturies{Unit::Year, 100, 100 * kYear, AxisText::Century};
constexpr Step kMillennia{Unit::Year, 1'000, 1'000 * kYear, AxisText::Millennium};

constexpr Step clock(std::int64_t seconds)
{
    return {Unit::Second, seconds, static_cast<double>(seconds), AxisText::TimeOfDay};
}
constexpr Step days(std::int64_t count)
{
    return {Unit::Day, count, static_cast<double>(count) * kDay, AxisText::DayOfMonth};
}
constexpr Step months(std::int64_t count)
{
    return {Unit::Month, count, static_cast<double>(count) * kYear / 12, AxisText::MonthName};
}
constexpr Step years(std::int64_t count)
{
    return {Unit::Year, count, static_cast<double>(count) * kYear, AxisText::YearNumber};
}

constexpr std::array kLevels = {
    Level{clock(10), kDays},
    Level{clock(30), kDays},
    Level{clock(60), kDays},
    Level{clock(120), kDays},
    Level{clock(300), kDays},
    Level{clock(600), kDays},
    Level{clock(1'800), kDays},
    Level{clock(3'600), kDays},
    Level{clock(3 * 3'600), kDays},
    Level{clock(6 * 3'600), kDays},
    Level{clock(12 * 3'600), kDays},
    Level{days(1), kMonths},
    Level{days(7), kMonths},
    Level{months(1), kYears},
    Level{months(3), kYears},
    Level{years(1), kDecades},
    Level{years(2), kDecades},
    Level{years(5), kDecades},
    Level{years(10), kCenturies},
    Level{years(20), kCenturies},
    Level{years(50), kCenturies},
    Level{years(100), kMillennia},
    Level{years(200), kMillennia},
    Level{years(500), kMillennia},
    Level{years(1'000), kMillennia},
    Level{years(2'000), kMillennia},
    Level{years(5'000), kMillennia},
    Level{years(10'000), kMillennia},
    Level{years(50'000), kMillennia},
    Level{years(1'000'000), kMillennia},
    Level{years(100'000'000), kMillennia},
};

constexpr double kLabelGap = 10;
constexpr double kLabelInset = 4;  // from the line to the text

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

// The last tick at or before the instant.
Instant floorTick(Instant t, const Step &step)
{
    const CivilDate date = civilDateAt(t);
    switch (step.unit) {
    case Unit::Second:
        return addSeconds(instantOf(date), floorTo(secondOfDay(t), step.count));
    case Unit::Day: {
        // Steps of a week stop at the 22nd: the next month's first day follows.
        const std::int64_t index = std::min<std::int64_t>(date.day - 1, step.count > 1 ? 21 : 31);
        return instantOf(date.year, date.month, static_cast<int>(floorTo(index, step.count)) + 1);
    }
    case Unit::Month:
        return instantOf(date.year, static_cast<int>(floorTo(date.month - 1, step.count)) + 1);
    case Unit::Year:
        return instantOf(floorTo(date.year, step.count));
    }
    return t;
}

Instant nextTick(Instant tick, const Step &step)
{
    switch (step.unit) {
    case Unit::Second:
        return addSeconds(tick, step.count);
    case Unit::Day: {
        const CivilDate date = civilDateAt(tick);
        const std::int64_t day = date.day + step.count;
        if (day > daysInMonth(date.year, date.month) || (step.count > 1 && day > 22))
            return instantOf(addMonths({date.year, date.month, 1}, 1));
        return instantOf({date.year, date.month, static_cast<int>(day)});
    }
    case Unit::Month: {
        const CivilDate date = civilDateAt(tick);
        return instantOf(addMonths({date.year, date.month, 1}, step.count));
    }
    case Unit::Year:
        return instantOf(civilDateAt(tick).year + step.count);
    }
    return tick;
}

// The widest label that this step is likely to have.
double labelWidth(const Step &step, Instant at, const AxisWords &words, const TextMeasure &measure)
{
    double widest = 0;
    if (step.text == AxisText::MonthName) {
        for (int month = 1; month <= 12; ++month) {
            const std::string text = words(instantOf(2000, month), step.text);
            widest = std::max(widest, measure(text, LabelFont::Axis));
        }
        return widest;
    }
    if (step.text == AxisText::DayOfMonth)
        return measure(words(instantOf(2000, 1, 28), step.text), LabelFont::Axis);
    if (step.text == AxisText::TimeOfDay)
        return measure(words(addSeconds(instantOf(2000), 82'800), step.text), LabelFont::Axis);
    return measure(words(at, step.text), LabelFont::Axis);
}

const Level &levelFor(const TimeScale &scale, const AxisWords &words, const TextMeasure &measure)
{
    for (const Level &level : kLevels) {
        const double pixels = scale.toPixels(level.minor.seconds);
        if (pixels < 18)
            continue;
        const double width = labelWidth(level.minor, scale.begin(), words, measure);
        if (pixels >= width + kLabelInset + kLabelGap)
            return level;
    }
    return kLevels.back();
}

void appendTicks(const TimeScale &scale, const Step &step, std::vector<Tick> &ticks)
{
    constexpr int kMostTicks = 2'000;
    Instant at = floorTick(scale.begin(), step);
    for (int i = 0; i < kMostTicks; ++i) {
        const double x = scale.toX(at);
        if (x >= scale.right())
            break;
        ticks.push_back({at, x, x + kLabelInset, 0, {}});
        const Instant following = nextTick(at, step);
        if (following <= at)
            break;  // the end of the calendar
        at = following;
    }
}

}  // namespace

std::string plainAxisWords(Instant at, AxisText text)
{
    static constexpr const char *kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    static constexpr const char *kWholeMonths[] = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
    const CivilDate date = civilDateAt(at);
    const auto number = [](std::int64_t value) {
        return std::string(value < 0 ? "\u2212" : "").append(std::to_string(std::abs(value)));
    };
    const auto yearsFrom = [&](std::int64_t count) {
        const std::int64_t first = floorTo(date.year, count);
        return number(first) + "\u2013" + number(first + count - 1);
    };
    const auto twoDigits = [](std::int64_t value) {
        return std::string(value < 10 ? "0" : "").append(std::to_string(value));
    };
    switch (text) {
    case AxisText::TimeOfDay: {
        const std::int64_t second = secondOfDay(at);
        const std::string clockText = twoDigits(second / 3'600) + ":" + twoDigits(second / 60 % 60);
        return second % 60 == 0 ? clockText : clockText + ":" + twoDigits(second % 60);
    }
    case AxisText::DayOfMonth:
        return std::to_string(date.day);
    case AxisText::MonthName:
        return kMonths[date.month - 1];
    case AxisText::YearNumber:
        return number(date.year);
    case AxisText::WholeDay:
        return std::to_string(date.day)
                   .append(" ")
                   .append(kWholeMonths[date.month - 1])
                   .append(" ") +
               number(date.year);
    case AxisText::MonthAndYear:
        return std::string(kWholeMonths[date.month - 1]) + " " + number(date.year);
    case AxisText::Decade:
        return yearsFrom(10);
    case AxisText::Century:
        return yearsFrom(100);
    case AxisText::Millennium:
        return yearsFrom(1'000);
    }
    return {};
}

void buildAxis(const TimeScale &scale, const AxisWords &words, const TextMeasure &measure,
               Axis &axis)
{
    axis.majors.clear();
    axis.minors.clear();
    const Level &level = levelFor(scale, words, measure);
    appendTicks(scale, level.minor, axis.minors);
    if (level.minor.seconds < level.major.seconds)
        appendTicks(scale, level.major, axis.majors);

    // The unit that began before the plot keeps its name at the left edge, unless the next one's
    // name stands too close.
    for (std::size_t i = 0; i < axis.majors.size(); ++i) {
        Tick &tick = axis.majors[i];
        std::string text = words(tick.at, level.major.text);
        tick.labelWidth = measure(text, LabelFont::AxisMajor);
        tick.labelX = std::max(tick.x, scale.left()) + kLabelInset;
        const double limit =
            i + 1 < axis.majors.size() ? axis.majors[i + 1].x : scale.right() - kLabelInset;
        if (tick.labelX + tick.labelWidth <= limit)
            tick.text = std::move(text);
    }
    double taken = scale.left();
    for (Tick &tick : axis.minors) {
        if (tick.labelX < taken)
            continue;
        std::string text = words(tick.at, level.minor.text);
        tick.labelWidth = measure(text, LabelFont::Axis);
        if (tick.labelX + tick.labelWidth > scale.right() - 2)
            continue;
        taken = tick.labelX + tick.labelWidth + kLabelGap;
        tick.text = std::move(text);
    }
    std::erase_if(axis.minors, [&](const Tick &tick) { return tick.x < scale.left(); });
}

Precision precisionAt(const TimeScale &scale)
{
    // A place on the screen is good to about twelve pixels: coarser units are offered.
    const double seconds = scale.secondsPerPixel() * 12;
    if (seconds < 3'600)
        return Precision::Minute;
    if (seconds < 6 * kDay)
        return Precision::Day;
    if (seconds < 200 * kDay)
        return Precision::Month;
    if (seconds < 6 * kYear)
        return Precision::Year;
    if (seconds < 60 * kYear)
        return Precision::Decade;
    return Precision::Century;
}

}  // namespace dateline
