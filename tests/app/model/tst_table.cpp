// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <map>
#include <random>

#include "app/model/snapshot.h"

using namespace dateline;

class tst_table : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsStandInTheOrderOfTheirIds();
    void anEditedTableIsAsIfMadeAnew();
    void whatAnEditDoesNotTouchIsShared();
};

namespace {

Tagging row(std::int64_t id, std::string tag)
{
    return {{id}, {}, std::move(tag)};
}

Table<Tagging> tableOf(const std::map<std::int64_t, std::string> &rows)
{
    std::vector<Tagging> all;
    for (const auto &[id, tag] : rows)
        all.insert(all.begin(), row(id, tag));
    return Table<Tagging>(std::move(all));
}

}  // namespace

void tst_table::rowsStandInTheOrderOfTheirIds()
{
    const Table<Tagging> table({row(7, "c"), row(2, "a"), row(5, "b")});
    QCOMPARE(table.size(), std::size_t{3});
    QCOMPARE(table[1].tag, std::string("b"));
    QCOMPARE(table.find({7})->tag, std::string("c"));
    QVERIFY(table.find({3}) == nullptr);
    QCOMPARE(table.rowOf({3}), std::size_t{3});
    QCOMPARE(table.end() - table.begin(), std::ptrdiff_t{3});
    QCOMPARE((table.begin() + 2)->tag, std::string("c"));
}

void tst_table::anEditedTableIsAsIfMadeAnew()
{
    std::mt19937 random(4);
    const auto draw = [&](std::size_t below) { return random() % below; };
    std::map<std::int64_t, std::string> rows;
    for (std::int64_t id = 1; id <= 1'000; ++id)
        rows[id * 2] = "first";
    Table<Tagging> table = tableOf(rows);
    std::int64_t last = 2'000;
    for (int edit = 0; edit < 400; ++edit) {
        std::vector<TaggingId> touched;
        std::vector<Tagging> now;
        for (std::size_t i = draw(4); i > 0; --i) {
            const std::size_t kind = draw(4);
            const std::int64_t id =
                kind == 0 ? last += 1 : static_cast<std::int64_t>(draw(2'000)) + 1;
            if (std::find(touched.begin(), touched.end(), TaggingId{id}) != touched.end())
                continue;
            touched.push_back({id});
            if (kind == 3) {
                rows.erase(id);  // or it was never there
                continue;
            }
            rows[id] = "edit " + std::to_string(edit);
            now.push_back(row(id, rows[id]));
        }
        table = table.with(touched, now);
        const Table<Tagging> anew = tableOf(rows);
        QCOMPARE(table.size(), anew.size());
        QVERIFY(std::equal(table.begin(), table.end(), anew.begin(), anew.end()));
        for (const TaggingId id : touched)
            QCOMPARE(table.rowOf(id), anew.rowOf(id));
    }
}

void tst_table::whatAnEditDoesNotTouchIsShared()
{
    std::map<std::int64_t, std::string> rows;
    for (std::int64_t id = 1; id <= 1'000; ++id)
        rows[id] = "first";
    const Table<Tagging> before = tableOf(rows);
    const Table<Tagging> after = before.with({{600}, {1'001}}, {row(600, "x"), row(1'001, "y")});
    QVERIFY(&before[0] == &after[0]);
    QVERIFY(&before[599] != &after[599]);
    QCOMPARE(before[599].tag, std::string("first"));
    QCOMPARE(after[599].tag, std::string("x"));
    QCOMPARE(after[1'000].tag, std::string("y"));
}

QTEST_GUILESS_MAIN(tst_table)
#include "tst_table.moc"
