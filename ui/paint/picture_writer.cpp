// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/picture_writer.h"

#include <algorithm>

#include <QBuffer>
#include <QFileInfo>
#include <QHashFunctions>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextLayout>
#include <QTextOption>

#include "ui/bridge/text.h"
#include "ui/paint/label.h"
#include "ui/paint/svg_device.h"

namespace dateline::ui {

namespace {

constexpr double kPixelsPerInch = 96.0;
constexpr double kPointsPerInch = 72.0;

// Fonts in pixels, so that one layout serves every device whatever its resolution.
QFont pixelFont(const QFont &font)
{
    QFont sized = font;
    if (font.pixelSize() <= 0)
        sized.setPixelSize(qMax(1, qRound(font.pointSizeF() * kPixelsPerInch / kPointsPerInch)));
    return sized;
}

// Paragraphs broken into lines of at most the width; the last one says by an ellipsis that there
// would be more.
QStringList brokenLines(const QStringList &paragraphs, const QFont &font, double width,
                        qsizetype most)
{
    QStringList lines;
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font);
        QTextOption option(Qt::AlignLeft);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    if (lines.size() > most) {
        lines.resize(most);
        lines.last() = QFontMetricsF(font).elidedText(lines.last() + QStringLiteral(" …"),
                                                      Qt::ElideRight, width);
    }
    return lines;
}

// Qt stamps PDF files with the time; the same picture shall be the same file. Spaces in its place
// move no offset.
void removeStamp(QByteArray &pdf)
{
    const qsizetype begin = pdf.indexOf("/CreationDate (");
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
    for (qsizetype i = begin; i >= 0 && i <= end; ++i)
        pdf[i] = ' ';
}

// While it lives, hash tables are made in one fixed order: Qt writes the fonts of a PDF in the
// order of such a table, which is another one in each run of the program. Tables keep the order
// that they were made with, so those made before or after are not concerned.
class FixedHashOrder {
public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    FixedHashOrder(const FixedHashOrder &) = delete;
    FixedHashOrder &operator=(const FixedHashOrder &) = delete;
};

bool goesOn(LongWork *work)
{
    return work == nullptr || work->look();
}

// Takes no more bytes once the work is stopped, which ends whoever writes them.
class StoppableBuffer final : public QBuffer {
public:
    StoppableBuffer(QByteArray *bytes, LongWork *work) : QBuffer(bytes), m_work(work) {}

protected:
    qint64 writeData(const char *bytes, qint64 size) override
    {
        return goesOn(m_work) ? QBuffer::writeData(bytes, size) : -1;
    }

private:
    LongWork *m_work;
};

QByteArray pngBytes(const Picture &picture, const PictureOptions &options, LongWork *work)
{
    const QImage image = pictureImage(picture, options);
    if (work != nullptr)
        work->enter(WorkStage::Writing, -1);
    QByteArray bytes;
    StoppableBuffer buffer(&bytes, work);
    buffer.open(QIODevice::WriteOnly);
    return goesOn(work) && image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svgBytes(const Picture &picture, const PictureOptions &options)
{
    SvgDevice device(options.size);
    QPainter painter(&device);
    paintPicture(painter, picture, options);
    painter.end();
    return device.document(picture.title, picture.caption.join(QLatin1Char('\n')));
}

QByteArray pdfBytes(const Picture &picture, const PictureOptions &options)
{
    const FixedHashOrder fixedOrder;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(picture.title);
    writer.setCreator(QStringLiteral("Dateline"));
    const QSizeF points = options.size * (kPointsPerInch / kPixelsPerInch);
    writer.setPageLayout(
        QPageLayout(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch),
                    QPageLayout::Portrait, QMarginsF()));
    writer.setResolution(static_cast<int>(kPixelsPerInch) * 4);
    QPainter painter(&writer);
    painter.scale(4.0, 4.0);
    paintPicture(painter, picture, options);
    painter.end();
    removeStamp(bytes);
    return bytes;
}

}  // namespace

