// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cross_fade.h"

#include <algorithm>

#include <QPainter>
#include <QStyle>

namespace dateline::ui {

namespace {

constexpr int kLongest = 180;  // milliseconds

}  // namespace

CrossFade::CrossFade(QWidget *over) : QWidget(over)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_animation.setStartValue(1.0);
    m_animation.setEndValue(0.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this] { update(); });
    connect(&m_animation, &QVariantAnimation::finished, this, [this] {
        hide();
        m_former = {};
    });
}

void CrossFade::start()
{
    QWidget *over = parentWidget();
    const int time =
        std::min(kLongest, style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, over));
    if (time <= 0 || !over->isVisible() || over->size().isEmpty())
        return;
    // What is half faded goes on from where it is.
    m_former = over->grab();
    m_animation.stop();
    m_animation.setDuration(time);
    setGeometry(over->rect());
    show();
    raise();
    m_animation.start();
}

void CrossFade::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setOpacity(m_animation.currentValue().toDouble());
    painter.drawPixmap(0, 0, m_former);
}

}  // namespace dateline::ui
