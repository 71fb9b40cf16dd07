// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/actor_annotation_form.h"

#include "app/model/grade.h"
#include "ui/bridge/text.h"
#include "ui/views/actor_field.h"
#include "ui/views/item_text.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

// The kind that a name suggests; most names in the news are persons'.
std::string kindOf(const QString &name)
{
    static const QStringList bodies{
        QStringLiteral("ministry"),   QStringLiteral("council"),    QStringLiteral("committee"),
        QStringLiteral("agency"),     QStringLiteral("party"),      QStringLiteral("parliament"),
        QStringLiteral("university"), QStringLiteral("commission"), QStringLiteral("department"),
        QStringLiteral("army"),       QStringLiteral("court"),      QStringLiteral("bank")};
    static const QStringList groups{QStringLiteral("officials"), QStringLiteral("experts"),
                                    QStringLiteral("observers"), QStringLiteral("analysts"),
                                    QStringLiteral("soldiers"),  QStringLiteral("troops")};
    for (const QString &word : name.toLower().split(u' ', Qt::SkipEmptyParts)) {
        if (bodies.contains(word))
            return "body";
        if (groups.contains(word))
            return "group";
    }
    return "person";
}

QString nameIn(const QString &words)
{
    QString name = words.simplified();
    while (!name.isEmpty() && (name.back().isPunct() && name.back() != u')'))
        name.chop(1);
    for (const QString &possessive : {QStringLiteral("'s"), QStringLiteral("’s")}) {
        if (name.endsWith(possessive))
            name.chop(possessive.size());
    }
    return name;
}

}  // namespace

ActorAnnotationForm::ActorAnnotationForm(const ViewContext &viewContext,
                                         const SelectedWords &selected, QWidget *parent)
    : AnnotationForm(viewContext, selected, parent),
      m_name(new ActorField(viewContext, tr("Name"), FieldLook::Framed)),
      m_kind(new WordField(tr("Kind"), FieldLook::Framed))
{
    addRow(tr("Name"), m_name);
    addRow(tr("Kind"), m_kind);
    m_kind->setChoices(nullptr, actorKinds());
    const QString name = nameIn(selected.words);
    m_name->setValue(name);
    m_kind->setValue(toQString(kindOf(name)));
    connect(m_name, &QLineEdit::textChanged, this, &ActorAnnotationForm::showKnown);
    showKnown();
}

void ActorAnnotationForm::showKnown()
{
    const Actor *actor = snapshot().actor(m_name->actor());
    m_kind->setEnabled(actor == nullptr);
    if (actor == nullptr) {
        setHeading(tr("New actor"));
        setRemark({});
        return;
    }
    setHeading(tr("Mention of an actor"));
    setRemark(tr("%1 is known already (%2): the words become a mention.")
                  .arg(toQString(actor->name), actorKindText(actor->kind)));
}

QString ActorAnnotationForm::problem() const
{
    return m_name->value().isEmpty() ? tr("An actor needs a name.") : QString();
}

AnnotationTarget ActorAnnotationForm::target() const
{
    AnnotationTarget target;
    Claim mention;
    mention.field = "mention";
    mention.value = toUtf8(words().words.simplified());
    mention.status = std::string(claimStatuses().front());
    if (words().outlet)
        mention.attribution.push_back(words().outlet);
    if (const ActorId known = m_name->actor()) {
        target.kind = AnnotationTarget::Kind::Claim;
        mention.about = known;
    } else {
        target.kind = AnnotationTarget::Kind::NewActor;
        target.actor.name = toUtf8(m_name->value());
        target.actor.kind = toUtf8(m_kind->value());
    }
    target.claim = mention;
    return target;
}

}  // namespace dateline::ui
