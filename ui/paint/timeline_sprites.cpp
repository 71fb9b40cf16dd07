// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/timeline_sprites.h"

#include <algorithm>
#include <cmath>

#include <QPaintEngine>
#include <QPainter>

#include "ui/bridge/text.h"
#include "ui/paint/label.h"
#include "ui/paint/mark_outline.h"
#include "ui/paint/mark_painter.h"

namespace dateline::ui {

namespace {

constexpr int kMostMadeInFrame = 60;
constexpr int kWidestSprite = 512;  // device pixels
constexpr int kEvenMiddle = 2;      // of a mark's picture: its columns of pixels are alike
constexpr double kSteps = 64;       // of a device pixel, for what does not lie on whole ones

// All that a mark's picture depends on, its left edge and top apart. Only numbers, so that its
// bytes are a key.
struct MarkKey {
    std::int32_t width = 0;  // the box, device pixels
    std::int32_t height = 0;
    std::int32_t glyphX = 0;  // from the box's left
    std::int32_t solidBegin = 0;
    std::int32_t solidEnd = 0;
    std::uint16_t beginStrength = 0;
    std::uint16_t endStrength = 0;
    std::uint16_t flags = 0;
    std::uint16_t colour = 0;
    std::uint8_t glyph = 0;
    std::uint8_t form = 0;
    std::uint8_t certainty = 0;
    std::uint8_t unused = 0;

