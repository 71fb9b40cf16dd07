// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what the window shows: made, put on the clipboard, printed.
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

#include "ui/bridge/text.h"
#include "ui/charts/chart_contents.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/paint/matrix_painter.h"
#include "ui/paint/network_multiples.h"
#include "ui/paint/network_picture.h"
#include "ui/paint/picture_caption.h"
#include "ui/paint/picture_writer.h"
#include "ui/paint/timeline_picture.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

RowSet eventsIn(const ViewContext &context, PictureExtent extent)
{
    const Snapshot &snapshot = *context.hub.snapshot();
    if (extent != PictureExtent::Selected)
        return context.filter.shown();
    RowSet selected(snapshot.events->size());
    for (const EventId id : context.selection.events(snapshot))
        if (const EventRow row = snapshot.events->rowOf(id))
            selected.insert(row);
    return selected;
}

// A picture that shows what would fall says so, and with what.
QString withDoubt(const ViewContext &context, const QString &filter)
{
    QStringList names;
    for (const ItemRef item : context.whatIf.doubted())
        names.append(titleOf(*context.hub.snapshot(), item));
    if (names.isEmpty())
        return filter;
    const QString doubt = QObject::tr("what if wrong: %1").arg(names.join(QStringLiteral(", ")));
    return filter.isEmpty() ? doubt : filter + QStringLiteral(" · ") + doubt;
}

PictureOptions plainOptions(const QFont &font, QSizeF size)
{
    PictureOptions options;
    options.font = font;
    options.size = size;
    return options;
}

// Who may be in a graph's picture: as in the window.
void takeFilter(const ViewContext &context, NetworkPictureOptions &options)
{
    const Snapshot &snapshot = *context.hub.snapshot();
    const ViewFilter &filter = context.filter;
    options.graph.range.reset();
    std::vector<ActorRow> left = actorsShown(filter.filter(), filter.shown(), snapshot);
    if (filter.filteredOut() == ViewFilter::FilteredOut::Hidden) {
        options.graph.range = filter.filter().range;
        options.actors = std::move(left);
        return;
    }
    options.actors = actorsShown(Filter{}, RowSet(snapshot.events->size(), true), snapshot);
    if (filter.filteredOut() == ViewFilter::FilteredOut::Dimmed)
        options.bright = std::move(left);
}

}  // namespace

Picture makePicture(const ViewContext &context, const PictureView &view, PictureExtent extent)
{
    const SnapshotPointer snapshot = context.hub.snapshot();
    const RowSet shown = eventsIn(context, extent);
    const QString filter =
        context.filter.filter().isEmpty() ? QString() : context.filter.sentence();
    Picture picture;
    picture.title = context.hub.projectTitle();
    picture.caption =
        pictureCaption(*snapshot, shown, withDoubt(context, filter), context.filter.asOfText());
    if (view.subject == PictureSubject::Timeline) {
        TimelinePictureOptions options;
        options.lanes = view.rows;
        options.lanes.grouping = context.filter.grouping();
        options.rowHeight = view.rowHeight;
        options.colouring = context.filter.colouring();
        if (extent == PictureExtent::Visible)
            options.span = view.visible;
        options.lanes.asOf = context.filter.asOf();
        options.doubted = context.whatIf.fallenEvents();
        picture.paint = [snapshot, shown, options](QPainter &painter, const QRectF &area,
                                                   const Theme &theme) {
            paintTimelinePicture(painter, area, theme, *snapshot, shown, options);
        };
    } else if (view.subject == PictureSubject::Graph ||
               view.subject == PictureSubject::GraphThroughTime ||
               view.subject == PictureSubject::GraphMatrix) {
        NetworkPictureOptions options;
        options.graph = view.graph;
        options.graph.asOf = context.filter.asOf();
        if (extent != PictureExtent::Selected)
            takeFilter(context, options);
        options.positions = view.positions;
        options.doubted = context.whatIf.doubted();
        if (!options.doubted.empty()) {
            options.falls = [fallen = context.whatIf.fallen()](ItemRef item) {
                return fallen.contains(item);
            };
        }
        // What the filter leaves out is pale or full where the window shows it so.
        const bool hidesOthers = extent == PictureExtent::Selected ||
                                 context.filter.filteredOut() == ViewFilter::FilteredOut::Hidden;
        picture.paint = [snapshot,
                         shown = hidesOthers ? shown : RowSet(snapshot->events->size(), true),
                         options, view](QPainter &painter, const QRectF &area, const Theme &theme) {
            if (view.subject == PictureSubject::Graph)
                paintNetworkPicture(painter, area, theme, *snapshot, shown, options);
            else if (view.subject == PictureSubject::GraphMatrix)
                paintMatrixPicture(painter, area, theme, *snapshot, shown, options);
            else
                paintNetworkMultiples(painter, area, theme, *snapshot, shown, options, view.dates);
        };
    } else {
        picture.paint = [snapshot, shown, subject = view.subject](
                            QPainter &painter, const QRectF &area, const Theme &theme) {
            paintChartSubject(painter, area, theme, subject, *snapshot, shown);
        };
    }
    return picture;
}

QImage pictureForClipboard(const ViewContext &context, const PictureView &view)
{
    PictureOptions options = plainOptions(QFont(), QSizeF(2400, 1500));
    options.dpi = 144;
    return pictureImage(makePicture(context, view, PictureExtent::Visible), options);
}

void printPicture(const ViewContext &context, QWidget *parent, const PictureView &view)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageOrientation(QPageLayout::Landscape);
    QPrintDialog dialog(&printer, parent);
    dialog.setWindowTitle(QObject::tr("Print"));
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QRectF page = printer.pageRect(QPrinter::DevicePixel);
    constexpr double kWidth = 1400;  // in the picture's own pixels, whatever the printer's
    const double scale = page.width() / kWidth;
    QPainter painter(&printer);
    if (!painter.isActive()) {
        Q_EMIT context.hub.failed({ErrorCode::NotWritable, "the printer takes no job"});
        return;
    }
    painter.scale(scale, scale);
    paintPicture(painter, makePicture(context, view, PictureExtent::Visible),
                 plainOptions(QFont(), QSizeF(kWidth, page.height() / scale)));
}

}  // namespace dateline::ui
