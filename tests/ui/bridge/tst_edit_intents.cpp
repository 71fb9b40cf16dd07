// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <QTest>

#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

using Intent = std::function<bool(OpenSample &)>;

Event titled(const std::string &title)
{
    Event event;
    event.title = title;
    return event;
}

Actor named(const std::string &name)
{
    Actor actor;
    actor.name = name;
    actor.kind = "person";
    return actor;
}

Quantity troops(EventId event, double low, double high)
{
    return {{}, event, "troops", low, high, {}, "people", QuantityMode::Total};
}

Annotation wordsOf(SourceId source, std::int64_t begin, std::int64_t end)
{
    Annotation annotation;
    annotation.source = source;
    annotation.begin = begin;
    annotation.end = end;
    return annotation;
}

template <typename T>
std::vector<T> rowsAbout(const Table<T> &table, const std::function<bool(const T &)> &isWanted)
{
    std::vector<T> rows;
    for (const T &row : table) {
        if (isWanted(row))
            rows.push_back(row);
    }
    return rows;
}

}  // namespace

class tst_edit_intents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIsOneUndoStepWithAName_data();
    void eachIsOneUndoStepWithAName();
    void whatIsRefusedChangesNothingAndIsSaid_data();
    void whatIsRefusedChangesNothingAndIsSaid();
    void nothingIsWrittenIntoAReadOnlyFile();

    void anEventComesWithItsPeopleAndTags();
    void aParticipantIsFoundByAnyOfHisNames();
    void anUnknownParticipantIsMadeInTheSameStep();
    void manyItemsGoInOneStep_data();
    void manyItemsGoInOneStep();
    void removingNothingIsNoEdit();

    void anAnnotationKeepsTheWordsThatItMarks();
    void anAnnotationBecomesAnEventWithAllThatIsSaidOfIt();
    void anAnnotationBecomesAnActor();
    void anAnnotationBecomesAClaimAboutWhatIsThere();
    void anAnnotationThatCannotBeMadeLeavesNothingBehind();

    void longTitlesAreCutInTheNameOfTheEdit();
};

