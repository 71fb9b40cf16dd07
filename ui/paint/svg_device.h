// SPDX-License-Identifier: GPL-3.0-or-later
// What a painter draws, as SVG 1.1 of a few bytes: looks told once, shapes of the same look in one
// path where a drawing has thousands of them, words as text. A drawing of few shapes keeps an
// element for each, for whoever works on it in a drawing program. Clips are not written: what we
// paint needs none. The same drawing gives the same bytes. One thread.
#pragma once

#include <memory>

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <QString>

namespace dateline::ui {

class SvgEngine;

class SvgDevice final : public QPaintDevice {
public:
    explicit SvgDevice(const QSizeF &size);
    ~SvgDevice() override;

    // After the painter ended.
    QByteArray document(const QString &title, const QString &description) const;

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric which) const override;

private:
    QSizeF m_size;
    std::unique_ptr<SvgEngine> m_engine;
};

}  // namespace dateline::ui
