// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/edit_intents.h"

#include <utility>

#include <QCoreApplication>
#include <QDateTime>

#include "app/edit/edits.h"
#include "ui/bridge/session_hub.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

QString tr(const char *text, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("EditIntents", text, disambiguation, n);
}

QString quoted(const std::string &title)
{
    QString text = toQString(title).simplified();
    if (text.size() > 40)
        text = text.left(39) + QChar(0x2026);
    return tr("“%1”").arg(text);
}

ActorId actorNamed(Stores &stores, const std::string &name, const std::string &kind)
{
    const ActorId known = stores.actors.findNamed(name);
    if (known)
        return known;
    Actor actor;
    actor.name = name;
    actor.kind = kind;
    return addActor(stores, actor);
}

void removeItem(Stores &stores, ItemRef item)
{
    switch (item.kind) {
    case ItemKind::Event:
        return dateline::removeEvent(stores, item.event());
    case ItemKind::Actor:
        return dateline::removeActor(stores, item.actor());
    case ItemKind::Role:
        return dateline::removeRole(stores, item.role());
    case ItemKind::Relation:
        return dateline::removeRelation(stores, item.relation());
    case ItemKind::Source:
        return dateline::removeSource(stores, item.source());
    case ItemKind::Annotation:
        return dateline::removeAnnotation(stores, item.annotation());
    case ItemKind::Claim:
        return dateline::removeClaim(stores, item.claim());
    case ItemKind::Participation:
        return dateline::removeParticipation(stores, ParticipationId{item.id});
    case ItemKind::Quantity:
        return dateline::removeQuantity(stores, QuantityId{item.id});
    case ItemKind::None:
        return;
    }
}

QString removalName(std::span<const ItemRef> items)
{
    if (items.size() != 1)
        return tr("Delete %n items", nullptr, static_cast<int>(items.size()));
    switch (items.front().kind) {
    case ItemKind::Event:
        return tr("Delete event");
    case ItemKind::Actor:
        return tr("Delete actor");
    case ItemKind::Role:
        return tr("Delete role");
    case ItemKind::Relation:
        return tr("Delete relation");
    case ItemKind::Source:
        return tr("Delete source");
    case ItemKind::Annotation:
        return tr("Delete annotation");
    case ItemKind::Claim:
        return tr("Delete claim");
    case ItemKind::None:
    case ItemKind::Participation:
    case ItemKind::Quantity:
        break;
    }
    return tr("Delete");
}

}  // namespace

EventId EditIntents::addEvent(const Event &event, std::span<const Participation> participations,
                              std::span<const std::string> tags)
{
    EventId made;
    const bool done =
        m_hub.perform(tr("Add event %1").arg(quoted(event.title)), [&](Stores &stores) {
            made = dateline::addEvent(stores, event);
            for (Participation participation : participations) {
                participation.event = made;
                dateline::addParticipation(stores, participation);
            }
            if (!tags.empty())
                dateline::setTags(stores, made, tags);
        });
    return done ? made : EventId();
}

bool EditIntents::changeEvent(const Event &event)
{
    return m_hub.perform(tr("Change event %1").arg(quoted(event.title)),
                         [&](Stores &stores) { dateline::changeEvent(stores, event); });
}

bool EditIntents::moveEvent(EventId id, const Edtf &when)
{
    return m_hub.perform(tr("Date event %1").arg(toQString(when.text())),
                         [&](Stores &stores) { dateline::moveEvent(stores, id, when); });
}

ParticipationId EditIntents::addParticipation(const Participation &participation)
{
    ParticipationId made;
    const bool done = m_hub.perform(tr("Add participant"), [&](Stores &stores) {
        made = dateline::addParticipation(stores, participation);
    });
    return done ? made : ParticipationId();
}

