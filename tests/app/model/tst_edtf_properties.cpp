// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every text, tried on thousands of them. RC_PARAMS chooses other ones.
#include <QTest>

#include <rapidcheck.h>

#include "app/model/civil_date.h"
#include "app/model/edtf.h"

using namespace dateline;

namespace {

rc::Gen<std::string> anyBytes()
{
    return rc::gen::container<std::string>(rc::gen::arbitrary<char>());
}

// Texts of the right characters reach much deeper into the grammar than bytes do.
rc::Gen<std::string> nearlyDates()
{
    return rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("0001112223459XXX---///..??~~%[]{},YEST:Z+ ")));
}

rc::Gen<std::string> days()
{
    return rc::gen::map(rc::gen::inRange<std::int64_t>(-3'000'000, 2'900'000),
                        [](std::int64_t day) { return isoDate(Instant{day * kSecondsPerDay}); });
}

When whenOf(const std::string &text)
{
    const auto date = Edtf::parse(text);
    if (!date)
        RC_FAIL(text + ": " + date.error().detail);
    return date->when();
}

bool contains(TimeSpan outer, TimeSpan inner)
{
    return outer.begin() <= inner.begin() && inner.end() <= outer.end();
}

void checkSound(const std::string &text)
{
    const auto date = Edtf::parse(text);
    if (!date) {
        RC_ASSERT(date.error().code == ErrorCode::BadInput);
        RC_ASSERT(date.error().detail.find("expected") != std::string::npos);
        return;
    }
    RC_ASSERT(date->text() == text);
    RC_ASSERT(date->isDated() != text.empty());
    const DateBounds &bounds = date->when().bounds;
    RC_ASSERT(bounds.earliestBegin <= bounds.latestBegin);
    RC_ASSERT(bounds.earliestEnd <= bounds.latestEnd);
    RC_ASSERT(bounds.earliestBegin <= bounds.earliestEnd);
    RC_ASSERT(bounds.latestBegin <= bounds.latestEnd);
}

}  // namespace

class tst_edtf_properties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anyBytesAreReadOrRefused();
    void nearlyDatesAreReadOrRefused();
    void boundsNestAsPrecisionGrows();
    void anUnspecifiedDigitOnlyWidens();
    void qualifiersDoNotMoveBounds();
    void anIntervalSpansItsEnds();
    void aSetSpansItsMembers();
    void whatIsDrawnIsCoveredByItsDate();
};

void tst_edtf_properties::initTestCase()
{
    // The same texts each time, unless somebody asks for others.
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "seed=20190204 max_success=2000 max_size=60");
}

void tst_edtf_properties::anyBytesAreReadOrRefused()
{
    QVERIFY(rc::check([] { checkSound(*anyBytes()); }));
}

void tst_edtf_properties::nearlyDatesAreReadOrRefused()
{
    QVERIFY(rc::check([] { checkSound(*nearlyDates()); }));
    QVERIFY(rc::check([] {
        std::string text = *days();
        const std::string noise = *nearlyDates();
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
        text.insert(at, noise.substr(0, 3));
        checkSound(text);
        checkSound(text + "/" + *days());
        checkSound(std::string("[").append(*days()).append("..").append(text).append(",1985]"));
    }));
}

void tst_edtf_properties::boundsNestAsPrecisionGrows()
{
    QVERIFY(rc::check([] {
        const std::string day = *days();
        const std::string month = day.substr(0, day.size() - 3);
        const std::string year = day.substr(0, day.size() - 6);
        const std::string decade = year.substr(0, year.size() - 1) + "X";
        const std::string century = year.substr(0, year.size() - 2) + "XX";
        const std::string tens = day.substr(0, day.size() - 1) + "X";
        const std::string minute = day + "T17:45Z";
        const std::string second = day + "T17:45:59Z";
        const std::string chain[] = {century, decade, year, month, tens, day, minute, second};
        for (std::size_t i = 1; i < std::size(chain); ++i) {
            RC_ASSERT(
                contains(whenOf(chain[i - 1]).bounds.whole(), whenOf(chain[i]).bounds.whole()));
            RC_ASSERT(whenOf(chain[i - 1]).precision >= whenOf(chain[i]).precision);
        }
    }));
}

