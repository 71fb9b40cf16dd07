// SPDX-License-Identifier: GPL-3.0-or-later
// The intents with which people decide about what the program computes.
#include <QCoreApplication>

#include "app/edit/edits.h"
#include "ui/bridge/edit_intents.h"
#include "ui/bridge/session_hub.h"

namespace dateline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("EditIntents", text);
}

}  // namespace

bool EditIntents::acceptFinding(const Acceptance &acceptance)
{
    return m_hub.perform(tr("Accept finding"),
                         [&](Stores &stores) { dateline::acceptFinding(stores, acceptance); });
}

bool EditIntents::withdrawAcceptance(AcceptanceId id)
{
    return m_hub.perform(tr("Withdraw acceptance"),
                         [&](Stores &stores) { dateline::withdrawAcceptance(stores, id); });
}

bool EditIntents::ruleStanding(const Ruling &ruling)
{
    return m_hub.perform(tr("Overrule standing"),
                         [&](Stores &stores) { dateline::ruleStanding(stores, ruling); });
}

bool EditIntents::withdrawRuling(ItemRef about)
{
    return m_hub.perform(tr("Withdraw ruling"),
                         [&](Stores &stores) { dateline::withdrawRuling(stores, about); });
}

bool EditIntents::confirmDoubt(std::span<const ItemRef> doubted, const Reliability &grade)
{
    return m_hub.perform(tr("Confirm doubt"), [&](Stores &stores) {
        for (const ItemRef item : doubted) {
            if (item.kind == ItemKind::Source) {
                dateline::ruleStanding(stores, {item, Standing::Doubtful, grade.reason});
            } else {
                Reliability row = grade;
                row.actor = item.actor();
                dateline::addReliability(stores, row);
            }
        }
    });
}

bool EditIntents::withdrawGrade(ActorId actor, const Edtf &since, const std::string &reason)
{
    return m_hub.perform(tr("Withdraw grade"), [&](Stores &stores) {
        dateline::withdrawReliability(stores, actor, since, reason);
    });
}

bool EditIntents::mergeActors(ActorId kept, ActorId gone, const std::string &reason)
{
    return m_hub.perform(tr("Merge actors"), [&](Stores &stores) {
        dateline::mergeActors(stores, kept, gone, reason);
    });
}

ActorId EditIntents::unmergeActors(MergeId merge)
{
    ActorId back;
    const bool isDone = m_hub.perform(tr("Take merged actors apart"), [&](Stores &stores) {
        back = dateline::unmergeActors(stores, merge);
    });
    return isDone ? back : ActorId();
}

}  // namespace dateline::ui
