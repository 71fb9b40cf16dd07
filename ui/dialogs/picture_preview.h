// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as it will be written, scaled down to fit. Painted by the same code. GUI thread.
#pragma once

#include <QImage>
#include <QWidget>

#include "ui/paint/picture.h"

namespace dateline::ui {

class PicturePreview final : public QWidget {
    Q_OBJECT

public:
    explicit PicturePreview(QWidget *parent = nullptr);
    void setPicture(Picture picture, PictureOptions options);

    QSize minimumSizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Picture m_picture;
    PictureOptions m_options;
    QImage m_image;
};

}  // namespace dateline::ui