void tst_edit_intents::eachIsOneUndoStepWithAName_data()
{
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const Intent &intent) {
        QTest::newRow(name) << intent << QString::fromUtf8(name);
    };
    row("Add event “Parade”",
        [](OpenSample &s) { return bool(s.intents.addEvent(titled("Parade"))); });
    row("Change event “Visit”", [](OpenSample &s) {
        Event visit = *s.hub.event(s.file.visit);
        visit.title = "Visit";
        return s.intents.changeEvent(visit);
    });
    row("Date event 2025-04",
        [](OpenSample &s) { return s.intents.moveEvent(s.file.visit, edtf("2025-04")); });
    row("Add participant", [](OpenSample &s) {
        return bool(s.intents.addParticipation({{}, s.file.visit, s.file.russia, "sender"}));
    });
    row("Add participant Sergei Lavrov", [](OpenSample &s) {
        return bool(s.intents.addParticipationNamed(s.file.visit, u"Sergei Lavrov"_qs, "person",
                                                    "visitor"));
    });
    row("Change participant", [](OpenSample &s) {
        return s.intents.changeParticipation(
            {s.file.visitor, s.file.visit, s.file.shoigu, "guest"});
    });
    row("Remove participant",
        [](OpenSample &s) { return s.intents.removeParticipation(s.file.visitor); });
    row("Add quantity",
        [](OpenSample &s) { return bool(s.intents.addQuantity(troops(s.file.visit, 1, 2))); });
    row("Change quantity", [](OpenSample &s) {
        Quantity quantity = troops(s.file.deployment, 1, 2);
        quantity.id = s.file.troops;
        return s.intents.changeQuantity(quantity);
    });
    row("Remove quantity", [](OpenSample &s) { return s.intents.removeQuantity(s.file.troops); });
    row("Add actor “Kim”", [](OpenSample &s) { return bool(s.intents.addActor(named("Kim"))); });
    row("Change actor “Sergei Shoigu”", [](OpenSample &s) {
        Actor shoigu = *s.hub.actor(s.file.shoigu);
        shoigu.aliases.push_back({{}, {}, "쇼이구", "ko"});
        return s.intents.changeActor(shoigu);
    });
    row("Add role “envoy”", [](OpenSample &s) {
        return bool(s.intents.addRole({{}, s.file.shoigu, "envoy", s.file.russia, edtf("2025")}));
    });
    row("Change role “minister of defence”", [](OpenSample &s) {
        Role role = *s.hub.role(s.file.minister);
        role.title = "minister of defence";
        return s.intents.changeRole(role);
    });
    row("Delete role", [](OpenSample &s) { return s.intents.removeRole(s.file.minister); });
    row("Add relation “war”", [](OpenSample &s) {
        Relation relation;
        relation.from = s.file.russia;
        relation.to = s.file.northKorea;
        relation.kind = "war";
        return bool(s.intents.addRelation(relation));
    });
    row("Change relation “alliance”", [](OpenSample &s) {
        Relation relation = *s.hub.relation(s.file.alliance);
        relation.when = edtf("2024/2025");
        return s.intents.changeRelation(relation);
    });
    row("Grade reliability C", [](OpenSample &s) {
        return s.intents.grade({{}, s.file.interfax, 'C', edtf("2025-06"), "A mistake"});
    });
    row("Add source “Note”", [](OpenSample &s) {
        Source source;
        source.title = "Note";
        return bool(s.intents.addSource(source, "Some words.", "Some words."));
    });
    row("Change source “A visit is announced”", [](OpenSample &s) {
        Source source = *s.hub.source(s.file.report);
        source.author = "Somebody else";
        return s.intents.changeSource(source);
    });
    row("Annotate", [](OpenSample &s) {
        return s.intents.annotate(wordsOf(s.file.report, 3, 9), {}).has_value();
    });
    row("Change annotation", [](OpenSample &s) {
        Annotation annotation = *s.hub.snapshot()->annotations->find(s.file.sentence);
        annotation.note = "Another note";
        return s.intents.changeAnnotation(annotation);
    });
    row("Add claim", [](OpenSample &s) {
        Claim claim;
        claim.source = s.file.report;
        claim.about = s.file.rumour;
        claim.field = "status";
        claim.value = "denied";
        return bool(s.intents.addClaim(claim));
    });
    row("Change claim", [](OpenSample &s) {
        Claim claim = *s.hub.claim(s.file.visitInApril);
        claim.credibility = 5;
        return s.intents.changeClaim(claim);
    });
    row("Prefer claim", [](OpenSample &s) {
        return s.intents.preferClaim({s.file.visit, "date", s.file.visitInApril, "Corrected"});
    });
    row("Withdraw preference",
        [](OpenSample &s) { return s.intents.withdrawPreference(s.file.treaty, "date"); });
    row("Set tags", [](OpenSample &s) {
        return s.intents.setTags(s.file.visit, std::vector<std::string>{"new"});
    });
    row("Delete event",
        [](OpenSample &s) { return s.intents.remove(std::vector<ItemRef>{s.file.visit}); });
    row("Delete 2 items", [](OpenSample &s) {
        return s.intents.remove(std::vector<ItemRef>{s.file.visit, s.file.russia});
    });
    row("Drag", [](OpenSample &s) {
        return s.intents.placeActors(std::vector<ActorPosition>{{s.file.russia, 1, 2, true}},
                                     u"Drag"_qs);
    });
    row("Unpin actor", [](OpenSample &s) { return s.intents.unpinActor(s.file.shoigu); });
    row("Save view “Mine”", [](OpenSample &s) {
        return bool(s.intents.saveView({{}, "Mine", "{}", {}}));
    });
    row("Delete view", [](OpenSample &s) { return s.intents.removeView(s.file.view); });
    row("Change setting title",
        [](OpenSample &s) { return s.intents.changeSetting(u"title"_qs, u"Другое"_qs); });
}

