// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/network_picture.h"

#include <algorithm>

#include <QCoreApplication>
#include <QPainter>

#include "app/model/civil_date.h"
#include "app/network/communities.h"
#include "app/network/community_hulls.h"
#include "app/network/fallen_part.h"
#include "app/network/layout_request.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/label.h"
#include "ui/paint/network_painter.h"

namespace dateline::ui {

namespace {

constexpr double kMargin = 14;     // around the graph, in pixels
constexpr double kMostZoom = 1.6;  // a graph of two actors does not fill a page

// Below the names, with a line in the upper left corner that says what amber means.
// The names that it runs through are taken from the scene, and come back to be painted above it.
NetworkScene paintDoubt(QPainter &painter, NetworkScene &scene, const Theme &theme,
                        const NetworkFonts &fonts, const NetworkPart &fallen)
{
    NetworkScene overlay =
        buildNetworkOverlay(scene, fallen.nodes, fallen.links, OverlayStyle::Ring);
    overlay.isDoubt = true;
    NetworkPainter::paintMarks(painter, overlay, theme, fonts);
    if (fallen.nodes.empty() && fallen.links.empty())
        return {};
    const QFont font = theme.smallFont();
    const QFontMetricsF metrics(font);
    const double y = kMargin + metrics.height() / 2;
    painter.setPen(QPen(theme.doubt(), 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(kMargin, y), QPointF(kMargin + 24, y));
    painter.setPen(theme.faintInk());
    drawLabel(painter, QPointF(kMargin + 34, y + metrics.ascent() / 2 - metrics.descent() / 2),
              QCoreApplication::translate("Network", "would fall with what is doubted"), font);
    NetworkScene over = NetworkPainter::wordsOverGlow(scene, overlay);
    std::erase_if(scene.texts, [&over](const NetworkText &text) {
        return std::any_of(over.texts.begin(), over.texts.end(), [&text](const NetworkText &other) {
            return other.text == text.text && other.box.left == text.box.left &&
                   other.box.top == text.box.top;
        });
    });
    return over;
}

}  // namespace

std::vector<LabelledColumn> labelledColumns(const std::vector<GraphColumn> &columns)
{
    const auto textOf = [](Instant at) {
        const auto begins = [at](Precision unit) { return unitAround(at, unit).begin() == at; };
        const Precision precision = begins(Precision::Year)    ? Precision::Year
                                    : begins(Precision::Month) ? Precision::Month
                                                               : Precision::Day;
        return instantText(at, precision);
    };
    std::vector<LabelledColumn> labelled;
    for (const GraphColumn &column : columns) {
        QString label = QCoreApplication::translate("Network", "no date");
        if (!column.first.isDistant()) {
            label = textOf(column.first);
            if (const QString last = textOf(column.last); last != label)
                label += QStringLiteral(" – ") + last;
        }
        labelled.push_back({column.left, column.right, toUtf8(label)});
    }
    return labelled;
}

std::vector<ActorRow> actorsInPicture(const Snapshot &snapshot, const RowSet &shown,
                                      const std::optional<TimeSpan> &range)
{
    if (shown.count() == snapshot.events->size() || range) {
        Filter filter;
        filter.range = range;
        return actorsShown(filter, shown, snapshot);
    }
    std::vector<ActorRow> rows;
    for (std::uint32_t i = 0; i < snapshot.actors->size(); ++i) {
        const auto events = snapshot.participations->eventsOf(ActorRow{i});
        if (std::any_of(events.begin(), events.end(),
                        [&shown](EventRow event) { return shown.contains(event); }))
            rows.push_back(ActorRow{i});
    }
    return rows;
}

NetworkQuery queryOf(const NetworkPictureOptions &options, const Snapshot &snapshot,
                     const RowSet &shown, RowSet &windowEvents)
{
    return queryFor(snapshot, options.graph, &shown,
                    options.actors ? *options.actors
                                   : actorsInPicture(snapshot, shown, options.graph.range),
                    windowEvents);
}

void paintNetworkPicture(QPainter &painter, const QRectF &area, const Theme &theme,
                         const Snapshot &snapshot, const RowSet &shown,
                         const NetworkPictureOptions &options)
{
    RowSet windowEvents;
    const NetworkQuery query = queryOf(options, snapshot, shown, windowEvents);
    const Network network = buildNetwork(snapshot, query);

    const NetworkFonts fonts(theme);
    NetworkSceneRequest request;
    request.snapshot = &snapshot;
    request.network = &network;
    request.asOf = options.graph.asOf;
    request.sizing = options.graph.look.sizing;
    const std::vector<std::uint8_t> isDimmed =
        dimmedNodes(network, options.graph.asOf, options.bright ? &*options.bright : nullptr);
    request.isDimmedNode = isDimmed;
    request.measure = fonts.measure();
    request.words = networkWords();
    request.withLegend = options.withLegend;
    const double legend = options.withLegend ? legendHeight(request.measure) : 0;

    const auto places = placesOf(snapshot, network, options.positions);
    std::vector<Point> positions;
    for (const auto &place : places) {
        if (!place)
            break;
        positions.push_back({place->x, place->y});
    }
    LayoutWish wish;
    wish.startFrom = LayoutStart::StayThere;
    wish.widthPx = area.width() - 2 * kMargin;
    wish.heightPx = area.height() - 2 * kMargin - legend;
    const LayoutRequest layout =
        layoutRequestFor(snapshot, network, options.positions, options.graph.asOf, request.sizing,
                         request.measure, wish);
    const bool isPlaced = positions.size() == network.nodeCount();
    if (!isPlaced)
        positions = layOut(layout).positions;

    request.positions = positions;
    // Dates of columns are those of the places that are kept.
    std::vector<LabelledColumn> columns;
    if (!network.nodes().empty() && isPlaced)
        columns = labelledColumns(options.graph.choice.columns);
    request.columns = columns;
    const double dates = columns.empty() ? 0 : columnLabelHeight(request.measure);
    request.camera.width = area.width();
    request.camera.height = area.height();
    fitNetwork(request.camera, positions, layout.extents,
               {kMargin, kMargin + dates, kMargin, kMargin + legend}, kMostZoom);
    std::vector<CommunityHull> hulls;
    if (options.graph.look.withCommunities)
        hulls = communityHulls(snapshot, network,
                               communitiesOf(network.nodeCount(), network.pairs()), positions);
    request.hulls = hulls;
    NetworkScene scene = buildNetworkScene(request);
    NetworkScene over;
    painter.save();
    painter.translate(area.topLeft());
    NetworkPainter::paintMarks(painter, scene, theme, fonts);
    if (!options.doubted.empty() && options.falls)
        over = paintDoubt(painter, scene, theme, fonts,
                          fallenPart(snapshot, query, network, options.doubted, options.falls));
    NetworkPainter::paintWords(painter, scene, theme, fonts);
    NetworkPainter::paintWords(painter, over, theme, fonts);
    painter.restore();
}

}  // namespace dateline::ui
