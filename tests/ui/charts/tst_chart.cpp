// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractScrollArea>
#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include "ui/charts/chart.h"

using namespace dateline::ui;

namespace {

BarContent twoKinds()
{
    BarContent content;
    content.categories = {u"2024"_qs, u"2025"_qs};
    content.series = {{u"visit"_qs, 0, {1, 3}}, {u"talks"_qs, 1, {2'000, 4'000}}};
    content.valueTitle = u"Events"_qs;
    return content;
}

BandContent troops()
{
    BandContent content;
    content.bands = {{u"troops"_qs, 0, {{0, 10, 12}, {86'400'000'000, 11, 15}}}};
    content.end = 2 * 86'400'000'000;
    return content;
}

// Where the colour is seen, far from its edges; a null point where it is not.
QPoint placeOf(const QImage &image, const QColor &colour)
{
    for (int y = 3; y < image.height() - 3; ++y) {
        for (int x = 3; x < image.width() - 3; ++x) {
            bool isInside = true;
            for (const QPoint step : {QPoint(0, 0), QPoint(3, 0), QPoint(0, 3), QPoint(-3, 0)})
                isInside = isInside && image.pixelColor(QPoint(x, y) + step) == colour;
            if (isInside)
                return {x, y};
        }
    }
    return {};
}

}  // namespace

class tst_chart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aClickOnABarIsToldOnce();
    void whoeverHearsOfAClickMaySetOtherContent();
    void valuesAreSaidToThoseWhoCannotSeeThem();
    void followsThePalette();
    void categoriesOfTheSameNameAllHaveTheirBar();
};

void tst_chart::aClickOnABarIsToldOnce()
{
    Chart chart;
    chart.resize(600, 400);
    chart.setContent(twoKinds());
    chart.show();
    auto *view = chart.findChild<QAbstractScrollArea *>();
    QVERIFY(view);
    const QSignalSpy spy(&chart, &Chart::barClicked);
    const QColor talks = Theme::fromPalette(chart.palette(), chart.font()).category(1);
    const QPoint place = placeOf(view->viewport()->grab().toImage(), talks);
    QVERIFY(!place.isNull());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(spy.first().at(0).toInt(), 1);
    QCOMPARE(spy.first().at(1).toInt(), 1);  // 2025 is the higher bar
}

void tst_chart::whoeverHearsOfAClickMaySetOtherContent()
{
    Chart chart;
    chart.resize(600, 400);
    chart.setContent(twoKinds());
    chart.show();
    auto *view = chart.findChild<QAbstractScrollArea *>();
    int heard = 0;
    bool isInsideTheClick = true;
    connect(&chart, &Chart::barClicked, this, [&] {
        ++heard;
        QVERIFY(!isInsideTheClick);  // the bar that was clicked is deleted here
        chart.setContent(troops());
    });
    const QColor talks = Theme::fromPalette(chart.palette(), chart.font()).category(1);
    const QPoint place = placeOf(view->viewport()->grab().toImage(), talks);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    isInsideTheClick = false;
    QTRY_COMPARE(heard, 1);
    QVERIFY(std::holds_alternative<BandContent>(chart.content()));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    QCoreApplication::processEvents();
    QCOMPARE(heard, 1);
}

void tst_chart::valuesAreSaidToThoseWhoCannotSeeThem()
{
    Chart chart;
    chart.setContent(twoKinds());
    QCOMPARE(chart.accessibleDescription(), u"2024: 2,001; 2025: 4,003"_qs);
    chart.setContent(troops());
    QCOMPARE(chart.accessibleDescription(), u"troops: 10–12, 11–15"_qs);
}

void tst_chart::followsThePalette()
{
    Chart chart;
    chart.resize(600, 400);
    chart.setContent(twoKinds());
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(0x1e, 0x21, 0x26));
    dark.setColor(QPalette::Window, QColor(0x1e, 0x21, 0x26));
    dark.setColor(QPalette::Text, Qt::white);
    const auto shows = [&chart](const QColor &colour) {
        return !placeOf(chart.grab().toImage(), colour).isNull();
    };
    const QColor light = Theme::light(chart.font()).category(1);
    QVERIFY(shows(light));
    chart.setPalette(dark);
    QVERIFY(!shows(light));
    QVERIFY(shows(Theme::dark(chart.font()).category(1)));
}

void tst_chart::categoriesOfTheSameNameAllHaveTheirBar()
{
    BarContent content;
    content.categories = {u"Kim"_qs, u"Kim"_qs};
    content.series = {{u"Events"_qs, 0, {5, 5}}};
    const Theme theme = Theme::light(QFont());
    QImage image(600, 400, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.paper());
    QPainter painter(&image);
    paintChart(painter, QRectF(0, 0, 600, 400), content, theme);
    painter.end();
    // Along one line through the middle: bar, gap, bar.
    int bars = 0;
    bool isBar = false;
    for (int x = 0; x < image.width(); ++x) {
        const bool isNext = image.pixelColor(x, 250) == theme.category(0);
        bars += isNext && !isBar ? 1 : 0;
        isBar = isNext;
    }
    QCOMPARE(bars, 2);
}

QTEST_MAIN(tst_chart)
#include "tst_chart.moc"
