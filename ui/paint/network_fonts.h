// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts of a graph's picture, in whole pixels so that one layout serves every device, and the
// measure and words that scene builders ask for. Copies of a measure share a cache of widths; one
// thread at a time, so a job makes its own.
#pragma once

#include <QFont>

#include "app/network/network_scene_builder.h"
#include "ui/paint/theme.h"

namespace dateline::ui {

class NetworkFonts {
public:
    explicit NetworkFonts(const Theme &theme);

    const QFont &font(NetworkFont font) const
    {
        return font == NetworkFont::Name ? m_name : m_small;
    }
    // From the middle of a line's box down to its base line.
    double baselineBelowCentre(NetworkFont font) const
    {
        return font == NetworkFont::Name ? m_nameBaseline : m_smallBaseline;
    }
    NetworkMeasure measure() const;

private:
    QFont m_name;
    QFont m_small;
    double m_nameBaseline = 0;
    double m_smallBaseline = 0;
};

// Words of the legend in the user's language.
NetworkWords networkWords();

// "person" as the user reads it; other kinds than the known ones as they are.
QString actorKindText(std::string_view kind);

}  // namespace dateline::ui
