// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/timeline_picture.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include "app/timeline/navigation.h"
#include "app/timeline/timeline_overlay.h"
#include "app/timeline/timeline_scene_builder.h"
#include "ui/paint/label.h"
#include "ui/paint/text_measure.h"
#include "ui/paint/timeline_legend.h"
#include "ui/paint/timeline_painter.h"
#include "ui/paint/timeline_words.h"

namespace dateline::ui {

namespace {

constexpr double kSmallest = 0.5;
constexpr double kLegendGap = 10;

// The whole of the events with room to the right for the last labels, or the span itself.
TimeScale scaleFor(const TimelinePictureOptions &options, TimeSpan extent, const Box &plot)
{
    const TimeScale base(extent.begin(), 0, 1, plot.x, plot.width);
    if (options.span)
        return TimeScale::showing(*options.span, plot.x, plot.width);
    return wholeOf(base, extent, NavigationLimits::around(extent));
}

// The first lanes that fit the height.
std::shared_ptr<const Lanes> firstLanes(const Lanes &lanes, const LaneLayout &layout, double height)
{
    auto fewer = std::make_shared<Lanes>(lanes);
    std::size_t count = 0;
    while (count < layout.places().size() &&
           layout.places()[count].y + layout.places()[count].height <= height)
        ++count;
    fewer->lanes.resize(std::max<std::size_t>(count, 1));
    return fewer;
}

void paintLeftOut(QPainter &painter, const QPointF &baseline, std::size_t lanes,
                  const LabelFonts &fonts, const Theme &theme)
{
    const QString text = QCoreApplication::translate("Timeline", "%1 more rows are left out here.")
                             .arg(QLocale().toString(static_cast<qulonglong>(lanes)));
    painter.setPen(theme.faintInk());
    drawLabel(painter, baseline, text, fonts.font(LabelFont::LaneNote));
}

}  // namespace

void paintTimelinePicture(QPainter &painter, const QRectF &area, const Theme &theme,
                          const Snapshot &snapshot, const RowSet &shown,
                          const TimelinePictureOptions &options)
{
    // The caller owns both for as long as this call lasts.
    const SnapshotPointer rows(std::shared_ptr<void>(), &snapshot);
    const std::shared_ptr<const RowSet> events(std::shared_ptr<void>(), &shown);
    const LabelFonts fonts(theme);
    const TimelineLegend legend(snapshot, shown, options.colouring, fonts, options.doubted.get());
    TimelineSceneBuilder builder{CachedTextMeasure(fonts), timelineWords()};
    auto lanes = std::make_shared<const Lanes>(buildLanes(
        snapshot, shown, options.grouping, options.laneOrder, options.asOf, laneWords()));
    builder.setContent(rows, events, lanes);

    TimelineFrame frame;
    frame.metrics = fonts.timelineMetrics();
    frame.colouring = options.colouring;
    frame.asOf = options.asOf;
    frame.hasGrounds = false;

    // Smaller is wider in units of the scene, and lanes pack closer: a few steps find the size.
    double scale = 1;
    double legendHeight = 0;
    double lanesHeight = 0;
    double needed = 0;
    for (int round = 0; round < 4; ++round) {
        frame.width = area.width() / scale;
        frame.headerWidth = std::clamp(frame.width * 0.16, 110.0, 210.0);
        legendHeight = options.hasLegend ? legend.heightFor(frame.width - 24) + kLegendGap : 0;
        frame.height = area.height() / scale - legendHeight;
        frame.scale =
            scaleFor(options, snapshot.events->extent(), TimelineSceneBuilder::plotOf(frame));
        lanesHeight = builder.contentHeight(frame);
        needed = frame.metrics.rulerHeight() + lanesHeight;
        if (needed <= frame.height || scale <= kSmallest)
            break;
        scale = std::max(kSmallest, scale * std::clamp(frame.height / needed, 0.6, 0.97));
    }
    std::size_t leftOut = 0;
    if (needed > frame.height) {
        const double room =
            frame.height - frame.metrics.rulerHeight() - frame.metrics.noteHeight - 8;
        const auto fewer = firstLanes(*lanes, builder.layout(), room);
        leftOut = lanes->lanes.size() - fewer->lanes.size();
        lanes = fewer;
        builder.setContent(rows, events, lanes);
        frame.height -= frame.metrics.noteHeight + 8;
    } else {
        frame.height = needed;
    }

    TimelineScene scene;
    builder.build(frame, scene);
    scene.pixelRatio = 1;
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(scale, scale);
    TimelinePainter::paint(painter, scene, theme, fonts);
    if (options.doubted) {
        TimelineEmphasis emphasis;
        emphasis.doubted = options.doubted;
        TimelineScene overlay;
        buildOverlay(scene, frame, *lanes, snapshot, emphasis, timelineWords().axis,
                     CachedTextMeasure(fonts), overlay);
        TimelinePainter::paint(painter, overlay, theme, fonts);
    }
    const double left = frame.metrics.laneInset();
    double bottom = frame.height;
    if (leftOut > 0) {
        bottom += frame.metrics.noteHeight + 4;
        paintLeftOut(painter, QPointF(left, bottom - 4), leftOut, fonts, theme);
    }
    if (options.hasLegend)
        legend.paint(painter, QPointF(left, bottom + kLegendGap), frame.width - 24, theme);
    painter.restore();
}

}  // namespace dateline::ui
