// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/svg_path.h"

#include <cmath>
#include <cstdlib>

namespace dateline::ui {

namespace {

constexpr double kUnits = 100;     // in a pixel
constexpr qint64 kSameHandle = 2;  // hundredths that nobody sees

QByteArray numberOf(qint64 hundredths)
{
    if (hundredths == 0)
        return "0";
    QByteArray text = hundredths < 0 ? "-" : "";
    const qint64 value = std::llabs(hundredths);
    if (value >= 100)
        text += QByteArray::number(value / 100);
    if (const qint64 fraction = value % 100; fraction != 0) {
        text += '.';
        text += static_cast<char>('0' + fraction / 10);
        if (fraction % 10 != 0)
            text += static_cast<char>('0' + fraction % 10);
    }
    return text;
}

}  // namespace

QByteArray svgNumber(double value)
{
    return numberOf(std::llround(value * kUnits));
}

SvgPath::Place SvgPath::placeOf(const QPainterPath::Element &element)
{
    return {std::llround(element.x * kUnits), std::llround(element.y * kUnits)};
}

void SvgPath::add(const QPainterPath &path)
{
    const int count = path.elementCount();
    for (int i = 0; i < count; ++i) {
        const QPainterPath::Element &element = path.elementAt(i);
        const bool isLast =
            i + 1 >= count || path.elementAt(i + 1).type == QPainterPath::MoveToElement;
        switch (element.type) {
        case QPainterPath::MoveToElement:
            if (!isLast)
                moveTo(placeOf(element));
            break;
        case QPainterPath::LineToElement:
            // The side that closes a shape needs not be drawn.
            if (isLast && placeOf(element) == m_start)
                close();
            else
                lineTo(placeOf(element));
            break;
        case QPainterPath::CurveToElement: {
            const Place to = placeOf(path.elementAt(i + 2));
            curveTo(placeOf(element), placeOf(path.elementAt(i + 1)), to);
            i += 2;
            const bool isEnd =
                i + 1 >= count || path.elementAt(i + 1).type == QPainterPath::MoveToElement;
            if (isEnd && to == m_start)
                close();
            break;
        }
        case QPainterPath::CurveToDataElement:
            break;
        }
    }
}

void SvgPath::moveTo(Place to)
{
    if (m_isEmpty)
        write('M', {to.x, to.y});
    else
        write('m', {to.x - m_at.x, to.y - m_at.y});
    m_isEmpty = false;
    m_at = m_start = m_smooth = to;
}

void SvgPath::lineTo(Place to)
{
    if (to.y == m_at.y)
        write('h', {to.x - m_at.x});
    else if (to.x == m_at.x)
        write('v', {to.y - m_at.y});
    else
        write('l', {to.x - m_at.x, to.y - m_at.y});
    m_at = m_smooth = to;
}

void SvgPath::curveTo(Place first, Place second, Place to)
{
    const bool isSmooth = std::llabs(first.x - m_smooth.x) <= kSameHandle &&
                          std::llabs(first.y - m_smooth.y) <= kSameHandle &&
                          (m_command == 'c' || m_command == 's');
    if (isSmooth) {
        write('s', {second.x - m_at.x, second.y - m_at.y, to.x - m_at.x, to.y - m_at.y});
    } else {
        write('c', {first.x - m_at.x, first.y - m_at.y, second.x - m_at.x, second.y - m_at.y,
                    to.x - m_at.x, to.y - m_at.y});
    }
    m_at = to;
    m_smooth = {2 * to.x - second.x, 2 * to.y - second.y};
}

void SvgPath::close()
{
    write('z', {});
    m_at = m_smooth = m_start;
}

void SvgPath::write(char command, std::initializer_list<qint64> numbers)
{
    // A letter is told once for all that follows of its kind; a pair after m is a line.
    const bool isTold = command != 'z' && command != 'm' && command != 'M' &&
                        (command == m_command || (command == 'l' && (m_command == 'm')));
    if (!isTold) {
        m_text += command;
        m_command = command;
    }
    bool isFirst = !isTold;
    for (const qint64 value : numbers) {
        const QByteArray number = numberOf(value);
        const bool standsApart =
            number.startsWith('-') || (number.startsWith('.') && m_hasFraction);
        if (!isFirst && !standsApart)
            m_text += ' ';
        m_text += number;
        m_hasFraction = number.contains('.');
        isFirst = false;
    }
}

}  // namespace dateline::ui