    std::string_view bytes() const
    {
        return {reinterpret_cast<const char *>(this), sizeof(MarkKey)};
    }
};
static_assert(sizeof(MarkKey) == 32);

constexpr double kStrengths = 1024;
constexpr double kFractions = 1024;  // of a device pixel, for letters

std::int32_t inSteps(double devicePixels)
{
    return static_cast<std::int32_t>(std::lround(devicePixels * kSteps));
}

MarkKey keyOf(const TimelineMark &mark, double ratio)
{
    MarkKey key;
    key.width = static_cast<std::int32_t>(std::lround(mark.box.width * ratio));
    key.height = inSteps(mark.box.height * ratio);
    key.flags = mark.flags;
    key.form = static_cast<std::uint8_t>(mark.form);
    if (mark.form == MarkForm::Cluster)
        return key;  // has neither colour nor glyph
    key.glyphX = inSteps((mark.glyphX - mark.box.x) * ratio);
    if (mark.form == MarkForm::Bar || mark.has(kDigits)) {
        key.solidBegin = inSteps((mark.solidBegin - mark.box.x) * ratio);
        key.solidEnd = inSteps((mark.solidEnd - mark.box.x) * ratio);
        key.beginStrength =
            static_cast<std::uint16_t>(std::lround(mark.beginStrength * kStrengths));
        key.endStrength = static_cast<std::uint16_t>(std::lround(mark.endStrength * kStrengths));
    }
    key.colour = mark.look.colour;
    key.glyph = mark.look.glyph;
    key.certainty = static_cast<std::uint8_t>(mark.certainty);
    return key;
}

// The mark that a key tells of, its top left at (x, y).
TimelineMark markOf(const MarkKey &key, const TimelineMark &like, double ratio, double x, double y)
{
    const auto pixels = [ratio](std::int32_t steps) { return steps / kSteps / ratio; };
    TimelineMark mark = like;
    mark.box = {x, y, key.width / ratio, pixels(key.height)};
    mark.glyphX = x + pixels(key.glyphX);
    mark.solidBegin = x + pixels(key.solidBegin);
    mark.solidEnd = x + pixels(key.solidEnd);
    if (mark.form == MarkForm::Bar) {
        mark.beginStrength = key.beginStrength / kStrengths;
        mark.endStrength = key.endStrength / kStrengths;
    }
    return mark;
}

// Of a solid outline without fading only the ends differ from each other: any length of it is the
// same two ends with a middle between them, which a plot's edge may have cut off.
bool isOfEnds(const TimelineMark &mark)
{
    constexpr int kOwnLength =
        kQuestioned | kDigits | kRoughBegin | kRoughEnd | kArrowLeft | kArrowRight;
    return isSolid(mark.certainty) && (mark.flags & kOwnLength) == 0 &&
           (mark.form == MarkForm::Capsule ||
            (mark.form == MarkForm::Bar && mark.beginStrength >= 1 && mark.endStrength >= 1));
}

// How a mark is made longer than its picture: what lies behind the left end comes again, as often
// as is wanted. Device pixels.
struct Stretching {
    int end = 0;      // of the left end
    int middle = 0;   // what comes again
    int picture = 0;  // the picture's width; 0: the mark has one of its own
};

Stretching stretchingOf(const TimelineMark &mark, int width, double ratio)
{
    if (!isOfEnds(mark))
        return {};
    Stretching made;
    // With room for the kind's shape, a cross, a notch.
    made.end = static_cast<int>(std::ceil((2 * mark.box.height + 4) * ratio));
    if (!mark.has(kWavy)) {
        made.middle = kEvenMiddle;
        made.picture = 2 * made.end + made.middle;
    } else {
        constexpr int kWaves = 8;
        const auto wave = static_cast<int>(std::lround(kWaveLength * ratio));
        if (wave != kWaveLength * ratio)
            return {};
        // The last wave is what the others leave: one picture for every rest. It is in the right
        // end, which starts with whole waves of its own.
        made.end = std::max(made.end, 2 * wave);
        made.middle = kWaves * wave;
        made.picture = (2 * made.end + made.middle + wave - 1) / wave * wave + width % wave;
    }
    return made.picture < width ? made : Stretching();
}

QImage emptyImage(const QSize &devicePixels, double ratio)
{
    QImage image(devicePixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

// Where something was painted.
QRect paintedPart(const QImage &image)
{
    int left = image.width();
    int right = -1;
    int top = image.height();
    int bottom = -1;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        int first = 0;
        while (first < image.width() && line[first] == 0)
            ++first;
        if (first == image.width())
            continue;
        int last = image.width() - 1;
        while (line[last] == 0)
            --last;
        left = std::min(left, first);
        right = std::max(right, last);
        top = std::min(top, y);
        bottom = y;
    }
    return {QPoint(left, top), QPoint(right, bottom)};
}

// Latin, Greek, Cyrillic and the marks between them, which the desktop's own font has. Letters of a
// font that stands in for it may be painted otherwise onto nothing than onto a ground.
bool isOfPlainLetters(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool isGeneralMark =
            byte == 0xe2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80;
        if (byte >= 0xd4 && !isGeneralMark)
            return false;
    }
    return true;
}

// Letters with coloured edges, made for the stripes of a screen, can only be painted where they
// stand.
bool hasGreyLetters(const QFont &font)
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setPen(Qt::black);
        painter.setFont(font);
        painter.drawText(QPointF(4, 44), QStringLiteral("Wlo"));
    }
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb pixel) { return !qIsGray(pixel); }))
            return false;
    }
    return true;
}

}  // namespace

TimelineSprites::Sprite *TimelineSprites::Store::find(std::string_view key)
{
    const auto young = m_young.find(key);
    if (young != m_young.end())
        return &young->second;
    const auto old = m_old.find(key);
    if (old == m_old.end())
        return nullptr;
    const auto bytes = static_cast<std::size_t>(old->second.image.sizeInBytes());
    m_oldBytes -= bytes;
    m_youngBytes += bytes;
    return &m_young.insert(m_old.extract(old)).position->second;
}

TimelineSprites::Sprite &TimelineSprites::Store::add(std::string_view key)
{
    constexpr std::size_t kMostKeys = 8'192;
    if (m_young.size() >= kMostKeys)
        age();
    return m_young.emplace(key, Sprite()).first->second;
}

void TimelineSprites::Store::setImage(Sprite &sprite, Sprite made)
{
    m_youngBytes += static_cast<std::size_t>(made.image.sizeInBytes());
    sprite = std::move(made);
}

