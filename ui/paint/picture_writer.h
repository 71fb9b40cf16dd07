// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures to files and images. The same picture and options give the same bytes (dates and ids
// that Qt writes by itself are set to fixed values). Runs on any thread that has its own
// QGuiApplication fonts; a file is written beside its target and put in place whole, or not at all.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include "app/base/error.h"
#include "app/base/long_work.h"
#include "ui/paint/picture.h"

namespace dateline::ui {

enum class PictureFormat { Png, Svg, Pdf };

// By the ending of a file's name; BadInput for any other.
Result<PictureFormat> pictureFormatOf(const QString &path);

// Ground, title, picture and caption into the rectangle (0, 0, options.size) of any painter.
void paintPicture(QPainter &painter, const Picture &picture, const PictureOptions &options);

QImage pictureImage(const Picture &picture, const PictureOptions &options);
// Without bytes where there is not enough memory, or where the work was stopped: asked between
// painting and writing, and while a PNG is written, which takes longest.
QByteArray pictureBytes(const Picture &picture, PictureFormat format, const PictureOptions &options,
                        LongWork *work = nullptr);
// Cancelled where the work was stopped: what was there is there still.
Result<void> writePicture(const QString &path, const Picture &picture, PictureFormat format,
                          const PictureOptions &options, LongWork *work = nullptr);

}  // namespace dateline::ui
