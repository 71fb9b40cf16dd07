// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/svg_device.h"

#include <climits>

#include "ui/paint/svg_engine.h"
#include "ui/paint/svg_path.h"

namespace dateline::ui {

namespace {

constexpr int kDotsPerInch = 96;

}  // namespace

SvgDevice::SvgDevice(const QSizeF &size) : m_size(size), m_engine(std::make_unique<SvgEngine>(size))
{
}

SvgDevice::~SvgDevice() = default;

QPaintEngine *SvgDevice::paintEngine() const
{
    return m_engine.get();
}

int SvgDevice::metric(PaintDeviceMetric which) const
{
    constexpr double kMillimetresPerInch = 25.4;
    switch (which) {
    case PdmWidth:
        return qRound(m_size.width());
    case PdmHeight:
        return qRound(m_size.height());
    case PdmWidthMM:
        return qRound(m_size.width() / kDotsPerInch * kMillimetresPerInch);
    case PdmHeightMM:
        return qRound(m_size.height() / kDotsPerInch * kMillimetresPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDotsPerInch;
    case PdmDepth:
        return 32;
    case PdmNumColors:
        return INT_MAX;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(which);
    }
}

QByteArray SvgDevice::document(const QString &title, const QString &description) const
{
    const QByteArray width = svgNumber(m_size.width());
    const QByteArray height = svgNumber(m_size.height());
    QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"";
    if (m_engine->hasImages())
        text += " xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    text += " width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' +
            height + "\" fill-rule=\"evenodd\">\n";
    if (!title.isEmpty())
        text += "<title>" + title.toHtmlEscaped().toUtf8() + "</title>\n";
    if (!description.isEmpty())
        text += "<desc>" + description.toHtmlEscaped().toUtf8() + "</desc>\n";
    return text + m_engine->body() + "</svg>\n";
}

}  // namespace dateline::ui
