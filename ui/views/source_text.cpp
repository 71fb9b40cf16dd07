// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/source_text.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QScrollBar>
#include <QStyle>
#include <QTextBlock>
#include <QVariantAnimation>

#include "ui/views/annotation_margin.h"
#include "ui/views/source_layout.h"

namespace dateline::ui {

namespace {

constexpr double kReadingSize = 1.15;
constexpr int kMeasure = 75;      // characters of a line
constexpr int kNearLines = 60;    // further away, scrolling jumps most of the way
constexpr int kContextLines = 2;  // above what is brought into view
constexpr double kSmallestZoom = 0.6;
constexpr double kLargestZoom = 4.0;

QFont readingFont(double zoom)
{
    QFont font(QStringLiteral("Serif"));
    font.setStyleHint(QFont::Serif);
    const QFont desktop = QApplication::font();
    const double scale = kReadingSize * zoom;
    if (desktop.pointSizeF() > 0)
        font.setPointSizeF(desktop.pointSizeF() * scale);
    else
        font.setPixelSize(qMax(6, qRound(desktop.pixelSize() * scale)));
    return font;
}

}  // namespace

SourceText::SourceText(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("sourceText"));
    setAccessibleName(tr("Text of the source"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setStyleSheet(
        QStringLiteral("dateline--ui--SourceText { border: none; border-radius: 0; padding: 0; }"));
    setMouseTracking(true);
    setCursorWidth(qMax(1, style()->pixelMetric(QStyle::PM_TextCursorWidth)));

    auto *document = new QTextDocument(this);
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(6);
    m_layout = new SourceLayout(document);
    document->setDocumentLayout(m_layout);
    setDocument(document);
    m_margin = new AnnotationMargin(*this);

    m_scrolling = new QVariantAnimation(this);
    m_scrolling->setEasingCurve(QEasingCurve::InOutCubic);
    connect(m_scrolling, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { verticalScrollBar()->setValue(value.toInt()); });
    // Paragraphs that were laid out on the way have changed the count of lines before the target.
    connect(m_scrolling, &QVariantAnimation::finished, this,
            [this] { verticalScrollBar()->setValue(scrollValueOf(m_scrollTarget)); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &, int) {
        m_margin->update();
        Q_EMIT moved();
    });
    connect(this, &QPlainTextEdit::selectionChanged, this, [this] {
        if (QApplication::mouseButtons() == Qt::NoButton)
            Q_EMIT selectionSettled();
    });
    applyLook();
}

SourceText::~SourceText() = default;

void SourceText::applyLook()
{
    m_theme = Theme::fromPalette(palette(), QApplication::font());
    const QFont font = readingFont(m_zoom);
    if (this->font() != font)
        setFont(font);
    document()->setDefaultFont(font);
    updateMargins();
    m_layout->setLineWidth(viewport()->width());
    viewport()->update();
    m_margin->update();
}

void SourceText::updateMargins()
{
    const QFontMetricsF metrics(document()->defaultFont());
    const QString sample =
        QStringLiteral("the leaders of both sides have met again in the capital ");
    const double character = metrics.horizontalAdvance(sample) / static_cast<double>(sample.size());
    const int measure = qRound(character * kMeasure + 2 * document()->documentMargin());
    const int least = qRound(metrics.averageCharWidth() * 1.6);
    const int bar = verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0;
    m_leftMargin = qMax(least, (width() - bar - measure) / 2);
    const int right = qMax(least / 2, width() - bar - measure - m_leftMargin);
    setViewportMargins(m_leftMargin, 0, right, m_below);
    m_margin->setGeometry(0, 0, m_leftMargin, height() - m_below);
}

void SourceText::reserveBelow(int height)
{
    if (height == m_below)
        return;
    m_below = height;
    updateMargins();
}

void SourceText::setText(const QString &shown)
{
    m_scrolling->stop();
    m_text = shown;
    m_marks = {};
    m_found.clear();
    m_strong.clear();
    m_suggestions.clear();
    setPlainText(withoutHardBreaks(shown));
    m_layout->setLineWidth(viewport()->width());
    verticalScrollBar()->setValue(0);
    m_margin->update();
}

void SourceText::setMarks(TextMarks marks)
{
    m_marks = std::move(marks);
    viewport()->update();
    m_margin->update();
}

void SourceText::setSuggestions(std::vector<SuggestedWords> suggestions)
{
    m_suggestions = std::move(suggestions);
    viewport()->update();
}

int SourceText::suggestionAt(int position) const
{
    if (!m_marks.at(position).empty())
        return -1;
    // They are short: those that begin a little before, the nearest first.
    const auto after = std::upper_bound(
        m_suggestions.begin(), m_suggestions.end(), position,
        [](int place, const SuggestedWords &words) { return place < words.range.begin; });
    for (auto words = after; words != m_suggestions.begin() && after - words < 8;) {
        --words;
        if (words->range.end > position)
            return static_cast<int>(words - m_suggestions.begin());
    }
    return -1;
}

void SourceText::setStrong(std::vector<AnnotationId> ids)
{
    if (ids == m_strong)
        return;
    m_strong = std::move(ids);
    viewport()->update();
    m_margin->update();
}

bool SourceText::isStrong(AnnotationId id) const
{
    return std::find(m_strong.begin(), m_strong.end(), id) != m_strong.end();
}

void SourceText::setFound(std::vector<TextRange> found)
{
    m_found = std::move(found);
    viewport()->update();
}

void SourceText::setTip(std::function<QString(const std::vector<AnnotationId> &)> tip)
{
    m_tip = std::move(tip);
}

QString SourceText::tipOf(const std::vector<AnnotationId> &ids) const
{
    return m_tip && !ids.empty() ? m_tip(ids) : QString();
}

TextRange SourceText::selectedRange() const
{
    const QTextCursor cursor = textCursor();
    return {cursor.selectionStart(), cursor.selectionEnd()};
}

void SourceText::selectRange(TextRange range)
{
    QTextCursor cursor(document());
    const int length = static_cast<int>(m_text.size());
    cursor.setPosition(std::clamp(range.begin, 0, length));
    cursor.setPosition(std::clamp(range.end, 0, length), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void SourceText::placeCaret(int position)
{
    selectRange({position, position});
}

void SourceText::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    if (wanted == m_zoom)
        return;
    const int top = firstVisibleBlock().position();
    m_zoom = wanted;
    applyLook();
    verticalScrollBar()->setValue(document()->findBlock(top).firstLineNumber());
    Q_EMIT moved();
}

int SourceText::scrollValueOf(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    m_layout->blockBoundingRect(block);
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    const int number = block.firstLineNumber() + (line.isValid() ? line.lineNumber() : 0);
    return qMax(0, number - kContextLines);
}

void SourceText::scrollTo(int position)
{
    m_scrolling->stop();
    m_scrollTarget = position;
    const int target = scrollValueOf(position);
    QScrollBar *bar = verticalScrollBar();
    const int duration = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (duration <= 0 || !isVisible()) {
        bar->setValue(target);
        bar->setValue(scrollValueOf(position));
        return;
    }
    if (std::abs(target - bar->value()) > kNearLines)
        bar->setValue(target + (target > bar->value() ? -kNearLines : kNearLines) / 3);
    m_scrolling->setStartValue(bar->value());
    m_scrolling->setEndValue(scrollValueOf(position));
    m_scrolling->setDuration(duration);
    m_scrolling->start();
}

void SourceText::reveal(TextRange range)
{
    m_scrolling->stop();  // else it would go on to where something else stands
    const QRect rect = rectOf(range);
    const QRect room = viewport()->geometry();
    if (!rect.isEmpty() && rect.top() >= room.top() && rect.bottom() <= room.bottom())
        return;
    scrollTo(range.begin);
}

bool SourceText::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    const bool isTaken = QPlainTextEdit::event(event);
    if (event->type() == QEvent::Resize)
        updateMargins();
    else if (event->type() == QEvent::ApplicationFontChange)
        applyLook();
    return isTaken;
}

void SourceText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_margin) {
        m_theme = Theme::fromPalette(palette(), QApplication::font());
        viewport()->update();
        m_margin->update();
    }
}

void SourceText::resizeEvent(QResizeEvent *event)
{
    m_layout->setLineWidth(viewport()->width());
    QPlainTextEdit::resizeEvent(event);
    m_margin->update();
    Q_EMIT moved();
}

}  // namespace dateline::ui
