// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "app/model/civil_date.h"
#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/bridge/view_settings.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

QStringList shown(const OpenSample &sample)
{
    QStringList titles;
    const EventColumns &events = *sample.hub.snapshot()->events;
    for (EventRow row{0}; row.value < events.size(); ++row.value) {
        if (sample.filter.shown().contains(row))
            titles.append(toQString(events.title(row)));
    }
    return titles;
}

Filter ofKind(const std::string &kind)
{
    Filter filter;
    filter.kinds = {kind};
    return filter;
}

const QString kTreaty = QStringLiteral("Treaty signed in Pyongyang");
const QString kTroops = QStringLiteral("Troops are sent");
const QString kVisit = QStringLiteral("Shoigu visits Pyongyang");
const QString kRumour = QStringLiteral("A rumour");

}  // namespace

class tst_view_filter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEverythingAtFirst();
    void showsWhatCanOverlapTheRange();
    void goesBackAndForward();
    void aNewFilterForgetsWhatWasForward();
    void remembersOnlySoManySteps();
    void theSameFilterIsNoNewStep();
    void theSameWordsAreNoNewStep();

    void findsWordsInTitles();
    void findsEventsOfAnActorByAnyOfHisNames();
    void findsEventsByTheWordsOfTheirSource();
    void whatTheWordsFindFollowsEdits();

    void writesItselfOutAsASentence();
    void takesPartsOffOneByOne_data();
    void takesPartsOffOneByOne();
    void aDeletedActorStillStandsInTheSentence();

    void followsTheSnapshot();
    void anotherFileBeginsAnew();
    void aFileOpensAsItsFirstViewWasSaved();
    void tellsOfTheAsOfDateOnlyWhenItChanges();
    void tellsOfAppearanceOnlyWhenItChanges();
};

void tst_view_filter::showsEverythingAtFirst()
{
    const OpenSample sample;
    QCOMPARE(shown(sample), QStringList({kTreaty, kTroops, kVisit, kRumour}));
    QCOMPARE(sample.filter.sentence(), u"none"_qs);
    QVERIFY(sample.filter.chips().empty());
    QVERIFY(!sample.filter.canGoBack());
    QVERIFY(!sample.filter.canGoForward());
}

void tst_view_filter::showsWhatCanOverlapTheRange()
{
    OpenSample sample;
    const QSignalSpy spy(&sample.filter, &ViewFilter::changed);
    sample.filter.setRange(edtf("2024-12").when().bounds.whole(), u"2024-12"_qs);
    QCOMPARE(shown(sample), QStringList{kTroops});
    QCOMPARE(spy.count(), 1);
    sample.filter.setRange(std::nullopt);
    QCOMPARE(shown(sample).size(), 4);
    QVERIFY(sample.filter.filter().isEmpty());
}

void tst_view_filter::goesBackAndForward()
{
    OpenSample sample;
    sample.filter.setFilter(ofKind("visit"));
    sample.filter.setFilter(ofKind("agreement"));
    QCOMPARE(shown(sample), QStringList{kTreaty});
    sample.filter.goBack();
    QCOMPARE(shown(sample), QStringList{kVisit});
    sample.filter.goBack();
    QCOMPARE(shown(sample).size(), 4);
    QVERIFY(!sample.filter.canGoBack());
    sample.filter.goBack();
    QCOMPARE(shown(sample).size(), 4);
    sample.filter.goForward();
    sample.filter.goForward();
    QCOMPARE(shown(sample), QStringList{kTreaty});
    QVERIFY(!sample.filter.canGoForward());
}

void tst_view_filter::aNewFilterForgetsWhatWasForward()
{
    OpenSample sample;
    sample.filter.setFilter(ofKind("visit"));
    sample.filter.goBack();
    sample.filter.setFilter(ofKind("agreement"));
    QVERIFY(!sample.filter.canGoForward());
    sample.filter.goBack();
    QVERIFY(sample.filter.filter().isEmpty());
}

void tst_view_filter::remembersOnlySoManySteps()
{
    OpenSample sample;
    for (int i = 0; i < 150; ++i)
        sample.filter.setFilter(ofKind(std::to_string(i)));
    int steps = 0;
    for (; sample.filter.canGoBack(); ++steps)
        sample.filter.goBack();
    QCOMPARE(steps, 100);
    QCOMPARE(sample.filter.filter().kinds, std::vector<std::string>{"49"});
}

void tst_view_filter::theSameFilterIsNoNewStep()
{
    OpenSample sample;
    sample.filter.setFilter(ofKind("visit"));
    const QSignalSpy spy(&sample.filter, &ViewFilter::changed);
    sample.filter.setFilter(ofKind("visit"));
    sample.filter.clearPart(ViewFilter::Part::Tags);
    QCOMPARE(spy.count(), 0);
    sample.filter.goBack();
    QVERIFY(sample.filter.filter().isEmpty());
}

