// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/actor_field.h"

#include <vector>

#include <QAbstractListModel>
#include <QCompleter>
#include <QMenu>

#include "app/model/grade.h"
#include "ui/bridge/text.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

// Every name of every actor, as numbers; texts are made when the completer looks at them.
class NameModel final : public QAbstractListModel {
public:
    NameModel(SnapshotPointer snapshot, QObject *parent)
        : QAbstractListModel(parent), m_snapshot(std::move(snapshot))
    {
        for (std::uint32_t row = 0; row < m_snapshot->actors->size(); ++row) {
            m_names.push_back({row, -1});
            const auto aliases = static_cast<int>(m_snapshot->actor(ActorRow{row}).aliases.size());
            for (int alias = 0; alias < aliases; ++alias)
                m_names.push_back({row, alias});
        }
    }

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_names.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Name &name = m_names[static_cast<std::size_t>(index.row())];
        const Actor &actor = m_snapshot->actor(ActorRow{name.actor});
        if (role == Qt::UserRole)
            return QVariant::fromValue(actor.id.value);
        if (role != Qt::DisplayRole && role != Qt::EditRole)
            return {};
        if (name.alias < 0)
            return toQString(actor.name);
        return ActorField::tr("%1 (%2)").arg(
            toQString(actor.aliases[static_cast<std::size_t>(name.alias)].text),
            toQString(actor.name));
    }

private:
    struct Name {
        std::uint32_t actor;
        int alias;  // -1: the name itself
    };
    SnapshotPointer m_snapshot;
    std::vector<Name> m_names;
};

// An alias completes to the name of its actor.
class NameCompleter final : public QCompleter {
public:
    using QCompleter::QCompleter;

    QString pathFromIndex(const QModelIndex &index) const override
    {
        const ActorId id{index.data(Qt::UserRole).toLongLong()};
        return actorName(snapshot ? *snapshot : *Snapshot::empty(), id);
    }

    SnapshotPointer snapshot;
};

}  // namespace

ActorField::ActorField(const ViewContext &context, const QString &name, FieldLook look,
                       QWidget *parent)
    : TextField(name, look, parent), m_context(context)
{
    auto *names = new NameCompleter(this);
    names->setCompletionMode(QCompleter::PopupCompletion);
    names->setFilterMode(Qt::MatchContains);
    names->setCaseSensitivity(Qt::CaseInsensitive);
    names->setMaxVisibleItems(12);
    setCompleter(names);
    connect(names, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                m_actor = {index.data(Qt::UserRole).toLongLong()};
                setText(actorName(*m_context.hub.snapshot(), m_actor));
                Q_EMIT edited();
                commit(By::Choice);
            });
    connect(this, &TextField::edited, this, [this] {
        if (value() != actorName(*m_context.hub.snapshot(), m_actor))
            m_actor = {};
    });
}

void ActorField::focusInEvent(QFocusEvent *event)
{
    fillCompleter();
    TextField::focusInEvent(event);
}

// An unknown name is a question when it is entered, and forgotten where it was only left behind.
void ActorField::commit(By by)
{
    if (!isUnknownName())
        TextField::commit(by);
    else if (by == By::Return)
        Q_EMIT unknownNamed(value());
    else if (look() != FieldLook::Framed)
        setText(actorName(*m_context.hub.snapshot(), m_committed));
}

void ActorField::fillCompleter()
{
    const SnapshotPointer &snapshot = m_context.hub.snapshot();
    if (m_filledFor == snapshot->revision)
        return;
    m_filledFor = snapshot->revision;
    auto *names = static_cast<NameCompleter *>(completer());
    names->snapshot = snapshot;
    names->setModel(new NameModel(snapshot, names));
}

ActorId ActorField::actor() const
{
    if (m_actor || value().isEmpty())
        return m_actor;
    const Actor *actor = m_context.hub.snapshot()->actorNamed(toUtf8(value()));
    return actor != nullptr ? actor->id : ActorId();
}

void ActorField::setActor(ActorId actor)
{
    m_committed = actor;
    if (!isBeingTyped())
        m_actor = actor;
    setValue(actorName(*m_context.hub.snapshot(), actor));
}

void ActorField::makeUnknown()
{
    const QString name = value();
    askActorKind(this, name, [this, name](const std::string &kind) {
        Actor actor;
        actor.name = toUtf8(name);
        actor.kind = kind;
        m_actor = m_context.intents.addActor(actor);
        if (!m_actor)
            return;
        setText(name);
        Q_EMIT edited();
        TextField::commit(By::Choice);
    });
}

QString actorKindText(const std::string &kind)
{
    if (kind == "person")
        return ActorField::tr("a person");
    if (kind == "state")
        return ActorField::tr("a state");
    if (kind == "body")
        return ActorField::tr("a body (ministry, agency, party)");
    if (kind == "group")
        return ActorField::tr("a group");
    if (kind == "outlet")
        return ActorField::tr("an outlet");
    if (kind == "place")
        return ActorField::tr("a place");
    return toQString(kind);
}

void askActorKind(QWidget *at, const QString &name,
                  const std::function<void(const std::string &kind)> &chosen)
{
    auto *menu = new QMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *question = menu->addAction(ActorField::tr("“%1” is new. It is").arg(name));
    question->setEnabled(false);
    for (const std::string_view word : actorKinds()) {
        const std::string kind(word);
        QObject::connect(menu->addAction(actorKindText(kind)), &QAction::triggered, at,
                         [chosen, kind] { chosen(kind); });
    }
    if (menu->actions().size() > 1)
        menu->setActiveAction(menu->actions().at(1));
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

}  // namespace dateline::ui
