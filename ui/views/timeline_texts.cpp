// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/timeline_texts.h"

#include <QCoreApplication>
#include <QDate>
#include <QStringList>

#include "app/model/civil_date.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Timeline", text, nullptr, count);
}

QString sourcesText(const EventEvidence &evidence)
{
    if (evidence.sources == 0)
        return {};
    return evidence.sources == 1 ? tr("1 source") : tr("%1 sources").arg(evidence.sources);
}

QString participantsText(const Snapshot &snapshot, EventRow row)
{
    constexpr int kMostNamed = 6;
    QStringList names;
    int more = 0;
    for (const ParticipationColumns::Entry &entry : snapshot.participations->ofEvent(row)) {
        const QString name = toQString(snapshot.actor(entry.actor).name);
        if (names.contains(name))
            continue;
        if (names.size() < kMostNamed)
            names.append(name);
        else
            ++more;
    }
    if (more > 0)
        names.append(tr("%1 more").arg(more));
    return names.join(QStringLiteral(", "));
}

}  // namespace

QString eventTitle(const Snapshot &snapshot, EventRow row)
{
    return toQString(snapshot.events->title(row));
}

Edtf dateOf(const Snapshot &snapshot, EventRow row)
{
    return Edtf::parse(snapshot.events->whenText(row)).value_or(Edtf());
}

QString eventName(const Snapshot &snapshot, EventRow row)
{
    const EventColumns &events = *snapshot.events;
    const EventEvidence evidence = snapshot.evidenceOf(row);
    QStringList parts{eventTitle(snapshot, row), dateText(dateOf(snapshot, row))};
    const QString status = toQString(events.statusWords().word(events.status(row)));
    if (!status.isEmpty())
        parts.append(status);
    if (evidence.sources > 0)
        parts.append(sourcesText(evidence));
    if (evidence.isContested)
        parts.append(tr("contested"));
    return parts.join(QStringLiteral(", "));
}

QString eventToolTip(const Snapshot &snapshot, EventRow row)
{
    const EventColumns &events = *snapshot.events;
    const Edtf date = dateOf(snapshot, row);
    QString text =
        QStringLiteral("<p style='white-space:pre-wrap'><b>%1</b><br>%2")
            .arg(eventTitle(snapshot, row).toHtmlEscaped(), dateText(date).toHtmlEscaped());
    if (date.isDated())
        text +=
            QStringLiteral(" &nbsp;<code>%1</code>").arg(toQString(date.text()).toHtmlEscaped());
    QStringList facts;
    for (const std::uint32_t isKind : {1u, 0u}) {
        const QString word = toQString(isKind != 0 ? events.kindWords().word(events.kind(row))
                                                   : events.placeWords().word(events.place(row)));
        if (!word.isEmpty())
            facts.append(word.toHtmlEscaped());
    }
    if (!facts.isEmpty())
        text += QStringLiteral("<br>") + facts.join(QStringLiteral(" · "));
    const QString who = participantsText(snapshot, row);
    if (!who.isEmpty())
        text += QStringLiteral("<br>") + who.toHtmlEscaped();
    const EventEvidence evidence = snapshot.evidenceOf(row);
    QStringList standing;
    const QString status = toQString(events.statusWords().word(events.status(row)));
    if (!status.isEmpty())
        standing.append(status.toHtmlEscaped());
    if (evidence.sources > 0)
        standing.append(sourcesText(evidence));
    if (evidence.isContested)
        standing.append(QStringLiteral("<b>%1</b>").arg(tr("contested")));
    if (!standing.isEmpty())
        text += QStringLiteral("<br>") + standing.join(QStringLiteral(" · "));
    return text + QStringLiteral("</p>");
}

TimeSpan spanToShow(const EventColumns &events)
{
    if (!events.extent().isEmpty())
        return events.extent();
    const int year = QDate::currentDate().year();
    return TimeSpan::between(instantOf(year - 1), instantOf(year + 2));
}

}  // namespace dateline::ui
