// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/dialogs/take_source_dialog.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

QLineEdit *field(QWidget &dialog, const QString &name)
{
    for (QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->accessibleName().startsWith(name))
            return edit;
    }
    return nullptr;
}

}  // namespace

class tst_take_source_dialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pastedWordsBecomeASource();
    void whatAPastedTextSaysOfItselfIsFilledIn();
    void aTextThatIsHereIsPointedOut();
    void aNewVersionTakesTheAnnotationsAlong();
    void aTitleIsNeeded();
    void aGuessNeverTakesAwayWhatWasTyped();
};

void tst_take_source_dialog::pastedWordsBecomeASource()
{
    OpenSample sample;
    QApplication::clipboard()->setText(u"Envoys meet\n\nThey met on Monday. 만났다."_qs);
    TakeSourceDialog dialog(sample.context, TakeSourceDialog::Origin::Pasted);
    dialog.takeClipboard();
    QCOMPARE(field(dialog, u"Title"_qs)->text(), u"Envoys meet"_qs);
    field(dialog, u"Published"_qs)->setText(u"2025-03-24"_qs);
    QCOMPARE(dialog.problem(), QString());
    const SourceId made = dialog.add();
    QVERIFY(made);
    const Source *source = sample.hub.snapshot()->sources->find(made);
    QCOMPARE(source->published.text(), std::string("2025-03-24"));
    QCOMPARE(source->length, std::int64_t{37});
    QVERIFY(!source->sha256.empty());
    sample.hub.undo();
    QVERIFY(!sample.hub.snapshot()->sources->find(made));
}

void tst_take_source_dialog::whatAPastedTextSaysOfItselfIsFilledIn()
{
    OpenSample sample;
    QApplication::clipboard()->setText(
        u"Envoys meet\n\nMOSCOW, 4 June 2025. The envoys of the two states met in the city of "
        u"Moscow for the first time, and said that the talks were to go on."_qs);
    TakeSourceDialog dialog(sample.context, TakeSourceDialog::Origin::Pasted);
    dialog.takeClipboard();
    const SourceId made = dialog.add();
    QVERIFY(made);
    const Source *source = sample.hub.snapshot()->sources->find(made);
    QCOMPARE(source->published.text(), std::string("2025-06-04"));
    QCOMPARE(source->language, std::string("en"));
}

void tst_take_source_dialog::aTextThatIsHereIsPointedOut()
{
    OpenSample sample;
    QApplication::clipboard()->setText(u"Mr Shoigu arrived in March. He stayed one day."_qs);
    TakeSourceDialog dialog(sample.context, TakeSourceDialog::Origin::Pasted);
    dialog.takeClipboard();
    QCOMPARE(dialog.duplicate(), sample.file.report);
}

void tst_take_source_dialog::aNewVersionTakesTheAnnotationsAlong()
{
    OpenSample sample;
    const QString text =
        u"The envoy arrived in the capital on the second day and was received at the airport by "
        u"the minister, who said that both sides would go on with what they had agreed."_qs;
    Source row;
    row.title = "First version";
    const SourceId first = sample.intents.addSource(row, text.toStdString(), "first");
    Annotation annotation;
    annotation.source = first;
    annotation.begin = 4;
    annotation.end = 9;
    const auto made = sample.intents.annotate(annotation, AnnotationTarget());
    QVERIFY(made);

    QApplication::clipboard()->setText(text + u" A correction follows here, with more words."_qs);
    TakeSourceDialog dialog(sample.context, TakeSourceDialog::Origin::Pasted);
    dialog.takeClipboard();
    field(dialog, u"Title"_qs)->setText(u"Second version"_qs);
    const auto replaces = [&dialog]() -> QCheckBox * {
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>()) {
            if (box->text().contains(u"First version"))
                return box;
        }
        return nullptr;
    };
    QTRY_VERIFY(replaces() != nullptr);
    QVERIFY(!replaces()->isHidden());
    QVERIFY(!replaces()->isChecked());
    replaces()->setChecked(true);
    const SourceId second = dialog.add();
    QVERIFY(second);
    const Snapshot &now = *sample.hub.snapshot();
    QCOMPARE(now.sources->find(second)->supersedes, first);
    QCOMPARE(now.annotations->find(made->annotation)->source, second);
    sample.hub.undo();
    QCOMPARE(sample.hub.snapshot()->annotations->find(made->annotation)->source, first);
}

void tst_take_source_dialog::aTitleIsNeeded()
{
    OpenSample sample;
    QApplication::clipboard()->setText(u"Some words."_qs);
    TakeSourceDialog dialog(sample.context, TakeSourceDialog::Origin::Pasted);
    dialog.takeClipboard();
    field(dialog, u"Title"_qs)->clear();
    QVERIFY(!dialog.problem().isEmpty());
    field(dialog, u"Title"_qs)->setText(u"Words"_qs);
    field(dialog, u"Published"_qs)->setText(u"no day"_qs);
    QVERIFY(!dialog.problem().isEmpty());
}

void tst_take_source_dialog::aGuessNeverTakesAwayWhatWasTyped()
{
    OpenSample sample;
    TakeSourceDialog dialog(sample.context, TakeSourceDialog::Origin::Pasted);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QTest::keyClicks(field(dialog, u"Title"_qs), u"My own title"_qs);
    auto *text = dialog.findChild<QPlainTextEdit *>();
    text->setPlainText(u"First line\nand more"_qs);
    QCOMPARE(field(dialog, u"Title"_qs)->text(), u"My own title"_qs);
}

QTEST_MAIN(tst_take_source_dialog)
#include "tst_take_source_dialog.moc"
