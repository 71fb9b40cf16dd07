// SPDX-License-Identifier: GPL-3.0-or-later
// The margin beside a source's text: a small mark at each line where an annotation with a note
// begins. A mark can be clicked like the words that it stands for. GUI thread.
#pragma once

#include <QWidget>

#include "ui/views/source_text.h"

namespace dateline::ui {

class AnnotationMargin final : public QWidget {
    Q_OBJECT

public:
    explicit AnnotationMargin(SourceText &text);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Mark {
        AnnotationId id;
        QColor colour;
        QRectF rect;
    };
    std::vector<Mark> marks() const;
    AnnotationId markAt(QPointF point) const;

    SourceText &m_text;
};

}  // namespace dateline::ui
