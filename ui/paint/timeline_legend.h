// SPDX-License-Identifier: GPL-3.0-or-later
// What the marks of a timeline mean: the kinds in it with their colour and shape, and those forms
// and outlines that occur among the events shown. Entries flow in lines of a width. Built once per
// picture: O(events).
#pragma once

#include <vector>

#include <QString>

#include "app/model/filter.h"
#include "app/model/view_choice.h"
#include "app/timeline/timeline_scene.h"
#include "ui/paint/text_measure.h"

class QPainter;
class QPointF;

namespace dateline::ui {

class TimelineLegend {
public:
    // `doubted`: what rests on something doubted alone has an amber ring; may be null.
    TimelineLegend(const Snapshot &snapshot, const RowSet &shown, Colouring colouring,
                   const LabelFonts &fonts, const RowSet *doubted = nullptr);

    double heightFor(double width) const;
    void paint(QPainter &painter, const QPointF &topLeft, double width, const Theme &theme) const;

private:
    struct Entry {
        QString text;
        double textWidth = 0;
        bool isGlyph = false;  // only the shape of a category
        bool isDoubted = false;
        TimelineMark mark;
    };
    double entryWidth(const Entry &entry) const;
    template <typename Visit>
    double flow(double width, const Visit &visit) const;

    LabelFonts m_fonts;
    TimelineMetrics m_metrics;
    std::vector<Entry> m_entries;
};

}  // namespace dateline::ui
