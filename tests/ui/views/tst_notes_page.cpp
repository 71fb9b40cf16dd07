// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTest>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/tables/item_table_model.h"
#include "ui/views/list_page.h"
#include "ui/views/lists_panel.h"
#include "ui/views/note_table_model.h"
#include "ui/views/notes_page.h"
#include "ui/views/row_list.h"
#include "ui/views/text_field.h"
#include "ui/views/word_field.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct OpenNotes {
    OpenNotes()
    {
        panel.resize(400, 700);
        panel.show();
        panel.activateWindow();
        panel.showKind(ItemKind::Annotation);
    }

    bool isRead() const
    {
        return QTest::qWaitFor([this] {
            return !static_cast<NoteTableModel *>(notes->list()->model())->book().isReading();
        });
    }
    ItemTableModel &model() const { return *notes->list()->model(); }
    QString textOf(ItemRef item) const
    {
        return model().index(model().rowOf(item), 0).data().toString();
    }
    void choose(int kind)
    {
        notes->choice()->setValue(kind);
        Q_EMIT notes->choice()->committed();
    }

    OpenSample sample;
    ListsPanel panel{sample.context};
    NotesPage *notes = panel.notes();
    QAbstractItemModelTester tester{notes->list()->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest};
};

}  // namespace

class tst_notes_page final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadBeforeItIsLookedAt();
    void notesOnAnythingAreListedAndFollowEdits();
    void theKindAndTheWordsChoose();
    void takingARowSelectsWhatTheNoteIsOn();
    void aNoteIsWrittenOnWhatIsSelectedAndEmptied();
    void whatIsTypedBelongsToWhatWasSelected();
    void escLeadsBackAndWritesNothing();
    void deleteTakesTheNoteAndNotWhatItIsOn();
    void theFilterLeavesNotesOut();
};

void tst_notes_page::nothingIsReadBeforeItIsLookedAt()
{
    OpenSample sample;
    ListsPanel panel(sample.context);
    panel.show();
    QVERIFY(sample.intents.setNote(sample.file.visit, u"a note"_qs));
    QCOMPARE(panel.notes()->list()->model()->rowCount(), 0);
    panel.showKind(ItemKind::Annotation);
    QTRY_VERIFY(panel.notes()->hasNoteOn(sample.file.visit));
}

void tst_notes_page::notesOnAnythingAreListedAndFollowEdits()
{
    OpenNotes open;
    QVERIFY(open.isRead());
    const int before = open.model().rowCount();
    const ItemRef items[] = {open.sample.file.rumour, open.sample.file.russia,
                             open.sample.file.alliance, open.sample.file.correction,
                             open.sample.file.loose};
    int made = 0;
    for (const ItemRef item : items) {
        made += open.notes->hasNoteOn(item) ? 0 : 1;
        QVERIFY(open.sample.intents.setNote(item, u"слух"_qs));
        QCOMPARE(open.textOf(item), u"слух"_qs);
    }
    QVERIFY(made > 0);
    QCOMPARE(open.model().rowCount(), before + made);
    for (int i = 0; i < 5; ++i)
        open.sample.hub.undo();
    QCOMPARE(open.model().rowCount(), before);
    open.sample.hub.redo();
    QVERIFY(open.notes->hasNoteOn(open.sample.file.rumour));
    QVERIFY(open.sample.intents.remove(std::vector<ItemRef>{open.sample.file.rumour}));
    QVERIFY(!open.notes->hasNoteOn(open.sample.file.rumour));
}

void tst_notes_page::theKindAndTheWordsChoose()
{
    OpenNotes open;
    QVERIFY(open.isRead());
    QVERIFY(open.sample.intents.setNote(open.sample.file.visit, u"to be checked"_qs));
    QVERIFY(open.sample.intents.setNote(open.sample.file.russia, u"to be asked"_qs));
    open.choose(static_cast<int>(ItemKind::Actor));
    QVERIFY(open.notes->hasNoteOn(open.sample.file.russia));
    QVERIFY(!open.notes->hasNoteOn(open.sample.file.visit));
    open.choose(-1);  // all words that are marked
    QCOMPARE(open.model().rowCount(),
             static_cast<int>(open.sample.hub.snapshot()->annotations->size()));
    open.choose(0);
    open.notes->list()->filterLine()->setText(u"CHECKED"_qs);
    QCOMPARE(open.model().rowCount(), 1);
    // Also by what it is on.
    open.notes->list()->filterLine()->setText(u"russia asked"_qs);
    QCOMPARE(open.model().rowCount(), 1);
    QVERIFY(open.notes->hasNoteOn(open.sample.file.russia));
}

void tst_notes_page::takingARowSelectsWhatTheNoteIsOn()
{
    OpenNotes open;
    QVERIFY(open.isRead());
    QVERIFY(open.sample.intents.setNote(open.sample.file.alliance, u"n"_qs));
    RowList *list = open.notes->list()->list();
    list->setCurrentIndex(open.model().index(open.model().rowOf(open.sample.file.alliance), 0));
    QCOMPARE(open.sample.selection.current(), ItemRef(open.sample.file.alliance));
    // And the other way round; the tab stays where the note is.
    QVERIFY(open.sample.intents.setNote(open.sample.file.visit, u"n"_qs));
    open.sample.selection.select(open.sample.file.visit);
    QVERIFY(open.notes->isVisible());
    QCOMPARE(open.model().item(list->currentIndex().row()), ItemRef(open.sample.file.visit));
}

