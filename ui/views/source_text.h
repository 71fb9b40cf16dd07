// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one source for reading: serif letters, lines of at most some 75 characters, our own
// underlines below the words, a caret for selecting with the keyboard. It shows and reports; it
// knows no file and changes nothing. Places are UTF-16 units of the shown text. GUI thread.
#pragma once

#include <functional>

#include <QPlainTextEdit>

#include "ui/paint/theme.h"
#include "ui/views/reading_text.h"
#include "ui/views/text_marks.h"

class QTextLayout;
class QVariantAnimation;

namespace dateline::ui {

class SourceLayout;

// Words that could be annotated, faintly underlined while no annotation stands there.
struct SuggestedWords {
    enum class Kind { Date, Quantity, Attribution };
    TextRange range;
    Kind kind = Kind::Date;
};

class SourceText final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit SourceText(QWidget *parent = nullptr);
    ~SourceText() override;

    void setText(const QString &shown);
    const QString &text() const { return m_text; }
    void setMarks(TextMarks marks);
    const TextMarks &marks() const { return m_marks; }
    // The marks whose words have the ground of the selection.
    void setStrong(std::vector<AnnotationId> ids);
    bool isStrong(AnnotationId id) const;
    // Stretches that a search found, by begin.
    void setFound(std::vector<TextRange> found);
    // By begin.
    void setSuggestions(std::vector<SuggestedWords> suggestions);
    const std::vector<SuggestedWords> &suggestions() const { return m_suggestions; }
    // The one at the place, where no annotation stands; -1 for none.
    int suggestionAt(int position) const;
    void setSuggestionTip(std::function<QString(int)> tip) { m_suggestionTip = std::move(tip); }
    // What hovering over a mark says.
    void setTip(std::function<QString(const std::vector<AnnotationId> &)> tip);
    QString tipOf(const std::vector<AnnotationId> &ids) const;

    TextRange selectedRange() const;
    void selectRange(TextRange range);
    int caret() const { return textCursor().position(); }
    void placeCaret(int position);
    // Brings the words into view, a little below the top where they were out of it.
    void reveal(TextRange range);
    // From the top of the first line of the words to the bottom of the last, in coordinates of this
    // widget; empty where they are out of sight.
    QRect rectOf(TextRange range) const;
    // Keeps room for something that lies over the lower end of the text.
    void reserveBelow(int height);

    double zoom() const { return m_zoom; }
    void setZoom(double zoom);  // 1: a little larger than the desktop's letters

    // Where the visible marks with a note begin, for the margin.
    struct NotePlace {
        AnnotationId id;
        QColor colour;
        QRect rect;  // of the line, in coordinates of this widget
    };
    std::vector<NotePlace> visibleNotes() const;
    int leftMargin() const { return m_leftMargin; }
    const Theme &theme() const { return m_theme; }

Q_SIGNALS:
    void markClicked(dateline::AnnotationId id, Qt::KeyboardModifiers modifiers);
    void annotateRequested(QChar letter);
    void editRequested();
    void removeRequested();
    void stepRequested(int direction);
    void stepSuggestionRequested(int direction);
    void findRequested(int direction);  // 0: open the search; else the next or the last one
    void selectionSettled();            // no button of the mouse is down any more
    void moved();                       // scrolled, resized or laid out anew

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct LinePart;
    void applyLook();
    void updateMargins();
    bool takesKey(const QKeyEvent &event) const;
    bool runKey(const QKeyEvent &event);
    QPointF snapped(QPointF point) const;
    QMouseEvent snapped(const QMouseEvent &event) const;
    int characterAt(QPoint point) const;  // -1 where there is none
    struct VisibleBlock {
        int begin = 0;
        int length = 0;
        QRectF box;
        const QTextLayout *layout = nullptr;
        QString text;  // a layout does not keep it
    };
    std::vector<VisibleBlock> visibleBlocks() const;
    static TextRange rangeOf(const std::vector<VisibleBlock> &blocks);
    template <typename Function>
    void forEachVisiblePart(const std::vector<VisibleBlock> &blocks, TextRange range,
                            Function &&function) const;
    QRect rectOf(const std::vector<VisibleBlock> &blocks, TextRange range) const;
    void paintGrounds(QPainter &painter, const std::vector<VisibleBlock> &blocks) const;
    void paintUnderlines(QPainter &painter, const std::vector<VisibleBlock> &blocks) const;
    void paintSuggestions(QPainter &painter, const std::vector<VisibleBlock> &blocks) const;
    int scrollValueOf(int position) const;
    void scrollTo(int position);

    SourceLayout *m_layout = nullptr;
    QVariantAnimation *m_scrolling = nullptr;
    QWidget *m_margin = nullptr;
    Theme m_theme;
    QString m_text;
    TextMarks m_marks;
    std::vector<AnnotationId> m_strong;
    std::vector<TextRange> m_found;
    std::function<QString(const std::vector<AnnotationId> &)> m_tip;
    std::vector<SuggestedWords> m_suggestions;
    std::function<QString(int)> m_suggestionTip;
    double m_zoom = 1.0;
    int m_leftMargin = 0;
    int m_below = 0;
    int m_scrollTarget = 0;
    QPoint m_pressed;
    AnnotationId m_lastClicked;
};

}  // namespace dateline::ui
