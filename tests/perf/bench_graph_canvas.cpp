// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing a graph of 100,000 actors and 1,000,000 relations: the real canvas, off screen, worked by
// mouse and wheel events. Of each frame the work of the GUI thread is told (CPU, so that a busy
// machine does not change much), and how long after the last movement the whole picture is sharp.
//
//     cmake --preset release -DDATELINE_PERF=ON && ninja -C build/release bench_graph_canvas
//     QT_QPA_PLATFORM=offscreen build/release/tests/perf/bench_graph_canvas [ACTORS RELATIONS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QThread>
#include <QWheelEvent>

#include "app/network/dice.h"
#include "app/network/layout_request.h"
#include "tests/support/snapshot_of.h"
#include "ui/views/network_canvas.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double threadMilliseconds()
{
    return milliseconds(CLOCK_THREAD_CPUTIME_ID);
}

long residentKibibytes()
{
    long pages = 0;
    long resident = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2)
            resident = 0;
        std::fclose(file);
    }
    return resident * 4;
}

// Communities of forty; four of five relations stay inside. Six kinds.
SnapshotPointer caseOf(int actors, int relations)
{
    test::SnapshotOf rows;
    Dice dice(7);
    static constexpr const char *kKinds[]{"trade", "talks", "aid", "dispute", "visit", "troops"};
    static constexpr const char *kActorKinds[]{"state", "person", "body", "group"};
    for (int i = 0; i < actors; ++i)
        rows.actor("Actor " + std::to_string(i), kActorKinds[i % 4]);
    const auto count = static_cast<std::uint32_t>(actors);
    for (int i = 0; i < relations; ++i) {
        const std::uint32_t from = dice.below(count);
        const std::uint32_t first = from / 40 * 40;
        std::uint32_t to = first + dice.below(std::min(40u, count - first));
        if (dice.below(5) == 0)
            to = static_cast<std::uint32_t>(std::uint64_t{dice.below(count)} * dice.below(count) /
                                            count);
        if (to != from)
            rows.relation(ActorId{from + 1}, ActorId{to + 1}, kKinds[dice.below(6)]);
    }
    return rows.build();
}

class Bench {
public:
    explicit Bench(NetworkCanvas &canvas) : m_canvas(canvas) {}

    // Frames as a person makes them, one each sixtieth of a second.
    template <typename Step>
    void frames(const char *name, int count, Step step)
    {
        std::vector<double> work;
        for (int i = 0; i < count; ++i) {
            QElapsedTimer frame;
            frame.start();
            const double begin = threadMilliseconds();
            step(i);
            QApplication::processEvents();
            work.push_back(threadMilliseconds() - begin);
            while (frame.elapsed() < 16)
                QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents,
                                            2);
        }
        std::sort(work.begin(), work.end());
        std::printf("%-22s median %6.2f ms   p99 %6.2f ms   most %6.2f ms\n", name,
                    work[work.size() / 2], work[work.size() * 99 / 100], work.back());
    }

    void sharp(const char *name)
    {
        QElapsedTimer timer;
        timer.start();
        const double begin = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
        while (!m_canvas.isSharp() && timer.elapsed() < 20'000)
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        m_canvas.repaint();
        std::printf("%-22s %lld ms after rest, %.0f ms of all threads' work\n", name,
                    static_cast<long long>(timer.elapsed()),
                    milliseconds(CLOCK_PROCESS_CPUTIME_ID) - begin);
    }

    void mouse(QEvent::Type type, QPointF at, Qt::MouseButtons buttons)
    {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, m_canvas.mapToGlobal(at), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(&m_canvas, &event);
    }

    void wheel(QPointF at, int notches)
    {
        QWheelEvent event(at, m_canvas.mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&m_canvas, &event);
    }

private:
    NetworkCanvas &m_canvas;
};

QPointF placeOf(const NetworkCanvas &canvas, std::uint32_t node)
{
    const Point at = canvas.camera().toPixel(canvas.content().positions[node]);
    return {at.x, at.y};
}

