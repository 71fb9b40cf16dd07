// SPDX-License-Identifier: GPL-3.0-or-later
// What a source suggests: found off the GUI thread, shown until an annotation stands there, walked
// through by key, never in the file by itself.
#include <QApplication>
#include <QTest>

#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/views/annotation_form.h"
#include "ui/views/source_view.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

const QString kWords =
    u"Tass said on Friday that about 3,000 troops left Russia. Nothing else happened."_qs;

struct Reading {
    OpenSample sample;
    SourceView view{sample.context};
    SourceId source;

    Reading()
    {
        Source row;
        row.title = "What was read";
        row.published = edtf("2025-03-21");
        source = sample.intents.addSource(row, toUtf8(kWords), toUtf8(kWords));
        view.resize(420, 640);
        view.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        view.showSource(source);
        view.text()->setFocus();
    }
    bool waitForSuggestions()
    {
        return QTest::qWaitFor([this] { return !view.text()->suggestions().empty(); });
    }
    QString selected() const
    {
        const TextRange range = view.text()->selectedRange();
        return view.text()->text().mid(range.begin, range.end - range.begin);
    }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
};

}  // namespace

class tst_source_suggestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTextPointsOutWhatItHolds();
    void keysWalkThroughThem();
    void anEventTakesItsClause();
    void eAloneTakesTheNextDate();
    void nothingEntersTheFile();
    void annotatedWordsAreNotSuggested();
    void theyCanBeTurnedOff();
};

void tst_source_suggestions::theTextPointsOutWhatItHolds()
{
    Reading reading;
    QVERIFY(reading.waitForSuggestions());
    QStringList words;
    for (const SuggestedWords &found : reading.view.text()->suggestions())
        words.append(kWords.mid(found.range.begin, found.range.end - found.range.begin));
    QCOMPARE(words, (QStringList{u"Tass said"_qs, u"Friday"_qs, u"about 3,000 troops"_qs}));
}

void tst_source_suggestions::keysWalkThroughThem()
{
    Reading reading;
    QVERIFY(reading.waitForSuggestions());
    reading.press(Qt::Key_Period);
    QCOMPARE(reading.selected(), u"Tass said"_qs);
    reading.press(Qt::Key_Period);
    QCOMPARE(reading.selected(), u"Friday"_qs);
    reading.press(Qt::Key_Comma);
    QCOMPARE(reading.selected(), u"Tass said"_qs);
}

void tst_source_suggestions::anEventTakesItsClause()
{
    Reading reading;
    QVERIFY(reading.waitForSuggestions());
    reading.press(Qt::Key_Period);
    reading.press(Qt::Key_Period);
    reading.press(Qt::Key_E);
    QVERIFY(reading.view.form());
    const AnnotationTarget target = reading.view.form()->target();
    QCOMPARE(target.event.when.text(), std::string("2025-03-21"));
    QVERIFY2(target.event.title == "Tass said that about 3,000 troops left Russia",
             target.event.title.c_str());
}

// Two keys an event, as long as there are dates ahead.
void tst_source_suggestions::eAloneTakesTheNextDate()
{
    Reading reading;
    QVERIFY(reading.waitForSuggestions());
    const std::size_t before = reading.sample.hub.snapshot()->events->size();
    reading.press(Qt::Key_E);
    QVERIFY(reading.view.form());
    QCOMPARE(reading.view.form()->target().event.when.text(), std::string("2025-03-21"));
    reading.press(Qt::Key_Return);
    QVERIFY(!reading.view.form());
    QCOMPARE(reading.sample.hub.snapshot()->events->size(), before + 1);
    // That date is annotated now; none is left that would be taken twice.
    reading.press(Qt::Key_E);
    if (reading.view.form())
        QVERIFY(reading.view.form()->target().event.when.text() != "2025-03-21");
    reading.press(Qt::Key_Escape);
    QCOMPARE(reading.sample.hub.snapshot()->events->size(), before + 1);
}

void tst_source_suggestions::nothingEntersTheFile()
{
    Reading reading;
    const auto before = reading.sample.hub.history().size();
    const auto annotations = reading.sample.hub.snapshot()->annotations->size();
    QVERIFY(reading.waitForSuggestions());
    reading.press(Qt::Key_Period);
    QCOMPARE(reading.sample.hub.history().size(), before);
    QCOMPARE(reading.sample.hub.snapshot()->annotations->size(), annotations);
}

void tst_source_suggestions::annotatedWordsAreNotSuggested()
{
    Reading reading;
    QVERIFY(reading.waitForSuggestions());
    const auto friday = static_cast<int>(kWords.indexOf(u"Friday"));
    QVERIFY(reading.view.text()->suggestionAt(friday) >= 0);
    reading.view.text()->selectRange({friday, friday + 6});
    reading.press(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), u"a note"_qs);
    reading.press(Qt::Key_Return);
    QVERIFY(!reading.view.form());
    QCOMPARE(reading.view.text()->suggestionAt(friday), -1);
}

void tst_source_suggestions::theyCanBeTurnedOff()
{
    Reading reading;
    QVERIFY(reading.waitForSuggestions());
    reading.view.setSuggesting(false);
    QVERIFY(reading.view.text()->suggestions().empty());
    reading.view.setSuggesting(true);
    QVERIFY(reading.waitForSuggestions());
}

QTEST_MAIN(tst_source_suggestions)
#include "tst_source_suggestions.moc"