void tst_view_filter::theSameWordsAreNoNewStep()
{
    OpenSample sample;
    sample.filter.setText(u"treaty"_qs);
    const QSignalSpy spy(&sample.filter, &ViewFilter::changed);
    sample.filter.setText(u" treaty "_qs);
    QCOMPARE(spy.count(), 0);
    QCOMPARE(shown(sample), QStringList{kTreaty});
    sample.filter.goBack();
    QVERIFY(sample.filter.filter().isEmpty());
    QVERIFY(!sample.filter.canGoBack());
}

void tst_view_filter::findsWordsInTitles()
{
    OpenSample sample;
    sample.filter.setText(u"rumour"_qs);
    QCOMPARE(shown(sample), QStringList{kRumour});
    sample.filter.setText(u"no such words"_qs);
    QCOMPARE(shown(sample), QStringList());
    QCOMPARE(sample.filter.sentence(), u"“no such words”"_qs);
}

void tst_view_filter::findsEventsOfAnActorByAnyOfHisNames()
{
    OpenSample sample;
    sample.filter.setText(u"조선민주주의"_qs);
    QCOMPARE(shown(sample), QStringList({kTreaty, kTroops, kVisit}));
    sample.filter.setText(u"Шойгу"_qs);
    QCOMPARE(shown(sample), QStringList{kVisit});
}

void tst_view_filter::findsEventsByTheWordsOfTheirSource()
{
    OpenSample sample;
    sample.filter.setText(u"arrived in March"_qs);
    QCOMPARE(shown(sample), QStringList{kVisit});
}

void tst_view_filter::whatTheWordsFindFollowsEdits()
{
    OpenSample sample;
    sample.filter.setText(u"parade"_qs);
    QCOMPARE(shown(sample), QStringList());
    Event parade;
    parade.title = "Parade";
    QVERIFY(sample.intents.addEvent(parade));
    QCOMPARE(shown(sample), QStringList{u"Parade"_qs});
    sample.hub.undo();
    QCOMPARE(shown(sample), QStringList());
    sample.hub.redo();
    sample.filter.goBack();
    sample.filter.goForward();
    QCOMPARE(shown(sample), QStringList{u"Parade"_qs});
}

void tst_view_filter::writesItselfOutAsASentence()
{
    OpenSample sample;
    Filter filter;
    filter.range = edtf("2024").when().bounds.whole();
    filter.rangeText = "2024";
    filter.kinds = {"visit", ""};
    filter.actors = {sample.file.shoigu};
    filter.sources = {sample.file.report};
    sample.filter.setFilter(filter);
    QCOMPARE(sample.filter.sentence(), u"2024 · kind visit or (none) · with Sergei Shoigu · "
                                       u"by A visit is announced"_qs);
}

void tst_view_filter::takesPartsOffOneByOne_data()
{
    using Part = ViewFilter::Part;
    QTest::addColumn<int>("part");
    QTest::addColumn<QString>("text");
    QTest::newRow("range") << int(Part::Range) << u"2024"_qs;
    QTest::newRow("text") << int(Part::Text) << u"“treaty”"_qs;
    QTest::newRow("kinds") << int(Part::Kinds) << u"kind agreement"_qs;
    QTest::newRow("statuses") << int(Part::Statuses) << u"status confirmed"_qs;
    QTest::newRow("places") << int(Part::Places) << u"in Pyongyang"_qs;
    QTest::newRow("tags") << int(Part::Tags) << u"tag visit"_qs;
    QTest::newRow("actors") << int(Part::Actors) << u"with Russia"_qs;
    QTest::newRow("sources") << int(Part::Sources) << u"by A visit is announced"_qs;
}

void tst_view_filter::takesPartsOffOneByOne()
{
    QFETCH(int, part);
    QFETCH(QString, text);
    OpenSample sample;
    Filter all;
    all.range = edtf("2024").when().bounds.whole();
    all.rangeText = "2024";
    all.text = "treaty";
    all.kinds = {"agreement"};
    all.statuses = {"confirmed"};
    all.places = {"Pyongyang"};
    all.tags = {"visit"};
    all.actors = {sample.file.russia};
    all.sources = {sample.file.report};
    sample.filter.setFilter(all);
    QCOMPARE(sample.filter.chips().size(), 8U);
    QVERIFY(sample.filter.sentence().contains(text));
    sample.filter.clearPart(ViewFilter::Part(part));
    QCOMPARE(sample.filter.chips().size(), 7U);
    for (const ViewFilter::Chip &chip : sample.filter.chips()) {
        QVERIFY(int(chip.part) != part);
        QVERIFY(chip.text != text);
    }
    sample.filter.goBack();
    QCOMPARE(sample.filter.chips().size(), 8U);
}

