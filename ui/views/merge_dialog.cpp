// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/merge_dialog.h"

#include <cstdlib>
#include <utility>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/model/dependents.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/actor_field.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

// "3 participations, 2 roles and 4 quotations"
QString movedText(const Dependents &dependents)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &one, const QString &many) {
        if (count > 0)
            parts.append(counted(count, one, many));
    };
    add(dependents.participations, MergeDialog::tr("1 participation"),
        MergeDialog::tr("%1 participations"));
    add(dependents.roles, MergeDialog::tr("1 role"), MergeDialog::tr("%1 roles"));
    add(dependents.relations, MergeDialog::tr("1 relation"), MergeDialog::tr("%1 relations"));
    add(dependents.sources, MergeDialog::tr("1 source"), MergeDialog::tr("%1 sources"));
    add(dependents.claims, MergeDialog::tr("1 claim"), MergeDialog::tr("%1 claims"));
    add(dependents.attributions, MergeDialog::tr("1 quotation"), MergeDialog::tr("%1 quotations"));
    return parts.isEmpty() ? MergeDialog::tr("nothing but its names")
                           : parts.join(QStringLiteral(", "));
}

}  // namespace

MergeDialog::MergeDialog(const ViewContext &context, ActorId actor, ActorId other, QWidget *parent)
    : QDialog(parent), m_context(context), m_kept(actor),
      m_likely(likelySame(*context.hub.snapshot(), actor)), m_heading(new QLabel),
      m_candidates(new QTreeWidget),
      m_other(new ActorField(context, tr("Merge with"), FieldLook::Framed)), m_reasons(new QLabel),
      m_preview(new QLabel), m_reason(new QLineEdit)
{
    setWindowTitle(tr("Merge actors"));
    m_heading->setProperty("heading", true);
    m_heading->setWordWrap(true);
    m_candidates->setAccessibleName(tr("Who may be the same"));
    m_candidates->setHeaderLabels({tr("Who may be the same"), tr("Points")});
    m_candidates->setRootIsDecorated(false);
    m_candidates->header()->setStretchLastSection(false);
    m_candidates->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_candidates->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const SameActor &same : m_likely) {
        auto *row =
            new QTreeWidgetItem(m_candidates, {actorName(*context.hub.snapshot(), same.actor),
                                               numberText(static_cast<qlonglong>(same.score))});
        row->setTextAlignment(1, Qt::AlignRight);
    }
    for (QLabel *label : {m_reasons, m_preview}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_reasons->setProperty("faint", true);
    m_reason->setAccessibleName(tr("Why are they one?"));
    m_reason->setPlaceholderText(tr("why they are one"));
    auto *swapped = new QPushButton(tr("Keep the other one"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_merge = buttons->addButton(tr("Merge"), QDialogButtonBox::AcceptRole);

    auto *form = new QFormLayout;
    form->addRow(tr("Merge with"), m_other);
    form->addRow(tr("Why"), m_reason);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_heading);
    column->addWidget(m_candidates, 1);
    column->addLayout(form);
    column->addWidget(m_reasons);
    column->addWidget(m_preview);
    column->addWidget(swapped, 0, Qt::AlignLeft);
    column->addWidget(buttons);
    connect(m_candidates, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *row) {
        const auto at = static_cast<std::size_t>(m_candidates->indexOfTopLevelItem(row));
        if (row && at < m_likely.size())
            setOther(m_likely[at].actor);
    });
    connect(m_other, &ActorField::committed, this, [this] { show(m_other->actor()); });
    connect(swapped, &QPushButton::clicked, this, &MergeDialog::swap);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_merge, &QPushButton::clicked, this, [this] {
        if (merge())
            accept();
    });
    const int unit = fontMetrics().height();
    resize(unit * 30, unit * 30);
    if (other || m_likely.empty())
        setOther(other);
    else
        m_candidates->setCurrentItem(m_candidates->topLevelItem(0));
}

void MergeDialog::setOther(ActorId other)
{
    m_other->setActor(other);
    show(other);
}

void MergeDialog::show(ActorId other)
{
    m_gone = other;
    const Snapshot &snapshot = *m_context.hub.snapshot();
    m_heading->setText(tr("%1 is kept").arg(actorName(snapshot, m_kept)));
    const bool isChosen = snapshot.actor(other) && other != m_kept;
    m_merge->setEnabled(isChosen && !m_context.hub.isReadOnly());
    if (!isChosen) {
        m_reasons->setText(m_likely.empty() ? tr("No other actor has a name that sounds like this.")
                                            : QString());
        m_preview->clear();
        return;
    }
    const SameActor same = compareActors(snapshot, m_kept, other);
    QStringList lines{tr("%1 of 100 points:").arg(numberText(static_cast<qlonglong>(same.score)))};
    for (const SameActor::Reason &reason : same.reasons)
        lines.append(QStringLiteral("%1%2  %3")
                         .arg(reason.points >= 0 ? QStringLiteral("+") : QStringLiteral("−"))
                         .arg(std::abs(reason.points))
                         .arg(toQString(reason.words)));
    m_reasons->setText(lines.join(QLatin1Char('\n')));
    const Actor &gone = *snapshot.actor(other);
    QStringList names{toQString(gone.name)};
    for (const Alias &alias : gone.aliases)
        names.append(toQString(alias.text));
    m_preview->setText(tr("What moves to %1: %2. Names it gains: %3. The merge can be taken apart "
                          "at any later time, in Details.")
                           .arg(actorName(snapshot, m_kept),
                                movedText(m_context.hub.dependentsOf(other)),
                                names.join(QStringLiteral(", "))));
}

QString MergeDialog::preview() const
{
    return m_reasons->text() + QLatin1Char('\n') + m_preview->text();
}

void MergeDialog::swap()
{
    if (!m_gone)
        return;
    std::swap(m_kept, m_gone);
    setOther(m_gone);
}

bool MergeDialog::merge()
{
    if (!m_context.intents.mergeActors(m_kept, m_gone, toUtf8(m_reason->text().trimmed())))
        return false;
    m_context.selection.select(m_kept);
    return true;
}

}  // namespace dateline::ui
