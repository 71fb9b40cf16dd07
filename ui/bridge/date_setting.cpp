// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/date_setting.h"

#include "ui/bridge/session_hub.h"

namespace dateline::ui {

namespace {

double widthOf(const SessionHub &hub, const char16_t *name, double otherwise)
{
    bool isNumber = false;
    const double width = hub.setting(QString::fromUtf16(name)).toDouble(&isNumber);
    return isNumber && width >= 0 && width <= 100 ? width : otherwise;
}

}  // namespace

DateSetting dateSettingOf(const SessionHub &hub, const Edtf &published, const std::string &language)
{
    const bool isSouthern =
        hub.setting(QString::fromUtf16(kHemisphereSetting)) == QLatin1String("south");
    return {published, language, isSouthern};
}

DateWidths dateWidthsOf(const SessionHub &hub)
{
    const DateWidths usual;
    return {widthOf(hub, kApproximateSetting, usual.approximate),
            widthOf(hub, kUncertainSetting, usual.uncertain)};
}

}  // namespace dateline::ui
