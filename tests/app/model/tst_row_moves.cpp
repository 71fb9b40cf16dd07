// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <numeric>
#include <random>

#include "app/model/row_moves.h"

using namespace dateline;

class tst_row_moves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneRowMovesAmongTheOthers();
    void whatStaysKeepsItsPlace();
    void anyEditIsFollowed();
};

void tst_row_moves::oneRowMovesAmongTheOthers()
{
    const RowMoves moves(6, {{{1}, {4}}});
    QCOMPARE(moves.sizeAfter(), 6u);
    QVERIFY(!moves.keepPlaces());
    const std::vector<std::uint32_t> after{0, 4, 1, 2, 3, 5};
    for (std::uint32_t row = 0; row < 6; ++row)
        QCOMPARE(moves.of({row}).value, after[row]);
    QCOMPARE(moves.stretches().size(), std::size_t{3});
    QCOMPARE(moves.gone(), std::vector<std::uint32_t>{1});
    QCOMPARE(moves.came(), std::vector<std::uint32_t>{4});
}

void tst_row_moves::whatStaysKeepsItsPlace()
{
    QVERIFY(RowMoves(3, {}).keepPlaces());
    QVERIFY(RowMoves(3, {{{1}, {1}}}).keepPlaces());
    const RowMoves swapped(3, {{{0}, {1}}, {{1}, {0}}});
    QVERIFY(!swapped.keepPlaces());
    QCOMPARE(swapped.of({0}).value, 1u);
    QCOMPARE(swapped.of({2}).value, 2u);
}

// Beside the same edit of a list, with few and with many rows touched.
void tst_row_moves::anyEditIsFollowed()
{
    std::mt19937 random(11);
    const auto draw = [&](std::size_t below) { return random() % below; };
    for (int round = 0; round < 200; ++round) {
        std::vector<int> before(3'000);
        std::iota(before.begin(), before.end(), 0);
        std::vector<int> after = before;
        std::vector<int> touched;
        for (std::size_t i = draw(round % 2 == 0 ? 4 : 60); i > 0; --i) {
            const auto place = after.begin() + static_cast<std::ptrdiff_t>(draw(after.size()));
            const int item = *place;
            touched.push_back(item);
            const std::size_t kind = draw(3);
            if (kind < 2)
                after.erase(place);
            if (kind > 0) {
                const int come = kind == 1 ? item : 3'000 + static_cast<int>(i);
                touched.push_back(come);
                after.insert(after.begin() + static_cast<std::ptrdiff_t>(draw(after.size() + 1)),
                             come);
            }
        }
        std::sort(touched.begin(), touched.end());
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        const auto rowIn = [](const std::vector<int> &items, int item) {
            const auto found = std::find(items.begin(), items.end(), item);
            return found == items.end()
                       ? EventRow()
                       : EventRow{static_cast<std::uint32_t>(found - items.begin())};
        };
        std::vector<RowMoves::Touched> rows;
        for (const int item : touched) {
            const RowMoves::Touched event{rowIn(before, item), rowIn(after, item)};
            if (event.before || event.after)
                rows.push_back(event);
        }
        const RowMoves moves(3'000, rows);
        QCOMPARE(std::size_t{moves.sizeAfter()}, after.size());
        std::vector<EventRow> all(before.size());
        for (std::uint32_t row = 0; row < all.size(); ++row)
            all[row] = {row};
        std::vector<EventRow> followed(all.size());
        moves.follow(std::span<const EventRow>(all), followed.data());
        for (const EventRow row : all) {
            QCOMPARE(moves.of(row), rowIn(after, before[row.value]));
            if (!std::binary_search(touched.begin(), touched.end(), before[row.value]))
                QCOMPARE(followed[row.value], moves.of(row));
        }
    }
}

QTEST_GUILESS_MAIN(tst_row_moves)
#include "tst_row_moves.moc"
