// SPDX-License-Identifier: GPL-3.0-or-later
// What edits refuse, with which sentence, and that nothing is changed by it.
#include <QTest>

#include <functional>
#include <limits>

#include "app/edit/edits.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

constexpr const char *kNoUtf8 = "caf\xE9";
constexpr std::int64_t kNobody = 999;

struct Refusal {
    const char *name;
    const char *sentence;  // a part of it
    std::function<void(const SampleFile &, Stores &)> edit;
};

Event titled(std::string title)
{
    Event event;
    event.title = std::move(title);
    return event;
}

Claim claimOf(const SampleFile &file)
{
    Claim claim;
    claim.source = file.report;
    return claim;
}

Annotation marking(SourceId source, std::int64_t begin, std::int64_t end, std::string exact = {})
{
    Annotation annotation;
    annotation.source = source;
    annotation.begin = begin;
    annotation.end = end;
    annotation.exact = std::move(exact);
    return annotation;
}

std::vector<Refusal> eventRefusals()
{
    return {
        {"event without title", "title of an event must not be empty",
         [](auto &, Stores &s) { addEvent(s, titled(" \t\n")); }},
        {"event title without UTF-8", "no UTF-8",
         [](auto &, Stores &s) { addEvent(s, titled(kNoUtf8)); }},
        {"change of a gone event", "event is gone",
         [](auto &, Stores &s) {
             changeEvent(s, {{kNobody}, {}, "title"});
         }},
        {"change of no event", "event is gone",
         [](auto &, Stores &s) { changeEvent(s, titled("title")); }},
        {"change to no title", "must not be empty",
         [](auto &file, Stores &s) { changeEvent(s, {file.visit}); }},
        {"move of a gone event", "event is gone",
         [](auto &, Stores &s) { moveEvent(s, {kNobody}, edtf("2024")); }},
        {"part in a gone event", "event is gone",
         [](auto &file, Stores &s) {
             addParticipation(s, {{}, {kNobody}, file.russia});
         }},
        {"part of a gone actor", "actor is gone",
         [](auto &file, Stores &s) {
             addParticipation(s, {{}, file.visit, {kNobody}});
         }},
        {"change of a gone part", "participation is gone",
         [](auto &file, Stores &s) {
             changeParticipation(s, {{kNobody}, file.visit, file.russia});
         }},
        {"number of nothing", "what is counted must not be empty",
         [](auto &file, Stores &s) {
             addQuantity(s, {{}, file.visit, "", 1., 1.});
         }},
        {"quantity without number", "needs a number",
         [](auto &file, Stores &s) {
             addQuantity(s, {{}, file.visit, "troops"});
         }},
        {"low above high", "must not lie above",
         [](auto &file, Stores &s) {
             addQuantity(s, {{}, file.visit, "troops", 2., 1.});
         }},
        {"endless number", "finite",
         [](auto &file, Stores &s) {
             addQuantity(s, {{}, file.visit, "t", 2., std::numeric_limits<double>::infinity()});
         }},
        {"change of a gone quantity", "quantity is gone",
         [](auto &file, Stores &s) {
             changeQuantity(s, {{kNobody}, file.visit, "troops", 1., 1.});
         }},
    };
}

