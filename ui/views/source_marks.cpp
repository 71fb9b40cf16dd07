// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/source_marks.h"

#include <algorithm>

#include <QCoreApplication>

#include "app/timeline/event_mark.h"
#include "ui/bridge/text.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kMostInTip = 6;

QString tr(const char *text)
{
    return QCoreApplication::translate("SourceView", text);
}

std::string_view actorKindOf(const Snapshot &snapshot, ActorId id)
{
    const Actor *actor = snapshot.actor(id);
    return actor != nullptr ? std::string_view(actor->kind) : std::string_view();
}

}  // namespace

RestingClaims::RestingClaims(const Snapshot &snapshot, SourceId source)
{
    for (const Claim &claim : *snapshot.claims) {
        if (claim.source == source && claim.annotation)
            m_claims[claim.annotation].push_back(&claim);
    }
}

const std::vector<const Claim *> &RestingClaims::on(AnnotationId annotation) const
{
    static const std::vector<const Claim *> none;
    const auto found = m_claims.find(annotation);
    return found != m_claims.end() ? found->second : none;
}

std::vector<ItemRef> RestingClaims::supportedBy(AnnotationId annotation) const
{
    std::vector<ItemRef> items;
    for (const Claim *claim : on(annotation)) {
        if (!claim->about.isNull() &&
            std::find(items.begin(), items.end(), claim->about) == items.end())
            items.push_back(claim->about);
    }
    if (items.empty())
        items.push_back(annotation);
    return items;
}

QColor colourOf(const Snapshot &snapshot, const std::vector<const Claim *> &claims,
                const Theme &theme)
{
    for (const Claim *claim : claims) {
        const EventRow row = snapshot.events->rowOf(claim->about.event());
        if (row)
            return theme.category(lookOfWord(snapshot.events->kind(row)).colour);
    }
    for (const Claim *claim : claims) {
        if (claim->about.kind == ItemKind::Actor)
            return theme.actorColour(actorKindOf(snapshot, claim->about.actor()));
        if (claim->about.kind == ItemKind::Role) {
            if (const Role *role = snapshot.roles->find(claim->about.role()))
                return theme.actorColour(actorKindOf(snapshot, role->actor));
        }
        const RelationRow row = snapshot.relations->rowOf(claim->about.relation());
        if (row)
            return theme.category(lookOfWord(snapshot.relations->kind(row)).colour);
    }
    return theme.faintInk();
}

TextMarks marksOf(const Snapshot &snapshot, SourceId source, const RestingClaims &claims,
                  const TextPlaces &places, const Theme &theme,
                  const std::function<bool(const Annotation &)> &isShown)
{
    std::vector<TextMark> marks;
    for (const Annotation *annotation : snapshot.annotationsOf(source)) {
        if (isShown && !isShown(*annotation))
            continue;
        TextMark mark;
        mark.id = annotation->id;
        mark.begin = places.toUtf16(annotation->begin);
        mark.end = places.toUtf16(annotation->end);
        mark.colour = colourOf(snapshot, claims.on(annotation->id), theme);
        mark.hasNote = !annotation->note.empty();
        if (mark.begin < mark.end)
            marks.push_back(mark);
    }
    return TextMarks(std::move(marks));
}

QString tipOf(const Snapshot &snapshot, const std::vector<AnnotationId> &annotations,
              const RestingClaims &claims)
{
    QStringList paragraphs;
    for (const AnnotationId id : annotations) {
        const Annotation *annotation = snapshot.annotations->find(id);
        if (annotation == nullptr)
            continue;
        QStringList lines;
        if (!annotation->note.empty())
            lines.append(toQString(annotation->note).toHtmlEscaped());
        QStringList tags;
        for (const std::string &tag : snapshot.tagsOf(id))
            tags.append(toQString(tag).toHtmlEscaped());
        if (!tags.isEmpty())
            lines.append(QStringLiteral("<i>%1</i>").arg(tags.join(QStringLiteral(" · "))));
        const std::vector<const Claim *> &resting = claims.on(id);
        for (std::size_t i = 0; i < std::min(resting.size(), kMostInTip); ++i) {
            const Claim &claim = *resting[i];
            const QString about = titleOf(snapshot, claim.about);
            const QString says = tr("%1: %2")
                                     .arg(fieldText(claim.field), valueText(snapshot, claim))
                                     .toHtmlEscaped();
            lines.append(about.isEmpty()
                             ? says
                             : QStringLiteral("<b>%1</b> · %2").arg(about.toHtmlEscaped(), says));
        }
        if (resting.size() > kMostInTip)
            lines.append(tr("and %1 more claims").arg(resting.size() - kMostInTip));
        if (lines.isEmpty())
            lines.append(tr("An annotation without a note"));
        paragraphs.append(lines.join(QStringLiteral("<br>")));
    }
    return paragraphs.isEmpty()
               ? QString()
               : QStringLiteral("<qt>%1</qt>").arg(paragraphs.join(QStringLiteral("<hr>")));
}

}  // namespace dateline::ui
