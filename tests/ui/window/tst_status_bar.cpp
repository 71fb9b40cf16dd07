// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QTest>
#include <QToolButton>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/window/status_bar.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    StatusBar bar{sample.context};

    QString texts() const
    {
        QStringList texts;
        for (const QLabel *label : bar.findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u'|');
    }
    QList<QToolButton *> chips() const
    {
        QList<QToolButton *> chips;
        for (QToolButton *button : bar.findChildren<QToolButton *>()) {
            if (!button->isHidden())
                chips.append(button);
        }
        return chips;
    }
};

Filter yearAndKind()
{
    Filter filter;
    filter.kinds = {"visit"};
    filter.range = edtf("2025").when().bounds.whole();
    return filter;
}

}  // namespace

class tst_status_bar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsShown();
    void eachPartOfTheFilterCanBeTakenOff();
    void saysThatAFileIsReadOnly();
    void aClosedFileLeavesNothing();
};

void tst_status_bar::countsWhatIsShown()
{
    Shown shown;
    QVERIFY2(shown.texts().contains(u"4 of 4 events"_qs), qPrintable(shown.texts()));
    QVERIFY(shown.texts().contains(u"Filter: none"_qs));
    shown.sample.filter.setFilter(yearAndKind());
    QVERIFY2(shown.texts().contains(u"1 of 4 events"_qs), qPrintable(shown.texts()));
    QVERIFY(!shown.texts().contains(u"none"_qs));
    QVERIFY(shown.sample.intents.remove(std::vector<ItemRef>{shown.sample.file.rumour}));
    QVERIFY2(shown.texts().contains(u"1 of 3 events"_qs), qPrintable(shown.texts()));
}

void tst_status_bar::eachPartOfTheFilterCanBeTakenOff()
{
    Shown shown;
    shown.sample.filter.setFilter(yearAndKind());
    QCOMPARE(shown.chips().size(), 2);
    for (QToolButton *chip : shown.chips()) {
        if (chip->accessibleName().contains(u"visit"_qs)) {
            chip->click();
            break;
        }
    }
    QCOMPARE(shown.chips().size(), 1);
    QVERIFY(shown.sample.filter.filter().kinds.empty());
    QVERIFY(shown.sample.filter.filter().range.has_value());
    shown.chips().front()->click();
    QVERIFY(shown.texts().contains(u"Filter: none"_qs));
}

void tst_status_bar::saysThatAFileIsReadOnly()
{
    const OpenSample writer;
    SessionHub reader;
    EditIntents intents(reader);
    Selection selection;
    ViewFilter filter(reader);
    WhatIf whatIf(reader);
    const ViewContext context{reader, intents, selection, filter, whatIf};
    const StatusBar bar(context);
    QVERIFY(reader.openFile(writer.path()));
    QString all;
    for (const QLabel *label : bar.findChildren<QLabel *>())
        all += label->text();
    QVERIFY2(all.contains(u"Read-only"_qs), qPrintable(all));
}

void tst_status_bar::aClosedFileLeavesNothing()
{
    Shown shown;
    shown.sample.hub.closeFile();
    QVERIFY2(!shown.texts().contains(u"events"_qs), qPrintable(shown.texts()));
    QVERIFY(!shown.texts().contains(u"saved"_qs));
}

QTEST_MAIN(tst_status_bar)
#include "tst_status_bar.moc"
