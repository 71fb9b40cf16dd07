// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QPainter>
#include <QTest>

#include "tests/app/network/sample_case.h"
#include "tests/app/network/scene_text.h"
#include "ui/paint/network_painter.h"
#include "ui/paint/network_picture.h"
#include "ui/paint/picture_writer.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

QFont plainFont()
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(12);
    return font;
}

NetworkScene sceneOfOneMark(NodeShape shape)
{
    NetworkScene scene;
    scene.width = 60;
    scene.height = 60;
    scene.actorKinds = {"state"};
    SceneNode node;
    node.at = {30, 30};
    node.radius = 15;
    node.shape = shape;
    scene.nodes.push_back(node);
    return scene;
}

NetworkScene sceneOfOneLink(Certainty certainty)
{
    NetworkScene scene;
    scene.width = 200;
    scene.height = 20;
    SceneLink link;
    link.certainty = certainty;
    link.width = 2;
    link.whole = {{5, 10}, {100, 10}, {195, 10}};
    link.lastPiece = 1;
    scene.pieces = {link.whole};
    scene.links.push_back(link);
    return scene;
}

QImage painted(const NetworkScene &scene, const Theme &theme)
{
    QImage image(qRound(scene.width), qRound(scene.height), QImage::Format_RGB32);
    image.fill(theme.paper());
    QPainter painter(&image);
    NetworkPainter::paint(painter, scene, theme);
    return image;
}

int inkOf(const QImage &image, const QColor &paper)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) != paper ? 1 : 0;
    return count;
}

Picture samplePicture()
{
    Picture picture;
    picture.paint = [snapshot = test::sampleCase()](QPainter &painter, const QRectF &area,
                                                    const Theme &theme) {
        paintNetworkPicture(painter, area, theme, *snapshot, RowSet(snapshot->events->size(), true),
                            {});
    };
    return picture;
}

PictureOptions plainOptions()
{
    PictureOptions options;
    options.size = {960, 480};
    options.font = plainFont();
    options.hasTitle = options.hasCaption = false;
    return options;
}

}  // namespace

