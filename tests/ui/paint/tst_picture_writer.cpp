// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QHashFunctions>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include "ui/paint/label.h"
#include "ui/paint/picture_writer.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

const QColor kMark(0x12, 0x34, 0xd0);

// Four bars in a row and words in three scripts: what a scene is made of.
Picture fourMarks()
{
    Picture picture;
    picture.title = u"Visits to Pyongyang"_qs;
    picture.caption = {u"4 of 17 events"_qs, u"Sources: [1] “A visit”; [2] “Treaty”"_qs};
    picture.paint = [](QPainter &painter, const QRectF &area, const Theme &theme) {
        const double width = area.width() / 8;
        for (int i = 0; i < 4; ++i) {
            painter.fillRect(QRectF(area.left() + width * (2 * i + 0.5), area.top() + 40, width,
                                    area.height() / 3),
                             kMark);
        }
        painter.setPen(theme.ink());
        drawLabel(painter, area.topLeft() + QPointF(20, 30), u"Kim Jong Un 김정은 Шойгу"_qs,
                  theme.font());
        drawLabel(painter, area.topLeft() + QPointF(20, area.height() - 20), u"strong"_qs,
                  theme.strongFont());
    };
    return picture;
}

PictureOptions smallOptions()
{
    PictureOptions options;
    options.size = QSizeF(800, 500);
    options.font = QFont(QStringLiteral("Noto Sans"), 10);
    return options;
}

// How many stretches of the colour a line through the picture meets.
int marksAlong(const QImage &image, double height)
{
    int marks = 0;
    bool isMark = false;
    for (int x = 0; x < image.width(); ++x) {
        const QColor colour = image.pixelColor(x, int(image.height() * height));
        const bool isNext = std::abs(colour.red() - kMark.red()) < 12 &&
                            std::abs(colour.green() - kMark.green()) < 12 &&
                            std::abs(colour.blue() - kMark.blue()) < 12;
        marks += isNext && !isMark ? 1 : 0;
        isMark = isNext;
    }
    return marks;
}

QImage rendered(const QByteArray &svg)
{
    QSvgRenderer renderer(svg);
    QImage image(800, 500, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

// What a tool prints about a file; nothing where the tool is not installed.
std::optional<QString> printed(const QString &program, const QStringList &arguments)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(path, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return QString();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void addFormats()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("PNG") << PictureFormat::Png;
    QTest::newRow("SVG") << PictureFormat::Svg;
    QTest::newRow("PDF") << PictureFormat::Pdf;
}

}  // namespace

class tst_picture_writer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFormatFollowsTheEnding();

    void allFormatsHaveTheSameMarks();
    void svgHasItsTextLive();
    void svgHasItsTextAsOutlinesWhenAsked();
    void pdfHasItsTextToBeSelected();
    void pdfIsOnePageOfTheSizeAskedFor();
    void titleAndCaptionCanBeTurnedOff();

    void theSamePictureIsTheSameFile_data() { addFormats(); }
    void theSamePictureIsTheSameFile();
    void theSamePdfComesFromEachRunOfTheProgram();
    void pdfNamesNoTime();

    void pngHasTheSizeAskedForWhateverItsDpi();
    void aTransparentPictureHasNoGround();
    void darkPicturesHaveDarkGround();
    void aLongCaptionLeavesRoomForThePicture();
    void aTitleTooLongIsElided();

    void writesTheFileWhole_data() { addFormats(); }
    void writesTheFileWhole();
    void anUnwritableTargetLeavesNothingBehind_data() { addFormats(); }
    void anUnwritableTargetLeavesNothingBehind();
    void aPictureTooLargeIsNoEmptyFile();
};

void tst_picture_writer::theFormatFollowsTheEnding()
{
    QCOMPARE(*pictureFormatOf(u"/a.b/c.png"_qs), PictureFormat::Png);
    QCOMPARE(*pictureFormatOf(u"C.SVG"_qs), PictureFormat::Svg);
    QCOMPARE(*pictureFormatOf(u"report.2025.pdf"_qs), PictureFormat::Pdf);
    for (const char *path : {"picture", "picture.jpeg", "picture.png.txt", ""}) {
        const Result<PictureFormat> format = pictureFormatOf(QString::fromLatin1(path));
        QVERIFY2(!format, path);
        QCOMPARE(format.error().code, ErrorCode::BadInput);
    }
}

