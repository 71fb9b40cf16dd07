// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/bench.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

#include <ctime>

#include <sys/resource.h>

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QPointer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QWheelEvent>

#include "resources/init_resources.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/paint/picture_writer.h"
#include "ui/tables/event_table_model.h"
#include "ui/views/event_table.h"
#include "ui/views/network_view.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_view.h"
#include "ui/window/main_window.h"
#include "ui/window/pane.h"

namespace dateline::ui {

namespace {

constexpr int kFrames = 120;
constexpr int kSelections = 60;
constexpr int kPictures = 5;
constexpr int kEdits = 20;

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// What this thread has worked: on a busy machine it says more than the clock on the wall.
double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// Sees the first paint of a widget.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    bool isPainted() const { return m_isPainted; }
    void forget() { m_isPainted = false; }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_isPainted |= event->type() == QEvent::Paint;
        return false;
    }
    bool m_isPainted = false;
};

void wheel(QWidget *surface, QPointF at, int clicks)
{
    QWheelEvent event(at, surface->mapToGlobal(at), QPoint(), QPoint(0, clicks * 120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(surface, &event);
}

void mouse(QWidget *surface, QEvent::Type type, QPointF at, Qt::MouseButtons buttons)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, surface->mapToGlobal(at), button, buttons, Qt::NoModifier);
    QApplication::sendEvent(surface, &event);
}

using Tables = QList<QPointer<ItemTableModel>>;

Tables tablesOf(const MainWindow &window)
{
    const QList<ItemTableModel *> found = window.findChildren<ItemTableModel *>();
    return {found.begin(), found.end()};
}

// Until what was asked for stands on the screen.
void settle(MainWindow &window, const Tables &tables)
{
    const auto isUpToDate = [&] {
        return !window.context().filter.isLooking() && window.timeline()->isUpToDate() &&
               std::all_of(tables.begin(), tables.end(),
                           [](const auto &table) { return !table || table->isUpToDate(); });
    };
    QApplication::processEvents();
    while (!isUpToDate()) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QApplication::processEvents();
    }
}

void settle(MainWindow &window)
{
    settle(window, tablesOf(window));
}

class Bench {
public:
    Bench(MainWindow &window, QJsonArray &scripts, const std::vector<std::string> &only)
        : m_window(window), m_scripts(scripts), m_only(only)
    {
    }

    // Times step(i) with all that follows from it: every pane that listens, what workers make for
    // the timeline and the tables, and the painting of what changed. A surface that is named is
    // painted anew whole.
    template <typename Step>
    void script(const char *name, int frames, QWidget *surface, Step &&step)
    {
        if (!isWanted(name))
            return;
        std::vector<double> times;
        std::vector<double> work;
        const Tables tables = tablesOf(m_window);  // to look for them is no part of a frame
        for (int i = 0; i < frames; ++i) {
            const Clock::time_point begin = Clock::now();
            const double cpuBegin = threadMilliseconds();
            step(i);
            if (surface)
                surface->update();
            settle(m_window, tables);
            times.push_back(millisecondsSince(begin));
            work.push_back(threadMilliseconds() - cpuBegin);
        }
        std::sort(times.begin(), times.end());
        std::sort(work.begin(), work.end());
        const auto at = [](const std::vector<double> &sorted, double share) {
            const auto last = static_cast<double>(sorted.size() - 1);
            return sorted[static_cast<std::size_t>(std::lround(share * last))];
        };
        m_scripts.append(QJsonObject{{QStringLiteral("name"), QLatin1String(name)},
                                     {QStringLiteral("frames"), frames},
                                     {QStringLiteral("median_ms"), at(times, 0.5)},
                                     {QStringLiteral("p99_ms"), at(times, 0.99)},
                                     {QStringLiteral("median_cpu_ms"), at(work, 0.5)},
                                     {QStringLiteral("p99_cpu_ms"), at(work, 0.99)},
                                     {QStringLiteral("max_ms"), times.back()}});
    }

