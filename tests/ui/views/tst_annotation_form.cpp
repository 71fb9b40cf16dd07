// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/views/annotation_chips.h"
#include "ui/views/annotation_form.h"
#include "ui/views/event_annotation_form.h"
#include "ui/views/source_view.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

// A source that says a good deal, open for annotating.
struct Reading {
    OpenSample sample;
    SourceView view{sample.context};
    SourceId source;

    explicit Reading(const QString &words)
    {
        Source row;
        row.title = "What was read";
        row.outlet = sample.file.interfax;
        row.published = edtf("2025-03-21");
        source = sample.intents.addSource(row, toUtf8(words), toUtf8(words));
        view.resize(420, 640);
        view.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        view.showSource(source);
        view.text()->setFocus();
    }

    void pick(const QString &words)
    {
        const auto begin = static_cast<int>(view.text()->text().indexOf(words));
        DL_CHECK(begin >= 0);
        view.text()->selectRange({begin, begin + static_cast<int>(words.size())});
    }
    void open(Qt::Key key, const QString &words)
    {
        pick(words);
        press(key);
        DL_CHECK(view.form());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    AnnotationTarget target() const { return view.form()->target(); }
    const Snapshot &snapshot() const { return *sample.hub.snapshot(); }
    std::vector<Claim> claimsOn(AnnotationId annotation) const
    {
        std::vector<Claim> claims;
        for (const Claim &claim : *snapshot().claims) {
            if (claim.annotation == annotation)
                claims.push_back(claim);
        }
        return claims;
    }
    AnnotationId only() const
    {
        const auto made = snapshot().annotationsOf(source);
        DL_CHECK(made.size() == 1);
        return made.front()->id;
    }
};

const QString kTroops =
    u"According to Shoigu, North Korea sent 10,000 to 12,000 troops in June 2024. More followed."_qs;

}  // namespace

class tst_annotation_form : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventIsPrefilledFromItsWords();
    void enterKeepsAllInOneUndoStep();
    void escapeLeavesNothing();
    void theKeyboardGoesOnAfterTheWords();
    void titlesAreShort();
    void chipsAreTakenAway();
    void unknownParticipantsAreMade();
    void whatIsWrongIsSaidAndNothingMade();
    void unknownActorIsMade();
    void knownActorBecomesAMention();
    void claimIsAboutTheSelection();
    void claimsNeedAnItem();
    void quantityClaimsAreWrittenInTheirNotation();
    void tagsNeedNoNote();
    void relationTakesTheActorsNamed();
    void tabStaysInTheForm();
    void shiftEnterIsANewLine();
    void theFormDoesNotCoverItsWords();
    void aReadOnlyFileIsNotAnnotated();
    void theSourceStaysWhileAFormIsOpen();
};

