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

// Where they are is asked for once for all that is painted on them: the base widget adds up the
// heights above a paragraph anew for each question.
std::vector<SourceText::VisibleBlock> SourceText::visibleBlocks() const
{
    std::vector<VisibleBlock> blocks;
    const double bottom = viewport()->height();
    QRectF box = blockBoundingGeometry(firstVisibleBlock()).translated(contentOffset());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (!blocks.empty())
            box = blockBoundingRect(block).translated(box.left(), box.bottom());
        if (box.top() > bottom)
            break;
        blocks.push_back({block.position(), block.length() - 1, box, block.layout(), block.text()});
    }
    return blocks;
}

// A stretch costs the lines of it that can be seen.
template <typename Function>
void SourceText::forEachVisiblePart(const std::vector<VisibleBlock> &blocks, TextRange range,
                                    Function &&function) const
{
    const auto first = std::lower_bound(
        blocks.begin(), blocks.end(), range.begin,
        [](const VisibleBlock &block, int place) { return block.begin + block.length < place; });
    for (auto block = first; block != blocks.end() && block->begin < range.end; ++block) {
        const int begin = qMax(0, range.begin - block->begin);
        const int end = qMin(block->length, range.end - block->begin);
        if (begin >= end)
            continue;
        const QTextLayout *layout = block->layout;
        const int last = layout->lineForTextPosition(end - 1).lineNumber();
        for (int i = layout->lineForTextPosition(begin).lineNumber(); i >= 0 && i <= last; ++i) {
            const QTextLine line = layout->lineAt(i);
            const int from = qMax(begin, line.textStart());
            int to = qMin(end, line.textStart() + line.textLength());
            // The blank at which a line was broken is not underlined.
            while (to > from && block->text.at(to - 1).isSpace())
                --to;
            if (from >= to)
                continue;
            const double x0 = line.cursorToX(from);
            const double x1 = line.cursorToX(to);
            const double left = block->box.left();
            const double top = block->box.top() + i * m_layout->slotHeight();
            function(LinePart{left + qMin(x0, x1), left + qMax(x0, x1), top,
                              top + m_layout->slotHeight(),
                              block->box.top() + line.y() + line.ascent()});
        }
    }
}

TextRange SourceText::rangeOf(const std::vector<VisibleBlock> &blocks)
{
    if (blocks.empty())
        return {};
    return {blocks.front().begin, blocks.back().begin + blocks.back().length + 1};
}

QRect SourceText::rectOf(TextRange range) const
{
    return rectOf(visibleBlocks(), range);
}

QRect SourceText::rectOf(const std::vector<VisibleBlock> &blocks, TextRange range) const
{
    QRectF whole;
    forEachVisiblePart(blocks, range, [&whole](const LinePart &part) {
        whole |= QRectF(QPointF(part.left, part.top), QPointF(part.right, part.bottom));
    });
    const QRect inside = whole.toAlignedRect().intersected(viewport()->rect());
    return inside.isEmpty() ? QRect() : inside.translated(viewport()->pos());
}

std::vector<SourceText::NotePlace> SourceText::visibleNotes() const
{
    std::vector<NotePlace> places;
    const std::vector<VisibleBlock> blocks = visibleBlocks();
    const TextRange visible = rangeOf(blocks);
    for (const TextMark &mark : m_marks.near(visible.begin, visible.end)) {
        if (!mark.hasNote || mark.begin < visible.begin)
            continue;
        const QRect rect = rectOf(blocks, {mark.begin, mark.begin + 1});
        if (!rect.isEmpty())
            places.push_back({mark.id, mark.colour, rect});
    }
    return places;
}

void SourceText::paintGrounds(QPainter &painter, const std::vector<VisibleBlock> &blocks) const
{
    const TextRange visible = rangeOf(blocks);
    const auto fill = [&painter](const LinePart &part, const QColor &colour) {
        painter.fillRect(
            QRectF(QPointF(part.left - 1.5, part.top), QPointF(part.right + 1.5, part.bottom)),
            colour);
    };
    for (const TextMark &mark : m_marks.near(visible.begin, visible.end)) {
        if (!isStrong(mark.id))
            continue;
        forEachVisiblePart(blocks, {mark.begin, mark.end},
                           [&](const LinePart &part) { fill(part, m_theme.accentGround()); });
    }
    const auto first =
        std::lower_bound(m_found.begin(), m_found.end(), visible.begin,
                         [](const TextRange &range, int place) { return range.end <= place; });
    for (auto found = first; found != m_found.end() && found->begin < visible.end; ++found) {
        forEachVisiblePart(blocks, *found,
                           [&](const LinePart &part) { fill(part, m_theme.warningGround()); });
    }
}

void SourceText::paintUnderlines(QPainter &painter, const std::vector<VisibleBlock> &blocks) const
{
    const TextRange visible = rangeOf(blocks);
    const QFontMetricsF metrics(document()->defaultFont());
    const double letters = metrics.ascent() + metrics.descent();
    // Whole pixels of the screen: a line that lies between two is grey.
    const double scale = devicePixelRatioF();
    const auto whole = [scale](double length) { return std::round(length * scale) / scale; };
    const double width = qMax(1.0, whole(letters * kUnderlineWidth));
    for (const TextMark &mark : m_marks.near(visible.begin, visible.end)) {
        forEachVisiblePart(blocks, {mark.begin, mark.end}, [&](const LinePart &part) {
            const double top =
                whole(part.baseline + letters * (kFirstUnderline + mark.level * kUnderlineStep));
            painter.fillRect(QRectF(whole(part.left), top, whole(part.right - part.left), width),
                             mark.colour);
        });
    }
}

// Dots below a date, dashes below a quantity, a thin line below who says so: fainter than anything
// that somebody has decided on.
void SourceText::paintSuggestions(QPainter &painter, const std::vector<VisibleBlock> &blocks) const
{
    const TextRange visible = rangeOf(blocks);
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
        forEachVisiblePart(blocks, words->range, [&](const LinePart &part) {
            const double y = std::round((part.baseline + drop) * scale) / scale + width / 2;
            painter.drawLine(QPointF(part.left, y), QPointF(part.right, y));
        });
    }
}

void SourceText::paintEvent(QPaintEvent *event)
{
    const std::vector<VisibleBlock> blocks = visibleBlocks();
    {
        QPainter painter(viewport());
        paintGrounds(painter, blocks);
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintSuggestions(painter, blocks);
    paintUnderlines(painter, blocks);
}

}  // namespace dateline::ui
