// SPDX-License-Identifier: GPL-3.0-or-later
// Names an actor: completes names and aliases in any script, finds them anywhere in the name. A
// name that nobody has stays as typed; what becomes of it is the owner's affair. GUI thread.
#pragma once

#include <functional>
#include <string>

#include "ui/bridge/view_context.h"
#include "ui/views/text_field.h"

namespace dateline::ui {

class ActorField final : public TextField {
    Q_OBJECT

public:
    ActorField(const ViewContext &context, const QString &name, FieldLook look,
               QWidget *parent = nullptr);

    // The actor named, also by an alias; none for an empty field and for an unknown name.
    ActorId actor() const;
    bool isUnknownName() const { return !value().isEmpty() && !actor(); }
    void setActor(ActorId actor);
    // Asks of what kind the unknown name is, adds the actor, and commits.
    void makeUnknown();

Q_SIGNALS:
    void unknownNamed(const QString &name);  // Enter on a name that nobody has

protected:
    void commit(By by) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void fillCompleter();

    ViewContext m_context;
    std::uint64_t m_filledFor = UINT64_MAX;  // revision of the snapshot
    ActorId m_actor;
    ActorId m_committed;
};

// Asks of what kind a new actor is, in a menu at the widget; the function runs once one is chosen.
void askActorKind(QWidget *at, const QString &name,
                  const std::function<void(const std::string &kind)> &chosen);
// The name of a kind of actor, "a person".
QString actorKindText(const std::string &kind);

}  // namespace dateline::ui
