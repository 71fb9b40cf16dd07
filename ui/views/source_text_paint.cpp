// SPDX-License-Identifier: GPL-3.0-or-later
// Where words stand on the screen, and what is painted behind and below them.
#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include "ui/views/source_layout.h"
#include "ui/views/source_text.h"

namespace dateline::ui {

namespace {

constexpr double kFirstUnderline = 0.16;  // of the letters' height, below the baseline
constexpr double kUnderlineStep = 0.155;
constexpr double kUnderlineWidth = 0.085;
constexpr int kLongestSuggestion = 200;  // letters that one may begin before what is seen

}  // namespace

// The part of a stretch that lies in one line, in coordinates of the viewport.
struct SourceText::LinePart {
    double left = 0;
    double right = 0;
    double top = 0;     // of the line's slot
    double bottom = 0;  // of the line's slot
    double baseline = 0;
};

// Stops at the lower edge of the viewport; a stretch costs the lines of it that can be seen.
template <typename Function>
void SourceText::forEachVisiblePart(TextRange range, Function &&function) const
{
    const double bottom = viewport()->height();
    const QPointF offset = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(offset);
        if (box.top() > bottom || block.position() >= range.end)
            break;
        const int begin = qMax(0, range.begin - block.position());
        const int end = qMin(block.length() - 1, range.end - block.position());
        if (begin >= end)
            continue;
        // A block's layout does not keep the text itself.
        const QString text = block.text();
        const QTextLayout *layout = block.layout();
        const int last = layout->lineForTextPosition(end - 1).lineNumber();
        for (int i = layout->lineForTextPosition(begin).lineNumber(); i >= 0 && i <= last; ++i) {
            const QTextLine line = layout->lineAt(i);
            const int from = qMax(begin, line.textStart());
            int to = qMin(end, line.textStart() + line.textLength());
            // The blank at which a line was broken is not underlined.
            while (to > from && text.at(to - 1).isSpace())
                --to;
            if (from >= to)
                continue;
            const double x0 = line.cursorToX(from);
            const double x1 = line.cursorToX(to);
            const double top = box.top() + i * m_layout->slotHeight();
            function(LinePart{box.left() + qMin(x0, x1), box.left() + qMax(x0, x1), top,
                              top + m_layout->slotHeight(), box.top() + line.y() + line.ascent()});
        }
    }
}

TextRange SourceText::visibleRange() const
{
    const QTextBlock first = firstVisibleBlock();
    const double bottom = viewport()->height();
    const QPointF offset = contentOffset();
    int end = first.position();
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        if (blockBoundingGeometry(block).translated(offset).top() > bottom)
            break;
        end = block.position() + block.length();
    }
    return {first.position(), end};
}

QRect SourceText::rectOf(TextRange range) const
{
    QRectF whole;
    forEachVisiblePart(range, [&whole](const LinePart &part) {
        whole |= QRectF(QPointF(part.left, part.top), QPointF(part.right, part.bottom));
    });
    const QRect inside = whole.toAlignedRect().intersected(viewport()->rect());
    return inside.isEmpty() ? QRect() : inside.translated(viewport()->pos());
}

std::vector<SourceText::NotePlace> SourceText::visibleNotes() const
{
    std::vector<NotePlace> places;
    const TextRange visible = visibleRange();
    for (const TextMark &mark : m_marks.near(visible.begin, visible.end)) {
        if (!mark.hasNote || mark.begin < visible.begin)
            continue;
        const QRect rect = rectOf({mark.begin, mark.begin + 1});
        if (!rect.isEmpty())
            places.push_back({mark.id, mark.colour, rect});
    }
    return places;
}

void SourceText::paintGrounds(QPainter &painter) const
{
    const TextRange visible = visibleRange();
    const auto fill = [&painter](const LinePart &part, const QColor &colour) {
        painter.fillRect(
            QRectF(QPointF(part.left - 1.5, part.top), QPointF(part.right + 1.5, part.bottom)),
            colour);
    };
    for (const TextMark &mark : m_marks.near(visible.begin, visible.end)) {
        if (!isStrong(mark.id))
            continue;
        forEachVisiblePart({mark.begin, mark.end},
                           [&](const LinePart &part) { fill(part, m_theme.accentGround()); });
    }
    const auto first =
        std::lower_bound(m_found.begin(), m_found.end(), visible.begin,
                         [](const TextRange &range, int place) { return range.end <= place; });
    for (auto found = first; found != m_found.end() && found->begin < visible.end; ++found) {
        forEachVisiblePart(*found,
                           [&](const LinePart &part) { fill(part, m_theme.warningGround()); });
    }
}

void SourceText::paintUnderlines(QPainter &painter) const
{
    const TextRange visible = visibleRange();
    const QFontMetricsF metrics(document()->defaultFont());
    const double letters = metrics.ascent() + metrics.descent();
    // Whole pixels of the screen: a line that lies between two is grey.
    const double scale = devicePixelRatioF();
    const auto whole = [scale](double length) { return std::round(length * scale) / scale; };
    const double width = qMax(1.0, whole(letters * kUnderlineWidth));
    for (const TextMark &mark : m_marks.near(visible.begin, visible.end)) {
        forEachVisiblePart({mark.begin, mark.end}, [&](const LinePart &part) {
            const double top =
                whole(part.baseline + letters * (kFirstUnderline + mark.level * kUnderlineStep));
            painter.fillRect(QRectF(whole(part.left), top, whole(part.right - part.left), width),
                             mark.colour);
        });
    }
}

// Dots below a date, dashes below a quantity, a thin line below who says so: fainter than anything
// that somebody has decided on.
void SourceText::paintSuggestions(QPainter &painter) const
{
    const TextRange visible = visibleRange();
    const QFontMetricsF metrics(document()->defaultFont());
    const double drop = (metrics.ascent() + metrics.descent()) * kFirstUnderline;
    const double scale = devicePixelRatioF();
    const double width = qMax(1.0, std::round(scale) / scale);
    const auto first = std::lower_bound(
        m_suggestions.begin(), m_suggestions.end(), visible.begin - kLongestSuggestion,
        [](const SuggestedWords &words, int place) { return words.range.begin < place; });
    for (auto words = first; words != m_suggestions.end() && words->range.begin < visible.end;
         ++words) {
        if (!m_marks.at(words->range.begin).empty())
            continue;
        QPen pen(m_theme.faintInk(), width);
        pen.setCapStyle(Qt::FlatCap);
        if (words->kind == SuggestedWords::Kind::Date)
            pen.setDashPattern({1.0, 2.0});
        else if (words->kind == SuggestedWords::Kind::Quantity)
            pen.setDashPattern({4.0, 2.5});
        else
            pen.setColor(m_theme.strongRule());
        painter.setPen(pen);
        forEachVisiblePart(words->range, [&](const LinePart &part) {
            const double y = std::round((part.baseline + drop) * scale) / scale + width / 2;
            painter.drawLine(QPointF(part.left, y), QPointF(part.right, y));
        });
    }
}

void SourceText::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        paintGrounds(painter);
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintSuggestions(painter);
    paintUnderlines(painter);
}

}  // namespace dateline::ui
