// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the window cost at full size, each beside the least that a machine could do for
// the same purpose, in the same run: loading, lanes, a scene, filters, the search, the order of a
// table, pictures.
//
//     build/release/tests/perf/bench_parts EVENTS            of tables made from a seed
//     build/release/tests/perf/bench_parts --file FILE       of a project that is there
// and then what Google Benchmark understands, such as --benchmark_filter=scene.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <random>

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <benchmark/benchmark.h>

#include "app/edit/session.h"
#include "app/exchange/file_import.h"
#include "app/model/filter.h"
#include "app/store/database.h"
#include "app/timeline/lane_builder.h"
#include "app/timeline/timeline_scene_builder.h"
#include "resources/init_resources.h"
#include "tests/perf/generated_tables.h"
#include "tests/support/fixed_measure.h"
#include "ui/paint/picture_writer.h"
#include "ui/paint/timeline_picture.h"
#include "ui/tables/text_order.h"

using namespace dateline;
namespace fs = std::filesystem;

namespace {

constexpr auto kUnit = benchmark::kMillisecond;

fs::path file;
std::unique_ptr<Session> session;

const Snapshot &rows()
{
    return *session->snapshot();
}

RowSet allRows()
{
    return RowSet(rows().events->size(), true);
}

void loadLimit(benchmark::State &state)
{
    // The kept columns as bytes, without a look at them.
    for (auto run : state) {
        Database database(file, Database::Mode::Read);
        Statement chunk(database, "SELECT bytes FROM column_chunk");
        std::size_t size = 0;
        while (chunk.step())
            size += chunk.text(0).size();
        benchmark::DoNotOptimize(size);
    }
}

void load(benchmark::State &state)
{
    for (auto run : state)
        benchmark::DoNotOptimize(*Session::open(file, OpenMode::ReadOnly));
}

void lanesLimit(benchmark::State &state)
{
    // How many events each actor has.
    for (auto run : state) {
        std::vector<std::uint32_t> counts(rows().actors->size());
        for (std::uint32_t actor = 0; actor < counts.size(); ++actor) {
            for (const EventRow event : rows().participations->eventsOf(ActorRow{actor}))
                counts[actor] += event.value != 0 ? 1 : 0;
        }
        benchmark::DoNotOptimize(counts.data());
    }
}

void lanes(benchmark::State &state)
{
    const RowSet all = allRows();
    LaneBuilder builder;
    LaneWish wish;
    wish.order = static_cast<LaneOrder>(state.range(0));
    for (auto run : state)
        benchmark::DoNotOptimize(builder.build(rows(), all, wish, {}));
}

void sceneLimit(benchmark::State &state)
{
    // Every event into a column of pixels of one of forty lanes.
    const Column<Instant> &begins = rows().events->begins();
    const TimeSpan extent = rows().events->extent();
    const double scale =
        1600.0 / static_cast<double>(extent.end().seconds - extent.begin().seconds + 1);
    for (auto run : state) {
        std::vector<std::uint32_t> bins(1601 * 40);
        for (std::uint32_t row = 0; row < rows().events->datedSize(); ++row) {
            const double x =
                static_cast<double>(begins[row].seconds - extent.begin().seconds) * scale;
            ++bins[static_cast<std::size_t>(std::clamp(x, 0.0, 1600.0)) * 40 + row % 40];
        }
        benchmark::DoNotOptimize(bins.data());
    }
}

// Over all of the file, or a month of its last years.
void scene(benchmark::State &state)
{
    const auto shown = std::make_shared<const RowSet>(allRows());
    LaneBuilder made;
    TimelineSceneBuilder builder{test::fixedMeasure, {}};
    builder.setContent(session->snapshot(), shown,
                       std::make_shared<const Lanes>(made.build(rows(), *shown, {}, {})));
    TimelineFrame frame;
    frame.width = 1600;
    frame.height = 1000;
    const Box plot = TimelineSceneBuilder::plotOf(frame);
    const TimeSpan extent = rows().events->extent();
    const std::int64_t length = state.range(0) == 0 ? extent.end().seconds - extent.begin().seconds
                                                    : state.range(0) * std::int64_t{86'400};
    const std::int64_t first =
        state.range(0) == 0 ? extent.begin().seconds
                            : rows().events->begins()[rows().events->datedSize() / 2].seconds;
    TimelineScene scene;
    std::int64_t step = 0;
    for (auto run : state) {
        const std::int64_t begin = first + length / 400 * (step++ % 40);
        frame.scale = TimeScale::showing(TimeSpan::between(Instant{begin}, Instant{begin + length}),
                                         plot.x, plot.width);
        builder.build(frame, scene);
        benchmark::DoNotOptimize(scene.content.marks.data());
    }
    state.counters["marks"] = static_cast<double>(scene.content.marks.size());
    state.counters["columns"] = static_cast<double>(scene.content.columns.size());
}

void filterLimit(benchmark::State &state)
{
    const Column<std::uint32_t> &kinds = rows().events->kinds();
    for (auto run : state) {
        std::vector<std::uint8_t> bits(kinds.size());
        for (std::size_t row = 0; row < kinds.size(); ++row)
            bits[row] = kinds[row] == 1 ? 1 : 0;
        benchmark::DoNotOptimize(bits.data());
    }
}

void filterBy(benchmark::State &state, const Filter &filter)
{
    std::uint32_t count = 0;
    for (auto run : state) {
        const RowSet shown = apply(filter, rows());
        count = shown.count();
    }
    state.counters["events"] = count;
}

void searchLimit(benchmark::State &state)
{
    // The first fifty rows that the index has for a word of three letters.
    Database database(file, Database::Mode::Read);
    for (auto run : state) {
        Statement found(database,
                        "SELECT rowid FROM text_index WHERE text_index MATCH '\"ele\"' LIMIT 50");
        std::int64_t sum = 0;
        while (found.step())
            sum += found.integer(0);
        benchmark::DoNotOptimize(sum);
    }
}

void search(benchmark::State &state, const char *words)
{
    std::size_t hits = 0;
    for (auto run : state)
        hits = session->search(words, 50)->size();
    state.counters["hits"] = static_cast<double>(hits);
}

void orderLimit(benchmark::State &state)
{
    std::vector<std::uint64_t> numbers(rows().events->size());
    std::mt19937_64 dice(1);
    for (std::uint64_t &number : numbers)
        number = dice();
    for (auto run : state) {
        std::vector<std::uint64_t> sorted = numbers;
        std::sort(sorted.begin(), sorted.end());
        benchmark::DoNotOptimize(sorted.data());
    }
}

void order(benchmark::State &state)
{
    const EventColumns &events = *rows().events;
    for (auto run : state) {
        benchmark::DoNotOptimize(ui::orderByText(
            events.size(), [&](std::uint32_t row) { return events.title(EventRow{row}); },
            "en_US"));
    }
}

ui::Picture wholeTimeline()
{
    ui::Picture picture;
    picture.title = QStringLiteral("All");
    picture.paint = [](QPainter &painter, const QRectF &area, const ui::Theme &theme) {
        ui::paintTimelinePicture(painter, area, theme, rows(), allRows(), {});
    };
    return picture;
}

ui::PictureOptions paper()
{
    ui::PictureOptions options;
    options.size = QSizeF(3840, 2160);
    return options;
}

void exportLimit(benchmark::State &state)
{
    // The finished image into a PNG.
    const QImage image = ui::pictureImage(wholeTimeline(), paper());
    for (auto run : state) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        benchmark::DoNotOptimize(bytes.data());
    }
}

void exported(benchmark::State &state, ui::PictureFormat format)
{
    qsizetype size = 0;
    for (auto run : state)
        size = ui::pictureBytes(wholeTimeline(), format, paper()).size();
    state.counters["bytes"] = static_cast<double>(size);
}

void registerAll()
{
    const auto add = [](const char *name, auto &&...what) {
        return benchmark::RegisterBenchmark(name, what...)->Unit(kUnit);
    };
    add("load/limit: bytes of the columns", loadLimit);
    add("load", load);
    add("lanes/limit: events counted by actor", lanesLimit);
    add("lanes/by (0 count, 1 first date, 2 name)", lanes)->DenseRange(0, 2);
    add("scene/limit: events into bins", sceneLimit);
    add("scene/days (0: all)", scene)->Arg(0)->Arg(365)->Arg(31);
    add("filter/limit: one number compared", filterLimit);
    Filter kind;
    kind.kinds = {rows().events->kindWords().word(1)};
    add("filter/kind", filterBy, kind);
    Filter actor;
    actor.actors = {rows().actor(ActorRow{0}).id};
    add("filter/actor", filterBy, actor);
    Filter range;
    range.range = TimeSpan::between(rows().events->begins()[rows().events->datedSize() / 2],
                                    rows().events->extent().end());
    add("filter/range", filterBy, range);
    add("search/limit: fifty rows of the index", searchLimit);
    for (const char *words : {"el", "elec", "election", "정상", "정", "выб", "qz", "report coun"})
        benchmark::RegisterBenchmark((std::string("search/") + words).c_str(), search, words)
            ->Unit(kUnit);
    add("order/limit: as many numbers", orderLimit);
    add("order/titles", order);
    add("export/limit: an image into a PNG", exportLimit);
    add("export/png", exported, ui::PictureFormat::Png);
    add("export/svg", exported, ui::PictureFormat::Svg);
    add("export/pdf", exported, ui::PictureFormat::Pdf);
}

// A project of so many events, in a folder that is gone afterwards.
struct MadeProject {
    explicit MadeProject(std::int64_t events)
        : folder(fs::temp_directory_path() / ("dateline-perf-" + std::to_string(events)))
    {
        fs::remove_all(folder);
        fs::create_directories(folder);
        writeGeneratedTables(folder / "tables", events);
        const Result<std::unique_ptr<Session>> made = Session::create(folder / "made.dateline");
        ImportRequest request;
        request.inputs = {folder / "tables"};
        if (!made || !importFiles(**made, request))
            std::exit(EXIT_FAILURE);
        if (const auto work = (*made)->columnCacheWork())
            work({});
    }
    ~MadeProject()
    {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    MadeProject(const MadeProject &) = delete;
    MadeProject &operator=(const MadeProject &) = delete;

    fs::path folder;
};

}  // namespace

int main(int count, char **words)
{
    const bool isGiven = count > 2 && std::strcmp(words[1], "--file") == 0;
    if (count < 2 || (!isGiven && std::atoll(words[1]) <= 0)) {
        std::fprintf(stderr, "bench_parts EVENTS | --file FILE   [--benchmark_...]\n");
        return EXIT_FAILURE;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(count, words);
    ui::initResources();
    std::optional<MadeProject> made;
    if (isGiven)
        file = words[2];
    else
        file = made.emplace(std::atoll(words[1])).folder / "made.dateline";
    Result<std::unique_ptr<Session>> opened = Session::open(file, OpenMode::ReadOnly);
    if (!opened)
        return EXIT_FAILURE;
    session = std::move(*opened);
    registerAll();
    int left = count - (isGiven ? 2 : 1);
    benchmark::Initialize(&left, words + (isGiven ? 2 : 1));
    benchmark::RunSpecifiedBenchmarks();
    session.reset();
    return EXIT_SUCCESS;
}