    // A drag to and fro with the button held, a frame each step.
    void drag(const char *name, QWidget *surface, QPointF from)
    {
        if (!isWanted(name))
            return;
        mouse(surface, QEvent::MouseButtonPress, from, Qt::LeftButton);
        script(name, kFrames, surface, [&](int i) {
            const double way = 7.0 * (i % 60 < 30 ? i % 30 : 30 - i % 30);
            mouse(surface, QEvent::MouseMove, from - QPointF(way + 12, 0), Qt::LeftButton);
        });
        mouse(surface, QEvent::MouseButtonRelease, from, Qt::NoButton);
    }

    bool isWanted(const char *name)
    {
        m_names.emplace_back(name);
        return m_only.empty() || std::find(m_only.begin(), m_only.end(), name) != m_only.end();
    }

    // Of those that were asked for, one that there is not.
    std::optional<std::string> unknown() const
    {
        for (const std::string &name : m_only) {
            if (std::find(m_names.begin(), m_names.end(), name) == m_names.end())
                return name;
        }
        return std::nullopt;
    }

private:
    MainWindow &m_window;
    QJsonArray &m_scripts;
    const std::vector<std::string> &m_only;
    std::vector<std::string> m_names;  // that there are
};

// Where a drag moves the view: a mark would be moved itself, in the file that is measured.
QPointF groundNear(TimelineCanvas &canvas, QPointF place)
{
    const QRectF room(canvas.viewport()->rect());
    for (double up = 0; place.y() - up > room.top(); up += 5) {
        for (double left = 0; place.x() - left > room.center().x() / 2; left += 5) {
            const QPointF at(place.x() - left, place.y() - up);
            const TimelineHit hit = canvas.hit(at);
            if (hit.part == TimelinePart::Plot && !hit.hasMark())
                return at;
        }
    }
    return {1, 1};  // the corner, which moves nothing
}

// Where a drag begins and the wheel turns.
QPointF middleOf(const QWidget &surface)
{
    return {surface.width() * 0.6, surface.height() - 12.0};
}

void benchWhole(Bench &bench, MainWindow &window, const char *panned, const char *zoomed)
{
    TimelineView &view = *window.timeline();
    QWidget *surface = view.canvas()->viewport();
    const QPointF middle = middleOf(*surface);
    view.fitAll();
    settle(window);
    bench.drag(panned, surface, groundNear(*view.canvas(), middle));
    view.fitAll();
    bench.script(zoomed, kFrames, surface,
                 [&](int i) { wheel(surface, middle, i % 40 < 20 ? 1 : -1); });
}

void benchTimeline(Bench &bench, MainWindow &window)
{
    TimelineView &view = *window.timeline();
    view.canvas()->setMotion(TimelineCanvas::Travel::Jump);
    QWidget *surface = view.canvas()->viewport();
    const auto pan = [&](const char *name) {
        settle(window);
        bench.drag(name, surface, groundNear(*view.canvas(), middleOf(*surface)));
    };
    benchWhole(bench, window, "timeline_pan_whole", "timeline_zoom");
    const TimeSpan extent = window.context().hub.snapshot()->events->extent();
    const Instant late{extent.end().seconds - (extent.end().seconds - extent.begin().seconds) / 4};
    const auto around = [&](std::int64_t days) {
        view.showSpan(TimeSpan::between({late.seconds - days * kSecondsPerDay / 2},
                                        {late.seconds + days * kSecondsPerDay / 2}));
    };
    around(365);
    pan("timeline_pan_year");
    around(30);
    pan("timeline_pan_month");
    view.fitAll();
    bench.script("timeline_hover", kFrames, surface, [&](int i) {
        mouse(surface, QEvent::MouseMove, QPointF(200 + i * 5, 60 + (i * 37) % 200), Qt::NoButton);
    });
}