// The mark with most links among those near the middle.
std::uint32_t markInTheMiddle(NetworkCanvas &canvas)
{
    std::uint32_t best = 0;
    std::size_t links = 0;
    const QRectF middle = QRectF(canvas.rect()).adjusted(300, 200, -300, -200);
    for (const SceneNode &node : canvas.scene().nodes) {
        const std::size_t own = canvas.content().network->linksOf(node.node).size();
        if (middle.contains(node.at.x, node.at.y) && own > links) {
            best = node.node;
            links = own;
        }
    }
    return best;
}

}  // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QApplication application(argc, argv);
    const int actors = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const int relations = argc > 2 ? std::atoi(argv[2]) : 1'000'000;
    NetworkContent content;
    content.snapshot = caseOf(actors, relations);
    const long bare = residentKibibytes();
    content.network = std::make_shared<const Network>(buildNetwork(*content.snapshot, {}));
    std::printf("network: %u actors, %u relations, %ld MiB\n", content.network->nodeCount(),
                content.network->linkCount(), (residentKibibytes() - bare) / 1024);
    LayoutRequest layout;
    layout.nodeCount = content.network->nodeCount();
    layout.pairs = content.network->pairs();
    QElapsedTimer timer;
    timer.start();
    bool hasFirst = false;
    content.positions = layOut(layout, {}, {}, [&](const std::vector<Point> &) {
                            if (!std::exchange(hasFirst, true))
                                std::printf("first view of the layout after %lld ms\n",
                                            static_cast<long long>(timer.elapsed()));
                        }).positions;
    std::printf("layout %lld ms\n", static_cast<long long>(timer.elapsed()));

    const long before = residentKibibytes();
    NetworkCanvas canvas;
    canvas.resize(1400, 860);
    canvas.show();
    Bench bench(canvas);
    QApplication::processEvents();
    const double begin = threadMilliseconds();
    canvas.setContent(std::move(content));
    canvas.fit();
    std::printf("content taken in %.1f ms\n", threadMilliseconds() - begin);
    bench.sharp("first picture");
    canvas.grab().save(QStringLiteral("graph_whole.png"));

    const QPointF middle = QRectF(canvas.rect()).center();
    const auto pan = [&](const char *name) {
        const QPointF from(30, canvas.height() - 60.0);
        bench.mouse(QEvent::MouseButtonPress, from, Qt::LeftButton);
        bench.frames(name, 120, [&](int i) {
            const double way = 9.0 * (i % 60 < 30 ? i % 30 : 30 - i % 30);
            bench.mouse(QEvent::MouseMove, from + QPointF(way + 20, -way / 2), Qt::LeftButton);
        });
        bench.mouse(QEvent::MouseButtonRelease, from, Qt::NoButton);
        bench.sharp("  sharp");
    };
    const auto drag = [&](const char *name) {
        const QPointF from = placeOf(canvas, markInTheMiddle(canvas));
        std::printf("  (a mark with %zu links)\n",
                    canvas.content().network->linksOf(markInTheMiddle(canvas)).size());
        bench.mouse(QEvent::MouseButtonPress, from, Qt::LeftButton);
        bench.frames(name, 120, [&](int i) {
            bench.mouse(QEvent::MouseMove, from + QPointF(12 + i, i / 2.0), Qt::LeftButton);
        });
        bench.mouse(QEvent::MouseButtonRelease, from, Qt::NoButton);
        bench.sharp("  sharp");
    };
    pan("pan, whole");
    bench.frames("zoom", 120, [&](int i) { bench.wheel(middle, i % 24 < 12 ? 1 : -1); });
    bench.sharp("  sharp");
    drag("drag, whole");
    bench.frames("hover", 120, [&](int i) {
        bench.mouse(QEvent::MouseMove, middle + QPointF(3 * i - 180, i), Qt::NoButton);
    });
    const std::uint32_t mark = markInTheMiddle(canvas);
    bench.frames("ring of the selection", 120, [&](int i) {
        const std::uint32_t node =
            (mark + static_cast<std::uint32_t>(i)) % canvas.content().network->nodeCount();
        canvas.setSelected({{node}, {}}, {node});
    });
    bench.frames("light of neighbours", 60, [&](int i) {
        const std::uint32_t node =
            (mark + static_cast<std::uint32_t>(i)) % canvas.content().network->nodeCount();
        const auto links = canvas.content().network->linksOf(node);
        canvas.setSpotlight(
            {canvas.content().network->neighboursOf(node), {links.begin(), links.end()}});
    });
    canvas.setSpotlight({});
    for (int i = 0; i < 9; ++i)
        bench.wheel(middle, 1);
    bench.sharp("closer");
    canvas.grab().save(QStringLiteral("graph_closer.png"));
    pan("pan, closer");
    drag("drag, closer");
    for (int i = 0; i < 8; ++i)
        bench.wheel(middle, 1);
    bench.sharp("close");
    canvas.grab().save(QStringLiteral("graph_close.png"));
    pan("pan, close");
    drag("drag, close");
    canvas.grab().save(QStringLiteral("graph_end.png"));
    std::printf("canvas and its pictures: %ld MiB\n", (residentKibibytes() - before) / 1024);
    return 0;
}