void TimelineSprites::Store::age()
{
    m_old = std::move(m_young);
    m_oldBytes = m_youngBytes;
    m_young.clear();
    m_youngBytes = 0;
}

void TimelineSprites::Store::trim()
{
    if (m_youngBytes > m_mostBytes / 2)
        age();
}

void TimelineSprites::Store::clear()
{
    m_young.clear();
    m_old.clear();
    m_youngBytes = 0;
    m_oldBytes = 0;
}

void TimelineSprites::begin(const QPainter &painter, const Theme &theme, const LabelFonts &fonts)
{
    Look look;
    look.ratio = painter.device()->devicePixelRatioF();
    std::size_t i = 0;
    for (const QColor &colour :
         {theme.paper(), theme.ink(), theme.strongRule(), theme.bar(), theme.faintInk()})
        look.colours[i++] = colour.rgba();
    for (std::uint32_t category = 0; category < Theme::kCategoryCount; ++category)
        look.colours[i++] = theme.category(category).rgba();
    look.colours[i] = theme.isDark() ? 1 : 0;
    for (std::size_t font = 0; font < kLabelFonts; ++font)
        look.fonts[font] = fonts.font(static_cast<LabelFont>(font));
    if (look != m_look) {
        m_marks.clear();
        m_labels.clear();
        m_isGrey = {};
        m_look = look;
    } else {
        m_marks.trim();
        m_labels.trim();
    }
    m_ratio = look.ratio;
    m_toMake = kMostMadeInFrame;
    const QTransform transform = painter.deviceTransform();
    const auto isWhole = [](double value) { return std::abs(value - std::round(value)) < 1e-6; };
    m_isOnGrid = painter.paintEngine()->type() == QPaintEngine::Raster &&
                 transform.type() <= QTransform::TxScale && transform.m11() == m_ratio &&
                 transform.m22() == m_ratio && isWhole(transform.dx()) && isWhole(transform.dy());
}

bool TimelineSprites::mayMake()
{
    return m_toMake-- > 0;
}

bool TimelineSprites::drawMark(QPainter &painter, const TimelineMark &mark, const Theme &theme)
{
    if (!m_isOnGrid || mark.form == MarkForm::Linked)
        return false;
    MarkKey key = keyOf(mark, m_ratio);
    const int width = key.width;
    const Stretching stretching = stretchingOf(mark, width, m_ratio);
    if (stretching.picture > 0) {
        key.width = stretching.picture;
        key.solidBegin = 0;
        key.solidEnd = inSteps(stretching.picture);
    } else if (mark.has(kCutLeft) || mark.has(kCutRight) || mark.has(kArrowLeft) ||
               mark.has(kArrowRight) || width > kWidestSprite) {
        return false;  // as long as it happens to be seen, or too large to be kept
    }
    Sprite *sprite = m_marks.find(key.bytes());
    if (sprite == nullptr) {
        m_marks.add(key.bytes());
        return false;
    }
    if (sprite->image.isNull()) {
        if (!mayMake())
            return false;
        // Notches, crosses and rough ends stand out of the box.
        const int margin = static_cast<int>(std::ceil((mark.box.height / 2 + 6) * m_ratio));
        const int height = static_cast<int>(std::ceil(mark.box.height * m_ratio));
        QImage image = emptyImage({key.width + 2 * margin, height + 2 * margin}, m_ratio);
        {
            QPainter onto(&image);
            paintMark(onto, markOf(key, mark, m_ratio, margin / m_ratio, margin / m_ratio), theme);
        }
        const QRect part = paintedPart(image);
        m_marks.setImage(*sprite, {image.copy(part), part.topLeft() - QPoint(margin, margin)});
    }
    const QPoint place(static_cast<int>(std::lround(mark.box.x * m_ratio)),
                       static_cast<int>(std::lround(mark.box.y * m_ratio)));
    if (stretching.picture > 0)
        drawStretched(painter, *sprite, place, stretching.end, stretching.middle,
                      width - stretching.picture);
    else
        painter.drawImage(QPointF(place + sprite->offset) / m_ratio, sprite->image);
    return true;
}