void tst_view_filter::aDeletedActorStillStandsInTheSentence()
{
    OpenSample sample;
    Filter filter;
    filter.actors = {sample.file.shoigu};
    sample.filter.setFilter(filter);
    const ItemRef shoigu = sample.file.shoigu;
    QVERIFY(sample.intents.remove(std::span(&shoigu, 1)));
    QCOMPARE(shown(sample), QStringList());
    QCOMPARE(sample.filter.sentence(), u"with somebody deleted"_qs);
    sample.hub.undo();
    QCOMPARE(shown(sample), QStringList{kVisit});
    QCOMPARE(sample.filter.sentence(), u"with Sergei Shoigu"_qs);
}

void tst_view_filter::followsTheSnapshot()
{
    OpenSample sample;
    sample.filter.setFilter(ofKind("visit"));
    QCOMPARE(sample.filter.shown().size(), 4U);
    std::uint32_t toldSize = 0;
    connect(&sample.filter, &ViewFilter::changed, this,
            [&] { toldSize = sample.filter.shown().size(); });
    Event visit;
    visit.title = "Another visit";
    visit.kind = "visit";
    QVERIFY(sample.intents.addEvent(visit));
    QCOMPARE(toldSize, 5U);
    QCOMPARE(sample.filter.shown().count(), 2U);
}

void tst_view_filter::anotherFileBeginsAnew()
{
    OpenSample sample;
    sample.filter.setFilter(ofKind("visit"));
    sample.filter.setAsOf(instantOf(2024), u"2024"_qs);
    const QSignalSpy changed(&sample.filter, &ViewFilter::changed);
    const QSignalSpy asOf(&sample.filter, &ViewFilter::asOfChanged);
    sample.hub.closeFile();
    QVERIFY(sample.filter.filter().isEmpty());
    QVERIFY(!sample.filter.canGoBack());
    QVERIFY(!sample.filter.asOf());
    QVERIFY(sample.filter.asOfText().isEmpty());
    QCOMPARE(changed.count(), 1);  // every pane does all of its work each time
    QCOMPARE(asOf.count(), 1);
    QCOMPARE(sample.filter.shown().size(), 0U);
}

void tst_view_filter::tellsOfTheAsOfDateOnlyWhenItChanges()
{
    OpenSample sample;
    const QSignalSpy spy(&sample.filter, &ViewFilter::asOfChanged);
    sample.filter.setAsOf(std::nullopt);
    QCOMPARE(spy.count(), 0);
    sample.filter.setAsOf(instantOf(2024), u"2024-01-01"_qs);
    sample.filter.setAsOf(instantOf(2024), u"2024-01-01"_qs);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(sample.filter.asOf(), std::optional(instantOf(2024)));
    QVERIFY(!sample.filter.canGoBack());
}

void tst_view_filter::aFileOpensAsItsFirstViewWasSaved()
{
    OpenSample sample;
    sample.filter.setFilter(ofKind("visit"));
    sample.filter.setAsOf(instantOf(2024), u"2024"_qs);
    sample.filter.setGrouping(Grouping::Kind);
    const SavedView *saved = sample.hub.snapshot()->views->find(kDefaultView);
    SavedView view{saved->id, saved->name, withLook(saved->settings, sample.filter), {}};
    QVERIFY(sample.intents.changeView(view, u"Save view"_qs));
    const QString path = sample.path();
    sample.filter.clear();
    sample.filter.setAsOf(std::nullopt);
    sample.filter.setGrouping(Grouping::Actor);
    sample.hub.closeFile();
    QVERIFY(sample.filter.filter().isEmpty());

    QVERIFY(sample.hub.openFile(path));
    QCOMPARE(sample.filter.sentence(), u"kind visit"_qs);
    QCOMPARE(shown(sample), QStringList({kVisit}));
    QCOMPARE(sample.filter.asOfText(), u"2024"_qs);
    QVERIFY(sample.filter.grouping() == Grouping::Kind);
    QVERIFY(!sample.filter.canGoBack());
}

void tst_view_filter::tellsOfAppearanceOnlyWhenItChanges()
{
    OpenSample sample;
    const QSignalSpy spy(&sample.filter, &ViewFilter::appearanceChanged);
    sample.filter.setGrouping(sample.filter.grouping());
    sample.filter.setColouring(sample.filter.colouring());
    sample.filter.setFilteredOut(sample.filter.filteredOut());
    QCOMPARE(spy.count(), 0);
    sample.filter.setGrouping(Grouping::Place);
    sample.filter.setColouring(Colouring::Status);
    sample.filter.setFilteredOut(ViewFilter::FilteredOut::Dimmed);
    QCOMPARE(spy.count(), 3);
}

QTEST_GUILESS_MAIN(tst_view_filter)
#include "tst_view_filter.moc"