void tst_annotation_form::eventIsPrefilledFromItsWords()
{
    Reading reading(kTroops);
    reading.open(Qt::Key_E, kTroops.left(kTroops.indexOf(u'.') + 1));
    const AnnotationTarget target = reading.target();
    QCOMPARE(target.kind, AnnotationTarget::Kind::NewEvent);
    QCOMPARE(target.event.when.text(), std::string("2024-06"));
    QCOMPARE(target.event.status, std::string("reported"));
    QCOMPARE(target.quantities.size(), std::size_t(1));
    QCOMPARE(target.quantities.front().low, 10'000.0);
    QCOMPARE(target.quantities.front().high, 12'000.0);
    QCOMPARE(target.quantities.front().unit, std::string("troops"));
    QCOMPARE(target.participations.size(), std::size_t(1));
    QCOMPARE(target.participations.front().actor, reading.sample.file.northKorea);
    QVERIFY(target.claim);
    QCOMPARE(target.claim->field, std::string("date"));
    QCOMPARE(target.claim->attribution,
             (std::vector{reading.sample.file.shoigu, reading.sample.file.interfax}));
    QCOMPARE(target.moreClaims.size(), std::size_t(1));
    QCOMPARE(target.moreClaims.front().value, std::string("10000..12000 troops"));
}

void tst_annotation_form::enterKeepsAllInOneUndoStep()
{
    Reading reading(kTroops);
    const auto before = reading.sample.hub.history().size();
    reading.open(Qt::Key_E, kTroops.left(kTroops.indexOf(u'.')));
    reading.type(u"Troops sent"_qs);
    reading.press(Qt::Key_Return);
    QVERIFY(!reading.view.form());
    QCOMPARE(reading.sample.hub.history().size(), before + 1);
    const ItemRef made = reading.sample.selection.current();
    QCOMPARE(made.kind, ItemKind::Event);
    QCOMPARE(reading.sample.hub.event(made.event())->title, std::string("Troops sent"));
    const std::vector<Claim> claims = reading.claimsOn(reading.only());
    QCOMPARE(claims.size(), std::size_t(2));
    QCOMPARE(claims.front().about, made);
    QCOMPARE(claims.front().source, reading.source);
    QVERIFY(reading.view.text()->isStrong(reading.only()));
    reading.sample.hub.undo();
    QVERIFY(reading.snapshot().annotationsOf(reading.source).empty());
    QVERIFY(!reading.snapshot().events->rowOf(made.event()));
}

void tst_annotation_form::escapeLeavesNothing()
{
    Reading reading(kTroops);
    const auto before = reading.sample.hub.history().size();
    reading.open(Qt::Key_N, u"June 2024"_qs);
    reading.type(u"half a thought"_qs);
    reading.press(Qt::Key_Escape);
    QVERIFY(!reading.view.form());
    QCOMPARE(reading.sample.hub.history().size(), before);
    // The words stay selected for another key, until they are left as well.
    QCOMPARE(reading.view.text()->selectedRange().begin, int(kTroops.indexOf(u"June 2024")));
    reading.press(Qt::Key_T);
    QVERIFY(reading.view.form());
    reading.press(Qt::Key_Escape);
    reading.press(Qt::Key_Escape);
    QVERIFY(reading.view.text()->selectedRange().isEmpty());
}

void tst_annotation_form::theKeyboardGoesOnAfterTheWords()
{
    Reading reading(kTroops);
    reading.open(Qt::Key_N, u"June 2024"_qs);
    reading.type(u"a month"_qs);
    reading.press(Qt::Key_Return);
    QVERIFY(reading.view.text()->hasFocus());
    QCOMPARE(reading.view.text()->caret(), int(kTroops.indexOf(u"June 2024")) + 9);
    QVERIFY(reading.view.text()->selectedRange().isEmpty());
    // The next words, by keyboard alone.
    for (int i = 0; i < 2; ++i)
        reading.press(Qt::Key_Right, Qt::ControlModifier);
    for (int i = 0; i < 2; ++i)
        reading.press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!reading.view.text()->selectedRange().isEmpty());
    reading.press(Qt::Key_N);
    QVERIFY(reading.view.form());
}

void tst_annotation_form::titlesAreShort()
{
    QCOMPARE(shortTitle(u"  he came,\n and left. "_qs), u"He came, and left"_qs);
    const QString title = shortTitle(QString(u"word "_qs).repeated(40));
    QVERIFY(title.size() <= 60);
    QVERIFY(title.endsWith(u"word…"));
    QVERIFY(shortTitle(QString(u"x"_qs).repeated(300)).size() <= 60);
}

void tst_annotation_form::chipsAreTakenAway()
{
    Reading reading(kTroops);
    reading.open(Qt::Key_E, kTroops.left(kTroops.indexOf(u'.')));
    ActorChips *who = reading.view.form()->findChildren<ActorChips *>().first();
    QCOMPARE(who->actors(), std::vector{reading.sample.file.northKorea});
    QToolButton *chip = who->findChild<QToolButton *>();
    QVERIFY(chip->accessibleName().contains(u"North Korea"));
    chip->click();
    QVERIFY(who->actors().empty());
    QVERIFY(reading.target().participations.empty());
}

void tst_annotation_form::unknownParticipantsAreMade()
{
    Reading reading(kTroops);
    reading.open(Qt::Key_E, u"More followed"_qs);
    reading.view.form()->findChildren<ActorChips *>().first()->setFocus();
    reading.type(u"Somebody New"_qs);
    reading.press(Qt::Key_Return);  // the chip
    QVERIFY(reading.view.form());
    reading.press(Qt::Key_Return);
    QVERIFY(!reading.view.form());
    const Actor *made = reading.snapshot().actorNamed("Somebody New");
    QVERIFY(made);
    const EventId event = reading.sample.selection.current().event();
    QCOMPARE(reading.sample.hub.participationsOf(event).front().actor, made->id);
}

void tst_annotation_form::whatIsWrongIsSaidAndNothingMade()
{
    Reading reading(kTroops);
    const auto before = reading.sample.hub.history().size();
    reading.open(Qt::Key_E, u"More followed"_qs);
    reading.press(Qt::Key_Delete);  // the title, which is selected
    reading.press(Qt::Key_Return);
    QVERIFY(reading.view.form());
    QVERIFY(!reading.view.form()->problem().isEmpty());
    QCOMPARE(reading.sample.hub.history().size(), before);
}

void tst_annotation_form::unknownActorIsMade()
{
    Reading reading(u"The Ministry of Truth, it is said."_qs);
    reading.open(Qt::Key_A, u"Ministry of Truth,"_qs);
    const AnnotationTarget target = reading.target();
    QCOMPARE(target.kind, AnnotationTarget::Kind::NewActor);
    QCOMPARE(target.actor.name, std::string("Ministry of Truth"));
    QCOMPARE(target.actor.kind, std::string("body"));
    reading.press(Qt::Key_Return);
    const Actor *made = reading.snapshot().actorNamed("Ministry of Truth");
    QVERIFY(made);
    QCOMPARE(reading.claimsOn(reading.only()).front().about, ItemRef(made->id));
}

void tst_annotation_form::knownActorBecomesAMention()
{
    Reading reading(u"Сергей Шойгу приехал."_qs);
    reading.open(Qt::Key_A, u"Сергей Шойгу"_qs);
    const std::size_t actors = reading.snapshot().actors->size();
    reading.press(Qt::Key_Return);
    QCOMPARE(reading.snapshot().actors->size(), actors);
    const std::vector<Claim> claims = reading.claimsOn(reading.only());
    QCOMPARE(claims.size(), std::size_t(1));
    QCOMPARE(claims.front().about, ItemRef(reading.sample.file.shoigu));
    QCOMPARE(claims.front().field, std::string("mention"));
    QCOMPARE(reading.sample.selection.current(), ItemRef(reading.sample.file.shoigu));
}

void tst_annotation_form::claimIsAboutTheSelection()
{
    Reading reading(kTroops);
    reading.sample.selection.select(reading.sample.file.visitInMarch);
    reading.view.showSource(reading.source);
    reading.open(Qt::Key_C, u"in June 2024"_qs);
    const AnnotationTarget target = reading.target();
    QCOMPARE(target.kind, AnnotationTarget::Kind::Claim);
    QCOMPARE(target.claim->about, ItemRef(reading.sample.file.visit));
    QCOMPARE(target.claim->field, std::string("date"));
    QCOMPARE(target.claim->value, std::string("2024-06"));
    QCOMPARE(target.claim->attribution, std::vector{reading.sample.file.interfax});
    reading.press(Qt::Key_Return);
    QVERIFY(!reading.view.form());
    QCOMPARE(reading.claimsOn(reading.only()).size(), std::size_t(1));
}

void tst_annotation_form::claimsNeedAnItem()
{
    Reading reading(kTroops);
    reading.open(Qt::Key_C, u"in June 2024"_qs);
    reading.press(Qt::Key_Return);
    QVERIFY(reading.view.form());
    QVERIFY(reading.view.form()->problem().contains(u"about"));
}

void tst_annotation_form::quantityClaimsAreWrittenInTheirNotation()
{
    Reading reading(kTroops);
    reading.sample.selection.select(reading.sample.file.deployment);
    reading.view.showSource(reading.source);
    reading.open(Qt::Key_C, u"10,000 to 12,000 troops"_qs);
    QCOMPARE(reading.target().claim->field, std::string("quantity"));
    QCOMPARE(reading.target().claim->value, std::string("10000..12000 troops"));
}

void tst_annotation_form::tagsNeedNoNote()
{
    Reading reading(kTroops);
    reading.open(Qt::Key_T, u"June 2024"_qs);
    reading.press(Qt::Key_Return);
    QVERIFY(reading.view.form());
    reading.type(u"date, troops"_qs);
    reading.press(Qt::Key_Return);
    QVERIFY(!reading.view.form());
    QCOMPARE(reading.snapshot().tagsOf(reading.only()),
             (std::vector<std::string>{"date", "troops"}));
}

void tst_annotation_form::relationTakesTheActorsNamed()
{
    Reading reading(u"Russia supplies North Korea since June 2024, and more."_qs);
    reading.open(Qt::Key_R, u"Russia supplies North Korea since June 2024"_qs);
    reading.type(u"supplies"_qs);
    reading.press(Qt::Key_Return);
    QVERIFY(!reading.view.form());
    const ItemRef made = reading.sample.selection.current();
    QCOMPARE(made.kind, ItemKind::Relation);
    const Relation relation = *reading.sample.hub.relation(made.relation());
    QCOMPARE(relation.from, reading.sample.file.russia);
    QCOMPARE(relation.to, reading.sample.file.northKorea);
    QCOMPARE(relation.when.text(), std::string("2024-06/.."));
    QCOMPARE(reading.claimsOn(reading.only()).front().about, made);
}

void tst_annotation_form::tabStaysInTheForm()
{
    Reading reading(kTroops);
    reading.open(Qt::Key_E, u"More followed"_qs);
    const QWidget *first = QApplication::focusWidget();
    for (int i = 0; i < 40; ++i) {
        reading.press(Qt::Key_Tab);
        QVERIFY(reading.view.form()->isAncestorOf(QApplication::focusWidget()));
        if (QApplication::focusWidget() == first)
            return;
    }
    QFAIL("Tab never came round");
}

void tst_annotation_form::shiftEnterIsANewLine()
{
    Reading reading(kTroops);
    reading.open(Qt::Key_N, u"June 2024"_qs);
    reading.type(u"one"_qs);
    reading.press(Qt::Key_Return, Qt::ShiftModifier);
    reading.type(u"two"_qs);
    reading.press(Qt::Key_Return);
    QCOMPARE(reading.snapshot().annotationsOf(reading.source).front()->note,
             std::string("one\ntwo"));
}

void tst_annotation_form::theFormDoesNotCoverItsWords()
{
    QString words;
    for (int i = 0; i < 40; ++i)
        words += u"Sentence %1 fills a line of its own, more or less.\n\n"_qs.arg(i);
    Reading reading(words + u"The very last words."_qs);
    reading.pick(u"very last"_qs);
    const TextRange range = reading.view.text()->selectedRange();
    reading.open(Qt::Key_E, u"very last"_qs);
    QTRY_VERIFY(!reading.view.text()->rectOf(range).isEmpty());
    const QRect there = reading.view.text()->rectOf(range).translated(
        reading.view.text()->mapTo(&reading.view, QPoint(0, 0)));
    QVERIFY(there.bottom() <= reading.view.form()->geometry().top());
    QVERIFY(reading.view.rect().contains(reading.view.form()->geometry()));
}

void tst_annotation_form::aReadOnlyFileIsNotAnnotated()
{
    OpenSample sample;
    SessionHub second;
    QVERIFY(second.openFile(sample.path()));
    QVERIFY(second.isReadOnly());
    EditIntents intents(second);
    Selection selection;
    ViewFilter filter(second);
    WhatIf whatIf(second);
    const ViewContext context{second, intents, selection, filter, whatIf};
    SourceView view(context);
    view.show();
    QSignalSpy told(&second, &SessionHub::noted);
    view.text()->selectRange({0, 9});
    QTest::keyClick(view.text(), Qt::Key_E);
    QVERIFY(!view.form());
    QCOMPARE(told.size(), 1);
}

void tst_annotation_form::theSourceStaysWhileAFormIsOpen()
{
    Reading reading(kTroops);
    reading.open(Qt::Key_N, u"June 2024"_qs);
    reading.sample.selection.select(reading.sample.file.visit);
    QCOMPARE(reading.view.source(), reading.source);
    QVERIFY(reading.view.form());
}

QTEST_MAIN(tst_annotation_form)
#include "tst_annotation_form.moc"