void tst_edtf_properties::anUnspecifiedDigitOnlyWidens()
{
    QVERIFY(rc::check([] {
        const std::string day = *days();
        std::string pattern = day;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] != '-' && *rc::gen::inRange(0, 3) == 0)
                pattern[i] = 'X';
        }
        const When when = whenOf(pattern);
        RC_ASSERT(contains(when.bounds.whole(), whenOf(day).bounds.whole()));
        RC_ASSERT(when.has(kUnspecified) == (pattern != day));
        // Both bounds are days that the pattern allows.
        for (const Instant t : {when.bounds.earliestBegin, addSeconds(when.bounds.latestEnd, -1)}) {
            const std::string bound = isoDate(unitAround(t, Precision::Day).begin());
            RC_ASSERT(bound.size() == pattern.size());
            for (std::size_t i = 0; i < pattern.size(); ++i)
                RC_ASSERT(pattern[i] == 'X' || pattern[i] == bound[i]);
        }
    }));
}

void tst_edtf_properties::qualifiersDoNotMoveBounds()
{
    QVERIFY(rc::check([] {
        const std::string day = *days();
        const std::string qualifier(1, *rc::gen::elementOf(std::string("?~%")));
        const std::string yearAndDash = day.substr(0, day.size() - 5);
        const std::string rest = day.substr(day.size() - 5);
        const DateBounds bounds = whenOf(day).bounds;
        RC_ASSERT(whenOf(day + qualifier).bounds == bounds);
        RC_ASSERT(whenOf(qualifier + day).bounds == bounds);
        RC_ASSERT(whenOf(yearAndDash + qualifier + rest).bounds == bounds);
        RC_ASSERT(Edtf::parse(day + qualifier)->level() == 1);
        RC_ASSERT(Edtf::parse(qualifier + day)->level() == 2);
    }));
}

void tst_edtf_properties::anIntervalSpansItsEnds()
{
    QVERIFY(rc::check([] {
        std::string a = *days();
        std::string b = *days();
        if (whenOf(b).bounds.earliestBegin < whenOf(a).bounds.earliestBegin)
            std::swap(a, b);
        const DateBounds bounds = whenOf(a + "/" + b).bounds;
        RC_ASSERT(bounds.earliestBegin == whenOf(a).bounds.earliestBegin);
        RC_ASSERT(bounds.latestEnd == whenOf(b).bounds.latestEnd);
        if (a != b)
            RC_ASSERT(!Edtf::parse(b + "/" + a).has_value());
    }));
}

void tst_edtf_properties::aSetSpansItsMembers()
{
    QVERIFY(rc::check([] {
        const auto members =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(days()));
        std::string text;
        TimeSpan hull = whenOf(members.front()).bounds.whole();
        for (const std::string &member : members) {
            text += (text.empty() ? "" : ",") + member;
            const TimeSpan span = whenOf(member).bounds.whole();
            hull = TimeSpan::between(std::min(hull.begin(), span.begin()),
                                     std::max(hull.end(), span.end()));
        }
        RC_ASSERT(whenOf(std::string("[").append(text).append("]")).bounds.whole() == hull);
        RC_ASSERT(whenOf(std::string("{").append(text).append("}")).has(kAllOf));
    }));
}

void tst_edtf_properties::whatIsDrawnIsCoveredByItsDate()
{
    QVERIFY(rc::check([] {
        const auto time = rc::gen::inRange<std::int64_t>(-250'000'000'000, 230'000'000'000);
        const TimeSpan span = TimeSpan::between(Instant{*time}, Instant{*time});
        const auto precision = Precision(*rc::gen::inRange(0, int(Precision::None)));
        const When when = whenOf(edtfFor(span, precision));
        RC_ASSERT(contains(when.bounds.whole(), span));
        // Never finer than asked for, but where years before 0000 and times of day do not allow it.
        if (precision >= Precision::Day && civilDateAt(span.begin()).year >= 0)
            RC_ASSERT(when.precision == precision);
    }));
}

QTEST_GUILESS_MAIN(tst_edtf_properties)
#include "tst_edtf_properties.moc"
