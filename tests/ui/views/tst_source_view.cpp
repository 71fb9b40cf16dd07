// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/views/annotation_form.h"
#include "ui/views/source_view.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    SourceView view{sample.context};

    Shown()
    {
        view.resize(380, 500);
        view.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        text()->setFocus();
    }

    SourceText *text() { return view.text(); }
    SourceId add(const QString &words)
    {
        Source source;
        source.title = "Added";
        return sample.intents.addSource(source, toUtf8(words), toUtf8(words));
    }
    TextRange rangeOf(const QString &words)
    {
        const auto begin = static_cast<int>(text()->text().indexOf(words));
        DL_CHECK(begin >= 0);
        return {begin, begin + static_cast<int>(words.size())};
    }
    void pick(const QString &words) { text()->selectRange(rangeOf(words)); }
    QPoint middleOf(const QString &words)
    {
        const QRect rect = text()->rectOf(rangeOf(words));
        DL_CHECK(!rect.isEmpty());
        return rect.center() - text()->viewport()->pos();
    }
    void click(const QString &words, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(text()->viewport(), Qt::LeftButton, modifiers, middleOf(words));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    AnnotationId annotate(SourceId source, std::int64_t begin, std::int64_t end,
                          const std::string &note = {})
    {
        Annotation annotation;
        annotation.source = source;
        annotation.begin = begin;
        annotation.end = end;
        annotation.note = note;
        const auto made = sample.intents.annotate(annotation, {});
        DL_CHECK(made.has_value());
        return made->annotation;
    }
};

// The colour of the picture in the middle of some words, a little below their letters.
bool hasColourBelow(Shown &shown, const QString &words, const QColor &colour)
{
    const QImage image = shown.text()->grab().toImage();
    const QRect rect = shown.text()->rectOf(shown.rangeOf(words));
    for (int y = rect.center().y(); y < rect.bottom(); ++y) {
        if (image.pixelColor(rect.center().x(), y) == colour)
            return true;
    }
    return false;
}

}  // namespace

class tst_source_view : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstSourceIsShownWithItsOrigin();
    void withoutSourcesItSaysWhatToDo();
    void selectingAnEventLightsItsSentence();
    void selectingASourceShowsIt();
    void clickingWordsSelectsWhatTheySupport();
    void clickingARemarkSelectsIt();
    void controlAddsAndTakesAway();
    void clickingAgainGoesToTheLongerAnnotation();
    void aSelectionMadeHereDoesNotScroll();
    void placesAreCodePoints();
    void underlinesStackWhereTheyOverlap();
    void underlinesHaveTheColourOfTheKind();
    void lineEndsOfAllSystemsKeepPlaces();
    void stepsGoFromAnnotationToAnnotation();
    void enterChangesTheNote();
    void deleteAsksTheWindow();
    void lettersNeedWords();
    void findCountsAndSteps();
    void zoomKeepsItsBounds();
    void aLongTextIsLaidOutWhereItIsSeen();
    void aRemovedSourceGivesWayToTheNext();
    void everythingHasAName();
};

void tst_source_view::firstSourceIsShownWithItsOrigin()
{
    Shown shown;
    QCOMPARE(shown.view.source(), shown.sample.file.report);
    QCOMPARE(shown.text()->text(), u"Mr Shoigu arrived in March. He stayed one day."_qs);
    QCOMPARE(shown.view.status(), u"1 of 2 · Interfax · 21 March 2025 · reliability B"_qs);
    QCOMPARE(shown.text()->marks().all().size(), std::size_t(2));
}

void tst_source_view::withoutSourcesItSaysWhatToDo()
{
    Shown shown;
    const ItemRef both[] = {shown.sample.file.report, shown.sample.file.correction};
    QVERIFY(shown.sample.intents.remove(both));
    QSignalSpy asked(&shown.view, &SourceView::takeRequested);
    bool isSaid = false;
    for (const QLabel *label : shown.view.findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(u"No sources yet"));
    QVERIFY(isSaid);
    for (QPushButton *button : shown.view.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().startsWith(u"Paste"))
            button->click();
    }
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.first().first().toStringList().isEmpty());
    QVERIFY(shown.view.status().isEmpty());
}

