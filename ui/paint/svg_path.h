// SPDX-License-Identifier: GPL-3.0-or-later
// Path data of SVG in as few bytes as it takes: steps from point to point in hundredths of a pixel,
// so that nothing adds up, level and upright lines by one number, curves that go on smoothly
// without their first handle. Several shapes can follow one another in the same data. Pure.
#pragma once

#include <QByteArray>
#include <QPainterPath>

namespace dateline::ui {

// A number with two decimals at most and no needless sign or zero: "-.5".
QByteArray svgNumber(double value);

class SvgPath {
public:
    void add(const QPainterPath &path);
    const QByteArray &text() const { return m_text; }

private:
    struct Place {
        qint64 x = 0;
        qint64 y = 0;
        bool operator==(const Place &) const = default;
    };

    static Place placeOf(const QPainterPath::Element &element);
    void moveTo(Place to);
    void lineTo(Place to);
    void curveTo(Place first, Place second, Place to);
    void close();
    void write(char command, std::initializer_list<qint64> numbers);

    QByteArray m_text;
    Place m_at;
    Place m_start;   // of the shape being written
    Place m_smooth;  // where the next curve's first handle lies unless it is told
    char m_command = 0;
    bool m_hasFraction = false;  // in the last number
    bool m_isEmpty = true;
};

}  // namespace dateline::ui