std::vector<Refusal> actorRefusals()
{
    return {
        {"actor without name", "name of an actor must not be empty",
         [](auto &, Stores &s) { addActor(s, {}); }},
        {"alias without text", "other name of an actor",
         [](auto &, Stores &s) {
             addActor(s, {{}, {}, "Kim", {}, {}, {{}}});
         }},
        {"alias without UTF-8", "no UTF-8",
         [](auto &, Stores &s) {
             addActor(s, {{}, {}, "Kim", {}, {}, {{{}, {}, kNoUtf8}}});
         }},
        {"change of a gone actor", "actor is gone",
         [](auto &, Stores &s) {
             changeActor(s, {{kNobody}, {}, "Kim"});
         }},
        {"role of a gone actor", "actor is gone",
         [](auto &, Stores &s) {
             addRole(s, {{}, {kNobody}, "minister"});
         }},
        {"role at a gone body", "actor is gone",
         [](auto &file, Stores &s) {
             addRole(s, {{}, file.shoigu, "minister", {kNobody}});
         }},
        {"role without title", "title of a role",
         [](auto &file, Stores &s) {
             addRole(s, {{}, file.shoigu, " "});
         }},
        {"change of a gone role", "role is gone",
         [](auto &file, Stores &s) {
             changeRole(s, {{kNobody}, file.shoigu, "minister"});
         }},
        {"relation without kind", "kind of a relation",
         [](auto &file, Stores &s) {
             addRelation(s, {{}, {}, file.russia, file.shoigu});
         }},
        {"relation to a gone actor", "actor is gone",
         [](auto &file, Stores &s) {
             addRelation(s, {{}, {}, file.russia, {kNobody}, "ally"});
         }},
        {"change of a gone relation", "relation is gone",
         [](auto &file, Stores &s) {
             changeRelation(s, {{kNobody}, {}, file.russia, file.shoigu, "ally"});
         }},
        {"grade beyond F", "letter from A to F",
         [](auto &file, Stores &s) {
             addReliability(s, {{}, file.interfax, 'G'});
         }},
        {"no grade", "letter from A to F",
         [](auto &file, Stores &s) {
             addReliability(s, {{}, file.interfax});
         }},
        {"grade of a gone actor", "actor is gone",
         [](auto &, Stores &s) {
             addReliability(s, {{}, {kNobody}, 'A'});
         }},
    };
}

std::vector<Refusal> sourceRefusals()
{
    const auto titledSource = [] {
        Source source;
        source.title = "title";
        return source;
    };
    return {
        {"source without title", "title of a source",
         [](auto &, Stores &s) { addSource(s, {}, "text", "text"); }},
        {"text without UTF-8", "text of the source is no UTF-8",
         [=](auto &, Stores &s) { addSource(s, titledSource(), kNoUtf8, kNoUtf8); }},
        {"text with a null character", "text of the source is no UTF-8",
         [=](auto &, Stores &s) {
             addSource(s, titledSource(), std::string_view("a\0b", 3), "bytes");
         }},
        {"source of a gone outlet", "actor is gone",
         [=](auto &, Stores &s) {
             Source source = titledSource();
             source.outlet = {kNobody};
             addSource(s, source, "text", "text");
         }},
        {"source that supersedes a gone one", "superseded is gone",
         [=](auto &, Stores &s) {
             Source source = titledSource();
             source.supersedes = {kNobody};
             addSource(s, source, "text", "text");
         }},
        {"source that supersedes its own successor", "cannot supersede itself",
         [](auto &file, Stores &s) {
             Source source = *s.sources.find(file.report);
             source.supersedes = file.correction;
             changeSource(s, source);
         }},
        {"change of a gone source", "source is gone",
         [=](auto &, Stores &s) {
             Source source = titledSource();
             source.id = {kNobody};
             changeSource(s, source);
         }},
        {"annotation in a gone source", "source is gone",
         [](auto &, Stores &s) { addAnnotation(s, marking({kNobody}, 0, 1)); }},
        {"annotation beyond the text", "outside its text",
         [](auto &file, Stores &s) { addAnnotation(s, marking(file.report, 40, 47)); }},
        {"annotation before the text", "outside its text",
         [](auto &file, Stores &s) { addAnnotation(s, marking(file.report, -1, 3)); }},
        {"annotation of no words", "needs words",
         [](auto &file, Stores &s) { addAnnotation(s, marking(file.report, 3, 3)); }},
        {"remark without a note", "needs words",
         [](auto &file, Stores &s) { addAnnotation(s, marking(file.report, 0, 0)); }},
        {"note on a role", "no note on that",
         [](auto &file, Stores &s) {
             setNote(s, {file.minister, "n", {}, {}, {}});
         }},
        {"note on a gone event", "event is gone",
         [](auto &, Stores &s) {
             setNote(s, {EventId{kNobody}, "n", {}, {}, {}});
         }},
        {"annotation the wrong way round", "needs words",
         [](auto &file, Stores &s) { addAnnotation(s, marking(file.report, 5, 3)); }},
        {"quote that is not there", "does not stand in the text",
         [](auto &file, Stores &s) { addAnnotation(s, marking(file.report, 0, 0, "Kim")); }},
        {"quote that is there twice", "more than once",
         [](auto &file, Stores &s) { addAnnotation(s, marking(file.report, 0, 0, "a")); }},
        {"change of a gone annotation", "annotation is gone",
         [](auto &file, Stores &s) {
             Annotation row = marking(file.report, 0, 1);
             row.id = {kNobody};
             changeAnnotation(s, row);
         }},
        {"annotation that moves to another source", "another source",
         [](auto &file, Stores &s) {
             Annotation row = *s.annotations.find(file.remark);
             row.source = file.correction;
             changeAnnotation(s, row);
         }},
    };
}

