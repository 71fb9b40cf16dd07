// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/picture_caption.h"

#include <vector>

#include <QCoreApplication>
#include <QLocale>

#include "app/model/edtf.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

constexpr int kMostSources = 12;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("PictureCaption", text, nullptr, n);
}

QString sourceText(const Snapshot &snapshot, const Source &source)
{
    QStringList parts;
    if (const Actor *outlet = snapshot.actor(source.outlet))
        parts.append(toQString(outlet->name));
    parts.append(QStringLiteral("“%1”").arg(toQString(source.title)));
    if (source.published.isDated())
        parts.append(shortDateText(source.published));
    return parts.join(QStringLiteral(", "));
}

// Whether what the claim is about can be seen in a picture of these events: one of them, somebody
// who takes part, a role of his, or a relation between two such.
class Shown {
public:
    Shown(const Snapshot &snapshot, const RowSet &events)
        : m_snapshot(snapshot), m_events(events), m_takesPart(snapshot.actors->size(), false)
    {
        for (EventRow row{0}; row.value < events.size(); ++row.value) {
            if (!events.contains(row))
                continue;
            for (const ParticipationColumns::Entry &entry : snapshot.participations->ofEvent(row))
                m_takesPart[entry.actor.value] = true;
        }
    }

    bool contains(ItemRef item) const
    {
        switch (item.kind) {
        case ItemKind::Event:
            return m_events.contains(m_snapshot.events->rowOf(item.event()));
        case ItemKind::Actor:
            return contains(m_snapshot.actorRow(item.actor()));
        case ItemKind::Role: {
            const Role *role = m_snapshot.roles->find(item.role());
            return role && contains(m_snapshot.actorRow(role->actor));
        }
        case ItemKind::Relation: {
            const RelationRow row = m_snapshot.relations->rowOf(item.relation());
            return row && contains(m_snapshot.relations->from(row)) &&
                   contains(m_snapshot.relations->to(row));
        }
        default:
            return false;
        }
    }

private:
    bool contains(ActorRow row) const { return row && m_takesPart[row.value]; }

    const Snapshot &m_snapshot;
    const RowSet &m_events;
    std::vector<bool> m_takesPart;
};

}  // namespace

QStringList pictureCaption(const Snapshot &snapshot, const RowSet &shown,
                           const QString &filterSentence, const QString &asOf)
{
    const QLocale locale;
    QStringList parts;
    parts.append(
        tr("%1 of %2 events").arg(locale.toString(shown.count()), locale.toString(shown.size())));
    if (!filterSentence.isEmpty())
        parts.append(tr("Filter: %1").arg(filterSentence));
    if (!asOf.isEmpty())
        parts.append(tr("As of %1").arg(asOf));
    QStringList caption{parts.join(QStringLiteral(" · "))};

    const Shown picture(snapshot, shown);
    std::vector<bool> isUsed(snapshot.sources->size(), false);
    for (const Claim &claim : *snapshot.claims) {
        if (!picture.contains(claim.about))
            continue;
        const std::size_t place = snapshot.sources->rowOf(claim.source);
        if (place < isUsed.size())
            isUsed[place] = true;
    }
    QStringList sources;
    int number = 0;
    for (std::size_t i = 0; i < isUsed.size(); ++i) {
        if (!isUsed[i])
            continue;
        ++number;
        if (number <= kMostSources)
            sources.append(QStringLiteral("[%1] %2").arg(number).arg(
                sourceText(snapshot, (*snapshot.sources)[i])));
    }
    if (number > kMostSources)
        sources.append(tr("and %n more", number - kMostSources));
    if (!sources.isEmpty())
        caption.append(tr("Sources: %1").arg(sources.join(QStringLiteral("; "))));
    return caption;
}

}  // namespace dateline::ui
