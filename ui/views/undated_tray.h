// SPDX-License-Identifier: GPL-3.0-or-later
// The events that have no date, as chips in a thin row above the timeline; hidden while there are
// none. A click selects, dragging one onto the timeline dates it. What does not fit the width is in
// a menu at the end, which says how many. GUI thread.
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "ui/bridge/view_context.h"

class QLabel;
class QMimeData;
class QToolButton;

namespace dateline::ui {

class UndatedTray final : public QWidget {
    Q_OBJECT

public:
    explicit UndatedTray(const ViewContext &context, QWidget *parent = nullptr);

    void setContent(const Snapshot &snapshot, const RowSet &shown);
    void showSelection();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Chip {
        EventId event;
        QString title;
        QToolButton *button = nullptr;  // only for those that fit at all
    };
    void arrange();

    ViewContext m_context;
    QLabel *m_label;
    QToolButton *m_more;
    std::vector<Chip> m_chips;
};

// What a chip carries while it is dragged. None for other drags.
EventId draggedEvent(const QMimeData *data);
std::unique_ptr<QMimeData> dragDataFor(EventId event);

}  // namespace dateline::ui
