// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "ui/paint/theme.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

constexpr double kText = 4.5;  // WCAG 2.1: text, and marks that carry a meaning
constexpr double kMark = 3.0;

double luminance(const QColor &colour)
{
    const auto linear = [](float channel) {
        return channel <= 0.04045F ? double(channel) / 12.92
                                   : std::pow((double(channel) + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

QPalette paletteWith(const QColor &base, const QColor &text, const QColor &highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Window, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, base);
    return palette;
}

void addLooks()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::light(QFont());
    QTest::newRow("dark") << Theme::dark(QFont());
    QTest::newRow("a light desktop") << Theme::fromPalette(
        paletteWith(QColor(0xfc, 0xfc, 0xfc), QColor(0x23, 0x26, 0x29), QColor(0x3d, 0xae, 0xe9)),
        QFont());
    QTest::newRow("a dark desktop") << Theme::fromPalette(
        paletteWith(QColor(0x1b, 0x1e, 0x20), QColor(0xfc, 0xfc, 0xfc), QColor(0x3d, 0xae, 0xe9)),
        QFont());
}

}  // namespace

class tst_theme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data() { addLooks(); }
    void textCanBeRead();
    void categoriesCanBeSeen_data() { addLooks(); }
    void categoriesCanBeSeen();
    void categoriesCanBeToldApart_data() { addLooks(); }
    void categoriesCanBeToldApart();
    void groundsLieBetweenPaperAndColour_data() { addLooks(); }
    void groundsLieBetweenPaperAndColour();
    void eachKindOfActorHasItsColour_data() { addLooks(); }
    void eachKindOfActorHasItsColour();

    void followsThePaletteOfTheDesktop();
    void anAccentThatCannotBeSeenIsNotTaken();
    void categoriesRepeatAfterEight();
    void fontsComeFromTheDesktops_data();
    void fontsComeFromTheDesktops();
    void certaintyShowsWithoutColour();
};

void tst_theme::textCanBeRead()
{
    QFETCH(Theme, theme);
    QVERIFY(contrast(theme.ink(), theme.paper()) >= 7);
    for (const QColor &ground :
         {theme.paper(), theme.panel(), theme.band(), theme.accentGround(), theme.warningGround()})
        QVERIFY2(contrast(theme.ink(), ground) >= kText, qPrintable(ground.name()));
    for (const QColor &ground : {theme.paper(), theme.panel(), theme.band()})
        QVERIFY2(contrast(theme.faintInk(), ground) >= kText, qPrintable(ground.name()));
    QVERIFY(contrast(theme.warning(), theme.paper()) >= kText);
}

void tst_theme::categoriesCanBeSeen()
{
    QFETCH(Theme, theme);
    for (std::uint32_t i = 0; i < Theme::kCategoryCount; ++i) {
        QVERIFY2(contrast(theme.category(i), theme.paper()) >= kMark,
                 qPrintable(theme.category(i).name()));
        QVERIFY2(contrast(theme.category(i), theme.band()) >= kMark,
                 qPrintable(theme.category(i).name()));
        QVERIFY2(contrast(theme.categoryText(i), theme.paper()) >= kText,
                 qPrintable(theme.categoryText(i).name()));
    }
}

void tst_theme::categoriesCanBeToldApart()
{
    QFETCH(Theme, theme);
    for (std::uint32_t i = 0; i < Theme::kCategoryCount; ++i) {
        for (std::uint32_t j = 0; j < i; ++j) {
            const QColor a = theme.category(i);
            const QColor b = theme.category(j);
            const int distance = std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                                 std::abs(a.blue() - b.blue());
            QVERIFY2(distance >= 60, qPrintable(a.name() + QLatin1Char(' ') + b.name()));
        }
    }
}

