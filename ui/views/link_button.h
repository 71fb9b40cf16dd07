// SPDX-License-Identifier: GPL-3.0-or-later
// A line of text that leads to an item: a click, Enter or Space selects it. Ends in an ellipsis
// where there is no room, with the whole of it in the tooltip. Paints itself, for there are many.
// GUI thread.
#pragma once

#include <QAbstractButton>

#include "ui/bridge/view_context.h"

namespace dateline::ui {

class LinkButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit LinkButton(const ViewContext &context, QWidget *parent = nullptr);

    void setLink(const QString &text, ItemRef item);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    ItemRef m_item;
};

}  // namespace dateline::ui