ParticipationId EditIntents::addParticipationNamed(EventId event, const QString &actorName,
                                                   const std::string &actorKind,
                                                   const std::string &part)
{
    ParticipationId made;
    const bool done = m_hub.perform(tr("Add participant %1").arg(actorName), [&](Stores &stores) {
        Participation participation;
        participation.event = event;
        participation.actor = actorNamed(stores, toUtf8(actorName.trimmed()), actorKind);
        participation.part = part;
        made = dateline::addParticipation(stores, participation);
    });
    return done ? made : ParticipationId();
}

bool EditIntents::changeParticipation(const Participation &participation)
{
    return m_hub.perform(tr("Change participant"), [&](Stores &stores) {
        dateline::changeParticipation(stores, participation);
    });
}

bool EditIntents::removeParticipation(ParticipationId id)
{
    return m_hub.perform(tr("Remove participant"),
                         [&](Stores &stores) { dateline::removeParticipation(stores, id); });
}

QuantityId EditIntents::addQuantity(const Quantity &quantity)
{
    QuantityId made;
    const bool done = m_hub.perform(tr("Add quantity"), [&](Stores &stores) {
        made = dateline::addQuantity(stores, quantity);
    });
    return done ? made : QuantityId();
}

bool EditIntents::changeQuantity(const Quantity &quantity)
{
    return m_hub.perform(tr("Change quantity"),
                         [&](Stores &stores) { dateline::changeQuantity(stores, quantity); });
}

bool EditIntents::removeQuantity(QuantityId id)
{
    return m_hub.perform(tr("Remove quantity"),
                         [&](Stores &stores) { dateline::removeQuantity(stores, id); });
}

ActorId EditIntents::addActor(const Actor &actor, std::span<const std::string> tags)
{
    ActorId made;
    const bool done =
        m_hub.perform(tr("Add actor %1").arg(quoted(actor.name)), [&](Stores &stores) {
            made = dateline::addActor(stores, actor);
            if (!tags.empty())
                dateline::setTags(stores, made, tags);
        });
    return done ? made : ActorId();
}

bool EditIntents::changeActor(const Actor &actor)
{
    return m_hub.perform(tr("Change actor %1").arg(quoted(actor.name)),
                         [&](Stores &stores) { dateline::changeActor(stores, actor); });
}

RoleId EditIntents::addRole(const Role &role)
{
    RoleId made;
    const bool done = m_hub.perform(tr("Add role %1").arg(quoted(role.title)), [&](Stores &stores) {
        made = dateline::addRole(stores, role);
    });
    return done ? made : RoleId();
}

bool EditIntents::changeRole(const Role &role)
{
    return m_hub.perform(tr("Change role %1").arg(quoted(role.title)),
                         [&](Stores &stores) { dateline::changeRole(stores, role); });
}

bool EditIntents::removeRole(RoleId id)
{
    return m_hub.perform(tr("Delete role"),
                         [&](Stores &stores) { dateline::removeRole(stores, id); });
}

RelationId EditIntents::addRelation(const Relation &relation)
{
    RelationId made;
    const bool done =
        m_hub.perform(tr("Add relation %1").arg(quoted(relation.kind)),
                      [&](Stores &stores) { made = dateline::addRelation(stores, relation); });
    return done ? made : RelationId();
}

bool EditIntents::changeRelation(const Relation &relation)
{
    return m_hub.perform(tr("Change relation %1").arg(quoted(relation.kind)),
                         [&](Stores &stores) { dateline::changeRelation(stores, relation); });
}

bool EditIntents::grade(const Reliability &reliability)
{
    return m_hub.perform(tr("Grade reliability %1").arg(QLatin1Char(reliability.grade)),
                         [&](Stores &stores) { dateline::addReliability(stores, reliability); });
}

SourceId EditIntents::addSource(const Source &source, const std::string &text,
                                const std::string &bytes, const QString &outletName)
{
    SourceId made;
    const bool done =
        m_hub.perform(tr("Add source %1").arg(quoted(source.title)), [&](Stores &stores) {
            Source row = source;
            if (!outletName.trimmed().isEmpty())
                row.outlet = actorNamed(stores, toUtf8(outletName.trimmed()), "outlet");
            made = dateline::addSource(stores, row, text, bytes);
        });
    return done ? made : SourceId();
}

