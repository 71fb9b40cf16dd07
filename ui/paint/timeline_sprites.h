// SPDX-License-Identifier: GPL-3.0-or-later
// Kept pictures of marks and labels, for a canvas that paints nearly the same scene sixty times a
// second: what was painted once before is copied, which costs a tenth of rasterizing it. Pictures
// lie on whole device pixels and look as what paintMark() and drawLabel() draw there. What is new
// is painted by those, a picture of it is made when it comes again, and only so many in a frame.
// Bounded memory: what has not been drawn for long goes, and all of it with another theme, font or
// screen. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include <QImage>
#include <QPoint>
#include <QPointF>

#include "app/timeline/timeline_scene.h"
#include "ui/paint/text_measure.h"
#include "ui/paint/theme.h"

class QPainter;

namespace dateline::ui {

class TimelineSprites {
public:
    // Before each frame.
    void begin(const QPainter &painter, const Theme &theme, const LabelFonts &fonts);

    // False: not drawn, because it does not repeat or nothing is known of it yet.
    bool drawMark(QPainter &painter, const TimelineMark &mark, const Theme &theme);
    bool drawLabel(QPainter &painter, const QPointF &baseline, std::string_view text,
                   const QFont &font, LabelFont which, const QColor &colour);

    // Whether the painter's units are so many pixels of a screen, from a whole pixel on.
    bool isOnGrid() const { return m_isOnGrid; }

    // Bytes of all pictures.
    std::size_t size() const { return m_marks.size() + m_labels.size(); }

private:
    struct Sprite {
        QImage image;   // null: was drawn once
        QPoint offset;  // of its top left from the place that it is asked for, device pixels
    };
    // Two halves: what is found in the older one moves to the younger one; when that is full, the
    // older one goes.
    class Store {
    public:
        explicit Store(std::size_t mostBytes) : m_mostBytes(mostBytes) {}
        Sprite *find(std::string_view key);
        Sprite &add(std::string_view key);
        void setImage(Sprite &sprite, Sprite made);
        void trim();
        void clear();
        std::size_t size() const { return m_youngBytes + m_oldBytes; }

    private:
        struct Hash {
            using is_transparent = void;
            std::size_t operator()(std::string_view key) const noexcept
            {
                return std::hash<std::string_view>{}(key);
            }
        };
        using Sprites = std::unordered_map<std::string, Sprite, Hash, std::equal_to<>>;
        void age();

        std::size_t m_mostBytes;
        Sprites m_young;
        Sprites m_old;
        std::size_t m_youngBytes = 0;
        std::size_t m_oldBytes = 0;
    };

    // What a picture shows that its key does not tell.
    struct Look {
        double ratio = 1;
        std::array<QRgb, 16> colours{};
        std::array<QFont, kLabelFonts> fonts;
        bool operator==(const Look &) const = default;
    };

    bool mayMake();
    void drawStretched(QPainter &painter, const Sprite &sprite, QPoint place, int end, int middle,
                       int longer) const;
    bool isGrey(LabelFont which, const QFont &font);

    static constexpr std::size_t kMostMarkBytes = 6u << 20u;
    static constexpr std::size_t kMostLabelBytes = 10u << 20u;

    Store m_marks{kMostMarkBytes};
    Store m_labels{kMostLabelBytes};
    std::string m_labelKey;
    Look m_look;
    double m_ratio = 1;
    int m_toMake = 0;  // in this frame
    bool m_isOnGrid = false;
    std::array<signed char, kLabelFonts> m_isGrey{};  // 1 yes, -1 no, 0 not known yet
};

}  // namespace dateline::ui
