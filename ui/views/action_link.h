// SPDX-License-Identifier: GPL-3.0-or-later
// A word or two that do something, quiet as a link: for what is offered beside many a row. Click,
// Enter or Space; what readers of the screen hear says with what it is done. GUI thread.
#pragma once

#include <QAbstractButton>

namespace dateline::ui {

class ActionLink final : public QAbstractButton {
    Q_OBJECT

public:
    explicit ActionLink(QWidget *parent = nullptr);

    void setAction(const QString &text, const QString &spoken);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

}  // namespace dateline::ui