// The timeline alone in the window and compact, with as many rows as there is room for, each of a
// kind: together they hold every event.
void benchManyLanes(Bench &bench, MainWindow &window)
{
    if (!bench.isWanted("timeline_pan_lanes") && !bench.isWanted("timeline_zoom_lanes"))
        return;
    std::vector<Pane *> hidden;
    for (Pane *pane : window.findChildren<Pane *>()) {
        if (!pane->isHidden() && !pane->isAncestorOf(window.timeline())) {
            hidden.push_back(pane);
            pane->hide();
        }
    }
    TimelineView &view = *window.timeline();
    ViewFilter &filter = window.context().filter;
    const Grouping grouping = filter.grouping();
    view.setRowHeight(RowHeight::Compact);
    filter.setGrouping(Grouping::Kind);
    settle(window);
    benchWhole(bench, window, "timeline_pan_lanes", "timeline_zoom_lanes");
    view.setRowHeight(RowHeight::Fitting);
    filter.setGrouping(grouping);
    for (Pane *pane : hidden)
        pane->show();
    settle(window);
}

QString firstWord(std::string_view title)
{
    return toQString(title.substr(0, title.find(' ')));
}

void benchSelection(Bench &bench, MainWindow &window)
{
    const ViewContext &context = window.context();
    const EventColumns &events = *context.hub.snapshot()->events;
    if (events.size() == 0)
        return;
    const auto row = [&events](int i) {
        return static_cast<std::uint32_t>(i) * 7919u % events.size();
    };
    bench.script("select", kSelections, nullptr,
                 [&](int i) { context.selection.select(events.id({row(i)})); });
    context.selection.clear();
    bench.script("filter", kSelections, nullptr, [&](int i) {
        Filter filter;
        if (i % 2 == 0)
            filter.kinds = {events.kindWords().word(events.kind({0}))};
        context.filter.setFilter(filter);
    });
    context.filter.clear();
    bench.script("filter_text", kSelections, nullptr, [&](int i) {
        context.filter.setText(i % 2 == 0 ? firstWord(events.title({row(i)})) : QString());
    });
    context.filter.clear();
}

// Words as they are typed, letter by letter: Latin, Cyrillic, Hangul of two syllables, and a part
// of a word. The first fifty hits each.
void benchSearch(Bench &bench, MainWindow &window)
{
    const QStringList words{QStringLiteral("talks"), QStringLiteral("переговоры"),
                            QStringLiteral("회담"), QStringLiteral("isit"),
                            QStringLiteral("meeting in")};
    QStringList typed;
    for (const QString &word : words) {
        for (qsizetype length = 1; length <= word.size(); ++length)
            typed.append(word.left(length));
    }
    bench.script("search", static_cast<int>(typed.size()), nullptr,
                 [&](int i) { window.context().hub.search(typed.at(i), 50); });
}

