// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/edit/edits.h"
#include "app/store/database.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

constexpr std::size_t kAll = 1'000;

std::vector<Note> notesIn(const SampleFile &file, std::size_t most = kAll)
{
    Database database(file.path, Database::Mode::Read);
    return *NoteStore(database).all(most, {});
}

const Note *noteOn(const std::vector<Note> &notes, ItemRef about)
{
    const auto found = std::find_if(notes.begin(), notes.end(),
                                    [about](const Note &note) { return note.about == about; });
    return found != notes.end() ? &*found : nullptr;
}

}  // namespace

class tst_note_store final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void notesOnAllKindsAreListed();
    void anEmptyNoteIsNotListed();
    void theNoteOnASourceIsOneAnnotation();
    void whatRestsOnTheNoteOfASourceKeepsIt();
    void aNoteLeavesThePreferenceAlone();
    void notesMoveOnToANewVersion();
    void noMoreThanAskedFor();
};

void tst_note_store::notesOnAllKindsAreListed()
{
    SampleFile file = makeSampleFile();
    const ItemRef items[] = {file.rumour, file.russia,   file.alliance,
                             file.report, file.sentence, file.loose};
    for (const ItemRef item : items) {
        QVERIFY(file.session->perform("Note", [&](Stores &stores) {
            setNote(stores, {item, "Слух на " + std::to_string(item.id), "me", "2025", {}});
        }));
    }
    const std::vector<Note> notes = notesIn(file);
    for (const ItemRef item : items) {
        const Note *note = noteOn(notes, item);
        QVERIFY(note != nullptr);
        QCOMPARE(note->text, "Слух на " + std::to_string(item.id));
    }
    QVERIFY(std::is_sorted(notes.begin(), notes.end(),
                           [](const Note &a, const Note &b) { return a.about < b.about; }));
    QCOMPARE(noteOn(notes, file.report)->madeBy, std::string("me"));
    // Words that are marked are listed without a note, too.
    QVERIFY(noteOn(notes, file.remark) != nullptr);
}

void tst_note_store::anEmptyNoteIsNotListed()
{
    SampleFile file = makeSampleFile();
    for (const char *text : {"to be checked", ""}) {
        QVERIFY(file.session->perform("Note", [&](Stores &stores) {
            setNote(stores, {file.rumour, text, {}, {}, {}});
        }));
    }
    QVERIFY(noteOn(notesIn(file), file.rumour) == nullptr);
    QVERIFY(file.session->undo());
    QCOMPARE(noteOn(notesIn(file), file.rumour)->text, std::string("to be checked"));
}

void tst_note_store::theNoteOnASourceIsOneAnnotation()
{
    SampleFile file = makeSampleFile();
    const std::size_t before = file.session->snapshot()->annotations->size();
    for (const char *text : {"one", "two"}) {
        QVERIFY(file.session->perform("Note", [&](Stores &stores) {
            setNote(stores, {file.report, text, {}, {}, {}});
        }));
    }
    QCOMPARE(file.session->snapshot()->annotations->size(), before + 1);
    const Note *note = nullptr;
    const std::vector<Note> notes = notesIn(file);
    QVERIFY((note = noteOn(notes, file.report)) != nullptr);
    QCOMPARE(note->text, std::string("two"));
    QVERIFY(file.session->perform("Note", [&](Stores &stores) {
        setNote(stores, {file.report, "", {}, {}, {}});
    }));
    QCOMPARE(file.session->snapshot()->annotations->size(), before);
}

void tst_note_store::whatRestsOnTheNoteOfASourceKeepsIt()
{
    SampleFile file = makeSampleFile();
    QVERIFY(file.session->perform("Note", [&](Stores &stores) {
        setNote(stores, {file.report, "n", {}, {}, {}});
        const std::string tag = "tag";
        setTags(stores, stores.notes.remarkOn(file.report), std::span(&tag, 1));
        setNote(stores, {file.report, "", {}, {}, {}});
    }));
    QVERIFY(noteOn(notesIn(file), file.report) != nullptr);
    QVERIFY(noteOn(notesIn(file), file.report)->text.empty());
}

void tst_note_store::aNoteLeavesThePreferenceAlone()
{
    SampleFile file = makeSampleFile();
    const auto decisions = file.session->snapshot()->decisions->size();
    QVERIFY(decisions > 0);
    QVERIFY(file.session->perform("Note", [&](Stores &stores) {
        setNote(stores, {file.treaty, "n", {}, {}, {}});
    }));
    QCOMPARE(file.session->snapshot()->decisions->size(), decisions);
}

void tst_note_store::notesMoveOnToANewVersion()
{
    SampleFile file = makeSampleFile();
    AnnotationId remark;
    QVERIFY(file.session->perform("Note", [&](Stores &stores) {
        setNote(stores, {file.report, "about the whole", {}, {}, {}});
        remark = stores.notes.remarkOn(file.report);
    }));
    const Annotation *row = file.session->snapshot()->annotations->find(remark);
    const std::vector<AnchorMove> moves = reanchor("Other words", std::span(&row, 1));
    QCOMPARE(moves.front().fate, AnchorFate::Kept);
    SourceId newer;
    QVERIFY(file.session->perform("New version", [&](Stores &stores) {
        Source source;
        source.title = "A later version";
        source.supersedes = file.report;
        newer = supersedeSource(stores, source, "Other words", "bytes", moves);
    }));
    QCOMPARE(noteOn(notesIn(file), newer)->text, std::string("about the whole"));
}

void tst_note_store::noMoreThanAskedFor()
{
    const SampleFile file = makeSampleFile();
    QVERIFY(notesIn(file).size() > 1);
    QCOMPARE(notesIn(file, 1).size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(tst_note_store)
#include "tst_note_store.moc"
