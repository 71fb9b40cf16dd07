// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_stores.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

std::string namesOf(const Actor &actor)
{
    std::string names;
    for (const Alias &alias : actor.aliases)
        names += alias.text + "@" + alias.language + ";";
    return names;
}

}  // namespace

class tst_actor_store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void actorsComeBackAsTheyWere();
    void aliasesKeepTheirOrderAndTheirRows();
    void aliasesOfAnotherActorAreLeftAlone();
    void actorsAreFoundByNameThenAlias();
    void actorsAreFoundByExternalId();
    void rolesComeBackAsTheyWere();
    void gradesComeBackAsTheyWere();
    void removingAnActorTakesItsAliases();
    void whatIsNotThereIsNotFound();
};

void tst_actor_store::actorsComeBackAsTheyWere()
{
    OpenStores file;
    ActorStore &actors = file.stores.actors;
    for (const char *text : kAwkwardTexts) {
        Actor actor{{}, text, text, text, text, {{{}, {}, text, text}, {{}, {}, "second", ""}}};
        actor.id = actors.put(actor);
        const std::optional<Actor> found = actors.find(actor.id);
        QVERIFY(found);
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(found->aliases[i].id);
            actor.aliases[i].id = found->aliases[i].id;
            actor.aliases[i].actor = actor.id;
        }
        QCOMPARE(found, std::optional(actor));
        QCOMPARE(actors.put(actor), actor.id);
        QCOMPARE(actors.find(actor.id), std::optional(actor));
    }
    QCOMPARE(actors.all().size(), kAwkwardTexts.size());
}

void tst_actor_store::aliasesKeepTheirOrderAndTheirRows()
{
    OpenStores file;
    ActorStore &actors = file.stores.actors;
    const ActorId id = actors.put(
        {{}, {}, "Kim", "person", {}, {{{}, {}, "김정은", "ko"}, {{}, {}, "Ким", "ru"}}});
    Actor actor = *actors.find(id);
    const AliasId korean = actor.aliases[0].id;
    std::swap(actor.aliases[0], actor.aliases[1]);
    actor.aliases.insert(actor.aliases.begin() + 1, Alias{{}, {}, "Kim Jong-un", "en"});
    actors.put(actor);
    actor = *actors.find(id);
    QCOMPARE(namesOf(actor), std::string("Ким@ru;Kim Jong-un@en;김정은@ko;"));
    QCOMPARE(actor.aliases[2].id, korean);
    actor.aliases.erase(actor.aliases.begin());
    actors.put(actor);
    QCOMPARE(namesOf(*actors.find(id)), std::string("Kim Jong-un@en;김정은@ko;"));
    QCOMPARE(file.database.integer("SELECT count(*) FROM alias"), std::int64_t(2));
}

void tst_actor_store::aliasesOfAnotherActorAreLeftAlone()
{
    OpenStores file;
    ActorStore &actors = file.stores.actors;
    const ActorId one = actors.put({{}, {}, "one", {}, {}, {{{}, {}, "eins", "de"}}});
    // A copy of an actor carries the ids of the aliases that it was copied from.
    Actor copy = *actors.find(one);
    copy.id = {};
    copy.name = "two";
    const ActorId two = actors.put(copy);
    QCOMPARE(namesOf(*actors.find(one)), std::string("eins@de;"));
    QCOMPARE(namesOf(*actors.find(two)), std::string("eins@de;"));
}

void tst_actor_store::actorsAreFoundByNameThenAlias()
{
    OpenStores file;
    ActorStore &actors = file.stores.actors;
    const ActorId north = actors.put({{}, {}, "North Korea", {}, {}, {{{}, {}, "조선", "ko"}}});
    const ActorId other = actors.put({{}, {}, "조선", {}, {}, {}});
    QCOMPARE(actors.findNamed("North Korea"), north);
    QCOMPARE(actors.findNamed("조선"), other);
    actors.remove(other);
    QCOMPARE(actors.findNamed("조선"), north);
    QVERIFY(actors.findNamed("north korea").isNull());
    QVERIFY(actors.findNamed("%").isNull());
}

void tst_actor_store::actorsAreFoundByExternalId()
{
    OpenStores file;
    file.actor("by hand");
    Actor actor;
    actor.externalId = "a'1";
    const ActorId id = file.stores.actors.put(actor);
    QCOMPARE(file.stores.actors.findExternal("a'1"), id);
    QVERIFY(file.stores.actors.findExternal("").isNull());
}

void tst_actor_store::rolesComeBackAsTheyWere()
{
    OpenStores file;
    ActorStore &actors = file.stores.actors;
    const ActorId holder = file.actor();
    const ActorId body = file.actor();
    std::vector<Role> expected;
    for (const char *title : kAwkwardTexts) {
        expected.push_back({{}, holder, title, {}, edtf("/2024")});
        expected.back().id = actors.put(expected.back());
    }
    QCOMPARE(actors.rolesOf(holder), expected);
    QVERIFY(actors.rolesAt(body).empty());
    Role &moved = expected[1];
    moved.body = body;
    moved.when = edtf("2024/..");
    QCOMPARE(actors.put(moved), moved.id);
    QCOMPARE(actors.find(moved.id), std::optional(moved));
    QCOMPARE(actors.rolesAt(body), std::vector{moved});
    QVERIFY(actors.rolesOf(body).empty());
    actors.remove(moved.id);
    QVERIFY(!actors.find(moved.id));
    QCOMPARE(actors.rolesOf(holder).size(), kAwkwardTexts.size() - 1);
}

void tst_actor_store::gradesComeBackAsTheyWere()
{
    OpenStores file;
    ActorStore &actors = file.stores.actors;
    const ActorId outlet = file.actor();
    std::vector<Reliability> expected;
    for (const char *reason : kAwkwardTexts) {
        expected.push_back({{}, outlet, 'C', edtf("2025-01"), reason});
        expected.back().id = actors.put(expected.back());
    }
    QCOMPARE(actors.reliabilityOf(outlet), expected);
    expected[0].grade = 'F';
    QCOMPARE(actors.put(expected[0]), expected[0].id);
    QCOMPARE(actors.find(expected[0].id), std::optional(expected[0]));
    actors.remove(expected[0].id);
    QVERIFY(!actors.find(expected[0].id));
}

void tst_actor_store::removingAnActorTakesItsAliases()
{
    OpenStores file;
    ActorStore &actors = file.stores.actors;
    const ActorId kept = actors.put({{}, {}, "kept", {}, {}, {{{}, {}, "stays", ""}}});
    const ActorId gone = actors.put({{}, {}, "gone", {}, {}, {{{}, {}, "goes", ""}}});
    actors.remove(gone);
    actors.remove(gone);  // not an error
    QCOMPARE(actors.all(), std::vector{kept});
    QCOMPARE(file.database.text("SELECT group_concat(text) FROM alias"), std::string("stays"));
}

void tst_actor_store::whatIsNotThereIsNotFound()
{
    OpenStores file;
    QVERIFY(!file.stores.actors.find(ActorId{1}));
    QVERIFY(!file.stores.actors.find(RoleId{1}));
    QVERIFY(!file.stores.actors.find(ReliabilityId{1}));
    QVERIFY(file.stores.actors.rolesOf({}).empty());
}

QTEST_GUILESS_MAIN(tst_actor_store)
#include "tst_actor_store.moc"