void benchTable(Bench &bench, MainWindow &window)
{
    EventTable *table = window.table();
    const int columns = table->model()->columnCount();
    bench.script("table_sort", 2 * columns, nullptr, [&](int i) {
        table->model()->sort(i / 2, i % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    table->model()->sort(EventTableModel::When, Qt::AscendingOrder);
    bench.script("table_scroll", kFrames, nullptr, [&](int i) {
        QScrollBar *bar = table->verticalScrollBar();
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * i / kFrames));
        table->viewport()->grab();
    });
}

void waitFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

// On a copy: an edit and its undo stay in the history of the file.
void benchEdits(Bench &bench, MainWindow &window, const std::string &file)
{
    if (!bench.isWanted("edit") && !bench.isWanted("undo"))
        return;
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.dateline"));
    if (!QFile::copy(QFile::decodeName(file.c_str()), copy) || !window.openFile(copy))
        return;
    QApplication::processEvents();
    const ViewContext &context = window.context();
    const std::uint32_t count = context.hub.snapshot()->events->size();
    if (count == 0)
        return;
    // Once the graph stands, which it begins with after the rest; an edit follows a second in a
    // form, or in the drag of a mark.
    waitFor(2'000);
    while (window.network()->isLayingOut())
        waitFor(100);
    context.hub.expectEdit();
    waitFor(1'000);
    bench.script("edit", kEdits, nullptr, [&](int i) {
        const EventColumns &events = *context.hub.snapshot()->events;
        const EventRow row{static_cast<std::uint32_t>(i) * 7919u % count};
        context.intents.moveEvent(events.id(row),
                                  *Edtf::parse("19" + std::to_string(70 + i % 20) + "-05-17"));
    });
    bench.script("undo", kEdits, nullptr, [&](int) { context.hub.undo(); });
}

void benchNetwork(Bench &bench, MainWindow &window)
{
    NetworkView &view = *window.network();
    QWidget *surface = view.canvas();
    view.fit();
    bench.drag("graph_pan", surface, QPointF(surface->width() - 8.0, surface->height() - 8.0));
    bench.script("graph_zoom", kFrames, surface,
                 [&](int i) { wheel(surface, surface->rect().center(), i % 20 < 10 ? 1 : -1); });
}

void benchPictures(Bench &bench, MainWindow &window)
{
    PictureView view;
    view.positions = window.network()->positions();
    PictureOptions options;
    options.font = QApplication::font();
    options.size = QSizeF(1600, 1000);
    for (const auto &[name, format] :
         {std::pair("export_png", PictureFormat::Png), std::pair("export_svg", PictureFormat::Svg),
          std::pair("export_pdf", PictureFormat::Pdf)}) {
        bench.script(name, kPictures, nullptr, [&, wanted = format](int) {
            pictureBytes(makePicture(window.context(), view, PictureExtent::Whole), wanted,
                         options);
        });
    }
}

double peakMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace

Result<std::string> runBench(const std::string &file, QSize size,
                             const std::vector<std::string> &only)
{
    initResources();
    // The user's own settings shall neither change the measure nor be changed by it.
    const QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", settings.path().toLocal8Bit());

    MainWindow window;
    window.resize(size);
    std::optional<Error> problem;
    QObject::connect(&window.context().hub, &SessionHub::failed, &window,
                     [&problem](const Error &error) { problem = error; });
    window.show();
    QApplication::processEvents();

    QWidget *surface = window.timeline()->canvas()->viewport();
    PaintWatch watch(surface);
    const Clock::time_point begin = Clock::now();
    if (!window.openFile(QFile::decodeName(file.c_str())))
        return tl::unexpected(problem.value_or(Error{ErrorCode::NotReadable, file}));
    const double openMilliseconds = millisecondsSince(begin);
    while (!(watch.isPainted() && window.timeline()->isUpToDate()) &&
           millisecondsSince(begin) < 60'000) {
        const bool wasUpToDate = window.timeline()->isUpToDate();
        if (!wasUpToDate)
            watch.forget();
        QApplication::processEvents();
        if (!wasUpToDate && window.timeline()->isUpToDate())
            surface->update();
    }
    const double firstPaintMilliseconds = millisecondsSince(begin);
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();

    QJsonArray scripts;
    Bench bench(window, scripts, only);
    benchTimeline(bench, window);
    benchManyLanes(bench, window);
    benchSelection(bench, window);
    benchNetwork(bench, window);
    benchSearch(bench, window);
    benchTable(bench, window);
    benchPictures(bench, window);

    const double peak = peakMebibytes();
    benchEdits(bench, window, file);
    if (const std::optional<std::string> name = bench.unknown()) {
        window.close();
        return tl::unexpected(Error{ErrorCode::NotFound, "no script is called " + *name});
    }
    const Snapshot &snapshot = *window.context().hub.snapshot();
    const QJsonObject report{
        {QStringLiteral("open_ms"), openMilliseconds},
        {QStringLiteral("first_paint_ms"), firstPaintMilliseconds},
        {QStringLiteral("peak_mib"), peak},
        {QStringLiteral("events"), static_cast<qint64>(snapshot.events->size())},
        {QStringLiteral("actors"), static_cast<qint64>(snapshot.actors->size())},
        {QStringLiteral("scripts"), scripts},
    };
    window.close();
    return QJsonDocument(report).toJson(QJsonDocument::Compact).toStdString();
}

}  // namespace dateline::ui