void tst_notes_page::aNoteIsWrittenOnWhatIsSelectedAndEmptied()
{
    OpenNotes open;
    QVERIFY(QTest::qWaitForWindowActive(&open.panel));
    QVERIFY(open.isRead());
    for (const ItemRef item : {ItemRef(open.sample.file.visit), ItemRef(open.sample.file.russia),
                               ItemRef(open.sample.file.report)}) {
        open.sample.selection.select(item);
        open.panel.writeNote();
        QVERIFY(open.notes->field()->hasFocus());
        open.notes->field()->selectAll();
        QTest::keyClicks(open.notes->field(), u"as seen"_qs);
        QTest::keyClick(open.notes->field(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!open.notes->field()->hasFocus());
        QCOMPARE(NoteBook::noteOn(open.sample.hub, item).text, std::string("as seen"));
        QCOMPARE(open.sample.selection.current(), item);
    }
    open.panel.writeNote();
    open.notes->field()->selectAll();
    QTest::keyClick(open.notes->field(), Qt::Key_Delete);
    QTest::keyClick(open.notes->field(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!open.notes->hasNoteOn(open.sample.file.report));
    open.sample.hub.undo();
    QVERIFY(open.notes->hasNoteOn(open.sample.file.report));
    QCOMPARE(open.notes->field()->value(), u"as seen"_qs);
}

void tst_notes_page::whatIsTypedBelongsToWhatWasSelected()
{
    OpenNotes open;
    QVERIFY(QTest::qWaitForWindowActive(&open.panel));
    const Note other = NoteBook::noteOn(open.sample.hub, open.sample.file.treaty);
    open.sample.selection.select(open.sample.file.rumour);
    open.panel.writeNote();
    QTest::keyClicks(open.notes->field(), u"of the rumour"_qs);
    open.sample.selection.select(open.sample.file.treaty);
    QCOMPARE(NoteBook::noteOn(open.sample.hub, open.sample.file.rumour).text,
             std::string("of the rumour"));
    QCOMPARE(NoteBook::noteOn(open.sample.hub, open.sample.file.treaty), other);
    QCOMPARE(toUtf8(open.notes->field()->value()), other.text);
}

void tst_notes_page::escLeadsBackAndWritesNothing()
{
    OpenNotes open;
    QVERIFY(QTest::qWaitForWindowActive(&open.panel));
    open.sample.selection.select(open.sample.file.visit);
    const Note before = NoteBook::noteOn(open.sample.hub, open.sample.file.visit);
    open.notes->list()->filterLine()->setFocus();
    open.panel.writeNote();
    QTest::keyClicks(open.notes->field(), u"abc"_qs);
    QTest::keyClick(open.notes->field(), Qt::Key_Escape);  // what was typed
    QTest::keyClick(open.notes->field(), Qt::Key_Escape);  // and the field
    QVERIFY(open.notes->list()->filterLine()->hasFocus());
    // From another list, back to that one.
    open.panel.showKind(ItemKind::Event);
    RowList *events = open.panel.page(ItemKind::Event)->list();
    events->setFocus();
    open.panel.writeNote();
    QVERIFY(open.notes->field()->hasFocus());
    QTest::keyClick(open.notes->field(), Qt::Key_Escape);
    QVERIFY(events->isVisible());
    QVERIFY(events->hasFocus());
    QCOMPARE(NoteBook::noteOn(open.sample.hub, open.sample.file.visit), before);
}

void tst_notes_page::deleteTakesTheNoteAndNotWhatItIsOn()
{
    OpenNotes open;
    QVERIFY(open.isRead());
    QVERIFY(open.sample.intents.setNote(open.sample.file.visit, u"n"_qs));
    open.sample.selection.select(open.sample.file.visit);
    QTest::keyClick(open.notes->list()->list(), Qt::Key_Delete);
    QVERIFY(!open.notes->hasNoteOn(open.sample.file.visit));
    QVERIFY(open.sample.hub.event(open.sample.file.visit).has_value());
}

void tst_notes_page::theFilterLeavesNotesOut()
{
    OpenNotes open;
    QVERIFY(open.isRead());
    QVERIFY(open.sample.intents.setNote(open.sample.file.visit, u"n"_qs));
    QVERIFY(open.sample.intents.setNote(open.sample.file.treaty, u"n"_qs));
    Filter filter;
    filter.kinds = {"agreement"};
    open.sample.filter.setFilter(filter);
    QVERIFY(open.notes->hasNoteOn(open.sample.file.treaty));
    QVERIFY(!open.notes->hasNoteOn(open.sample.file.visit));
}

QTEST_MAIN(tst_notes_page)
#include "tst_notes_page.moc"
