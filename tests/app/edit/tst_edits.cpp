// SPDX-License-Identifier: GPL-3.0-or-later
// Every function of edits.h, done, undone and done again, in one session and across the end of the
// program.
#include <QTest>

#include <functional>
#include <map>
#include <regex>

#include "app/edit/edits.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

using Edit = std::function<void(const SampleFile &, Stores &)>;

// What the edit changes in the sample; at least one entry per function of edits.h, whose name it
// bears, with what is special about it after a blank.
using Edits = std::map<std::string, Edit>;

template <typename RowType, typename Change>
RowType changed(std::optional<RowType> row, const Change &change)
{
    change(*row);
    return *row;
}

void addEventEdits(Edits &edits)
{
    edits["addEvent"] = [](auto &, Stores &stores) {
        addEvent(stores, {{}, "e-9", "방문", "visit", edtf("2024-06~"), "reported", "평양", "\n"});
    };
    edits["changeEvent"] = [](auto &file, Stores &stores) {
        changeEvent(stores, changed(stores.events.find(file.visit), [](Event &event) {
                        event = {event.id, "e", "Визит", "k", edtf("2025"), "s", "p", "n"};
                    }));
    };
    edits["moveEvent"] = [](auto &file, Stores &stores) {
        moveEvent(stores, file.treaty, edtf("2024-06"));
    };
    edits["moveEvent to no date"] = [](auto &file, Stores &stores) {
        moveEvent(stores, file.treaty, {});
    };
    edits["removeEvent with tags and claims"] = [](auto &file, Stores &stores) {
        removeEvent(stores, file.visit);
    };
    edits["removeEvent with a preferred claim"] = [](auto &file, Stores &stores) {
        removeEvent(stores, file.treaty);
    };
    edits["removeEvent with quantities"] = [](auto &file, Stores &stores) {
        removeEvent(stores, file.deployment);
    };
    edits["addParticipation"] = [](auto &file, Stores &stores) {
        addParticipation(stores, {{}, file.rumour, file.shoigu, "speaker"});
    };
    edits["changeParticipation"] = [](auto &file, Stores &stores) {
        changeParticipation(stores, {file.visitor, file.rumour, file.russia, "guest"});
    };
    edits["removeParticipation"] = [](auto &file, Stores &stores) {
        removeParticipation(stores, file.visitor);
    };
    edits["addQuantity"] = [](auto &file, Stores &stores) {
        addQuantity(stores, {{}, file.visit, "hours", 2.0, std::nullopt, "at least", "hours"});
    };
    edits["changeQuantity"] = [](auto &file, Stores &stores) {
        changeQuantity(stores, {file.troops, file.visit, "men", std::nullopt, 5.5, "up to", "men",
                                QuantityMode::Additional});
    };
    edits["removeQuantity"] = [](auto &file, Stores &stores) {
        removeQuantity(stores, file.troops);
    };
}

void addActorEdits(Edits &edits)
{
    edits["addActor"] = [](auto &, Stores &stores) {
        addActor(stores, {{}, "a-9", "Kim", "person", "", {{{}, {}, "김정은", "ko"}}});
    };
    edits["changeActor"] = [](auto &file, Stores &stores) {
        changeActor(stores, changed(stores.actors.find(file.northKorea), [](Actor &actor) {
                        actor.name = "DPRK";
                        actor.notes = "";
                        actor.aliases.erase(actor.aliases.begin());
                        actor.aliases.push_back({{}, {}, "North Korea", "en"});
                    }));
    };
    edits["removeActor that holds roles"] = [](auto &file, Stores &stores) {
        removeActor(stores, file.shoigu);
    };
    edits["removeActor that roles are held at"] = [](auto &file, Stores &stores) {
        removeActor(stores, file.ministry);
    };
    edits["removeActor that is an outlet"] = [](auto &file, Stores &stores) {
        removeActor(stores, file.interfax);
    };
    edits["removeActor that has relations"] = [](auto &file, Stores &stores) {
        removeActor(stores, file.russia);
    };
    edits["addRole"] = [](auto &file, Stores &stores) {
        addRole(stores, {{}, file.shoigu, "mayor", file.russia, edtf("/1999")});
    };
    edits["changeRole"] = [](auto &file, Stores &stores) {
        changeRole(stores, {file.minister, file.shoigu, "deputy", {}, edtf("2012/..")});
    };
    edits["removeRole"] = [](auto &file, Stores &stores) { removeRole(stores, file.minister); };
    edits["addRelation"] = [](auto &file, Stores &stores) {
        addRelation(stores, {{}, "r-9", file.russia, file.ministry, "owns", true, {}, "", ""});
    };
    edits["changeRelation"] = [](auto &file, Stores &stores) {
        changeRelation(stores, {file.alliance, "", file.northKorea, file.russia, "ally", true,
                                edtf("2024/.."), "denied", "n"});
    };
    edits["removeRelation"] = [](auto &file, Stores &stores) {
        removeRelation(stores, file.alliance);
    };
    edits["addReliability"] = [](auto &file, Stores &stores) {
        addReliability(stores, {{}, file.interfax, 'F', edtf("2025-02"), "Причина"});
    };
    edits["withdrawReliability"] = [](auto &file, Stores &stores) {
        withdrawReliability(stores, file.interfax, edtf("2025-03"), "It has another owner.");
    };
    edits["removeReliability"] = [](auto &file, Stores &stores) {
        removeReliability(stores, file.grade);
    };
}

