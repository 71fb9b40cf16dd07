// SPDX-License-Identifier: GPL-3.0-or-later
// What a style looks like: colours, pens and fonts for screen (light and dark, from the desktop's
// palette) and for paper. A value; made anew when palette or font change. Any thread may read it.
#pragma once

#include <cstdint>
#include <string_view>

#include <QColor>
#include <QFont>
#include <QPalette>

#include "app/model/grade.h"

namespace dateline::ui {

class Theme {
public:
    static Theme fromPalette(const QPalette &palette, const QFont &font);  // follows the desktop
    static Theme light(const QFont &font);                                 // pictures, paper
    static Theme dark(const QFont &font);

    bool isDark() const { return m_isDark; }

    QColor paper() const { return m_paper; }        // ground of canvases
    QColor panel() const { return m_panel; }        // ground beside them
    QColor band() const { return m_band; }          // every other lane
    QColor ink() const { return m_ink; }            // text
    QColor faintInk() const { return m_faintInk; }  // second lines; still 4.5:1 on paper
    QColor rule() const { return m_rule; }          // thin lines
    QColor strongRule() const { return m_strongRule; }
    QColor accent() const { return m_accent; }              // the selection, and nothing else
    QColor accentGround() const { return m_accentGround; }  // behind selected text and rows
    QColor accentText() const { return m_accentText; }      // on accent
    QColor warning() const { return m_warning; }            // contested
    QColor warningGround() const { return m_warningGround; }
    QColor doubt() const { return m_doubt; }  // amber: rests on what is doubted alone
    QColor bar() const { return m_bar; }      // histograms

    // Okabe-Ito order, adapted so that each has 3:1 on paper in light and dark. Categories beyond
    // eight repeat the colours; shape or letter tells them apart.
    static constexpr int kCategoryCount = 8;
    QColor category(std::uint32_t index) const;
    QColor categoryGround(std::uint32_t index) const;  // the fill of a hollow mark: opaque, faint
    QColor categoryText(std::uint32_t index) const;    // words in its colour: 4.5:1 on paper
    // The colour of an actor's kind in the graph and in lists.
    QColor actorColour(std::string_view actorKind) const;
    QColor actorGround(std::string_view actorKind) const;

    const QFont &font() const { return m_font; }  // the desktop's
    QFont smallFont() const;                      // second lines: 0.87 of it
    QFont strongFont() const;                     // lane and pane names: demi-bold

    // Pen pattern of a certainty: solid, dashed or dotted.
    Qt::PenStyle penStyle(Certainty certainty) const;

private:
    static Theme make(bool isDark, const QFont &font);

    bool m_isDark = false;
    QColor m_paper, m_panel, m_band, m_ink, m_faintInk, m_rule, m_strongRule;
    QColor m_accent, m_accentGround, m_accentText, m_warning, m_warningGround, m_bar, m_doubt;
    QFont m_font;
};

}  // namespace dateline::ui
