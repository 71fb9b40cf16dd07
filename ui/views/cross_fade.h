// SPDX-License-Identifier: GPL-3.0-or-later
// Lets the former picture of a widget fade over the next one: what came appears, what is gone
// fades. Lies over the widget and takes no input; where the desktop wants no animations it does
// nothing. GUI thread.
#pragma once

#include <QPixmap>
#include <QVariantAnimation>
#include <QWidget>

namespace dateline::ui {

class CrossFade final : public QWidget {
public:
    explicit CrossFade(QWidget *over);

    // Call before the picture changes.
    void start();
    bool isRunning() const { return m_animation.state() == QAbstractAnimation::Running; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPixmap m_former;
    QVariantAnimation m_animation;
};

}  // namespace dateline::ui