// The left end of a picture, its middle as often as `longer` wants, and all that follows the end.
void TimelineSprites::drawStretched(QPainter &painter, const Sprite &sprite, QPoint place, int end,
                                    int middle, int longer) const
{
    const QImage &image = sprite.image;
    const QPoint corner = place + sprite.offset;
    const int left = end - sprite.offset.x();  // in the picture, where its left end ends
    const auto draw = [&](int x, int from, int width) {
        painter.drawImage(QPointF(corner.x() + x, corner.y()) / m_ratio, image,
                          QRect(from, 0, width, image.height()));
    };
    draw(0, 0, left);
    draw(left + longer, left, image.width() - left);
    if (middle != kEvenMiddle) {
        for (int done = 0; done < longer; done += middle)
            draw(left + done, left, std::min(middle, longer - done));
        return;
    }
    const auto colourAt = [&](int y) {
        return reinterpret_cast<const QRgb *>(image.constScanLine(y))[left];
    };
    for (int y = 0; y < image.height();) {
        int next = y + 1;
        while (next < image.height() && colourAt(next) == colourAt(y))
            ++next;
        if (const QRgb colour = colourAt(y); qAlpha(colour) > 0)
            painter.fillRect(QRectF(QPointF(place.x() + end, corner.y() + y) / m_ratio,
                                    QSizeF(longer, next - y) / m_ratio),
                             QColor::fromRgba(qUnpremultiply(colour)));
        y = next;
    }
}

bool TimelineSprites::drawLabel(QPainter &painter, const QPointF &baseline, std::string_view text,
                                const QFont &font, LabelFont which, const QColor &colour)
{
    // The line through a denied event lies between pixels.
    if (!m_isOnGrid || font.strikeOut() || !isOfPlainLetters(text) || !isGrey(which, font))
        return false;
    const QPointF at = baseline * m_ratio;
    const QPoint place(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    const auto fraction = [](double value, int whole) {
        return static_cast<std::uint16_t>(std::lround((value - whole) * kFractions));
    };
    const std::array<std::uint16_t, 2> between{fraction(at.x(), place.x()),
                                               fraction(at.y(), place.y())};
    const QRgb rgb = colour.rgba();
    m_labelKey.assign(text);
    m_labelKey += static_cast<char>(which);
    m_labelKey.append(reinterpret_cast<const char *>(&between), sizeof between);
    m_labelKey.append(reinterpret_cast<const char *>(&rgb), sizeof rgb);
    Sprite *sprite = m_labels.find(m_labelKey);
    if (sprite == nullptr) {
        m_labels.add(m_labelKey);
        return false;
    }
    if (sprite->image.isNull()) {
        const QString words = toQString(text);
        const auto margin = static_cast<int>(std::ceil(font.pixelSize() * m_ratio));
        const auto width = static_cast<int>(std::ceil(labelWidth(words, font) * m_ratio));
        if (width + 2 * margin > 2 * kWidestSprite || !mayMake())
            return false;
        QImage image = emptyImage({width + 2 * margin, 3 * margin}, m_ratio);
        {
            QPainter onto(&image);
            onto.setPen(colour);
            ui::drawLabel(
                onto,
                QPointF(margin + between[0] / kFractions, 2 * margin + between[1] / kFractions) /
                    m_ratio,
                words, font);
        }
        const QRect part = paintedPart(image);
        if (part.isEmpty())
            return true;
        m_labels.setImage(*sprite, {image.copy(part), part.topLeft() - QPoint(margin, 2 * margin)});
    }
    painter.drawImage(QPointF(place + sprite->offset) / m_ratio, sprite->image);
    return true;
}

bool TimelineSprites::isGrey(LabelFont which, const QFont &font)
{
    signed char &known = m_isGrey[static_cast<std::size_t>(which)];
    if (known == 0)
        known = hasGreyLetters(font) ? 1 : -1;
    return known > 0;
}

}  // namespace dateline::ui
