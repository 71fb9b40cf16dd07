// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/picture_preview.h"

#include <QPainter>

#include "ui/paint/picture_writer.h"

namespace dateline::ui {

PicturePreview::PicturePreview(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PicturePreview::setPicture(Picture picture, PictureOptions options)
{
    m_picture = std::move(picture);
    m_options = std::move(options);
    m_image = QImage();
    update();
}

void PicturePreview::resizeEvent(QResizeEvent *)
{
    m_image = QImage();
}

void PicturePreview::paintEvent(QPaintEvent *)
{
    if (!m_picture.paint)
        return;
    const QSizeF logical = m_options.size * (96.0 / m_options.dpi);
    const QSizeF fitted = logical.scaled(QSizeF(size()), Qt::KeepAspectRatio);
    if (m_image.isNull()) {
        const double ratio = devicePixelRatioF();
        m_image = QImage((fitted * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        m_image.fill(Qt::transparent);
        m_image.setDevicePixelRatio(ratio);
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(fitted.width() / logical.width(), fitted.height() / logical.height());
        PictureOptions options = m_options;
        options.size = logical;
        paintPicture(painter, m_picture, options);
    }
    QPainter painter(this);
    const QPointF corner((width() - fitted.width()) / 2, (height() - fitted.height()) / 2);
    painter.drawImage(corner, m_image);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(QRectF(corner, fitted).adjusted(0, 0, -1, -1));
}

}  // namespace dateline::ui
