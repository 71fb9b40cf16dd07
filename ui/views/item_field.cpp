// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/item_field.h"

#include <QCompleter>
#include <QStandardItemModel>

#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

constexpr int kMostAnswers = 12;

}  // namespace

ItemField::ItemField(const ViewContext &context, const QString &name, FieldLook look,
                     QWidget *parent)
    : TextField(name, look, parent), m_context(context), m_answers(new QStandardItemModel(this))
{
    auto *answers = new QCompleter(m_answers, this);
    // The search has decided already; the completer only shows.
    answers->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    setCompleter(answers);
    setPlaceholderText(tr("Type to find an event, actor, role or relation"));
    connect(this, &QLineEdit::textEdited, this, &ItemField::findAnswers);
    connect(answers, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                m_item = index.data(Qt::UserRole + 1).value<ItemRef>();
                setText(titleOf(*m_context.hub.snapshot(), m_item));
                Q_EMIT edited();
                commit(By::Choice);
            });
}

void ItemField::setItem(ItemRef item)
{
    if (!isBeingTyped())
        m_item = item;
    setValue(titleOf(*m_context.hub.snapshot(), item));
}

void ItemField::addAnswer(ItemRef item)
{
    const QString title = titleOf(*m_context.hub.snapshot(), item);
    auto *row = new QStandardItem(tr("%1: %2").arg(kindText(item.kind), title));
    row->setData(QVariant::fromValue(item), Qt::UserRole + 1);
    m_answers->appendRow(row);
}

void ItemField::findAnswers(const QString &text)
{
    m_item = {};
    m_answers->clear();
    const QString wanted = text.simplified();
    if (wanted.isEmpty())
        return;
    const Snapshot &snapshot = *m_context.hub.snapshot();
    for (const SearchHit &hit : m_context.hub.search(wanted, kMostAnswers * 2)) {
        if ((hit.item.kind == ItemKind::Event || hit.item.kind == ItemKind::Actor) &&
            m_answers->rowCount() < kMostAnswers)
            addAnswer(hit.item);
    }
    // Relations and roles are not in the index of words, and are few.
    int more = 0;
    for (std::uint32_t row = 0; row < snapshot.relations->size() && more < kMostAnswers; ++row) {
        if (relationText(snapshot, RelationRow{row}).contains(wanted, Qt::CaseInsensitive)) {
            addAnswer(snapshot.relations->id(RelationRow{row}));
            ++more;
        }
    }
    for (const Role &role : *snapshot.roles) {
        if (more >= kMostAnswers)
            break;
        if (titleOf(snapshot, role.id).contains(wanted, Qt::CaseInsensitive)) {
            addAnswer(role.id);
            ++more;
        }
    }
}

}  // namespace dateline::ui
