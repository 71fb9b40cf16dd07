// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/picture_export.h"

#include <array>

#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>

#include "app/exchange/file_bytes.h"
#include "app/model/view_choice.h"
#include "ui/bridge/text.h"
#include "ui/bridge/view_settings.h"
#include "ui/command_line/console.h"
#include "ui/paint/matrix_painter.h"
#include "ui/paint/network_multiples.h"
#include "ui/paint/network_picture.h"
#include "ui/paint/picture_caption.h"
#include "ui/paint/picture_writer.h"
#include "ui/paint/timeline_picture.h"

namespace dateline::ui {

namespace {

constexpr std::array<std::pair<std::string_view, PictureSubject>, 7> kSubjects = {
    {{"timeline", PictureSubject::Timeline},
     {"graph", PictureSubject::Graph},
     {"graph:dates", PictureSubject::GraphThroughTime},
     {"graph:matrix", PictureSubject::GraphMatrix},
     {"chart:periods", PictureSubject::EventsPerPeriod},
     {"chart:actors", PictureSubject::ActivityPerActor},
     {"chart:quantities", PictureSubject::Quantities}}};

constexpr std::array kGroupings = {Grouping::None, Grouping::Actor, Grouping::Kind, Grouping::Place,
                                   Grouping::Source};

std::optional<Grouping> groupingNamed(std::string_view name)
{
    for (const Grouping grouping : kGroupings) {
        if (nameOf(grouping) == name)
            return grouping;
    }
    return {};
}

std::optional<PictureFormat> pictureFormatNamed(std::string_view ending)
{
    if (ending == "png")
        return PictureFormat::Png;
    if (ending == "svg")
        return PictureFormat::Svg;
    return ending == "pdf" ? std::optional(PictureFormat::Pdf) : std::nullopt;
}

using Painting = std::function<void(QPainter &, const QRectF &, const Theme &)>;

Painting timelinePainting(const SnapshotPointer &snapshot, const View &view, Grouping grouping)
{
    TimelinePictureOptions options;
    options.lanes.grouping = grouping;
    options.lanes.asOf = view.asOf;
    // Only a range with both ends says what is to be seen; an open one shows what there is.
    if (view.filter.range && !view.filter.range->begin().isDistant() &&
        !view.filter.range->end().isDistant())
        options.span = view.filter.range;
    return [snapshot, shown = view.shown, options](QPainter &painter, const QRectF &area,
                                                   const Theme &theme) {
        paintTimelinePicture(painter, area, theme, *snapshot, shown, options);
    };
}

constexpr int kDates = 6;

Painting graphPainting(const SnapshotPointer &snapshot, const View &view, PictureSubject subject)
{
    NetworkPictureOptions options;
    options.graph.asOf = view.asOf;
    options.graph.range = view.filter.range;
    options.actors = actorsShown(view.filter, view.shown, *snapshot);
    // Who is hidden, groups and links as the window has them when it opens the file.
    if (const SavedView *saved = snapshot->views->find(kDefaultView)) {
        options.positions = saved->positions;
        options.graph.choice = graphChoiceIn(saved->settings);
        options.graph.look = graphLookIn(saved->settings);
    }
    return [snapshot, shown = view.shown, options, subject](QPainter &painter, const QRectF &area,
                                                            const Theme &theme) {
        if (subject == PictureSubject::Graph)
            paintNetworkPicture(painter, area, theme, *snapshot, shown, options);
        else if (subject == PictureSubject::GraphMatrix)
            paintMatrixPicture(painter, area, theme, *snapshot, shown, options);
        else
            paintNetworkMultiples(painter, area, theme, *snapshot, shown, options, kDates);
    };
}

}  // namespace

std::optional<PictureSubject> pictureSubjectNamed(std::string_view what)
{
    for (const auto &[name, subject] : kSubjects) {
        if (name == what)
            return subject;
    }
    return {};
}

int exportPicture(const Session &session, const ExportCommand &command,
                  const CommandLineParts &parts, PictureSubject subject, const std::string &ending)
{
    const std::optional<PictureFormat> format = pictureFormatNamed(ending);
    const std::optional<PixelSize> size = pixelSizeFrom(command.size);
    const std::optional<Grouping> grouping = groupingNamed(command.groupBy);
    if (!format)
        return failArguments("pictures are written as png, svg or pdf, not as " + ending);
    if (!size)
        return failArguments("--size is WIDTHxHEIGHT in pixels, each from 64 to 20000");
    if (!grouping)
        return failArguments("--group-by is actor, kind, place, source or none");
    if (command.theme != "light" && command.theme != "dark")
        return failArguments("--theme is light or dark");
    int status = kDone;
    const std::optional<View> view = viewFor(session, command.view, status);
    if (!view)
        return status;

    const std::unique_ptr<QCoreApplication> application = parts.makeApplication();
    const SnapshotPointer snapshot = session.snapshot();
    Picture picture;
    picture.title = snapshot->projectTitle.empty()
                        ? QFileInfo(toQString(command.file)).completeBaseName()
                        : toQString(snapshot->projectTitle);
    picture.caption = pictureCaption(*snapshot, view->shown, toQString(view->sentence),
                                     toQString(view->asOfText));
    if (subject == PictureSubject::Timeline) {
        picture.paint = timelinePainting(snapshot, *view, *grouping);
    } else if (subject == PictureSubject::Graph || subject == PictureSubject::GraphThroughTime ||
               subject == PictureSubject::GraphMatrix) {
        picture.paint = graphPainting(snapshot, *view, subject);
    } else {
        picture.paint = [&](QPainter &painter, const QRectF &area, const Theme &theme) {
            parts.paintChart(painter, area, theme, subject, *snapshot, view->shown);
        };
    }
    PictureOptions options;
    options.size = QSizeF(size->width, size->height);
    options.dpi = command.dpi;
    options.isDark = command.theme == "dark";
    options.hasCaption = command.hasCaption;
    options.font = QGuiApplication::font();
    CommandWork exporting("exporting");
    const QByteArray bytes = pictureBytes(picture, *format, options, &exporting.work());
    if (CommandWork::isInterrupted())
        return fail({ErrorCode::Cancelled, "nothing was written"});
    const Result<void> written = writeFileBytes(
        command.out, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())),
        &exporting.work());
    return written ? kDone : fail(written.error());
}

}  // namespace dateline::ui