Result<PictureFormat> pictureFormatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png"))
        return PictureFormat::Png;
    if (ending == QLatin1String("svg"))
        return PictureFormat::Svg;
    if (ending == QLatin1String("pdf"))
        return PictureFormat::Pdf;
    return failure(ErrorCode::BadInput,
                   "a picture's name ends in .png, .svg or .pdf, this one in “" + toUtf8(ending) +
                       "”");
}

void paintPicture(QPainter &painter, const Picture &picture, const PictureOptions &options)
{
    const QFont font = pixelFont(options.font);
    const Theme theme = options.isDark ? Theme::dark(font) : Theme::light(font);
    const LabelMode mode(options.text);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (!options.isTransparent)
        painter.fillRect(QRectF(QPointF(), options.size), theme.paper());

    const double margin = QFontMetricsF(font).height();
    QRectF area(QPointF(), options.size);
    if (options.hasTitle && !picture.title.isEmpty()) {
        QFont large = theme.strongFont();
        large.setPixelSize(qRound(font.pixelSize() * 1.35));
        const QFontMetricsF metrics(large);
        painter.setPen(theme.ink());
        drawLabel(
            painter, QPointF(margin, margin * 0.6 + metrics.ascent()),
            metrics.elidedText(picture.title, Qt::ElideRight, options.size.width() - 2 * margin),
            large);
        area.setTop(margin * 1.1 + metrics.height());
    }
    if (options.hasCaption && !picture.caption.isEmpty()) {
        const QFont small = theme.smallFont();
        const QFontMetricsF metrics(small);
        // Whatever stands below it, the picture keeps the larger part.
        const double room = (options.size.height() - area.top()) * 0.4;
        const auto most = static_cast<qsizetype>(room / metrics.lineSpacing());
        const QStringList lines =
            brokenLines(picture.caption, small, options.size.width() - 2 * margin,
                        std::max<qsizetype>(1, most));
        const double height = metrics.lineSpacing() * static_cast<double>(lines.size());
        area.setBottom(options.size.height() - height - margin * 1.1);
        painter.setPen(theme.rule());
        painter.drawLine(QPointF(margin, area.bottom() + margin * 0.3),
                         QPointF(options.size.width() - margin, area.bottom() + margin * 0.3));
        painter.setPen(theme.faintInk());
        double y = area.bottom() + margin * 0.6 + metrics.ascent();
        for (const QString &line : lines) {
            drawLabel(painter, QPointF(margin, y), line, small);
            y += metrics.lineSpacing();
        }
    }
    picture.paint(painter, area, theme);
}

QImage pictureImage(const Picture &picture, const PictureOptions &options)
{
    const double scale = options.dpi / kPixelsPerInch;
    QImage image(options.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.fill(Qt::transparent);
    image.setDotsPerMeterX(qRound(options.dpi / 0.0254));
    image.setDotsPerMeterY(qRound(options.dpi / 0.0254));
    QPainter painter(&image);
    painter.scale(scale, scale);
    PictureOptions scaled = options;
    scaled.size = options.size / scale;
    paintPicture(painter, picture, scaled);
    return image;
}

QByteArray pictureBytes(const Picture &picture, PictureFormat format, const PictureOptions &options,
                        LongWork *work)
{
    if (work != nullptr)
        work->enter(WorkStage::Drawing, -1);
    switch (format) {
    case PictureFormat::Png:
        return pngBytes(picture, options, work);
    case PictureFormat::Svg:
        return svgBytes(picture, options);
    case PictureFormat::Pdf:
        return pdfBytes(picture, options);
    }
    return {};
}

Result<void> writePicture(const QString &path, const Picture &picture, PictureFormat format,
                          const PictureOptions &options, LongWork *work)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::NotWritable,
                       toUtf8(path + QStringLiteral(": ") + file.errorString()));
    const QByteArray bytes = pictureBytes(picture, format, options, work);
    if (!goesOn(work))
        return failure(ErrorCode::Cancelled, "nothing was written");
    if (bytes.isEmpty())
        return failure(ErrorCode::NotWritable,
                       toUtf8(path) + ": there is not enough memory for a picture of this size");
    file.write(bytes);
    if (!file.commit())
        return failure(ErrorCode::NotWritable,
                       toUtf8(path + QStringLiteral(": ") + file.errorString()));
    return {};
}

}  // namespace dateline::ui