void addSourceEdits(Edits &edits)
{
    edits["addSource"] = [](auto &file, Stores &stores) {
        Source source;
        source.title = "조선중앙통신";
        source.outlet = file.interfax;
        source.supersedes = file.correction;
        addSource(stores, source, "본문", "<p>본문</p>");
    };
    edits["supersedeSource"] = [](auto &file, Stores &stores) {
        Source newer;
        newer.title = "A later version";
        newer.supersedes = file.report;
        const std::vector<AnchorMove> moves{{file.sentence, AnchorFate::Moved, 4, 10}};
        supersedeSource(stores, newer, "The Shoigu visit was in March", "bytes", moves);
    };
    edits["changeSource"] = [](auto &file, Stores &stores) {
        changeSource(stores, changed(stores.sources.find(file.report), [](Source &source) {
                         source.title = "changed";
                         source.outlet = {};
                         source.published = edtf("2025-03-22");
                     }));
    };
    edits["removeSource that another supersedes"] = [](auto &file, Stores &stores) {
        removeSource(stores, file.report);
    };
    edits["removeSource that supersedes"] = [](auto &file, Stores &stores) {
        removeSource(stores, file.correction);
    };
    edits["addAnnotation"] = [](auto &file, Stores &stores) {
        Annotation annotation;
        annotation.source = file.correction;
        annotation.begin = 3;
        annotation.end = 9;
        annotation.note = "кто";
        addAnnotation(stores, annotation);
    };
    edits["changeAnnotation"] = [](auto &file, Stores &stores) {
        changeAnnotation(stores,
                         changed(stores.annotations.find(file.sentence), [](Annotation &row) {
                             row.note = "moved";
                             row.begin = 3;
                             row.end = 9;
                         }));
    };
    const auto noteOn = [&edits](const char *name, const auto &about, const char *text) {
        edits[name] = [about, text](auto &file, Stores &stores) {
            setNote(stores, {about(file), text, "me", "2025-03-22", {}});
        };
    };
    noteOn(
        "setNote on an event", [](auto &file) { return ItemRef(file.visit); }, "Слухи");
    noteOn(
        "setNote on an actor", [](auto &file) { return ItemRef(file.shoigu); }, "n");
    noteOn(
        "setNote on a relation", [](auto &file) { return ItemRef(file.alliance); }, "n");
    noteOn(
        "setNote on a claim", [](auto &file) { return ItemRef(file.visitInMarch); }, "n");
    noteOn(
        "setNote on an annotation", [](auto &file) { return ItemRef(file.sentence); }, "n");
    noteOn(
        "setNote on a source", [](auto &file) { return ItemRef(file.report); }, "n");
    edits["removeAnnotation"] = [](auto &file, Stores &stores) {
        removeAnnotation(stores, file.sentence);
    };
}

void addClaimEdits(Edits &edits)
{
    edits["addClaim"] = [](auto &file, Stores &stores) {
        Claim claim;
        claim.source = file.report;
        claim.annotation = file.remark;
        claim.about = file.alliance;
        claim.field = "relation";
        claim.attribution = {file.shoigu, file.interfax, file.shoigu};
        addClaim(stores, claim);
    };
    edits["changeClaim"] = [](auto &file, Stores &stores) {
        changeClaim(stores, changed(stores.claims.find(file.visitInMarch), [&](Claim &claim) {
                        claim.value = "2025-03-21";
                        claim.credibility = 6;
                        claim.attribution = {file.interfax};
                    }));
    };
    edits["changeClaim so that it is preferred no more"] = [](auto &file, Stores &stores) {
        changeClaim(stores, changed(stores.claims.find(file.treatyDate),
                                    [](Claim &claim) { claim.field = "place"; }));
    };
    edits["removeClaim that is preferred"] = [](auto &file, Stores &stores) {
        removeClaim(stores, file.treatyDate);
    };
    edits["preferClaim"] = [](auto &file, Stores &stores) {
        preferClaim(stores, {file.visit, "date", file.visitInApril, "newer"});
    };
    edits["withdrawPreference"] = [](auto &file, Stores &stores) {
        withdrawPreference(stores, file.treaty, "date");
    };
}