class tst_network_painter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachShapeIsPaintedDifferently()
    {
        const Theme theme = Theme::light(plainFont());
        std::vector<QImage> images;
        for (int i = 0; i < kNodeShapeCount; ++i) {
            images.push_back(painted(sceneOfOneMark(static_cast<NodeShape>(i)), theme));
            QVERIFY(inkOf(images.back(), theme.paper()) > 200);
            for (int j = 0; j < i; ++j)
                QVERIFY(images[static_cast<std::size_t>(j)] != images.back());
        }
    }
    void theLessCertainTheLessInk()
    {
        const Theme theme = Theme::light(plainFont());
        const auto ink = [&](Certainty certainty) {
            return inkOf(painted(sceneOfOneLink(certainty), theme), theme.paper());
        };
        QVERIFY(ink(Certainty::Confirmed) > ink(Certainty::Assessed));
        QVERIFY(ink(Certainty::Assessed) > ink(Certainty::Suspected));
        QVERIFY(ink(Certainty::Denied) > ink(Certainty::Suspected));  // its cross
    }
    void dimmedMarksFadeButStay()
    {
        const Theme theme = Theme::dark(plainFont());
        NetworkScene scene = sceneOfOneMark(NodeShape::Square);
        const QColor bright = painted(scene, theme).pixelColor(30, 30);
        scene.nodes[0].isDimmed = true;
        const QColor faint = painted(scene, theme).pixelColor(30, 30);
        const auto contrast = [&](const QColor &colour) {
            return std::abs(colour.lightness() - theme.paper().lightness());
        };
        QVERIFY(contrast(faint) < contrast(bright));
        QVERIFY(inkOf(painted(scene, theme), theme.paper()) > 200);
    }
    void thePainterIsLeftAsItWas()
    {
        QImage image(60, 60, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.setPen(Qt::red);
        NetworkPainter::paint(painter, sceneOfOneMark(NodeShape::Circle),
                              Theme::light(plainFont()));
        QCOMPARE(painter.pen().color(), QColor(Qt::red));
    }
    void svgHoldsTheSameNamesAndNoClip()
    {
        const QString svg =
            QString::fromUtf8(pictureBytes(samplePicture(), PictureFormat::Svg, plainOptions()));
        for (const char16_t *name : {u"North Korea", u"조선", u"Интерфакс", u"troops",
                                     u"Kim Jong Un", u"assessed", u"outlet"})
            QVERIFY2(svg.contains(QString::fromUtf16(name)), qPrintable(QString::fromUtf16(name)));
        QVERIFY(!svg.contains(QStringLiteral("clip-path")));
        QVERIFY(!svg.contains(QStringLiteral("<image")));
    }
    void theSamePictureTwiceHasTheSameBytes()
    {
        for (const PictureFormat format :
             {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf})
            QCOMPARE(pictureBytes(samplePicture(), format, plainOptions()),
                     pictureBytes(samplePicture(), format, plainOptions()));
    }
    void nothingIsDrawnNearTheEdgeOfThePicture()
    {
        const QImage image = pictureImage(samplePicture(), plainOptions());
        const QColor paper = image.pixelColor(0, 0);
        for (int x = 0; x < image.width(); ++x) {
            QCOMPARE(image.pixelColor(x, 1), paper);
            QCOMPARE(image.pixelColor(x, image.height() - 2), paper);
        }
        for (int y = 0; y < image.height(); ++y) {
            QCOMPARE(image.pixelColor(1, y), paper);
            QCOMPARE(image.pixelColor(image.width() - 2, y), paper);
        }
    }
    void aPictureOfSomeEventsShowsTheirActors()
    {
        const SnapshotPointer snapshot = test::sampleCase();
        RowSet shown(snapshot->events->size());
        shown.insert(EventRow{0});
        const auto actors = actorsInPicture(*snapshot, shown, {});
        QCOMPARE(actors.size(), snapshot->participations->ofEvent(EventRow{0}).size());
        const RowSet all(snapshot->events->size(), true);
        QCOMPARE(actorsInPicture(*snapshot, all, {}).size(), snapshot->actors->size());
    }
    void whatFallsIsAmberBelowItsNames()
    {
        const SnapshotPointer snapshot = test::sampleCase();
        const RowSet all(snapshot->events->size(), true);
        const Theme theme = Theme::light(plainFont());
        const auto pictureWith = [&](const NetworkPictureOptions &options) {
            QImage image(960, 480, QImage::Format_RGB32);
            image.fill(theme.paper());
            QPainter painter(&image);
            paintNetworkPicture(painter, QRectF(0, 0, 960, 480), theme, *snapshot, all, options);
            painter.end();
            return image;
        };
        const auto hasAmber = [&theme](const QImage &image) {
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) == theme.doubt())
                        return true;
                }
            }
            return false;
        };
        NetworkPictureOptions options;
        QVERIFY(!hasAmber(pictureWith(options)));
        options.doubted = {(*snapshot->actors)[0].id};
        options.falls = [](ItemRef item) { return item.kind == ItemKind::Relation; };
        QVERIFY(hasAmber(pictureWith(options)));
    }
    void namesThatAGlowRunsThroughStandOnPaper()
    {
        NetworkScene scene;
        scene.width = 200;
        scene.height = 100;
        NetworkText name;
        name.text = "war";
        name.box = {60, 40, 140, 60};
        name.style = SceneTextStyle::LinkName;
        name.colour = 1;
        NetworkText aside = name;
        aside.box = {60, 80, 140, 98};
        scene.texts = {name, aside};
        NetworkScene overlay = scene;
        overlay.isDoubt = true;
        SceneLink link;
        link.whole = {{0, 50}, {100, 50}, {200, 50}};
        link.width = 3;
        overlay.glows.push_back(link);
        const NetworkScene over = NetworkPainter::wordsOverGlow(scene, overlay);
        QCOMPARE(over.texts.size(), std::size_t{1});
        const Theme theme = Theme::light(plainFont());
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(theme.doubt());
        QPainter painter(&image);
        NetworkPainter::paintWords(painter, over, theme, NetworkFonts(theme));
        painter.end();
        QCOMPARE(image.pixelColor(136, 42), theme.paper());
        QCOMPARE(image.pixelColor(20, 50), theme.doubt());
    }
    void aPictureShowsWhomTheWindowShows()
    {
        // Two triangles with a bridge.
        test::SnapshotOf rows;
        std::vector<ActorId> actors;
        for (const char *name : {"Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"})
            actors.push_back(rows.actor(name));
        for (const std::size_t first : {std::size_t{0}, std::size_t{3}})
            for (const auto &[from, to] : {std::pair(0u, 1u), {1u, 2u}, {0u, 2u}})
                rows.relation(actors[first + from], actors[first + to], "knows");
        rows.relation(actors[0], actors[3], "knows");
        const SnapshotPointer snapshot = rows.build();
        const auto svg = [&snapshot](const NetworkPictureOptions &options) {
            Picture picture;
            picture.paint = [&](QPainter &painter, const QRectF &area, const Theme &theme) {
                paintNetworkPicture(painter, area, theme, *snapshot, RowSet(), options);
            };
            return pictureBytes(picture, PictureFormat::Svg, plainOptions());
        };
        NetworkPictureOptions options;
        QVERIFY(svg(options).contains(">Fir<") && svg(options).contains(">Birch<"));
        options.graph.choice.hide(actors[5]);
        options.graph.choice.group("Shrubs", {actors[1], actors[2]});
        QVERIFY(!svg(options).contains(">Fir<"));
        QVERIFY(!svg(options).contains(">Birch<"));
        QVERIFY(svg(options).contains(">Shrubs (2)<"));
        options = {};
        const qsizetype before = svg(options).count(">Ash");
        options.graph.look.withCommunities = true;
        QCOMPARE(svg(options).count(">Ash"), before + 1);  // the name of its hull
        options = {};
        options.bright = std::vector<ActorRow>{ActorRow{0}};
        QVERIFY(svg(options) != svg({}));
    }
    void datesOfColumnsAreAsExactAsTheyAreKnown()
    {
        const auto at = [](const char *date) {
            return test::edtf(date).when().bounds.earliestBegin;
        };
        std::vector<GraphColumn> columns(3);
        columns[0].first = columns[0].last = at("2018");
        columns[1].first = at("2024-06");
        columns[1].last = at("2025-03-21");
        const auto labelled = labelledColumns(columns);
        QCOMPARE(labelled[0].label, std::string("2018"));
        QVERIFY(labelled[1].label.find("1 ") != 0 && labelled[1].label.find("2024 – 21") > 0);
        QCOMPARE(labelled[2].label, std::string("no date"));
    }
    void anEmptyCaseIsAnEmptyPicture()
    {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintNetworkPicture(painter, QRectF(0, 0, 200, 100), Theme::light(plainFont()),
                            *Snapshot::empty(), RowSet(), {});
        painter.end();
        QCOMPARE(inkOf(image, Qt::white), 0);
    }
};

QTEST_MAIN(tst_network_painter)
#include "tst_network_painter.moc"