void tst_source_view::selectingAnEventLightsItsSentence()
{
    Shown shown;
    shown.view.showSource(shown.sample.file.correction);
    shown.sample.selection.select(shown.sample.file.visit);
    QCOMPARE(shown.view.source(), shown.sample.file.report);
    QVERIFY(shown.text()->isStrong(shown.sample.file.sentence));
    QVERIFY(!shown.text()->isStrong(shown.sample.file.remark));
    shown.sample.selection.clear();
    QVERIFY(!shown.text()->isStrong(shown.sample.file.sentence));
}

void tst_source_view::selectingASourceShowsIt()
{
    Shown shown;
    QSignalSpy told(&shown.view, &SourceView::statusChanged);
    shown.sample.selection.select(shown.sample.file.correction);
    QCOMPARE(shown.view.source(), shown.sample.file.correction);
    QVERIFY(told.last().first().toString().startsWith(u"2 of 2"));
}

void tst_source_view::clickingWordsSelectsWhatTheySupport()
{
    Shown shown;
    shown.click(u"Shoigu"_qs);
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.visit));
}

void tst_source_view::clickingARemarkSelectsIt()
{
    Shown shown;
    shown.click(u"stayed"_qs);
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.remark));
}

void tst_source_view::controlAddsAndTakesAway()
{
    Shown shown;
    shown.click(u"Shoigu"_qs);
    shown.click(u"stayed"_qs, Qt::ControlModifier);
    QCOMPARE(shown.sample.selection.items().size(), std::size_t(2));
    shown.click(u"stayed"_qs, Qt::ControlModifier);
    QCOMPARE(shown.sample.selection.items(),
             std::vector<ItemRef>{ItemRef(shown.sample.file.visit)});
}

void tst_source_view::clickingAgainGoesToTheLongerAnnotation()
{
    Shown shown;
    const AnnotationId word = shown.annotate(shown.sample.file.report, 3, 9);
    shown.click(u"Shoigu"_qs);
    QCOMPARE(shown.sample.selection.current(), ItemRef(word));
    shown.click(u"Shoigu"_qs);
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.visit));
}

void tst_source_view::aSelectionMadeHereDoesNotScroll()
{
    Shown shown;
    QString words;
    for (int i = 0; i < 200; ++i)
        words += u"Sentence number %1 says something that needs a line.\n\n"_qs.arg(i);
    const SourceId added = shown.add(words);
    shown.view.showSource(added);
    const auto last = static_cast<std::int64_t>(words.indexOf(u"number 150"));
    const auto begin = static_cast<std::int64_t>(words.indexOf(u"number 1 "));
    shown.annotate(added, begin, begin + 8);
    const AnnotationId far = shown.annotate(added, last, last + 10);
    shown.text()->verticalScrollBar()->setValue(0);
    shown.click(u"number 1"_qs);
    QCOMPARE(shown.text()->verticalScrollBar()->value(), 0);
    // Made elsewhere, it does.
    shown.sample.selection.select(far);
    QTRY_VERIFY(!shown.text()->rectOf(shown.rangeOf(u"number 150"_qs)).isEmpty());
}

void tst_source_view::placesAreCodePoints()
{
    Shown shown;
    const QString words = u"😀 김정은 met 🇰🇵 Shoigu there."_qs;
    const SourceId added = shown.add(words);
    shown.view.showSource(added);
    shown.pick(u"Shoigu"_qs);
    shown.press(Qt::Key_N);
    QVERIFY(shown.view.form());
    QTest::keyClicks(QApplication::focusWidget(), u"who"_qs);
    shown.press(Qt::Key_Return);
    QVERIFY(!shown.view.form());
    const auto made = shown.sample.hub.snapshot()->annotationsOf(added);
    QCOMPARE(made.size(), std::size_t(1));
    QCOMPARE(made.front()->exact, std::string("Shoigu"));
    QCOMPARE(made.front()->note, std::string("who"));
    QCOMPARE(made.front()->begin, 13);
    const TextMark &mark = shown.text()->marks().all().front();
    QCOMPARE(words.mid(mark.begin, mark.end - mark.begin), u"Shoigu"_qs);
}

