// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/text_measure.h"

#include <string>
#include <unordered_map>

#include <QFontInfo>
#include <QFontMetricsF>

#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kMostTexts = 50'000;  // then the cache begins anew

double sizeOf(LabelFont font)
{
    switch (font) {
    case LabelFont::Mark:
        return 0.92;
    case LabelFont::LaneName:
        return 1.0;
    case LabelFont::LaneNote:
        return 0.82;
    case LabelFont::Axis:
        return 0.88;
    case LabelFont::AxisMajor:
        return 0.95;
    case LabelFont::Count:
        break;
    }
    return 1.0;
}

}  // namespace

LabelFonts::LabelFonts(const Theme &theme)
{
    const double pixels = theme.font().pixelSize() > 0
                              ? theme.font().pixelSize()
                              : QFontInfo(theme.font()).pointSizeF() * 96.0 / 72.0;
    for (std::size_t i = 0; i < kLabelFonts; ++i) {
        const auto which = static_cast<LabelFont>(i);
        QFont font = theme.font();
        font.setPixelSize(qMax(6, qRound(pixels * sizeOf(which))));
        if (which == LabelFont::AxisMajor)
            font.setWeight(QFont::DemiBold);
        m_fonts[i] = font;
        const QFontMetricsF metrics(font);
        // Capitals and figures look centred, not the whole line with its descenders.
        m_baselines[i] = metrics.capHeight() / 2;
        m_heights[i] = std::ceil(metrics.ascent() + metrics.descent());
    }
}

TimelineMetrics LabelFonts::timelineMetrics() const
{
    TimelineMetrics metrics;
    // Fonts that cover many scripts ask for tall lines; labels of one line need less.
    const auto lineHeight = [this](LabelFont which) {
        const double pixels = font(which).pixelSize();
        return std::ceil(std::min(height(which), pixels * 1.3));
    };
    metrics.labelHeight = lineHeight(LabelFont::Mark);
    metrics.nameHeight = lineHeight(LabelFont::LaneName);
    metrics.noteHeight = lineHeight(LabelFont::LaneNote);
    metrics.axisHeight = lineHeight(LabelFont::AxisMajor);
    return metrics;
}

struct CachedTextMeasure::Cache {
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept
        {
            return std::hash<std::string_view>{}(text);
        }
    };
    using Widths = std::unordered_map<std::string, double, Hash, std::equal_to<>>;

    std::array<Widths, kLabelFonts> widths;
    std::array<std::unique_ptr<QFontMetricsF>, kLabelFonts> metrics;
};

CachedTextMeasure::CachedTextMeasure(const LabelFonts &fonts) : m_cache(std::make_shared<Cache>())
{
    for (std::size_t i = 0; i < kLabelFonts; ++i) {
        m_cache->metrics[i] =
            std::make_unique<QFontMetricsF>(fonts.font(static_cast<LabelFont>(i)));
    }
}

double CachedTextMeasure::operator()(std::string_view text, LabelFont font) const
{
    const auto index = static_cast<std::size_t>(font);
    Cache::Widths &widths = m_cache->widths[index];
    const auto found = widths.find(text);
    if (found != widths.end())
        return found->second;
    if (widths.size() >= kMostTexts)
        widths.clear();
    const double width = m_cache->metrics[index]->horizontalAdvance(toQString(text));
    widths.emplace(text, width);
    return width;
}

}  // namespace dateline::ui
