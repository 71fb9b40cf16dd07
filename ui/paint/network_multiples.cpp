// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/network_multiples.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include "app/network/layout_request.h"
#include "app/network/time_steps.h"
#include "ui/bridge/date_text.h"
#include "ui/paint/network_painter.h"

namespace dateline::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(NetworkMultiples)
};

constexpr double kGap = 14;    // between panels, in pixels
constexpr double kMargin = 8;  // inside one
constexpr double kMostZoom = 1.2;
constexpr double kWidth = 1.4;  // of a panel, that suits best

// So many columns that the panels come nearest to a good shape.
int columnsFor(int count, const QRectF &area)
{
    int best = 1;
    double least = 1e9;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double shape = (area.width() / columns) / (area.height() / rows);
        const double empty = columns * rows - count;
        const double cost = std::abs(std::log(shape / kWidth)) + 0.2 * empty;
        if (cost < least) {
            least = cost;
            best = columns;
        }
    }
    return best;
}

// The legend of a scene alone.
void keepLegend(NetworkScene &scene)
{
    NetworkScene legend;
    legend.width = scene.width;
    legend.height = scene.height;
    legend.legend = std::move(scene.legend);
    legend.actorKinds = std::move(scene.actorKinds);
    std::copy_if(scene.texts.begin(), scene.texts.end(), std::back_inserter(legend.texts),
                 [](const NetworkText &text) { return text.style == SceneTextStyle::Legend; });
    scene = std::move(legend);
}

}  // namespace

void paintNetworkMultiples(QPainter &painter, const QRectF &room, const Theme &theme,
                           const Snapshot &snapshot, const RowSet &shown,
                           const NetworkPictureOptions &options, int count)
{
    const QRectF area = room.adjusted(kGap, 0, -kGap, 0);
    // Each panel is as of its own day.
    NetworkPictureOptions atAnyTime = options;
    atAnyTime.graph.asOf.reset();
    RowSet windowEvents;
    const NetworkQuery query = queryOf(atAnyTime, snapshot, shown, windowEvents);
    std::vector<Instant> steps =
        timeSteps(snapshot, query, static_cast<std::size_t>(std::clamp(count, 1, kMostMultiples)));
    if (const std::optional<Instant> last = options.graph.asOf) {
        std::erase_if(steps, [&last](Instant step) { return step >= *last; });
        steps.push_back(*last);
    }
    if (steps.empty())
        steps.push_back(Instant{0});

    // One layout, of everything that is ever there.
    const Network whole = buildNetwork(snapshot, query);
    const NetworkFonts fonts(theme);
    const NetworkMeasure measure = fonts.measure();
    const double legend = options.withLegend ? legendHeight(measure) : 0;
    const auto panels = static_cast<int>(steps.size());
    const int columns = columnsFor(panels, area);
    const int rows = (panels + columns - 1) / columns;
    const double width = (area.width() - (columns - 1) * kGap) / columns;
    const double height = (area.height() - legend - (rows - 1) * kGap) / rows;
    const double title = QFontMetricsF(theme.strongFont()).height() + kMargin;
    LayoutWish wish;
    wish.startFrom = LayoutStart::StayThere;
    wish.widthPx = width - 2 * kMargin;
    wish.heightPx = height - title - 2 * kMargin;
    const LayoutRequest layout = layoutRequestFor(snapshot, whole, options.positions, {},
                                                  options.graph.look.sizing, measure, wish);
    std::vector<Point> positions;
    for (const auto &place : placesOf(snapshot, whole, options.positions)) {
        if (!place)
            break;
        positions.push_back({place->x, place->y});
    }
    if (positions.size() < whole.nodeCount())
        positions = layOut(layout).positions;
    NetworkCamera camera;
    camera.width = width;
    camera.height = height - title;
    fitNetwork(camera, positions, layout.extents, {kMargin, kMargin, kMargin, kMargin}, kMostZoom);

    NetworkSceneRequest request;
    request.snapshot = &snapshot;
    request.measure = measure;
    request.words = networkWords();
    request.withLegend = false;
    request.sizing = options.graph.look.sizing;
    const QLocale locale;
    for (int i = 0; i < panels; ++i) {
        const int row = i / columns;
        const int column = i - row * columns;
        const QRectF panel(area.left() + column * (width + kGap),
                           area.top() + row * (height + kGap), width, height);
        NetworkQuery then = query;
        then.asOf = steps[static_cast<std::size_t>(i)];
        then.actors = actorsPresent(snapshot, then);
        const Network network = buildNetwork(snapshot, then);
        std::vector<Point> places;
        for (const NetworkNode &node : network.nodes())
            places.push_back(positions[whole.nodeOf(node.actor)]);
        request.network = &network;
        request.positions = places;
        request.asOf = then.asOf;
        request.camera = camera;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.rule(), 1));
        painter.drawLine(panel.topLeft(), panel.topRight());
        painter.setPen(theme.ink());
        painter.setFont(theme.strongFont());
        const QString date = instantText(*then.asOf, Precision::Day, locale);
        const QRectF line(panel.left(), panel.top() + kMargin / 2, panel.width(), title);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, date);
        painter.setFont(theme.smallFont());
        painter.setPen(theme.faintInk());
        painter.drawText(
            line, Qt::AlignRight | Qt::AlignTop,
            Texts::tr("%1 actors · %2 links")
                .arg(locale.toString(network.nodeCount()), locale.toString(network.linkCount())));
        painter.translate(panel.left(), panel.top() + title);
        NetworkPainter::paint(painter, buildNetworkScene(request), theme, fonts);
        painter.restore();
    }
    if (!options.withLegend)
        return;
    request.network = &whole;
    request.positions = positions;
    request.asOf = std::nullopt;
    request.withLegend = true;
    request.camera.width = area.width();
    request.camera.height = area.height();
    fitNetwork(request.camera, positions, layout.extents,
               {kMargin, kMargin, kMargin, kMargin + legend}, kMostZoom);
    NetworkScene scene = buildNetworkScene(request);
    keepLegend(scene);
    painter.save();
    painter.translate(area.topLeft());
    NetworkPainter::paint(painter, scene, theme, fonts);
    painter.restore();
}

}  // namespace dateline::ui
