// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/cell_text.h"

#include <QLocale>
#include <QStringList>

#include "app/model/code_points.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

QString shortDateOf(std::string_view edtf)
{
    const Result<Edtf> date = Edtf::parse(edtf);
    return date ? shortDateText(*date) : toQString(edtf);
}

QString longDateOf(std::string_view edtf)
{
    const Result<Edtf> date = Edtf::parse(edtf);
    return date ? dateText(*date) : toQString(edtf);
}

QString numberText(qlonglong number)
{
    return QLocale().toString(number);
}

QString numberText(double number)
{
    return QLocale().toString(number, 'f', QLocale::FloatingPointShortest);
}

QString counted(qlonglong number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(numberText(number));
}

QString joined(const QStringList &parts)
{
    QStringList kept = parts;
    kept.removeAll(QString());
    return kept.join(QStringLiteral(" · "));
}

QString oneLine(std::string_view text, int longest)
{
    return toQString(firstCodePoints(text, longest)).simplified();
}

}  // namespace dateline::ui