void tst_edit_intents::eachIsOneUndoStepWithAName()
{
    QFETCH(Intent, intent);
    QFETCH(QString, name);
    OpenSample sample;
    const FailureSpy failures(sample.hub);
    const std::string before = dumpOf(sample.file.path);
    QVERIFY(intent(sample));
    const std::string after = dumpOf(sample.file.path);
    QVERIFY(after != before);
    QCOMPARE(sample.hub.history().size(), 2U);
    QCOMPARE(sample.hub.undoName(), name);
    sample.hub.undo();
    QCOMPARE(dumpOf(sample.file.path), before);
    sample.hub.redo();
    QCOMPARE(dumpOf(sample.file.path), after);
    QCOMPARE(failures.count(), 0U);
}

void tst_edit_intents::whatIsRefusedChangesNothingAndIsSaid_data()
{
    QTest::addColumn<Intent>("intent");
    const auto row = [](const char *name, const Intent &intent) { QTest::newRow(name) << intent; };
    row("an event without a title",
        [](OpenSample &s) { return bool(s.intents.addEvent(titled(" "))); });
    row("an event with a participant that is gone", [](OpenSample &s) {
        return bool(s.intents.addEvent(titled("Parade"),
                                       std::vector<Participation>{{{}, {}, ActorId{99}, "host"}}));
    });
    row("an event that is gone",
        [](OpenSample &s) { return s.intents.moveEvent(EventId{99}, edtf("2024")); });
    row("a participant without a name", [](OpenSample &s) {
        return bool(s.intents.addParticipationNamed(s.file.visit, u"  "_qs, "person", ""));
    });
    row("a quantity upside down",
        [](OpenSample &s) { return bool(s.intents.addQuantity(troops(s.file.visit, 9, 1))); });
    row("an actor without a name",
        [](OpenSample &s) { return bool(s.intents.addActor(named(""))); });
    row("a role of nobody", [](OpenSample &s) {
        return bool(s.intents.addRole({{}, ActorId{99}, "envoy", {}, {}}));
    });
    row("a relation to nobody", [](OpenSample &s) {
        Relation relation;
        relation.from = s.file.russia;
        relation.kind = "war";
        return bool(s.intents.addRelation(relation));
    });
    row("a source without a title",
        [](OpenSample &s) { return bool(s.intents.addSource({}, "words", "words")); });
    row("words beyond the text", [](OpenSample &s) {
        return s.intents.annotate(wordsOf(s.file.report, 5, 5'000), {}).has_value();
    });
    row("the view that opens", [](OpenSample &s) { return s.intents.removeView(kDefaultView); });
}

void tst_edit_intents::whatIsRefusedChangesNothingAndIsSaid()
{
    QFETCH(Intent, intent);
    OpenSample sample;
    const FailureSpy failures(sample.hub);
    const std::string before = dumpOf(sample.file.path);
    QVERIFY(!intent(sample));
    QVERIFY(failures.isOnly(ErrorCode::Refused));
    QCOMPARE(dumpOf(sample.file.path), before);
    QCOMPARE(sample.hub.history().size(), 1U);
}

void tst_edit_intents::nothingIsWrittenIntoAReadOnlyFile()
{
    OpenSample sample;
    SessionHub second;
    QVERIFY(second.openFile(sample.path()));
    EditIntents intents(second);
    const FailureSpy failures(second);
    const std::string before = dumpOf(sample.file.path);
    QVERIFY(!intents.remove(std::vector<ItemRef>{sample.file.visit}));
    QVERIFY(!intents.annotate(wordsOf(sample.file.report, 0, 2), {}));
    QVERIFY(!intents.placeActors(std::vector<ActorPosition>{{sample.file.russia, 1, 2, true}},
                                 u"Drag"_qs));
    QCOMPARE(failures.count(), 3U);
    QCOMPARE(dumpOf(sample.file.path), before);
}

void tst_edit_intents::anEventComesWithItsPeopleAndTags()
{
    OpenSample sample;
    const std::vector<Participation> people{{{}, {}, sample.file.shoigu, "visitor"},
                                            {{}, {}, sample.file.northKorea, "host"}};
    const EventId made = sample.intents.addEvent(titled("Second visit"), people,
                                                 std::vector<std::string>{"visit", "2026"});
    QVERIFY(made);
    QCOMPARE(sample.hub.participationsOf(made).size(), 2U);
    QCOMPARE(sample.hub.participationsOf(made)[0].actor, sample.file.shoigu);
    std::vector<std::string> tags = sample.hub.snapshot()->tagsOf(made);
    std::sort(tags.begin(), tags.end());
    QCOMPARE(tags, (std::vector<std::string>{"2026", "visit"}));
}

void tst_edit_intents::aParticipantIsFoundByAnyOfHisNames()
{
    OpenSample sample;
    const std::size_t actors = sample.hub.snapshot()->actors->size();
    QVERIFY(sample.intents.addParticipationNamed(sample.file.treaty, u" Сергей Шойгу "_qs, "person",
                                                 "witness"));
    QCOMPARE(sample.hub.snapshot()->actors->size(), actors);
    QCOMPARE(sample.hub.participationsOf(sample.file.treaty).back().actor, sample.file.shoigu);
    QCOMPARE(sample.hub.participationsOf(sample.file.treaty).back().part, std::string("witness"));
}

void tst_edit_intents::anUnknownParticipantIsMadeInTheSameStep()
{
    OpenSample sample;
    const std::string before = dumpOf(sample.file.path);
    QVERIFY(sample.intents.addParticipationNamed(sample.file.treaty, u"김정은"_qs, "person", ""));
    const ActorId made = sample.hub.participationsOf(sample.file.treaty).back().actor;
    QCOMPARE(sample.hub.actor(made)->name, std::string("김정은"));
    QCOMPARE(sample.hub.actor(made)->kind, std::string("person"));
    sample.hub.undo();
    QCOMPARE(dumpOf(sample.file.path), before);
}

void tst_edit_intents::manyItemsGoInOneStep_data()
{
    // Some of them rest on others, so that one removal takes along what is named later.
    QTest::addColumn<bool>("isReversed");
    QTest::newRow("what rests on it first") << true;
    QTest::newRow("what rests on it last") << false;
}

void tst_edit_intents::manyItemsGoInOneStep()
{
    QFETCH(bool, isReversed);
    OpenSample sample;
    const std::string before = dumpOf(sample.file.path);
    std::vector<ItemRef> items{sample.file.report,
                               sample.file.shoigu,
                               sample.file.visit,
                               sample.file.alliance,
                               sample.file.minister,
                               sample.file.sentence,
                               sample.file.visitInMarch,
                               sample.file.visitInApril,
                               ItemRef(ItemKind::Participation, sample.file.visitor.value),
                               ItemRef(ItemKind::Quantity, sample.file.troops.value)};
    if (isReversed)
        std::reverse(items.begin(), items.end());
    QVERIFY(sample.intents.remove(items));
    sample.selection.setItems(items);
    sample.selection.dropMissing(*sample.hub.snapshot());
    QVERIFY(sample.selection.isEmpty());
    QCOMPARE(sample.hub.undoName(), u"Delete 10 items"_qs);
    sample.hub.undo();
    QCOMPARE(dumpOf(sample.file.path), before);
}

void tst_edit_intents::removingNothingIsNoEdit()
{
    OpenSample sample;
    const FailureSpy failures(sample.hub);
    QVERIFY(!sample.intents.remove({}));
    QCOMPARE(sample.hub.history().size(), 1U);
    QCOMPARE(failures.count(), 0U);
}

void tst_edit_intents::anAnnotationKeepsTheWordsThatItMarks()
{
    OpenSample sample;
    AnnotationTarget note;
    note.tags = {"name"};
    const std::optional<AnnotationResult> made =
        sample.intents.annotate(wordsOf(sample.file.report, 3, 9), note);
    QVERIFY(made);
    QVERIFY(made->made.isNull());
    const Annotation *annotation = sample.hub.snapshot()->annotations->find(made->annotation);
    QVERIFY(annotation);
    QCOMPARE(annotation->exact, std::string("Shoigu"));
    QCOMPARE(annotation->prefix, std::string("Mr "));
    QCOMPARE(sample.hub.snapshot()->tagsOf(made->annotation), std::vector<std::string>{"name"});
}

void tst_edit_intents::anAnnotationBecomesAnEventWithAllThatIsSaidOfIt()
{
    OpenSample sample;
    const std::string before = dumpOf(sample.file.path);
    AnnotationTarget target;
    target.kind = AnnotationTarget::Kind::NewEvent;
    target.event = titled("A day in Pyongyang");
    target.participations = {{{}, {}, sample.file.shoigu, "visitor"}};
    target.quantities = {{{}, {}, "stay", 1, 1, "", "days", QuantityMode::Total}};
    target.claim = Claim();
    target.claim->field = "date";
    target.claim->value = "2025-03";
    const auto made = sample.intents.annotate(wordsOf(sample.file.report, 28, 46), target);
    QVERIFY(made);
    const Snapshot &snapshot = *sample.hub.snapshot();
    QCOMPARE(made->made.kind, ItemKind::Event);
    QCOMPARE(sample.hub.event(made->made.event())->title, std::string("A day in Pyongyang"));
    QCOMPARE(sample.hub.participationsOf(made->made.event()).size(), 1U);
    QCOMPARE(rowsAbout<Quantity>(*snapshot.quantities,
                                 [&](const Quantity &q) { return q.event == made->made.event(); })
                 .size(),
             1U);
    const std::vector<const Claim *> claims = snapshot.claimsAbout(made->made);
    QCOMPARE(claims.size(), 1U);
    QCOMPARE(claims.front()->annotation, made->annotation);
    QCOMPARE(claims.front()->source, sample.file.report);
    sample.hub.undo();
    QCOMPARE(dumpOf(sample.file.path), before);
}

void tst_edit_intents::anAnnotationBecomesAnActor()
{
    OpenSample sample;
    AnnotationTarget target;
    target.kind = AnnotationTarget::Kind::NewActor;
    target.actor = named("Mr Shoigu");
    const auto made = sample.intents.annotate(wordsOf(sample.file.report, 0, 9), target);
    QVERIFY(made);
    QCOMPARE(sample.hub.actor(made->made.actor())->name, std::string("Mr Shoigu"));
    QVERIFY(sample.hub.snapshot()->claimsAbout(made->made).empty());
}

void tst_edit_intents::anAnnotationBecomesAClaimAboutWhatIsThere()
{
    OpenSample sample;
    AnnotationTarget target;
    target.kind = AnnotationTarget::Kind::Claim;
    target.claim = Claim();
    target.claim->about = sample.file.visit;
    target.claim->field = "quantity";
    target.claim->value = "1 day";
    const auto made = sample.intents.annotate(wordsOf(sample.file.report, 28, 46), target);
    QVERIFY(made);
    QCOMPARE(made->made.kind, ItemKind::Claim);
    const std::optional<Claim> claim = sample.hub.claim(made->made.claim());
    QCOMPARE(claim->about, ItemRef(sample.file.visit));
    QCOMPARE(claim->annotation, made->annotation);
    QCOMPARE(sample.hub.snapshot()->claimsAbout(sample.file.visit).size(), 3U);
}

void tst_edit_intents::anAnnotationThatCannotBeMadeLeavesNothingBehind()
{
    OpenSample sample;
    const std::string before = dumpOf(sample.file.path);
    const FailureSpy failures(sample.hub);
    AnnotationTarget target;
    target.kind = AnnotationTarget::Kind::NewEvent;
    target.event = titled("A day in Pyongyang");
    target.participations = {{{}, {}, ActorId{99}, "visitor"}};
    QVERIFY(!sample.intents.annotate(wordsOf(sample.file.report, 28, 46), target));
    QVERIFY(failures.isOnly(ErrorCode::Refused));
    QCOMPARE(dumpOf(sample.file.path), before);
}

void tst_edit_intents::longTitlesAreCutInTheNameOfTheEdit()
{
    OpenSample sample;
    QVERIFY(sample.intents.addEvent(titled(std::string(300, 'x') + "\nand more")));
    QVERIFY2(sample.hub.undoName().size() < 60, qPrintable(sample.hub.undoName()));
    QVERIFY(sample.hub.undoName().contains(QChar(0x2026)));
    QVERIFY(!sample.hub.undoName().contains(QLatin1Char('\n')));
}

QTEST_GUILESS_MAIN(tst_edit_intents)
#include "tst_edit_intents.moc"
