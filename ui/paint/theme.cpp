// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::ui {

namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

// Okabe and Ito's eight, in an order that keeps neighbours apart; yellow and sky blue are darkened
// for a light ground, black becomes grey, and all are lightened for a dark one.
constexpr std::array<Pair, Theme::kCategoryCount> kCategories{{
    {0xff0072b2, 0xff56a8e0},  // blue
    {0xffd55e00, 0xfff08a3c},  // vermillion
    {0xff009e73, 0xff35c79b},  // bluish green
    {0xffaa4f83, 0xffd98bb8},  // reddish purple
    {0xffb47c00, 0xffe6ac2a},  // orange
    {0xff3c8dbc, 0xff8cc8ee},  // sky blue
    {0xff6b5b95, 0xffa897d6},  // violet, in the place of yellow, which has no contrast on white
    {0xff6e6e6e, 0xffa8a8a8},  // grey, in the place of black
}};

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int x, int y) { return qRound(x * (1.0 - share) + y * share); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()),
                  channel(a.blue(), b.blue()));
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

// WCAG 2.1's ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

}  // namespace

Theme Theme::make(bool isDark, const QFont &font)
{
    Theme theme;
    theme.m_isDark = isDark;
    theme.m_font = font;
    if (isDark) {
        theme.m_paper = QColor(0x1e, 0x21, 0x26);
        theme.m_panel = QColor(0x25, 0x28, 0x2e);
        theme.m_band = QColor(0x22, 0x25, 0x2b);
        theme.m_ink = QColor(0xe6, 0xe9, 0xed);
        theme.m_faintInk = QColor(0xa3, 0xab, 0xb5);
        theme.m_rule = QColor(0x33, 0x38, 0x40);
        theme.m_strongRule = QColor(0x47, 0x4d, 0x57);
        theme.m_accent = QColor(0x6b, 0xa1, 0xff);
        theme.m_accentGround = QColor(0x2b, 0x3b, 0x57);
        theme.m_accentText = QColor(0x0f, 0x14, 0x1c);
        theme.m_warning = QColor(0xf2, 0x9b, 0x6c);
        theme.m_warningGround = QColor(0x45, 0x30, 0x26);
        theme.m_bar = QColor(0x5a, 0x66, 0x77);
        theme.m_doubt = QColor(0xff, 0xc1, 0x07);
    } else {
        theme.m_paper = QColor(0xff, 0xff, 0xff);
        theme.m_panel = QColor(0xfa, 0xfa, 0xfa);
        theme.m_band = QColor(0xfa, 0xfb, 0xfc);
        theme.m_ink = QColor(0x1f, 0x23, 0x28);
        theme.m_faintInk = QColor(0x62, 0x6a, 0x74);
        theme.m_rule = QColor(0xe3, 0xe5, 0xe8);
        theme.m_strongRule = QColor(0xcd, 0xd1, 0xd6);
        theme.m_accent = QColor(0x2f, 0x6f, 0xde);
        theme.m_accentGround = QColor(0xe4, 0xed, 0xfc);
        theme.m_accentText = QColor(0xff, 0xff, 0xff);
        theme.m_warning = QColor(0xb3, 0x54, 0x1e);
        theme.m_warningGround = QColor(0xfb, 0xe9, 0xdf);
        theme.m_bar = QColor(0xa9, 0xb4, 0xc2);
        theme.m_doubt = QColor(0xe0, 0x8e, 0x00);
    }
    return theme;
}

Theme Theme::light(const QFont &font)
{
    return make(false, font);
}

Theme Theme::dark(const QFont &font)
{
    return make(true, font);
}

Theme Theme::fromPalette(const QPalette &palette, const QFont &font)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const bool isDark = base.lightness() < text.lightness();
    Theme theme = make(isDark, font);
    theme.m_paper = base;
    theme.m_ink = text;
    theme.m_panel = palette.color(QPalette::Active, QPalette::Window);
    theme.m_band = mixed(base, text, isDark ? 0.025 : 0.018);
    theme.m_rule = mixed(base, text, 0.12);
    theme.m_strongRule = mixed(base, text, 0.22);
    theme.m_faintInk = mixed(base, text, 0.66);
    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);
    if (highlight.saturation() > 40 && std::abs(highlight.lightness() - base.lightness()) > 60) {
        theme.m_accent = highlight;
        theme.m_accentText = palette.color(QPalette::Active, QPalette::HighlightedText);
        theme.m_accentGround = mixed(base, highlight, isDark ? 0.28 : 0.13);
    }
    return theme;
}

QColor Theme::category(std::uint32_t index) const
{
    const Pair &pair = kCategories[index % kCategoryCount];
    return QColor::fromRgb(m_isDark ? pair.dark : pair.light);
}

QColor Theme::categoryGround(std::uint32_t index) const
{
    return mixed(m_paper, category(index), m_isDark ? 0.26 : 0.14);
}

QColor Theme::categoryText(std::uint32_t index) const
{
    constexpr double kText = 4.6;  // a little more than asked for: channels are rounded
    constexpr double kStep = 0.08;
    const QColor pure = category(index);
    QColor text = pure;
    for (double share = kStep; share < 1 && contrast(text, m_paper) < kText; share += kStep)
        text = mixed(pure, m_ink, share);
    return text;
}

QColor Theme::actorColour(std::string_view actorKind) const
{
    if (actorKind == "person")
        return category(0);
    if (actorKind == "state")
        return m_isDark ? QColor(0x8f, 0xc9, 0x78) : QColor(0x4e, 0x8a, 0x3a);
    if (actorKind == "body")
        return m_isDark ? QColor(0xc8, 0x9b, 0xd6) : QColor(0x8a, 0x5b, 0x97);
    if (actorKind == "outlet")
        return category(4);
    if (actorKind == "place")
        return category(2);
    return category(7);
}

QColor Theme::actorGround(std::string_view actorKind) const
{
    return mixed(m_paper, actorColour(actorKind), m_isDark ? 0.30 : 0.15);
}

QFont Theme::smallFont() const
{
    QFont font = m_font;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.87);
    else
        font.setPixelSize(qRound(font.pixelSize() * 0.87));
    return font;
}

QFont Theme::strongFont() const
{
    QFont font = m_font;
    font.setWeight(QFont::DemiBold);
    return font;
}

Qt::PenStyle Theme::penStyle(Certainty certainty) const
{
    switch (certainty) {
    case Certainty::Confirmed:
    case Certainty::Reported:
        return Qt::SolidLine;
    case Certainty::Assessed:
        return Qt::DashLine;
    case Certainty::Suspected:
    case Certainty::Expected:
    case Certainty::Denied:
        return Qt::DotLine;
    }
    return Qt::SolidLine;
}

}  // namespace dateline::ui