SourceId EditIntents::supersedeSource(const Source &newer, const std::string &text,
                                      const std::string &bytes, std::span<const AnchorMove> moves,
                                      const QString &outletName)
{
    SourceId made;
    const bool done = m_hub.perform(
        tr("Take in a new version of %1").arg(quoted(newer.title)), [&](Stores &stores) {
            Source row = newer;
            if (!outletName.trimmed().isEmpty())
                row.outlet = actorNamed(stores, toUtf8(outletName.trimmed()), "outlet");
            made = dateline::supersedeSource(stores, row, text, bytes, moves);
        });
    return done ? made : SourceId();
}

bool EditIntents::changeSource(const Source &source)
{
    return m_hub.perform(tr("Change source %1").arg(quoted(source.title)),
                         [&](Stores &stores) { dateline::changeSource(stores, source); });
}

std::optional<AnnotationResult> EditIntents::annotate(const Annotation &annotation,
                                                      const AnnotationTarget &target)
{
    using Kind = AnnotationTarget::Kind;
    QString name = tr("Annotate");
    if (target.kind == Kind::NewEvent)
        name = tr("Annotate event %1").arg(quoted(target.event.title));
    else if (target.kind == Kind::NewActor)
        name = tr("Annotate actor %1").arg(quoted(target.actor.name));
    else if (target.kind == Kind::NewRelation)
        name = tr("Annotate relation %1").arg(quoted(target.relation.kind));
    else if (target.kind == Kind::Claim)
        name = tr("Annotate claim");

    AnnotationResult result;
    const bool done = m_hub.perform(name, [&](Stores &stores) {
        result.annotation = dateline::addAnnotation(stores, annotation);
        if (!target.tags.empty())
            dateline::setTags(stores, result.annotation, target.tags);
        if (target.kind == Kind::NewEvent) {
            const EventId event = dateline::addEvent(stores, target.event);
            for (Participation participation : target.participations) {
                participation.event = event;
                dateline::addParticipation(stores, participation);
            }
            for (const AnnotationTarget::Named &named : target.named) {
                Participation participation;
                participation.event = event;
                participation.actor = actorNamed(stores, named.name, named.kind);
                participation.part = named.part;
                dateline::addParticipation(stores, participation);
            }
            for (Quantity quantity : target.quantities) {
                quantity.event = event;
                dateline::addQuantity(stores, quantity);
            }
            result.made = event;
        } else if (target.kind == Kind::NewActor) {
            result.made = dateline::addActor(stores, target.actor);
        }
        if (target.kind == Kind::NewRelation) {
            Relation relation = target.relation;
            if (!relation.from)
                relation.from = actorNamed(stores, target.from, "person");
            if (!relation.to)
                relation.to = actorNamed(stores, target.to, "person");
            result.made = dateline::addRelation(stores, relation);
        }
        const auto add = [&](dateline::Claim claim) {
            claim.source = annotation.source;
            claim.annotation = result.annotation;
            if (target.kind != Kind::Claim && !result.made.isNull())
                claim.about = result.made;
            return dateline::addClaim(stores, claim);
        };
        if (target.claim) {
            const ClaimId made = add(*target.claim);
            if (target.kind == Kind::Claim)
                result.made = made;
        }
        for (const dateline::Claim &claim : target.moreClaims)
            add(claim);
    });
    return done ? std::optional(result) : std::nullopt;
}

bool EditIntents::changeAnnotation(const Annotation &annotation)
{
    return m_hub.perform(tr("Change annotation"),
                         [&](Stores &stores) { dateline::changeAnnotation(stores, annotation); });
}

