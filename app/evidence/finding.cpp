// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/finding.h"

#include "app/evidence/disagreement.h"

namespace dateline {

std::string_view nameOf(Severity severity)
{
    return severity == Severity::Must ? "must" : "may";
}

std::string_view nameOf(FindingGroup group)
{
    switch (group) {
    case FindingGroup::File:
        return "file";
    case FindingGroup::Evidence:
        return "evidence";
    case FindingGroup::Chronology:
        return "chronology";
    }
    return "";
}

std::string described(const Snapshot &snapshot, ItemRef item)
{
    std::string_view title;
    if (const EventRow row = snapshot.events->rowOf(item.event()); !row.isNull())
        title = snapshot.events->title(row);
    else if (const Actor *actor = snapshot.actors->find(item.actor()))
        title = actor->name;
    else if (const Role *role = snapshot.roles->find(item.role()))
        title = role->title;
    else if (const Source *source = snapshot.sources->find(item.source()))
        title = source->title;
    else if (const RelationRow relation = snapshot.relations->rowOf(item.relation());
             !relation.isNull())
        title = snapshot.relations->kindWords().word(snapshot.relations->kind(relation));
    return "The " + std::string(nameOf(item.kind)) + " " +
           (title.empty() ? std::to_string(item.id) : quoted(title));
}

}  // namespace dateline
