// SPDX-License-Identifier: GPL-3.0-or-later
// Lays a plain text out for reading: lines one and a half times as high as their letters, so that
// underlines have room below them, and half a line between paragraphs. Like its base class it lays
// a paragraph out when it is first shown, so that a text of megabytes opens at once. GUI thread.
#pragma once

#include <QPlainTextDocumentLayout>
#include <QTextBlock>

namespace dateline::ui {

class SourceLayout final : public QPlainTextDocumentLayout {
    Q_OBJECT

public:
    explicit SourceLayout(QTextDocument *document);

    // The width of a line; lays everything out anew where it differs.
    void setLineWidth(double width);

    // From the top of one line to the top of the next.
    double slotHeight() const { return m_slot; }
    // From the top of the slot to the top of the letters in it.
    double letterTop() const { return m_letterTop; }

    QRectF blockBoundingRect(const QTextBlock &block) const override;

protected:
    void documentChanged(int from, int charsRemoved, int charsAdded) override;

private:
    void measure();
    void forget();
    void layOut(const QTextBlock &block);

    double m_width = 0;
    double m_slot = 0;
    double m_letterTop = 0;
    QFont m_font;
};

}  // namespace dateline::ui