void tst_picture_writer::allFormatsHaveTheSameMarks()
{
    const QTemporaryDir folder;
    const Picture picture = fourMarks();
    QCOMPARE(marksAlong(QImage::fromData(pictureBytes(picture, PictureFormat::Png, smallOptions())),
                        0.3),
             4);
    QCOMPARE(marksAlong(rendered(pictureBytes(picture, PictureFormat::Svg, smallOptions())), 0.3),
             4);
    const QString pdf =
        written(folder, u"p.pdf"_qs, pictureBytes(picture, PictureFormat::Pdf, smallOptions()));
    if (!printed(u"pdftoppm"_qs, {u"-png"_qs, u"-singlefile"_qs, u"-r"_qs, u"96"_qs, pdf,
                                  folder.filePath(u"p"_qs)}))
        QSKIP("pdftoppm is not installed");
    const QImage page(folder.filePath(u"p.png"_qs));
    QVERIFY(std::abs(page.width() - 800) <= 1 && std::abs(page.height() - 500) <= 1);
    QCOMPARE(marksAlong(page, 0.3), 4);
}

void tst_picture_writer::svgHasItsTextLive()
{
    const QString svg =
        QString::fromUtf8(pictureBytes(fourMarks(), PictureFormat::Svg, smallOptions()));
    for (const QString &words :
         {u"Visits to Pyongyang"_qs, u"김정은"_qs, u"Шойгу"_qs, u"4 of 17 events"_qs})
        QVERIFY2(svg.contains(words), qPrintable(words));
    QVERIFY(svg.contains(u"<text"_qs));
}

void tst_picture_writer::svgHasItsTextAsOutlinesWhenAsked()
{
    PictureOptions options = smallOptions();
    options.text = TextAs::Outlines;
    const QByteArray bytes = pictureBytes(fourMarks(), PictureFormat::Svg, options);
    const QString svg = QString::fromUtf8(bytes);
    QVERIFY(!svg.contains(u"<text"_qs));
    QVERIFY(svg.contains(u"<path"_qs));
    QCOMPARE(marksAlong(rendered(bytes), 0.3), 4);
}

void tst_picture_writer::pdfHasItsTextToBeSelected()
{
    const QTemporaryDir folder;
    const QString pdf =
        written(folder, u"p.pdf"_qs, pictureBytes(fourMarks(), PictureFormat::Pdf, smallOptions()));
    const std::optional<QString> text = printed(u"pdftotext"_qs, {pdf, u"-"_qs});
    if (!text)
        QSKIP("pdftotext is not installed");
    for (const QString &words :
         {u"Visits to Pyongyang"_qs, u"Kim Jong Un"_qs, u"김정은"_qs, u"Шойгу"_qs, u"Treaty"_qs})
        QVERIFY2(text->contains(words), qPrintable(*text));
}

void tst_picture_writer::pdfIsOnePageOfTheSizeAskedFor()
{
    const QTemporaryDir folder;
    const QString pdf =
        written(folder, u"p.pdf"_qs, pictureBytes(fourMarks(), PictureFormat::Pdf, smallOptions()));
    const std::optional<QString> about = printed(u"pdfinfo"_qs, {pdf});
    if (!about)
        QSKIP("pdfinfo is not installed");
    QVERIFY2(about->contains(QRegularExpression(u"Pages: +1\\n"_qs)), qPrintable(*about));
    QVERIFY2(about->contains(QRegularExpression(u"Page size: +600 x 375 pts"_qs)),
             qPrintable(*about));
    QVERIFY2(about->contains(QRegularExpression(u"Title: +Visits to Pyongyang"_qs)),
             qPrintable(*about));
}

void tst_picture_writer::titleAndCaptionCanBeTurnedOff()
{
    PictureOptions options = smallOptions();
    QRectF room[2];
    for (const bool isPlain : {false, true}) {
        options.hasTitle = !isPlain;
        options.hasCaption = !isPlain;
        Picture picture = fourMarks();
        QRectF &area = room[isPlain ? 1 : 0];
        picture.paint = [&area](QPainter &, const QRectF &given, const Theme &) { area = given; };
        const QString svg = QString::fromUtf8(pictureBytes(picture, PictureFormat::Svg, options));
        QCOMPARE(svg.count(u"<text"_qs) > 0, !isPlain);
    }
    QCOMPARE(room[1], QRectF(0, 0, 800, 500));
    QVERIFY(room[0].top() > 10 && room[0].bottom() < 490);
}

void tst_picture_writer::theSamePictureIsTheSameFile()
{
    QFETCH(PictureFormat, format);
    const QByteArray once = pictureBytes(fourMarks(), format, smallOptions());
    QVERIFY(once.size() > 500);
    QCOMPARE(pictureBytes(fourMarks(), format, smallOptions()), once);
}

// Tables with another order of their entries are what a second run of the program has.
void tst_picture_writer::theSamePdfComesFromEachRunOfTheProgram()
{
    const QByteArray once = pictureBytes(fourMarks(), PictureFormat::Pdf, smallOptions());
    for (int run = 0; run < 12; ++run) {
        QHashSeed::resetRandomGlobalSeed();
        QCOMPARE(pictureBytes(fourMarks(), PictureFormat::Pdf, smallOptions()), once);
    }
}

