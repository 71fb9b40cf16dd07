// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/merges_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/views/merge_dialog.h"

namespace dateline::ui {

MergesList::MergesList(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_rows(new QVBoxLayout),
      m_merge(new QPushButton(tr("Merge with another…")))
{
    m_merge->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_rows);
    column->addWidget(m_merge);
    connect(m_merge, &QPushButton::clicked, this, [this] {
        MergeDialog dialog(m_context, m_actor, {}, window());
        dialog.exec();
    });
}

void MergesList::showActor(ActorId actor)
{
    m_actor = actor;
    m_merge->setEnabled(!m_context.hub.isReadOnly());
    while (QLayoutItem *row = m_rows->takeAt(0)) {
        row->widget()->deleteLater();
        delete row;
    }
    for (const Merge &merge : *m_context.hub.snapshot()->merges) {
        if (merge.kept != actor)
            continue;
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        const QString name = toQString(merge.name);
        auto *text = new QLabel(merge.reason.empty()
                                    ? tr("Merged with %1").arg(name)
                                    : tr("Merged with %1: %2").arg(name, toQString(merge.reason)));
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        auto *apart = new QPushButton(tr("Take apart"));
        apart->setAccessibleName(tr("Take apart from %1").arg(name));
        apart->setEnabled(!m_context.hub.isReadOnly());
        line->addWidget(text, 1);
        line->addWidget(apart, 0, Qt::AlignTop);
        m_rows->addWidget(row);
        // Later: the edit fills this list anew, and the button with it would go while it is used.
        connect(apart, &QPushButton::clicked, this, [this, id = merge.id] {
            QTimer::singleShot(0, this, [this, id] { m_context.intents.unmergeActors(id); });
        });
    }
}

}  // namespace dateline::ui