void tst_source_view::underlinesStackWhereTheyOverlap()
{
    const auto mark = [](std::int64_t id, int begin, int end) {
        TextMark made;
        made.id = {id};
        made.begin = begin;
        made.end = end;
        return made;
    };
    const TextMarks marks({mark(1, 0, 20), mark(2, 5, 10), mark(3, 8, 12), mark(4, 10, 15),
                           mark(5, 9, 30), mark(6, 9, 11)});
    QCOMPARE(marks.find({1})->level, 0);
    QCOMPARE(marks.find({2})->level, 1);
    QCOMPARE(marks.find({3})->level, 2);
    QCOMPARE(marks.find({5})->level, 3);
    QCOMPARE(marks.find({6})->level, TextMarks::kLevels - 1);
    QCOMPARE(marks.find({4})->level, 1);  // where the second has ended
    QCOMPARE(marks.at(9), (std::vector<AnnotationId>{{6}, {3}, {2}, {1}, {5}}));
    QVERIFY(marks.at(30).empty());
}

void tst_source_view::underlinesHaveTheColourOfTheKind()
{
    Shown shown;
    const Snapshot &snapshot = *shown.sample.hub.snapshot();
    const RestingClaims claims(snapshot, shown.sample.file.report);
    const Theme &theme = shown.text()->theme();
    const QColor ofEvent = colourOf(snapshot, claims.on(shown.sample.file.sentence), theme);
    QVERIFY(ofEvent != theme.faintInk());
    QCOMPARE(colourOf(snapshot, claims.on(shown.sample.file.remark), theme), theme.faintInk());
    QVERIFY(hasColourBelow(shown, u"arrived"_qs, ofEvent));
    QVERIFY(hasColourBelow(shown, u"stayed"_qs, theme.faintInk()));
}

void tst_source_view::lineEndsOfAllSystemsKeepPlaces()
{
    Shown shown;
    const QString words = u"one\r\ntwo\r\nthree"_qs;
    const SourceId added = shown.add(words);
    shown.view.showSource(added);
    QCOMPARE(shown.text()->document()->characterCount() - 1, int(words.size()));
    shown.annotate(added, 10, 15);
    const TextMark &mark = shown.text()->marks().all().front();
    QCOMPARE(shown.text()->text().mid(mark.begin, mark.end - mark.begin), u"three"_qs);
}

void tst_source_view::stepsGoFromAnnotationToAnnotation()
{
    Shown shown;
    shown.text()->placeCaret(0);
    shown.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.remark));
    shown.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.visit));
    QCOMPARE(shown.text()->caret(), 0);
}

void tst_source_view::enterChangesTheNote()
{
    Shown shown;
    shown.text()->placeCaret(30);
    shown.press(Qt::Key_Return);
    QVERIFY(shown.view.form());
    QTest::keyClicks(QApplication::focusWidget(), u"a short visit"_qs);
    shown.press(Qt::Key_Return);
    QVERIFY(!shown.view.form());
    const Snapshot &snapshot = *shown.sample.hub.snapshot();
    QCOMPARE(snapshot.annotations->find(shown.sample.file.remark)->note,
             std::string("a short visit"));
    shown.sample.hub.undo();
    QVERIFY(shown.sample.hub.snapshot()->annotations->find(shown.sample.file.remark)->note.empty());
}

void tst_source_view::deleteAsksTheWindow()
{
    Shown shown;
    QSignalSpy asked(&shown.view, &SourceView::removeRequested);
    shown.text()->placeCaret(30);
    shown.press(Qt::Key_Delete);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(shown.sample.selection.items(),
             std::vector<ItemRef>{ItemRef(shown.sample.file.remark)});
}