template <typename Change>
Refusal claimRefusal(const char *name, const char *sentence, Change change)
{
    return {name, sentence, [change](const SampleFile &file, Stores &stores) {
                Claim claim = claimOf(file);
                change(file, claim);
                addClaim(stores, claim);
            }};
}

std::vector<Refusal> claimRefusals()
{
    return {
        claimRefusal("claim of a gone source", "source is gone",
                     [](auto &, Claim &claim) { claim.source = {kNobody}; }),
        claimRefusal("claim on gone words", "annotation is gone",
                     [](auto &, Claim &claim) { claim.annotation = {kNobody}; }),
        claimRefusal("claim on words of another source", "words of another source",
                     [](auto &file, Claim &claim) {
                         claim.source = file.correction;
                         claim.annotation = file.remark;
                     }),
        claimRefusal("claim about a gone event", "event is gone",
                     [](auto &, Claim &claim) { claim.about = EventId{kNobody}; }),
        claimRefusal("claim about a source", "about an event, an actor",
                     [](auto &file, Claim &claim) { claim.about = file.report; }),
        claimRefusal("hop over a gone actor", "actor is gone",
                     [](auto &file, Claim &claim) {
                         claim.attribution = {file.shoigu, {kNobody}};
                     }),
        claimRefusal("credibility beyond 6", "number from 1 to 6",
                     [](auto &, Claim &claim) { claim.credibility = 7; }),
        claimRefusal("claimed date that is none", "not written as a date",
                     [](auto &, Claim &claim) {
                         claim.field = "date";
                         claim.value = "last autumn";
                     }),
        claimRefusal("claim without UTF-8", "no UTF-8",
                     [](auto &, Claim &claim) { claim.notes = kNoUtf8; }),
        {"change of a gone claim", "claim is gone",
         [](auto &file, Stores &s) {
             Claim claim = claimOf(file);
             claim.id = {kNobody};
             changeClaim(s, claim);
         }},
        {"preference for a gone claim", "claim is gone",
         [](auto &file, Stores &s) {
             preferClaim(s, {file.visit, "date", {kNobody}, ""});
         }},
        {"preference for a claim on another field", "Only a claim about this field",
         [](auto &file, Stores &s) {
             preferClaim(s, {file.visit, "place", file.visitInMarch, ""});
         }},
        {"preference for a claim about another item", "Only a claim about this field",
         [](auto &file, Stores &s) {
             preferClaim(s, {file.treaty, "date", file.visitInMarch, ""});
         }},
        {"preference about nothing", "Only a claim about this field",
         [](auto &file, Stores &s) {
             preferClaim(s, {{}, "", file.loose, ""});
         }},
    };
}

