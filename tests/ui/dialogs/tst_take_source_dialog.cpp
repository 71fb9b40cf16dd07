// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
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
    void aTextThatIsHereIsPointedOut();
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

void tst_take_source_dialog::aTextThatIsHereIsPointedOut()
{
    OpenSample sample;
    QApplication::clipboard()->setText(u"Mr Shoigu arrived in March. He stayed one day."_qs);
    TakeSourceDialog dialog(sample.context, TakeSourceDialog::Origin::Pasted);
    dialog.takeClipboard();
    QCOMPARE(dialog.duplicate(), sample.file.report);
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