void tst_source_view::lettersNeedWords()
{
    Shown shown;
    shown.text()->placeCaret(5);
    shown.press(Qt::Key_E);
    QVERIFY(!shown.view.form());
    shown.pick(u" "_qs);
    shown.press(Qt::Key_E);
    QVERIFY(!shown.view.form());
}

void tst_source_view::findCountsAndSteps()
{
    Shown shown;
    const SourceId added = shown.add(u"Kim met kim. Nobody met KIM."_qs);
    shown.view.showSource(added);
    shown.text()->setFocus();
    shown.press(Qt::Key_F, Qt::ControlModifier);
    auto *words = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(words);
    QTest::keyClicks(words, u"kim"_qs);
    QCOMPARE(words->accessibleDescription(), u"1 of 3"_qs);
    shown.press(Qt::Key_Return);
    QCOMPARE(words->accessibleDescription(), u"2 of 3"_qs);
    QCOMPARE(shown.text()->selectedRange(), (TextRange{8, 11}));
    shown.press(Qt::Key_Return, Qt::ShiftModifier);
    shown.press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(words->accessibleDescription(), u"3 of 3"_qs);
    QTest::keyClicks(words, u"x"_qs);
    QCOMPARE(words->accessibleDescription(), u"not found"_qs);
    shown.press(Qt::Key_Escape);
    QVERIFY(!words->isVisible());
    QVERIFY(shown.text()->hasFocus());
}

void tst_source_view::zoomKeepsItsBounds()
{
    Shown shown;
    const double letters = shown.text()->document()->defaultFont().pointSizeF();
    shown.press(Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(shown.text()->document()->defaultFont().pointSizeF() > letters);
    for (int i = 0; i < 100; ++i)
        shown.press(Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(shown.text()->zoom() > 0.5);
    shown.press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(shown.text()->document()->defaultFont().pointSizeF(), letters);
}

void tst_source_view::aLongTextIsLaidOutWhereItIsSeen()
{
    Shown shown;
    QString words;
    for (int i = 0; i < 20'000; ++i)
        words += u"Paragraph %1 of a text that is far too long to be laid out whole.\n"_qs.arg(i);
    shown.view.showSource(shown.add(words));
    QTest::qWait(1);
    int laidOut = 0;
    for (QTextBlock block = shown.text()->document()->firstBlock(); block.isValid();
         block = block.next())
        laidOut += block.layout()->lineCount() > 0 ? 1 : 0;
    QVERIFY2(laidOut < 1'000, qPrintable(QString::number(laidOut)));
    shown.text()->reveal(shown.rangeOf(u"Paragraph 19000 "_qs));
    QTRY_VERIFY(!shown.text()->rectOf(shown.rangeOf(u"Paragraph 19000 "_qs)).isEmpty());
}

void tst_source_view::aRemovedSourceGivesWayToTheNext()
{
    Shown shown;
    const ItemRef first[] = {shown.sample.file.report};
    QVERIFY(shown.sample.intents.remove(first));
    QCOMPARE(shown.view.source(), shown.sample.file.correction);
    shown.sample.hub.closeFile();
    QVERIFY(!shown.view.source());
}

void tst_source_view::everythingHasAName()
{
    Shown shown;
    shown.press(Qt::Key_F, Qt::ControlModifier);
    shown.text()->setFocus();
    for (const Qt::Key key : {Qt::Key_E, Qt::Key_A, Qt::Key_C, Qt::Key_N, Qt::Key_T, Qt::Key_R}) {
        shown.pick(u"Shoigu"_qs);
        shown.press(key);
        QVERIFY(shown.view.form());
        for (QWidget *widget : shown.view.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                widget->focusProxy() != nullptr)
                continue;
            const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                     widget->metaObject()->className());
        }
        shown.press(Qt::Key_Escape);
        QVERIFY(!shown.view.form());
        QVERIFY(shown.text()->hasFocus());
    }
}

QTEST_MAIN(tst_source_view)
#include "tst_source_view.moc"
