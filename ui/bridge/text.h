// SPDX-License-Identifier: GPL-3.0-or-later
// QString <-> UTF-8, the one border between the text of app/ and that of ui/.
#pragma once

#include <string>
#include <string_view>

#include <QString>

namespace dateline::ui {

inline QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline std::string toUtf8(QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    return std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

}  // namespace dateline::ui
