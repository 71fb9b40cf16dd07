// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/source_layout.h"

#include <cmath>

#include <QFontMetricsF>
#include <QTextDocument>
#include <QTextLayout>

namespace dateline::ui {

namespace {

constexpr int kLongestKept = 300'000;  // letters; some thirty bytes each
constexpr double kLineSpacing = 1.5;
constexpr double kLetterShare = 0.28;  // of the room between lines: above the letters
constexpr double kBlankLine = 0.5;     // of a line: what parts two paragraphs

bool isBlank(const QTextBlock &block)
{
    return block.length() <= 1;
}

}  // namespace

SourceLayout::SourceLayout(QTextDocument *document) : QPlainTextDocumentLayout(document)
{
    measure();
}

void SourceLayout::measure()
{
    m_font = document()->defaultFont();
    const QFontMetricsF metrics(m_font);
    const double letters = metrics.ascent() + metrics.descent();
    m_slot = std::round(letters * kLineSpacing);
    m_letterTop = std::round((m_slot - letters) * kLetterShare);
}

void SourceLayout::setLineWidth(double width)
{
    if (width == m_width && m_font == document()->defaultFont())
        return;
    m_width = width;
    measure();
    forget();
}

void SourceLayout::forget()
{
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next()) {
        block.layout()->clearLayout();
        block.setLineCount(block.isVisible() ? 1 : 0);
    }
    Q_EMIT documentSizeChanged(documentSize());
    Q_EMIT update();
}

void SourceLayout::layOut(const QTextBlock &block)
{
    QTextLayout *layout = block.layout();
    QTextOption option = document()->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    // Shaped letters are kept: without them each paint, and each place asked for, shapes them anew.
    layout->setCacheEnabled(document()->characterCount() < kLongestKept);
    const double margin = document()->documentMargin();
    layout->beginLayout();
    double top = 0;
    while (true) {
        QTextLine line = layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(1.0, m_width - 2 * margin));
        line.setPosition({margin, isBlank(block) ? 0 : top + m_letterTop});
        top += m_slot;
    }
    layout->endLayout();

    const int before = document()->lineCount();
    QTextBlock(block).setLineCount(layout->lineCount());
    if (document()->lineCount() != before)
        Q_EMIT documentSizeChanged(documentSize());
}

QRectF SourceLayout::blockBoundingRect(const QTextBlock &block) const
{
    if (!block.isValid() || !block.isVisible())
        return {};
    if (block.layout()->lineCount() == 0)
        const_cast<SourceLayout *>(this)->layOut(block);
    double height = isBlank(block) ? m_slot * kBlankLine : m_slot * block.layout()->lineCount();
    if (!block.next().isValid())
        height += document()->documentMargin();
    return {0, 0, m_width, height};
}

void SourceLayout::documentChanged(int from, int charsRemoved, int charsAdded)
{
    QPlainTextDocumentLayout::documentChanged(from, charsRemoved, charsAdded);
    // The base lays a single changed paragraph out at once, in its own way.
    const QTextBlock block = document()->findBlock(from);
    if (block.isValid())
        block.layout()->clearLayout();
}

}  // namespace dateline::ui