void addJudgementEdits(Edits &edits)
{
    edits["acceptFinding"] = [](auto &file, Stores &stores) {
        acceptFinding(stores, {{}, "disputed", {file.visit}, "date", "Известно"});
    };
    edits["acceptFinding anew"] = [](auto &file, Stores &stores) {
        const Acceptance before = *stores.judgements.find(file.accepted);
        acceptFinding(stores, {{}, before.code, before.items, "another basis", "Still so"});
    };
    edits["withdrawAcceptance"] = [](auto &file, Stores &stores) {
        withdrawAcceptance(stores, file.accepted);
    };
    edits["ruleStanding"] = [](auto &file, Stores &stores) {
        ruleStanding(stores, {file.report, Standing::Doubtful, "Unsigned"});
    };
    edits["ruleStanding otherwise"] = [](auto &file, Stores &stores) {
        ruleStanding(stores, {file.alliance, Standing::Open, "Only one of them did"});
    };
    edits["withdrawRuling"] = [](auto &file, Stores &stores) {
        withdrawRuling(stores, file.alliance);
    };
    edits["changeClaim to no handling mark"] = [](auto &file, Stores &stores) {
        changeClaim(stores, changed(stores.claims.find(file.loose),
                                    [](Claim &claim) { claim.handling.clear(); }));
    };
    edits["mergeActors"] = [](auto &file, Stores &stores) {
        mergeActors(stores, file.russia, file.shoigu, "Only to see what moves");
    };
    edits["mergeActors with quotations and sources"] = [](auto &file, Stores &stores) {
        mergeActors(stores, file.ministry, file.interfax, "");
    };
    edits["unmergeActors"] = [](auto &file, Stores &stores) { unmergeActors(stores, file.merged); };
}

void addViewEdits(Edits &edits)
{
    edits["setTags"] = [](auto &file, Stores &stores) {
        setTags(stores, file.visit, std::vector<std::string>{"2025", "новое"});
    };
    edits["addTags"] = [](auto &file, Stores &stores) {
        addTags(stores, file.visit, std::vector<std::string>{"2025", "новое"});
    };
    edits["renameTag"] = [](auto &, Stores &stores) {
        renameTag(stores, "visit", "meeting/visit");
    };
    edits["renameTag into another"] = [](auto &file, Stores &stores) {
        setTags(stores, file.visit, std::vector<std::string>{"visit", "talks"});
        setTags(stores, file.report, std::vector<std::string>{"talks"});
        renameTag(stores, "visit", "talks");
    };
    edits["removeTag"] = [](auto &, Stores &stores) { removeTag(stores, "visit"); };
    edits["setTags on a source"] = [](auto &file, Stores &stores) {
        setTags(stores, file.report, std::vector<std::string>{"visit"});
    };
    edits["placeActors"] = [](auto &file, Stores &stores) {
        placeActors(stores, file.view,
                    std::vector<ActorPosition>{{file.russia, 9, 9, false},
                                               {file.interfax, 0.1, -1e9, true}});
    };
    edits["unpinActor"] = [](auto &file, Stores &stores) {
        unpinActor(stores, file.view, file.russia);
    };
    edits["saveView"] = [](auto &file, Stores &stores) {
        saveView(stores, {{}, "new", "{}", {{file.shoigu, 1, 2, true}}});
    };
    edits["saveView again"] = [](auto &file, Stores &stores) {
        saveView(stores, {file.view, "renamed", R"({"lanes":"kind"})", {}});
    };
    edits["removeView"] = [](auto &file, Stores &stores) { removeView(stores, file.view); };
    edits["changeSetting"] = [](auto &, Stores &stores) {
        changeSetting(stores, "title", "다른 제목");
    };
    edits["changeSetting that is new"] = [](auto &, Stores &stores) {
        changeSetting(stores, "hemisphere", "south");
    };
}