bool EditIntents::changeAnnotation(const Annotation &annotation, std::span<const std::string> tags)
{
    return m_hub.perform(tr("Change annotation"), [&](Stores &stores) {
        dateline::changeAnnotation(stores, annotation);
        dateline::setTags(stores, annotation.id, tags);
    });
}

ClaimId EditIntents::addClaim(const dateline::Claim &claim)
{
    ClaimId made;
    const bool done = m_hub.perform(
        tr("Add claim"), [&](Stores &stores) { made = dateline::addClaim(stores, claim); });
    return done ? made : ClaimId();
}

bool EditIntents::changeClaim(const dateline::Claim &claim)
{
    return m_hub.perform(tr("Change claim"),
                         [&](Stores &stores) { dateline::changeClaim(stores, claim); });
}

bool EditIntents::preferClaim(const Decision &decision)
{
    return m_hub.perform(tr("Prefer claim"),
                         [&](Stores &stores) { dateline::preferClaim(stores, decision); });
}

bool EditIntents::withdrawPreference(ItemRef about, const std::string &field)
{
    return m_hub.perform(tr("Withdraw preference"), [&](Stores &stores) {
        dateline::withdrawPreference(stores, about, field);
    });
}

bool EditIntents::setNote(ItemRef about, const QString &text)
{
    Note note{about, toUtf8(text.trimmed()), {}, {}, {}};
    note.madeBy = toUtf8(qEnvironmentVariable("USER"));
    note.madeAt = toUtf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    return m_hub.perform(note.text.empty() ? tr("Delete note") : tr("Write note"),
                         [&](Stores &stores) { dateline::setNote(stores, note); });
}

bool EditIntents::setTags(ItemRef item, std::span<const std::string> tags)
{
    return m_hub.perform(tr("Set tags"),
                         [&](Stores &stores) { dateline::setTags(stores, item, tags); });
}

bool EditIntents::renameTag(const QString &from, const QString &to)
{
    return m_hub.perform(tr("Rename tag %1").arg(from), [&](Stores &stores) {
        dateline::renameTag(stores, toUtf8(from), toUtf8(to.trimmed()));
    });
}

bool EditIntents::removeTag(const QString &name)
{
    return m_hub.perform(tr("Delete tag %1").arg(name),
                         [&](Stores &stores) { dateline::removeTag(stores, toUtf8(name)); });
}

bool EditIntents::remove(std::span<const ItemRef> items)
{
    if (items.empty())
        return false;
    return m_hub.perform(removalName(items), [&](Stores &stores) {
        for (const ItemRef item : items)
            removeItem(stores, item);
    });
}

bool EditIntents::placeActors(std::span<const ActorPosition> positions, const QString &editName,
                              ViewId view)
{
    return m_hub.perform(editName,
                         [&](Stores &stores) { dateline::placeActors(stores, view, positions); });
}

bool EditIntents::unpinActor(ActorId actor, ViewId view)
{
    return m_hub.perform(tr("Unpin actor"),
                         [&](Stores &stores) { dateline::unpinActor(stores, view, actor); });
}

bool EditIntents::changeView(const SavedView &view, const QString &editName)
{
    return m_hub.perform(editName, [&](Stores &stores) { dateline::saveView(stores, view); });
}

ViewId EditIntents::saveView(const SavedView &view)
{
    ViewId made;
    const bool done = m_hub.perform(tr("Save view %1").arg(quoted(view.name)), [&](Stores &stores) {
        made = dateline::saveView(stores, view);
    });
    return done ? made : ViewId();
}

bool EditIntents::removeView(ViewId id)
{
    return m_hub.perform(tr("Delete view"),
                         [&](Stores &stores) { dateline::removeView(stores, id); });
}

bool EditIntents::changeSetting(const QString &name, const QString &value)
{
    return m_hub.perform(tr("Change setting %1").arg(name), [&](Stores &stores) {
        dateline::changeSetting(stores, toUtf8(name), toUtf8(value));
    });
}

}  // namespace dateline::ui
