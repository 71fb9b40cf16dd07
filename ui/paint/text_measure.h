// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts of the labels of a picture, in whole pixels so that one layout serves every device, and
// a function object that scene builders measure with. A measurement of a known text is a hash
// look-up: a text costs some microseconds once. Copies share the cache; one thread at a time.
#pragma once

#include <array>
#include <memory>
#include <string_view>

#include <QFont>

#include "app/timeline/ticks.h"
#include "app/timeline/timeline_metrics.h"
#include "ui/paint/theme.h"

namespace dateline::ui {

class LabelFonts {
public:
    explicit LabelFonts(const Theme &theme);

    const QFont &font(LabelFont font) const { return m_fonts[static_cast<std::size_t>(font)]; }
    // From the middle of a line down to its base line.
    double baselineBelowCentre(LabelFont font) const
    {
        return m_baselines[static_cast<std::size_t>(font)];
    }
    double height(LabelFont font) const { return m_heights[static_cast<std::size_t>(font)]; }
    TimelineMetrics timelineMetrics() const;

private:
    std::array<QFont, kLabelFonts> m_fonts;
    std::array<double, kLabelFonts> m_baselines{};
    std::array<double, kLabelFonts> m_heights{};
};

class CachedTextMeasure {
public:
    explicit CachedTextMeasure(const LabelFonts &fonts);
    double operator()(std::string_view text, LabelFont font) const;

private:
    struct Cache;
    std::shared_ptr<Cache> m_cache;
};

}  // namespace dateline::ui
