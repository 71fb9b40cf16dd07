// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/item_text.h"

#include <QCoreApplication>

#include "app/evidence/likelihood.h"
#include "app/evidence/participants.h"
#include "app/model/grade.h"
#include "app/model/note.h"
#include "app/model/quantity_notation.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ItemText", text);
}

QString rangeText(const std::optional<double> &low, const std::optional<double> &high)
{
    if (low && high)
        return *low == *high ? numberText(*low)
                             : tr("%1 to %2").arg(numberText(*low), numberText(*high));
    return low ? numberText(*low) : high ? numberText(*high) : QString();
}

// Who vouches for a claim: its first hop, or the outlet of its source where nobody is named.
ActorId voucherOf(const Snapshot &snapshot, const Claim &claim)
{
    if (!claim.attribution.empty())
        return claim.attribution.front();
    const Source *source = snapshot.sources->find(claim.source);
    return source != nullptr ? source->outlet : ActorId();
}

// The grade of who speaks first; where that one has none, of the outlet that prints it.
char reliabilityFor(const Snapshot &snapshot, const Claim &claim)
{
    const char grade = snapshot.reliabilityOf(voucherOf(snapshot, claim));
    if (grade != '\0')
        return grade;
    const Source *source = snapshot.sources->find(claim.source);
    return source != nullptr ? snapshot.reliabilityOf(source->outlet) : '\0';
}

}  // namespace

QString kindText(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Event:
        return tr("Event");
    case ItemKind::Actor:
        return tr("Actor");
    case ItemKind::Role:
        return tr("Role");
    case ItemKind::Relation:
        return tr("Relation");
    case ItemKind::Source:
        return tr("Source");
    case ItemKind::Annotation:
        return tr("Note");
    case ItemKind::Claim:
        return tr("Claim");
    case ItemKind::Participation:
        return tr("Participant");
    case ItemKind::Quantity:
        return tr("Quantity");
    case ItemKind::None:
        break;
    }
    return {};
}

QString actorName(const Snapshot &snapshot, ActorId id)
{
    const Actor *actor = snapshot.actor(id);
    return actor != nullptr ? toQString(actor->name) : QString();
}

QString relationText(const Snapshot &snapshot, RelationRow row)
{
    const RelationColumns &relations = *snapshot.relations;
    return tr("%1 %2 %3: %4")
        .arg(toQString(snapshot.actor(relations.from(row)).name),
             relations.isDirected(row) ? QStringLiteral("→") : QStringLiteral("–"),
             toQString(snapshot.actor(relations.to(row)).name),
             toQString(relations.kindWords().word(relations.kind(row))));
}

QString roleText(const Snapshot &snapshot, const Role &role)
{
    const QString body = actorName(snapshot, role.body);
    const QString title = toQString(role.title);
    return body.isEmpty() ? title : tr("%1, %2").arg(title, body);
}

QString quantityText(const Quantity &quantity)
{
    QString text = rangeText(quantity.low, quantity.high);
    if (!quantity.qualifier.empty() && quantity.qualifier != "exactly")
        text = tr("%1 %2").arg(toQString(quantity.qualifier), text);
    if (!quantity.unit.empty())
        text += QLatin1Char(' ') + toQString(quantity.unit);
    return quantity.mode == QuantityMode::Additional ? tr("%1, in addition").arg(text) : text;
}

QString titleOf(const Snapshot &snapshot, ItemRef item)
{
    switch (item.kind) {
    case ItemKind::Event: {
        const EventRow row = snapshot.events->rowOf(item.event());
        return row ? toQString(snapshot.events->title(row)) : QString();
    }
    case ItemKind::Actor:
        return actorName(snapshot, item.actor());
    case ItemKind::Role: {
        const Role *role = snapshot.roles->find(item.role());
        return role != nullptr
                   ? tr("%1: %2").arg(actorName(snapshot, role->actor), roleText(snapshot, *role))
                   : QString();
    }
    case ItemKind::Relation: {
        const RelationRow row = snapshot.relations->rowOf(item.relation());
        return row ? relationText(snapshot, row) : QString();
    }
    case ItemKind::Source: {
        const Source *source = snapshot.sources->find(item.source());
        return source != nullptr ? toQString(source->title) : QString();
    }
    case ItemKind::Annotation: {
        const Annotation *annotation = snapshot.annotations->find(item.annotation());
        if (annotation != nullptr && isRemark(*annotation))
            return titleOf(snapshot, annotation->source);
        return annotation != nullptr ? tr("“%1”").arg(oneLine(annotation->exact)) : QString();
    }
    case ItemKind::Claim: {
        const Claim *claim = snapshot.claims->find(item.claim());
        return claim != nullptr ? valueText(snapshot, *claim) : QString();
    }
    case ItemKind::Quantity: {
        const Quantity *quantity = snapshot.quantities->find(QuantityId{item.id});
        return quantity != nullptr
                   ? tr("%1: %2").arg(toQString(quantity->what), quantityText(*quantity))
                   : QString();
    }
    case ItemKind::Participation:
    case ItemKind::None:
        break;
    }
    return {};
}

