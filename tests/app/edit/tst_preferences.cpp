// SPDX-License-Identifier: GPL-3.0-or-later
// A preferred claim is what its item shows; what was entered comes back with the withdrawal.
#include <QTest>

#include "app/edit/edits.h"
#include "app/edit/session.h"
#include "tests/support/sample_file.h"

using namespace dateline;

class tst_preferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anItemShowsItsPreferredClaim();
    void withdrawingBringsBackWhatWasEntered();
    void theFirstOfSeveralPreferencesKeepsWhatWasEntered();
    void aChangeByHandEndsThePreference();
    void whatThePreferredClaimSaysIsFollowed();
    void aRemovedClaimLeavesWhatWasEntered();
    void aNumberIsShownWithItsUnit();
    void anItemThatGoesLeavesNothingBehind();

private:
    template <typename Edit>
    static void perform(SampleFile &file, Edit edit)
    {
        QVERIFY(file.session->perform("Edit", edit));
    }
    static std::string dateOf(SampleFile &file, EventId id)
    {
        return file.session->stores().events.find(id)->when.text();
    }
    static std::size_t preferencesOf(SampleFile &file, ItemRef item)
    {
        return file.session->stores().claims.decisionsAbout(item).size();
    }
    static std::string valueOf(SampleFile &file, ClaimId id)
    {
        return file.session->stores().claims.find(id)->value;
    }
    static void preferApril(SampleFile &file)
    {
        Claim april = *file.session->stores().claims.find(file.visitInApril);
        april.stance = Stance::Supports;
        perform(file, [&](Stores &stores) {
            changeClaim(stores, april);
            preferClaim(stores, {file.visit, "date", file.visitInApril, "It was corrected."});
        });
    }
};

void tst_preferences::anItemShowsItsPreferredClaim()
{
    SampleFile file = makeSampleFile();
    const std::string entered = dateOf(file, file.visit);
    const std::string before = file.dump();
    preferApril(file);
    QVERIFY(entered != valueOf(file, file.visitInApril));
    QCOMPARE(dateOf(file, file.visit), valueOf(file, file.visitInApril));
    // Every view reads it from the snapshot; the claims all stay, and so does the dispute.
    const SnapshotPointer snapshot = file.session->snapshot();
    const EventRow row = snapshot->events->rowOf(file.visit);
    QCOMPARE(std::string(snapshot->events->whenText(row)), valueOf(file, file.visitInApril));
    QVERIFY(snapshot->claims->find(file.visitInMarch) != nullptr);
    QVERIFY(file.session->undo());
    QCOMPARE(file.dump(), before);
    QCOMPARE(dateOf(file, file.visit), entered);
}

void tst_preferences::withdrawingBringsBackWhatWasEntered()
{
    SampleFile file = makeSampleFile();
    const std::string entered = dateOf(file, file.visit);
    preferApril(file);
    perform(file, [&](Stores &stores) { withdrawPreference(stores, file.visit, "date"); });
    QCOMPARE(dateOf(file, file.visit), entered);
    QCOMPARE(preferencesOf(file, file.visit), std::size_t(0));
    QVERIFY(file.dump().find("entered event") == std::string::npos);
}

void tst_preferences::theFirstOfSeveralPreferencesKeepsWhatWasEntered()
{
    SampleFile file = makeSampleFile();
    const std::string entered = dateOf(file, file.visit);
    preferApril(file);
    perform(file, [&](Stores &stores) {
        Claim march = *stores.claims.find(file.visitInMarch);
        march.value = "2025-03-05";
        changeClaim(stores, march);
        preferClaim(stores, {file.visit, "date", file.visitInMarch, "It is nearer."});
    });
    QCOMPARE(dateOf(file, file.visit), std::string("2025-03-05"));
    perform(file, [&](Stores &stores) { withdrawPreference(stores, file.visit, "date"); });
    QCOMPARE(dateOf(file, file.visit), entered);
}

void tst_preferences::aChangeByHandEndsThePreference()
{
    SampleFile file = makeSampleFile();
    preferApril(file);
    perform(file, [&](Stores &stores) {
        Event event = *stores.events.find(file.visit);
        event.notes = "Another field altogether.";
        changeEvent(stores, event);
    });
    QCOMPARE(preferencesOf(file, file.visit), std::size_t(1));
    perform(file,
            [&](Stores &stores) { moveEvent(stores, file.visit, Edtf::parse("2025-06").value()); });
    QCOMPARE(preferencesOf(file, file.visit), std::size_t(0));
    perform(file, [&](Stores &stores) { withdrawPreference(stores, file.visit, "date"); });
    QCOMPARE(dateOf(file, file.visit), std::string("2025-06"));
}

void tst_preferences::whatThePreferredClaimSaysIsFollowed()
{
    SampleFile file = makeSampleFile();
    preferApril(file);
    perform(file, [&](Stores &stores) {
        Claim april = *stores.claims.find(file.visitInApril);
        april.value = "2025-04-09";
        changeClaim(stores, april);
    });
    QCOMPARE(dateOf(file, file.visit), std::string("2025-04-09"));
}

void tst_preferences::aRemovedClaimLeavesWhatWasEntered()
{
    SampleFile file = makeSampleFile();
    const std::string entered = dateOf(file, file.visit);
    preferApril(file);
    perform(file, [&](Stores &stores) { removeClaim(stores, file.visitInApril); });
    QCOMPARE(dateOf(file, file.visit), entered);
    QCOMPARE(preferencesOf(file, file.visit), std::size_t(0));
}

void tst_preferences::aNumberIsShownWithItsUnit()
{
    SampleFile file = makeSampleFile();
    const Quantity entered = *file.session->stores().events.find(file.troops);
    ClaimId claim;
    perform(file, [&](Stores &stores) {
        // One number in this unit: which of several a claim means, it does not say.
        for (const Quantity &other : stores.events.quantitiesOf(entered.event)) {
            if (other.id != entered.id)
                removeQuantity(stores, other.id);
        }
        Claim row;
        row.source = file.report;
        row.about = entered.event;
        row.field = "quantity";
        row.value = "8000..9000 " + entered.unit;
        claim = addClaim(stores, row);
        preferClaim(stores, {entered.event, "quantity", claim, "Counted on the spot."});
    });
    const Quantity shown = *file.session->stores().events.find(file.troops);
    QCOMPARE(shown.low.value(), 8000.0);
    QCOMPARE(shown.high.value(), 9000.0);
    QVERIFY(shown.qualifier.empty());
    perform(file, [&](Stores &stores) { withdrawPreference(stores, entered.event, "quantity"); });
    QVERIFY(*file.session->stores().events.find(file.troops) == entered);
}

void tst_preferences::anItemThatGoesLeavesNothingBehind()
{
    SampleFile file = makeSampleFile();
    preferApril(file);
    const std::string before = file.dump();
    QVERIFY(before.find("entered event") != std::string::npos);
    perform(file, [&](Stores &stores) { removeEvent(stores, file.visit); });
    QVERIFY(file.dump().find("entered event") == std::string::npos);
    QVERIFY(file.session->undo());
    QCOMPARE(file.dump(), before);
}

QTEST_GUILESS_MAIN(tst_preferences)
#include "tst_preferences.moc"
