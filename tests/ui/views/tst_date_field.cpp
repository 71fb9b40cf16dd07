// SPDX-License-Identifier: GPL-3.0-or-later
// The one date field: EDTF and phrases, what they mean, the readings, the calendar.
#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "app/base/check.h"
#include "ui/bridge/text.h"
#include "ui/views/calendar_popup.h"
#include "ui/views/date_field.h"

using namespace dateline;
using namespace dateline::ui;

class tst_date_field : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPhraseIsKeptAsADate();
    void whatIsTypedSaysWhatItMeansAndWhy();
    void upAndDownChooseAmongReadings();
    void whatIsNoDateSaysSoAndIsNotKept();
    void aPhraseIsReadBesideTheDayOfPublication();
    void widthsOfAboutAreTold();
    void theCalendarPicksAtAPrecision_data();
    void theCalendarPicksAtAPrecision();
    void theCalendarMovesByKeys();
    void aReadOnlyFieldHasNoCalendar();
};

namespace {

struct Field {
    DateField field{QStringLiteral("Date"), FieldLook::Framed};

    Field()
    {
        field.setSetting({*Edtf::parse("2025-03-21"), "en", false});
        field.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&field));
        field.edit()->setFocus();
    }
    void type(const QString &text)
    {
        field.edit()->clear();
        QTest::keyClicks(field.edit(), text);
    }
    QString meaning() const { return field.edit()->accessibleDescription(); }
    std::string date() const { return field.value().text(); }
};

}  // namespace

void tst_date_field::aPhraseIsKeptAsADate()
{
    Field that;
    QSignalSpy committed(&that.field, &DateField::committed);
    that.type(u"last autumn"_qs);
    QTest::keyClick(that.field.edit(), Qt::Key_Return);
    QCOMPARE(committed.size(), 1);
    QCOMPARE(that.date(), std::string("2024-23"));
    QCOMPARE(that.field.edit()->text(), u"2024-23"_qs);
}

void tst_date_field::whatIsTypedSaysWhatItMeansAndWhy()
{
    Field that;
    that.type(u"last autumn"_qs);
    QVERIFY2(that.meaning().contains(u"autumn 2024"), qPrintable(that.meaning()));
    QVERIFY2(that.meaning().contains(u"30 Nov 2024"), qPrintable(that.meaning()));
    QVERIFY2(that.meaning().contains(u"21 March 2025"), qPrintable(that.meaning()));
}

void tst_date_field::upAndDownChooseAmongReadings()
{
    Field that;
    that.type(u"May 3"_qs);
    QVERIFY(that.field.readings().size() > 1);
    const std::string first = that.date();
    QTest::keyClick(that.field.edit(), Qt::Key_Down);
    const std::string second = that.date();
    QVERIFY(first != second);
    QTest::keyClick(that.field.edit(), Qt::Key_Up);
    QCOMPARE(that.date(), first);
    QTest::keyClick(that.field.edit(), Qt::Key_Down);
    QTest::keyClick(that.field.edit(), Qt::Key_Return);
    QCOMPARE(that.field.edit()->text(), toQString(second));
}

void tst_date_field::whatIsNoDateSaysSoAndIsNotKept()
{
    Field that;
    QSignalSpy committed(&that.field, &DateField::committed);
    for (const QString &text : {u"no such day"_qs, u"2024-13"_qs}) {
        that.type(text);
        QVERIFY(!that.field.problem().isEmpty());
        QTest::keyClick(that.field.edit(), Qt::Key_Return);
        QCOMPARE(committed.size(), 0);
        QVERIFY(that.date().empty());
    }
}

void tst_date_field::aPhraseIsReadBesideTheDayOfPublication()
{
    Field that;
    that.type(u"last year"_qs);
    QCOMPARE(that.date(), std::string("2024"));
    that.field.setSetting({*Edtf::parse("2011-06-01"), "en", false});
    QCOMPARE(that.date(), std::string("2010"));
}

void tst_date_field::widthsOfAboutAreTold()
{
    Field that;
    that.field.setSetting({}, {2, 0});
    that.type(u"2024-06~"_qs);
    QVERIFY2(that.meaning().contains(u"1 Apr"), qPrintable(that.meaning()));
}

void tst_date_field::theCalendarPicksAtAPrecision_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("edtf");
    using Unit = CalendarPopup::Unit;
    QTest::newRow("day") << int(Unit::Day) << u"15"_qs << u"2024-06-15"_qs;
    QTest::newRow("month") << int(Unit::Month) << u"October"_qs << u"2024-10"_qs;
    QTest::newRow("season") << int(Unit::Season) << u"autumn 2024"_qs << u"2024-23"_qs;
    QTest::newRow("year") << int(Unit::Year) << u"2025"_qs << u"2025"_qs;
    QTest::newRow("decade") << int(Unit::Decade) << u"1990s"_qs << u"199X"_qs;
}

void tst_date_field::theCalendarPicksAtAPrecision()
{
    QFETCH(int, unit);
    QFETCH(QString, cell);
    QFETCH(QString, edtf);
    CalendarPopup calendar;
    QSignalSpy picked(&calendar, &CalendarPopup::picked);
    calendar.open(*Edtf::parse("2024-06"), {2020, 1, 1}, {});
    QCOMPARE(calendar.unit(), CalendarPopup::Unit::Month);
    calendar.setUnit(static_cast<CalendarPopup::Unit>(unit));
    for (QToolButton *button : calendar.findChildren<QToolButton *>()) {
        if (button->text() == cell && button->isVisible()) {
            button->click();
            break;
        }
    }
    QCOMPARE(picked.size(), 1);
    QCOMPARE(toQString(picked.front().front().value<Edtf>().text()), edtf);
}

void tst_date_field::theCalendarMovesByKeys()
{
    CalendarPopup calendar;
    QSignalSpy picked(&calendar, &CalendarPopup::picked);
    calendar.open(*Edtf::parse("2024-06-30"), {2020, 1, 1}, {});
    QTest::keyClick(&calendar, Qt::Key_Left);
    QTest::keyClick(&calendar, Qt::Key_PageDown);
    QTest::keyClick(&calendar, Qt::Key_PageUp);
    QTest::keyClick(&calendar, Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.front().front().value<Edtf>().text(), std::string("2024-06-29"));
}

void tst_date_field::aReadOnlyFieldHasNoCalendar()
{
    Field that;
    that.field.setReadOnly(true);
    for (const QAction *action : that.field.edit()->actions())
        QVERIFY(!action->isVisible());
}

QTEST_MAIN(tst_date_field)
#include "tst_date_field.moc"