Edtf publicationOf(const Snapshot &snapshot, ItemRef item)
{
    for (const Claim *claim : snapshot.claimsAbout(item)) {
        const Source *source = snapshot.sources->find(claim->source);
        if (source != nullptr && source->published.isDated())
            return source->published;
    }
    return {};
}

const std::vector<std::string> &claimFields()
{
    static const std::vector<std::string> kFields{
        "status", "date", "place", "quantity", "participation", "title", "role", "relation",
    };
    return kFields;
}

QString fieldText(const std::string &field)
{
    if (field == "status")
        return tr("Status");
    if (field == "date")
        return tr("Date");
    if (field == "place")
        return tr("Place");
    if (field == "quantity")
        return tr("Quantity");
    if (field == "participation")
        return tr("Participant");
    if (field == "title")
        return tr("Title");
    if (field == "role")
        return tr("Role");
    if (field == "relation")
        return tr("Relation");
    QString text = toQString(field);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString valueText(const Snapshot &snapshot, const Claim &claim)
{
    if (claim.value.empty())
        return claim.status.empty() ? fieldText(claim.field) : toQString(claim.status);
    if (claim.field == "date")
        return longDateOf(claim.value);
    if (claim.field == "quantity") {
        if (const std::optional<CountedRange> range = parseCountedRange(claim.value)) {
            QString text = rangeText(range->low, range->high);
            if (!range->high)
                text = tr("at least %1").arg(text);
            else if (!range->low)
                text = tr("up to %1").arg(text);
            return range->unit.empty() ? text : text + QLatin1Char(' ') + toQString(range->unit);
        }
    }
    if (claim.field == "participation") {
        const ClaimedPart claimed = claimedPart(snapshot, claim.value);
        const QString name =
            claimed.actor ? actorName(snapshot, claimed.actor) : toQString(claimed.name);
        return claimed.part.empty() ? name : tr("%1, %2").arg(name, toQString(claimed.part));
    }
    return toQString(claim.value);
}

QString hopsText(const Snapshot &snapshot, const Claim &claim)
{
    QStringList names;
    for (const ActorId hop : claim.attribution)
        names.append(actorName(snapshot, hop));
    if (names.isEmpty()) {
        const Source *source = snapshot.sources->find(claim.source);
        if (source != nullptr)
            names.append(source->outlet ? actorName(snapshot, source->outlet)
                                        : toQString(source->title));
    }
    names.removeAll(QString());
    return names.join(QStringLiteral(" → "));
}

QString gradeText(const Snapshot &snapshot, const Claim &claim)
{
    QString text;
    const char reliability = reliabilityFor(snapshot, claim);
    if (reliability != '\0')
        text += QLatin1Char(reliability);
    if (claim.credibility > 0)
        text += QString::number(claim.credibility);
    return text;
}

QString gradeMeaning(const Snapshot &snapshot, const Claim &claim)
{
    QStringList parts;
    const char reliability = reliabilityFor(snapshot, claim);
    if (reliability != '\0')
        parts.append(tr("%1: %2")
                         .arg(QLatin1Char(reliability))
                         .arg(toQString(reliabilityText(reliability))));
    if (claim.credibility > 0)
        parts.append(
            tr("%1: %2").arg(claim.credibility).arg(toQString(credibilityText(claim.credibility))));
    if (const std::optional<PercentRange> range = likelihoodRange(claim.likelihood))
        parts.append(tr("%1: %2 to %3 % (how likely, not how sure)")
                         .arg(toQString(claim.likelihood))
                         .arg(range->low)
                         .arg(range->high));
    if (!claim.handling.empty())
        parts.append(tr("Handling: %1").arg(toQString(claim.handling)));
    return parts.join(QLatin1Char('\n'));
}

QString quoteOf(const Snapshot &snapshot, const Claim &claim)
{
    const Annotation *annotation = snapshot.annotations->find(claim.annotation);
    return annotation != nullptr ? tr("“%1”").arg(oneLine(annotation->exact)) : QString();
}

}  // namespace dateline::ui
