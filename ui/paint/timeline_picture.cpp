// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/timeline_picture.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include "app/timeline/lane_builder.h"
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

QString number(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

// What cannot be told one by one in the picture, in words: nothing is hidden.
struct Merged {
    std::uint64_t inMarks = 0;  // events
    std::uint64_t marks = 0;    // that stand for several
    std::uint64_t inColumns = 0;

    QString sentence() const
    {
        QStringList parts;
        if (marks > 0)
            parts.append(
                QCoreApplication::translate("Timeline", "%1 events are merged in %2 marks.")
                    .arg(number(inMarks), number(marks)));
        if (inColumns > 0)
            parts.append(
                QCoreApplication::translate("Timeline", "%1 events are shown as their number.")
                    .arg(number(inColumns)));
        return parts.join(u' ');
    }
};

Merged mergedIn(const TimelineScene &scene)
{
    Merged merged;
    for (const TimelineMark &mark : scene.content.marks) {
        merged.inMarks += mark.count > 1 ? mark.count : 0;
        merged.marks += mark.count > 1 ? 1 : 0;
    }
    for (const DensityColumn &column : scene.content.columns)
        merged.inColumns += column.count;
    return merged;
}

// More cannot all have a mark of their own; fewer say so by the number on the mark.
constexpr std::size_t kMergingEvents = 500;

void paintNotes(QPainter &painter, const QPointF &baseline, std::size_t lanesLeftOut,
                const Merged &merged, const LabelFonts &fonts, const Theme &theme)
{
    QStringList notes;
    if (lanesLeftOut > 0) {
        notes.append(QCoreApplication::translate("Timeline", "%1 more rows are left out here.")
                         .arg(number(lanesLeftOut)));
    }
    notes.append(merged.sentence());
    painter.setPen(theme.faintInk());
    drawLabel(painter, baseline, notes.join(u' ').trimmed(), fonts.font(LabelFont::LaneNote));
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
    auto lanes = std::make_shared<const Lanes>(
        LaneBuilder().build(snapshot, shown, options.lanes, laneWords()));
    builder.setContent(rows, events, lanes);

    TimelineFrame frame;
    frame.metrics = fonts.timelineMetrics();
    frame.colouring = options.colouring;
    frame.asOf = options.lanes.asOf;
    frame.rowHeight = options.rowHeight;
    frame.hasGrounds = false;

    // Smaller is wider in units of the scene, and lanes pack closer: a few steps find the size.
    double scale = 1;
    double legendHeight = 0;
    double lanesHeight = 0;
    double needed = 0;
    const bool mayMerge = shown.count() > kMergingEvents;
    const double noteHeight = frame.metrics.noteHeight + 8;
    for (int round = 0; round < 4; ++round) {
        frame.width = area.width() / scale;
        frame.headerWidth = std::clamp(frame.width * 0.16, 110.0, 210.0);
        legendHeight = options.hasLegend ? legend.heightFor(frame.width - 24) + kLegendGap : 0;
        frame.height = area.height() / scale - legendHeight - (mayMerge ? noteHeight : 0);
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
            frame.height - frame.metrics.rulerHeight() - (mayMerge ? 0 : noteHeight);
        const auto fewer = firstLanes(*lanes, builder.layout(), room);
        leftOut = lanes->lanes.size() - fewer->lanes.size();
        lanes = fewer;
        builder.setContent(rows, events, lanes);
        frame.height -= mayMerge ? 0 : noteHeight;
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
    if (leftOut > 0 || mayMerge) {
        bottom += frame.metrics.noteHeight + 4;
        paintNotes(painter, QPointF(left, bottom - 4), leftOut,
                   mayMerge ? mergedIn(scene) : Merged(), fonts, theme);
    }
    if (options.hasLegend)
        legend.paint(painter, QPointF(left, bottom + kLegendGap), frame.width - 24, theme);
    painter.restore();
}

}  // namespace dateline::ui