void tst_picture_writer::pdfNamesNoTime()
{
    const QByteArray pdf = pictureBytes(fourMarks(), PictureFormat::Pdf, smallOptions());
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(!pdf.contains("CreationDate"));
    QVERIFY(!pdf.contains("ModDate"));
}

void tst_picture_writer::pngHasTheSizeAskedForWhateverItsDpi()
{
    PictureOptions options = smallOptions();
    QSizeF drawnInto[2];
    for (const int dpi : {96, 192}) {
        options.dpi = dpi;
        Picture picture = fourMarks();
        QSizeF &size = drawnInto[dpi == 96 ? 0 : 1];
        picture.caption.clear();
        picture.title.clear();
        picture.paint = [&size](QPainter &, const QRectF &area, const Theme &) {
            size = area.size();
        };
        const QImage image = QImage::fromData(pictureBytes(picture, PictureFormat::Png, options));
        QCOMPARE(image.size(), QSize(800, 500));
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), dpi);
    }
    // Twice the dots: everything twice as large, so half the room.
    QCOMPARE(drawnInto[0], QSizeF(800, 500));
    QCOMPARE(drawnInto[1], QSizeF(400, 250));
}

void tst_picture_writer::aTransparentPictureHasNoGround()
{
    PictureOptions options = smallOptions();
    QCOMPARE(pictureImage(fourMarks(), options).pixelColor(0, 0), QColor(Qt::white));
    options.isTransparent = true;
    QCOMPARE(pictureImage(fourMarks(), options).pixelColor(0, 0).alpha(), 0);
}

void tst_picture_writer::darkPicturesHaveDarkGround()
{
    PictureOptions options = smallOptions();
    options.isDark = true;
    const QImage image = pictureImage(fourMarks(), options);
    QCOMPARE(image.pixelColor(0, 0), Theme::dark(QFont()).paper());
    QCOMPARE(marksAlong(image, 0.3), 4);
}

void tst_picture_writer::aLongCaptionLeavesRoomForThePicture()
{
    PictureOptions options = smallOptions();
    options.size = QSizeF(300, 200);
    Picture picture = fourMarks();
    for (int i = 0; i < 60; ++i)
        picture.caption.append(QString(500, QLatin1Char('x')));
    QRectF area;
    picture.paint = [&area](QPainter &, const QRectF &given, const Theme &) { area = given; };
    const QString svg = QString::fromUtf8(pictureBytes(picture, PictureFormat::Svg, options));
    QVERIFY(area.height() > 60);
    QVERIFY(area.bottom() < 200);
    QVERIFY(svg.contains(u"…"_qs));  // what is left out is said to be
}

void tst_picture_writer::aTitleTooLongIsElided()
{
    PictureOptions options = smallOptions();
    Picture picture = fourMarks();
    picture.title = QString(400, QLatin1Char('m'));
    const QImage image = pictureImage(picture, options);
    for (int y = 0; y < image.height(); ++y)
        QCOMPARE(image.pixelColor(image.width() - 3, y), QColor(Qt::white));
}

void tst_picture_writer::writesTheFileWhole()
{
    QFETCH(PictureFormat, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"picture"_qs);
    written(folder, u"picture"_qs, "an older picture, longer than nothing");
    QVERIFY(writePicture(path, fourMarks(), format, smallOptions()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), pictureBytes(fourMarks(), format, smallOptions()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"picture"_qs});
}

void tst_picture_writer::anUnwritableTargetLeavesNothingBehind()
{
    QFETCH(PictureFormat, format);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_qs));
    for (const QString &name : {u"no/such/folder/picture"_qs, u"folder"_qs}) {
        const Result<void> result =
            writePicture(folder.filePath(name), fourMarks(), format, smallOptions());
        QVERIFY2(!result, qPrintable(name));
        QCOMPARE(result.error().code, ErrorCode::NotWritable);
        QVERIFY(QString::fromStdString(result.error().detail).contains(name));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"folder"_qs});
    QVERIFY(QDir(folder.filePath(u"folder"_qs)).isEmpty());
}

void tst_picture_writer::aPictureTooLargeIsNoEmptyFile()
{
    const QTemporaryDir folder;
    PictureOptions options = smallOptions();
    options.size = QSizeF(2e6, 2e6);
    const QString path = folder.filePath(u"huge.png"_qs);
    QVERIFY(!writePicture(path, fourMarks(), PictureFormat::Png, options));
    QVERIFY(!QFile::exists(path));
}

QTEST_MAIN(tst_picture_writer)
#include "tst_picture_writer.moc"