void tst_theme::groundsLieBetweenPaperAndColour()
{
    QFETCH(Theme, theme);
    for (std::uint32_t i = 0; i < Theme::kCategoryCount; ++i) {
        const QColor ground = theme.categoryGround(i);
        QCOMPARE(ground.alpha(), 255);  // a print engine need not blend
        QVERIFY(ground != theme.paper());
        QVERIFY2(contrast(theme.ink(), ground) >= kText, qPrintable(ground.name()));
        QVERIFY2(contrast(ground, theme.paper()) < contrast(theme.category(i), theme.paper()),
                 qPrintable(ground.name()));
    }
}

void tst_theme::eachKindOfActorHasItsColour()
{
    QFETCH(Theme, theme);
    std::vector<QColor> colours;
    for (const char *kind : {"person", "state", "body", "group", "outlet", "place"}) {
        const QColor colour = theme.actorColour(kind);
        QVERIFY2(contrast(colour, theme.paper()) >= kMark, kind);
        QVERIFY2(std::find(colours.begin(), colours.end(), colour) == colours.end(), kind);
        QCOMPARE(theme.actorGround(kind).alpha(), 255);
        colours.push_back(colour);
    }
    QVERIFY(theme.actorColour("something else").isValid());
}

void tst_theme::followsThePaletteOfTheDesktop()
{
    const QColor paper(0x10, 0x20, 0x30);
    const QColor ink(0xf0, 0xe0, 0xd0);
    const QColor highlight(0xff, 0x80, 0x20);
    const Theme theme = Theme::fromPalette(paletteWith(paper, ink, highlight), QFont());
    QVERIFY(theme.isDark());
    QCOMPARE(theme.paper(), paper);
    QCOMPARE(theme.ink(), ink);
    QCOMPARE(theme.accent(), highlight);
    QVERIFY(!Theme::fromPalette(paletteWith(ink, paper, highlight), QFont()).isDark());
}

void tst_theme::anAccentThatCannotBeSeenIsNotTaken()
{
    const QColor grey(0x80, 0x80, 0x80);
    const Theme theme = Theme::fromPalette(paletteWith(Qt::white, Qt::black, grey), QFont());
    QCOMPARE(theme.accent(), Theme::light(QFont()).accent());
    const QColor pale(0xf0, 0xff, 0xf0);
    QCOMPARE(Theme::fromPalette(paletteWith(Qt::white, Qt::black, pale), QFont()).accent(),
             Theme::light(QFont()).accent());
}

void tst_theme::categoriesRepeatAfterEight()
{
    const Theme theme = Theme::light(QFont());
    QCOMPARE(theme.category(8), theme.category(0));
    QCOMPARE(theme.category(UINT32_MAX), theme.category(UINT32_MAX % 8));
}

void tst_theme::fontsComeFromTheDesktops_data()
{
    QTest::addColumn<bool>("isInPixels");
    QTest::newRow("points") << false;
    QTest::newRow("pixels") << true;
}

void tst_theme::fontsComeFromTheDesktops()
{
    QFETCH(bool, isInPixels);
    QFont font(QStringLiteral("Noto Sans"));
    if (isInPixels)
        font.setPixelSize(20);
    else
        font.setPointSizeF(20);
    const Theme theme = Theme::light(font);
    QCOMPARE(theme.font(), font);
    QCOMPARE(theme.smallFont().family(), font.family());
    const double small =
        isInPixels ? theme.smallFont().pixelSize() : theme.smallFont().pointSizeF();
    QVERIFY(std::abs(small - 17.4) < 0.5);
    QVERIFY(theme.strongFont().weight() > font.weight());
}

void tst_theme::certaintyShowsWithoutColour()
{
    const Theme theme = Theme::light(QFont());
    const Qt::PenStyle confirmed = theme.penStyle(Certainty::Confirmed);
    const Qt::PenStyle assessed = theme.penStyle(Certainty::Assessed);
    const Qt::PenStyle suspected = theme.penStyle(Certainty::Suspected);
    QCOMPARE(confirmed, Qt::SolidLine);
    QVERIFY(assessed != confirmed);
    QVERIFY(suspected != confirmed);
    QVERIFY(suspected != assessed);
}

QTEST_MAIN(tst_theme)
#include "tst_theme.moc"
