// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/text_measure.h"

#include <string>
#include <unordered_map>
#include <vector>

#include <QFontInfo>
#include <QFontMetricsF>

#include "ui/bridge/text.h"
#include "ui/paint/label.h"

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

// Scripts whose letters stand one behind the other, each as wide as it is alone. In the others they
// join, stack or turn, which only shaping the whole text can tell.
bool standsAlone(char16_t letter)
{
    const auto isIn = [letter](char16_t first, char16_t last) {
        return letter >= first && letter <= last;
    };
    return isIn(0x20, 0x2ff) || isIn(0x370, 0x3ff) || isIn(0x400, 0x482) || isIn(0x48a, 0x52f) ||
           isIn(0x1e00, 0x1eff) || isIn(0x2010, 0x2027) || isIn(0x2030, 0x205e) ||
           isIn(0x20a0, 0x20cf) || isIn(0x3000, 0x3029) || isIn(0x3040, 0x3098) ||
           isIn(0x30a0, 0x30ff) || isIn(0x3400, 0x9fff) || isIn(0xac00, 0xd7a3) ||
           isIn(0xff01, 0xff60);
}

// Widths of single letters, each asked for once: of a title that nobody has seen yet they say in a
// hundredth of the time what shaping would, but for the few pixels that kerning saves.
class LetterWidths {
public:
    explicit LetterWidths(const QFontMetricsF &metrics) : m_metrics(metrics) {}

    // Below 0 where the text must be shaped.
    double widthOf(std::string_view utf8)
    {
        double width = 0;
        for (std::size_t i = 0; i < utf8.size();) {
            const auto first = static_cast<unsigned char>(utf8[i]);
            const auto follower = [&](std::size_t n) {
                return i + n < utf8.size() ? static_cast<unsigned char>(utf8[i + n]) & 0x3fu : 0u;
            };
            unsigned letter = first;
            if (first < 0x80) {
                i += 1;
            } else if (first >= 0xc0 && first < 0xe0) {
                letter = (first & 0x1fu) << 6 | follower(1);
                i += 2;
            } else if (first >= 0xe0 && first < 0xf0) {
                letter = (first & 0x0fu) << 12 | follower(1) << 6 | follower(2);
                i += 3;
            } else {
                return -1;
            }
            if (!standsAlone(static_cast<char16_t>(letter)))
                return -1;
            width += static_cast<double>(widthOf(QChar(static_cast<char16_t>(letter))));
        }
        return width;
    }

private:
    float widthOf(QChar letter)
    {
        std::vector<float> &page = m_pages[letter.row()];
        if (page.empty())
            page.assign(256, -1.0F);
        float &known = page[letter.cell()];
        if (known < 0)
            known = static_cast<float>(m_metrics.horizontalAdvance(letter));
        return known;
    }

    const QFontMetricsF &m_metrics;
    std::array<std::vector<float>, 256> m_pages;
};

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
    std::array<QFont, kLabelFonts> fonts;
    std::unique_ptr<QFontMetricsF> titleMetrics;
    std::unique_ptr<LetterWidths> ofTitles;
};

CachedTextMeasure::CachedTextMeasure(const LabelFonts &fonts) : m_cache(std::make_shared<Cache>())
{
    for (std::size_t i = 0; i < kLabelFonts; ++i)
        m_cache->fonts[i] = fonts.font(static_cast<LabelFont>(i));
    m_cache->titleMetrics = std::make_unique<QFontMetricsF>(fonts.font(LabelFont::Mark));
    m_cache->ofTitles = std::make_unique<LetterWidths>(*m_cache->titleMetrics);
}

double CachedTextMeasure::operator()(std::string_view text, LabelFont font) const
{
    // Titles are many, and most are measured once to see that there is no room for them.
    if (font == LabelFont::Mark) {
        const double sum = m_cache->ofTitles->widthOf(text);
        if (sum >= 0)
            return sum;
    }
    const auto index = static_cast<std::size_t>(font);
    Cache::Widths &widths = m_cache->widths[index];
    const auto found = widths.find(text);
    if (found != widths.end())
        return found->second;
    if (widths.size() >= kMostTexts)
        widths.clear();
    const double width = labelWidth(toQString(text), m_cache->fonts[index]);
    widths.emplace(text, width);
    return width;
}

}  // namespace dateline::ui
