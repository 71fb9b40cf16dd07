// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/dialogs/item_dialogs.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

// Does something in the dialog that opens next, as a person would, from inside of its event loop.
template <typename Act>
void inTheDialog(Act act)
{
    QTimer::singleShot(0, qApp, [act] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        DL_CHECK(dialog);
        act(dialog);
        if (dialog->isVisible())
            dialog->reject();
    });
}

QLineEdit *field(QDialog *dialog, const QString &name)
{
    for (QLineEdit *edit : dialog->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    DL_CHECK(!"no such field");
    return nullptr;
}

void enter(QDialog *dialog, const QString &name, const QString &text)
{
    QLineEdit *edit = field(dialog, name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

QPushButton *button(QDialog *dialog, const QString &beginning)
{
    for (QPushButton *one : dialog->findChildren<QPushButton *>()) {
        if (one->text().remove(u'&').startsWith(beginning))
            return one;
    }
    return nullptr;
}

}  // namespace

class tst_item_dialogs final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEventIsMadeOfItsFields();
    void anActorIsMadeWithItsTagsInOneStep();
    void whatIsNotWholeCannotBeAdded();
    void leavingMakesNothing();
    void deletingSaysWhatRestsOnIt();
};

void tst_item_dialogs::anEventIsMadeOfItsFields()
{
    OpenSample sample;
    inTheDialog([](QDialog *dialog) {
        enter(dialog, u"Title"_qs, u"A parade"_qs);
        enter(dialog, u"Date"_qs, u"2025-02-2X"_qs);
        enter(dialog, u"Place"_qs, u"Pyongyang"_qs);
        button(dialog, u"Add"_qs)->click();
    });
    const EventId made = addEventDialog(sample.context, nullptr, Event(), {sample.file.russia});
    QVERIFY(made);
    const std::optional<Event> event = sample.hub.event(made);
    QCOMPARE(event->title, std::string("A parade"));
    QCOMPARE(event->when.text(), std::string("2025-02-2X"));
    QCOMPARE(event->place, std::string("Pyongyang"));
    QCOMPARE(sample.hub.participationsOf(made).size(), std::size_t{1});
}

void tst_item_dialogs::anActorIsMadeWithItsTagsInOneStep()
{
    OpenSample sample;
    inTheDialog([](QDialog *dialog) {
        enter(dialog, u"Name"_qs, u"Tass"_qs);
        enter(dialog, u"Tags"_qs, u"wire, state media"_qs);
        button(dialog, u"Add"_qs)->click();
    });
    const ActorId made = addActorDialog(sample.context, nullptr, Actor());
    QVERIFY(made);
    QCOMPARE(sample.hub.snapshot()->tagsOf(made).size(), std::size_t{2});
    sample.hub.undo();
    QVERIFY(!sample.hub.snapshot()->actor(made));
}

void tst_item_dialogs::whatIsNotWholeCannotBeAdded()
{
    OpenSample sample;
    bool couldAdd = true;
    QString said;
    inTheDialog([&](QDialog *dialog) {
        enter(dialog, u"Title"_qs, u"A parade"_qs);
        enter(dialog, u"Date"_qs, u"some day"_qs);
        couldAdd = button(dialog, u"Add"_qs)->isEnabled();
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"not a date"_qs))
                said = label->text();
        }
    });
    QVERIFY(!addEventDialog(sample.context, nullptr, Event()));
    QVERIFY(!couldAdd);
    QVERIFY(!said.isEmpty());
}

void tst_item_dialogs::leavingMakesNothing()
{
    OpenSample sample;
    const std::string before = sample.file.dump();
    inTheDialog([](QDialog *dialog) {
        enter(dialog, u"Title"_qs, u"A parade"_qs);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    const ItemRef made = addEventDialog(sample.context, nullptr, Event());
    QVERIFY(made.isNull());  // and so nothing is selected
    QCOMPARE(sample.file.dump(), before);
}

void tst_item_dialogs::deletingSaysWhatRestsOnIt()
{
    OpenSample sample;
    QString said;
    inTheDialog([&said](QDialog *dialog) {
        if (auto *box = qobject_cast<QMessageBox *>(dialog))
            said = box->text() + box->informativeText();
    });
    const std::vector<ItemRef> items{sample.file.visit};
    QVERIFY(!confirmRemoval(sample.context, nullptr, items));
    QVERIFY2(said.contains(u"2 claims"_qs) && said.contains(u"2 participations"_qs),
             qPrintable(said));
}

QTEST_MAIN(tst_item_dialogs)
#include "tst_item_dialogs.moc"
