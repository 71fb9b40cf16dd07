// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/progress_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace dateline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ProgressText", text);
}

QString number(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

// What cannot be counted is named.
QString stageText(WorkStage stage)
{
    switch (stage) {
    case WorkStage::Indexes:
        return tr("making indexes");
    case WorkStage::Text:
        return tr("making the text searchable");
    case WorkStage::Snapshot:
        return tr("reading the file anew");
    case WorkStage::Format:
        return tr("bringing it to this version");
    case WorkStage::Rows:
    case WorkStage::Reading:
    case WorkStage::Writing:
    case WorkStage::Drawing:
        break;
    }
    return {};
}

QString rateText(std::int64_t perSecond, WorkUnit unit)
{
    return unit == WorkUnit::Bytes ? tr("%1/s").arg(QLocale().formattedDataSize(
                                         perSecond, 0, QLocale::DataSizeSIFormat))
                                   : tr("%1 rows/s").arg(number(perSecond));
}

}  // namespace

QString progressText(const WorkProgress &now, const ProgressEstimate::Reading &reading)
{
    QStringList parts;
    if (const QString stage = stageText(now.stage); !stage.isEmpty())
        parts.append(stage);
    if (reading.perSecond && now.unit != WorkUnit::Nothing)
        parts.append(rateText(roundedRate(*reading.perSecond), now.unit));
    if (reading.secondsLeft) {
        const TimeLeft left = roundedTimeLeft(*reading.secondsLeft);
        parts.append((left.isMinutes ? tr("about %1 min left") : tr("about %1 s left"))
                         .arg(number(left.count)));
    }
    return parts.join(tr(", "));
}

}  // namespace dateline::ui