std::vector<Refusal> viewRefusals()
{
    using Tags = std::vector<std::string>;
    using Positions = std::vector<ActorPosition>;
    return {
        {"tags on a claim", "Tags stand on",
         [](auto &file, Stores &s) { setTags(s, file.loose, Tags{"tag"}); }},
        {"tags on a gone event", "event is gone",
         [](auto &, Stores &s) { setTags(s, EventId{kNobody}, Tags{"tag"}); }},
        {"empty tag", "name of a tag",
         [](auto &file, Stores &s) {
             setTags(s, file.visit, Tags{"tag", " "});
         }},
        {"tag with a semicolon", "semicolon",
         [](auto &file, Stores &s) { setTags(s, file.visit, Tags{"a;b"}); }},
        {"placing in a gone view", "view is gone",
         [](auto &file, Stores &s) {
             placeActors(s, {kNobody}, Positions{{file.russia, 0, 0, true}});
         }},
        {"placing a gone actor", "actor is gone",
         [](auto &file, Stores &s) {
             placeActors(s, file.view, Positions{{{kNobody}, 0, 0, true}});
         }},
        {"placing off the map", "on the map",
         [](auto &file, Stores &s) {
             const double nowhere = std::numeric_limits<double>::quiet_NaN();
             placeActors(s, file.view, Positions{{file.russia, 0, nowhere, true}});
         }},
        {"unpinning in a gone view", "view is gone",
         [](auto &file, Stores &s) { unpinActor(s, {kNobody}, file.russia); }},
        {"view without name", "name of a view",
         [](auto &, Stores &s) {
             saveView(s, {{}, " ", "{}", {}});
         }},
        {"change of a gone view", "view is gone",
         [](auto &, Stores &s) {
             saveView(s, {{kNobody}, "name", "{}", {}});
         }},
        {"removal of the default view", "cannot be removed",
         [](auto &, Stores &s) { removeView(s, kDefaultView); }},
        {"setting without name", "name of a setting",
         [](auto &, Stores &s) { changeSetting(s, "", "value"); }},
    };
}

const std::vector<Refusal> &allRefusals()
{
    static const std::vector<Refusal> kRefusals = [] {
        std::vector<Refusal> all;
        for (const auto &some :
             {eventRefusals(), actorRefusals(), sourceRefusals(), claimRefusals(), viewRefusals()})
            all.insert(all.end(), some.begin(), some.end());
        return all;
    }();
    return kRefusals;
}

}  // namespace

class tst_edits_refused : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedEditsChangeNothing_data();
    void refusedEditsChangeNothing();
    void refusalUnwindsWhatWentBefore();
    void removingWhatIsGoneIsNoError();
};

void tst_edits_refused::refusedEditsChangeNothing_data()
{
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < allRefusals().size(); ++i)
        QTest::newRow(allRefusals()[i].name) << int(i);
}

void tst_edits_refused::refusedEditsChangeNothing()
{
    QFETCH(int, number);
    const Refusal &refusal = allRefusals()[std::size_t(number)];
    static SampleFile file = makeSampleFile();
    static const std::string before = file.dump();
    const auto result =
        file.session->perform("Refused", [&](Stores &stores) { refusal.edit(file, stores); });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Refused);
    QVERIFY2(result.error().detail.find(refusal.sentence) != std::string::npos,
             result.error().detail.c_str());
    QVERIFY(result.error().detail.ends_with('.'));
    QCOMPARE(QString::fromStdString(file.dump()), QString::fromStdString(before));
    QCOMPARE(file.session->history().size(), std::size_t(1));
}

void tst_edits_refused::refusalUnwindsWhatWentBefore()
{
    SampleFile file = makeSampleFile();
    const std::string before = file.dump();
    QVERIFY(!file.session->perform("Half", [&](Stores &stores) {
        removeActor(stores, file.shoigu);
        addEvent(stores, titled("made"));
        addEvent(stores, titled(""));
    }));
    QCOMPARE(QString::fromStdString(file.dump()), QString::fromStdString(before));
}

// Whoever removes a source and one of its annotations in one go meets this.
void tst_edits_refused::removingWhatIsGoneIsNoError()
{
    SampleFile file = makeSampleFile();
    const std::string before = file.dump();
    QVERIFY(file.session->perform("Remove what is not there", [](Stores &stores) {
        removeEvent(stores, {kNobody});
        removeParticipation(stores, {kNobody});
        removeQuantity(stores, {kNobody});
        removeActor(stores, {kNobody});
        removeRole(stores, {kNobody});
        removeRelation(stores, {kNobody});
        removeReliability(stores, {kNobody});
        removeSource(stores, {kNobody});
        removeAnnotation(stores, {kNobody});
        removeClaim(stores, {kNobody});
        removeView(stores, {kNobody});
        withdrawPreference(stores, EventId{kNobody}, "date");
    }));
    QCOMPARE(QString::fromStdString(file.dump()), QString::fromStdString(before));
}

QTEST_GUILESS_MAIN(tst_edits_refused)
#include "tst_edits_refused.moc"
