// SPDX-License-Identifier: GPL-3.0-or-later
// The paint engine behind SvgDevice: notes every shape and text with its look in device pixels, and
// writes them at the end, when it is known how many there are.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QFont>
#include <QHash>
#include <QPaintEngine>
#include <QPainterPath>

namespace dateline::ui {

class SvgEngine final : public QPaintEngine {
public:
    explicit SvgEngine(const QSizeF &size);

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return SVG; }
    void updateState(const QPaintEngineState &state) override;
    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    using QPaintEngine::drawPolygon;
    void drawTextItem(const QPointF &baseline, const QTextItem &item) override;
    void drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &part) override;
    void drawImage(const QRectF &target, const QImage &image, const QRectF &part,
                   Qt::ImageConversionFlags flags) override;

    // The <defs> and what is drawn.
    QByteArray body() const;
    bool hasImages() const { return m_hasImages; }

private:
    enum class Kind { Shape, Text, Image };
    struct Piece {
        Kind kind = Kind::Shape;
        std::uint32_t look = 0;
        bool mayCrossItsOwn = false;
        QPainterPath path;
        QRectF bounds;
        QPointF at;        // of a text's beginning
        double right = 0;  // where a text ends that another may follow at once
        QString text;
        QByteArray element;  // of an image
    };

    void resolve();
    void addShape(const QPainterPath &path, bool isFilled);
    void add(Piece piece);
    std::uint32_t lookOf(const QByteArray &attributes);
    QByteArray paintOf(const char *property, const QBrush &brush);
    QByteArray gradientId(const QBrush &brush);
    QByteArray textLook(const QFont &font);

    QByteArray separately() const;
    QByteArray together() const;
    QByteArray elementOf(const Piece &piece, const QByteArray &look) const;

    QRectF m_view;
    std::vector<Piece> m_pieces;
    std::vector<QByteArray> m_looks;
    QHash<QByteArray, std::uint32_t> m_lookNumbers;
    QByteArray m_definitions;
    QHash<QByteArray, QByteArray> m_gradients;
    bool m_hasImages = false;

    // Of the painter's state, made when first needed after it changed.
    bool m_isResolved = false;
    bool m_isMapped = false;  // shapes are written in device pixels; else under a transform
    double m_scale = 1;
    QTransform m_transform;
    QByteArray m_under;  // the attribute of a transform
    QByteArray m_fill;
    QByteArray m_stroke;
    bool m_isOpaqueStroke = false;
    double m_reach = 0;                                        // of the pen, beside the path
    std::array<std::optional<std::uint32_t>, 3> m_shapeLooks;  // only a line, even-odd, winding
    QFont m_font;
    std::optional<std::uint32_t> m_textLook;
};

}  // namespace dateline::ui
