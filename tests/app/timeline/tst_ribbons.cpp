// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a role holds at an instant, and the ribbon that shows it.
#include <QTest>

#include "app/model/validity.h"
#include "app/timeline/ribbons.h"

using namespace dateline;

namespace {

Edtf edtf(const char *text)
{
    return Edtf::parse(text).value();
}

Instant day(const char *text)
{
    return edtf(text).when().bounds.earliestBegin;
}

}  // namespace

class tst_ribbons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void validityFollowsTheRoughEnds_data();
    void validityFollowsTheRoughEnds();
    void theAxisHoldsWhatIsKnownAndTheInstant();
    void endsAreAsRoughAsTheyAreKnown();
    void claimsStandOnTheirRibbon();
    void noDatesGiveNoRibbon();
};

void tst_ribbons::validityFollowsTheRoughEnds_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<int>("validity");
    const auto row = [](const char *date, const char *at, Validity validity) {
        QTest::addRow("%s at %s", date, at)
            << QByteArray(date) << QByteArray(at) << static_cast<int>(validity);
    };
    row("2024/..", "2023-12-31", Validity::No);
    row("2024/..", "2024-06-01", Validity::Perhaps);  // some day in 2024 it began
    row("2024/..", "2025-01-01", Validity::Certain);
    row("/2024", "2019-01-01", Validity::Perhaps);  // nobody says since when
    row("/2024", "2024-06-01", Validity::Perhaps);
    row("/2024", "2025-01-01", Validity::No);
    row("2020-01-01/2021-12-31", "2021-06-01", Validity::Certain);
    row("2020-01-01/2021-12-31", "2022-01-01", Validity::No);
    row("2024-06", "2024-06-10", Validity::Perhaps);  // some day of that month
    row("2024-06-19", "2024-06-19", Validity::Certain);
    row("", "2024-06-19", Validity::Unknown);
}

void tst_ribbons::validityFollowsTheRoughEnds()
{
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, at);
    QFETCH(int, validity);
    QCOMPARE(static_cast<int>(validityAt(edtf(date).when(), day(at))), validity);
}

void tst_ribbons::theAxisHoldsWhatIsKnownAndTheInstant()
{
    const std::vector<When> dates{edtf("/2024").when(), edtf("2018/2019").when(), When()};
    const TimeSpan span = ribbonSpan(dates, day("2026-11-21"));
    QVERIFY(span.begin() < day("2018"));
    QVERIFY(span.begin() > day("2015"));
    QVERIFY(span.end() > day("2026-11-21"));
    QVERIFY(span.end() < day("2030"));
    // Nothing dated: a year around the instant, never an empty axis.
    const TimeSpan bare = ribbonSpan({}, day("2025"));
    QVERIFY(bare.contains(day("2025")));
    QVERIFY(bare.end() > day("2025-06"));
}

void tst_ribbons::endsAreAsRoughAsTheyAreKnown()
{
    const TimelineMetrics metrics;
    const TimeScale scale = TimeScale::showing(TimeSpan::between(day("2022"), day("2028")), 0, 600);
    const MarkPlace place{0, 600, 10, 12, 1};
    const Ribbon open = ribbonOf(edtf("2024/.."), {}, Certainty::Assessed, scale, place, metrics);
    QVERIFY(open.mark.has(kArrowRight));
    QVERIFY(!open.mark.has(kArrowLeft));
    // It fades in over the whole of 2024.
    QVERIFY(std::abs(open.mark.box.x - scale.toX(day("2024"))) < 1);
    QVERIFY(std::abs(open.mark.solidBegin - scale.toX(day("2025"))) < 1);
    QVERIFY(open.mark.certainty == Certainty::Assessed);
    const Ribbon rough =
        ribbonOf(edtf("2023~/2025"), {}, Certainty::Confirmed, scale, place, metrics);
    QVERIFY(rough.mark.has(kRoughBegin));
    QVERIFY(!rough.mark.has(kRoughEnd));
}

void tst_ribbons::claimsStandOnTheirRibbon()
{
    const TimelineMetrics metrics;
    const TimeScale scale = TimeScale::showing(TimeSpan::between(day("2022"), day("2028")), 0, 600);
    const MarkPlace place{0, 600, 10, 12, 1};
    const std::vector<When> said{edtf("2024-09").when(), edtf("1990").when(), When()};
    const Ribbon ribbon =
        ribbonOf(edtf("2024/.."), said, Certainty::Confirmed, scale, place, metrics);
    QCOMPARE(ribbon.attested.size(), std::size_t(1));  // 1990 is out of sight
    QVERIFY(std::abs(ribbon.attested.front().x0 - scale.toX(day("2024-09"))) < 1);
    QVERIFY(ribbon.attested.front().x1 - ribbon.attested.front().x0 >= 3);
}

void tst_ribbons::noDatesGiveNoRibbon()
{
    const TimelineMetrics metrics;
    const TimeScale scale = TimeScale::showing(TimeSpan::between(day("2022"), day("2028")), 0, 600);
    const Ribbon ribbon =
        ribbonOf(Edtf(), {}, Certainty::Confirmed, scale, {0, 600, 10, 12, 1}, metrics);
    QCOMPARE(ribbon.mark.box.width, 0.0);
    QVERIFY(ribbon.attested.empty());
}

QTEST_GUILESS_MAIN(tst_ribbons)
#include "tst_ribbons.moc"