const Edits &allEdits()
{
    static const Edits kEdits = [] {
        Edits edits;
        addEventEdits(edits);
        addActorEdits(edits);
        addSourceEdits(edits);
        addClaimEdits(edits);
        addJudgementEdits(edits);
        addViewEdits(edits);
        return edits;
    }();
    return kEdits;
}

void compareDumps(const std::string &is, const std::string &was)
{
    QCOMPARE(QString::fromStdString(is), QString::fromStdString(was));
}

}  // namespace

class tst_edits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFunctionOfTheHeaderIsHere();
    void comesBackOnUndoAndOnRedo_data() { addRows(); }
    void comesBackOnUndoAndOnRedo();
    void comesBackAfterReopening_data() { addRows(); }
    void comesBackAfterReopening();
    void allTogetherComeBack();

private:
    static void addRows();

    SampleFile m_file;
    std::string m_before;
};

// Making a file costs more than an edit of it, so that it is kept as long as it is as it was.
void tst_edits::init()
{
    if (m_file.session != nullptr && m_file.dump() == m_before)
        return;
    m_file = makeSampleFile();
    m_before = m_file.dump();
}

void tst_edits::addRows()
{
    QTest::addColumn<QString>("name");
    for (const auto &entry : allEdits())
        QTest::newRow(entry.first.c_str()) << QString::fromStdString(entry.first);
}

void tst_edits::everyFunctionOfTheHeaderIsHere()
{
    const std::string header = readFile(DATELINE_SOURCE_DIR "/app/edit/edits.h");
    const std::regex function(R"(\n\w+ (\w+)\(Stores &stores)");
    int count = 0;
    for (std::sregex_iterator found(header.begin(), header.end(), function), end; found != end;
         ++found) {
        const std::string name = (*found)[1];
        const auto entry = allEdits().lower_bound(name);
        const bool isTested = entry != allEdits().end() && entry->first.starts_with(name) &&
                              (entry->first == name || entry->first[name.size()] == ' ');
        QVERIFY2(isTested, name.c_str());
        ++count;
    }
    QVERIFY(count > 30);
}

void tst_edits::comesBackOnUndoAndOnRedo()
{
    QFETCH(QString, name);
    const Edit &edit = allEdits().at(name.toStdString());
    const auto done =
        m_file.session->perform(name.toStdString(), [&](Stores &stores) { edit(m_file, stores); });
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
    const std::string after = m_file.dump();
    QVERIFY(after != m_before);
    QVERIFY(m_file.session->integrityFindings().empty());
    QCOMPARE(m_file.session->undoName(), name.toStdString());
    QVERIFY(m_file.session->undo());
    compareDumps(m_file.dump(), m_before);
    QVERIFY(m_file.session->redo());
    compareDumps(m_file.dump(), after);
    QVERIFY(m_file.session->undo());
    compareDumps(m_file.dump(), m_before);
}

void tst_edits::comesBackAfterReopening()
{
    QFETCH(QString, name);
    const Edit &edit = allEdits().at(name.toStdString());
    QVERIFY(
        m_file.session->perform(name.toStdString(), [&](Stores &stores) { edit(m_file, stores); }));
    const std::string after = m_file.dump();
    m_file.reopen();
    compareDumps(m_file.dump(), after);
    QVERIFY(m_file.session->undo());
    compareDumps(m_file.dump(), m_before);
    m_file.reopen();
    QCOMPARE(m_file.session->redoName(), name.toStdString());
    QVERIFY(m_file.session->redo());
    compareDumps(m_file.dump(), after);
    QVERIFY(m_file.session->integrityFindings().empty());
    QVERIFY(m_file.session->undo());
    compareDumps(m_file.dump(), m_before);
}

void tst_edits::allTogetherComeBack()
{
    SampleFile file = makeSampleFile();
    std::vector<std::string> dumps{file.dump()};
    for (const auto &[name, edit] : allEdits()) {
        // What an earlier edit removed makes some of the later ones refuse; that is not undone.
        if (file.session->perform(name,
                                  [&, &made = edit](Stores &stores) { made(file, stores); }) &&
            file.session->undoName() == name)
            dumps.push_back(file.dump());
    }
    QVERIFY(dumps.size() > 20);
    for (std::size_t i = dumps.size() - 1; i > 0; --i) {
        QVERIFY(file.session->undo());
        compareDumps(file.dump(), dumps[i - 1]);
    }
    for (std::size_t i = 1; i < dumps.size(); ++i) {
        QVERIFY(file.session->redo());
        compareDumps(file.dump(), dumps[i]);
    }
}

QTEST_GUILESS_MAIN(tst_edits)
#include "tst_edits.moc"
