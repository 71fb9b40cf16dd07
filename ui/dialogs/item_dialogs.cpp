// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/item_dialogs.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/views/claim_form.h"
#include "ui/views/event_form.h"
#include "ui/views/item_text.h"
#include "ui/views/relation_form.h"

namespace dateline::ui {

namespace {

// Shows a form until it is accepted with something that can be taken.
bool fillIn(QWidget *parent, const QString &title, const QString &accept, ItemForm *form)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto *problem = new QLabel;
    problem->setWordWrap(true);
    problem->setProperty("faint", true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *add = buttons->addButton(accept, QDialogButtonBox::AcceptRole);
    add->setDefault(true);
    auto *column = new QVBoxLayout(&dialog);
    column->addWidget(form, 1);
    column->addWidget(problem);
    column->addWidget(buttons);
    const auto check = [form, problem, add] {
        const QString why = form->problem();
        problem->setText(why);
        add->setEnabled(why.isEmpty());
    };
    QObject::connect(form, &ItemForm::edited, &dialog, check);
    QObject::connect(form, &ItemForm::committed, &dialog, check);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    check();
    dialog.resize(dialog.fontMetrics().averageCharWidth() * 64, dialog.sizeHint().height());
    const bool isAccepted = dialog.exec() == QDialog::Accepted;
    form->setParent(nullptr);  // the caller still reads it
    return isAccepted;
}

QString counted(int count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? QObject::tr(one)
                                                             : QObject::tr(many));
}

QString listed(const Dependents &dependents)
{
    QStringList parts;
    const auto add = [&parts](int count, const char *one, const char *many) {
        if (count > 0)
            parts.append(counted(count, one, many));
    };
    add(dependents.participations, "participation", "participations");
    add(dependents.quantities, "quantity", "quantities");
    add(dependents.roles, "role", "roles");
    add(dependents.relations, "relation", "relations");
    add(dependents.sources, "source that would lose its outlet",
        "sources that would lose their outlet");
    add(dependents.annotations, "annotation", "annotations");
    add(dependents.claims, "claim", "claims");
    add(dependents.attributions, "attribution", "attributions");
    return parts.join(QStringLiteral(", "));
}

}  // namespace

EventId addEventDialog(const ViewContext &context, QWidget *parent, const Event &prefill,
                       const std::vector<ActorId> &participants)
{
    Event event = prefill;
    if (event.status.empty())
        event.status = "reported";
    EventForm form(context, FieldLook::Framed);
    form.setEvent(event, {});
    if (!fillIn(parent, QObject::tr("New event"), QObject::tr("Add event"), &form))
        return {};
    std::vector<Participation> parts;
    for (const ActorId actor : participants) {
        Participation part;
        part.actor = actor;
        parts.push_back(part);
    }
    return context.intents.addEvent(form.event(), parts, form.tags());
}

ActorId addActorDialog(const ViewContext &context, QWidget *parent, const Actor &prefill)
{
    ActorForm form(context, FieldLook::Framed);
    form.setActor(prefill, {});
    if (!fillIn(parent, QObject::tr("New actor"), QObject::tr("Add actor"), &form))
        return {};
    return context.intents.addActor(form.actor(), form.tags());
}

RelationId addRelationDialog(const ViewContext &context, QWidget *parent, const Relation &prefill)
{
    RelationForm form(context, FieldLook::Framed);
    form.setRelation(prefill);
    if (!fillIn(parent, QObject::tr("New relation"), QObject::tr("Add relation"), &form))
        return {};
    return context.intents.addRelation(form.relation());
}

RoleId addRoleDialog(const ViewContext &context, QWidget *parent, const Role &prefill)
{
    RoleForm form(context, FieldLook::Framed);
    form.setRole(prefill);
    if (!fillIn(parent, QObject::tr("New role"), QObject::tr("Add role"), &form))
        return {};
    return context.intents.addRole(form.role());
}

ClaimId addClaimDialog(const ViewContext &context, QWidget *parent, const Claim &prefill)
{
    ClaimForm form(context, FieldLook::Framed);
    form.setClaim(prefill);
    if (!fillIn(parent, QObject::tr("New claim"), QObject::tr("Add claim"), &form))
        return {};
    return context.intents.addClaim(form.claim());
}

bool confirmRemoval(const ViewContext &context, QWidget *parent, std::span<const ItemRef> items)
{
    Dependents all;
    for (const ItemRef item : items) {
        const Dependents own = context.hub.dependentsOf(item);
        all.participations += own.participations;
        all.quantities += own.quantities;
        all.roles += own.roles;
        all.relations += own.relations;
        all.sources += own.sources;
        all.annotations += own.annotations;
        all.claims += own.claims;
        all.attributions += own.attributions;
    }
    if (all.total() == 0)
        return true;
    const QString what =
        items.size() == 1 ? QObject::tr("“%1”").arg(titleOf(*context.hub.snapshot(), items.front()))
                          : QObject::tr("%n items", nullptr, static_cast<int>(items.size()));
    QMessageBox box(QMessageBox::Question, QObject::tr("Delete"),
                    QObject::tr("Delete %1?").arg(what), QMessageBox::Cancel, parent);
    box.setInformativeText(
        QObject::tr("These rest on it and go with it, or lose it: %1. Undo brings all of it back.")
            .arg(listed(all)));
    QPushButton *remove = box.addButton(QObject::tr("Delete"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == remove;
}

}  // namespace dateline::ui
