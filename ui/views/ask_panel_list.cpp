// SPDX-License-Identifier: GPL-3.0-or-later
// The list of an answer: its rows, what they open into, and what picking one selects.
#include <algorithm>

#include <QLabel>
#include <QLocale>
#include <QTreeWidget>

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/ask_panel.h"
#include "ui/views/ask_texts.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

// What a row stands for; children of entries, ties and items are made when it is opened.
constexpr int kEntryRole = Qt::UserRole;
constexpr int kTieRole = Qt::UserRole + 1;
constexpr int kItemRole = Qt::UserRole + 2;
constexpr std::size_t kMostSelected = 1'000;
constexpr int kMostRests = 200;
constexpr std::size_t kFewRests = 3;  // shown without a further click

}  // namespace

QString AskPanel::summaryOf() const
{
    const QLocale locale;
    const std::size_t listed = m_answer.entries.size();
    QString text;
    if (!m_answer.isKnown)
        return tr("The filter leaves out who is asked about.");
    const QString all = locale.toString(m_answer.count, 'f', 0);
    switch (kind()) {
    case QuestionKind::ShortestPaths:
    case QuestionKind::AdvancingPaths:
        if (listed == 0)
            text = tr("No way leads from one to the other in what is shown.");
        else
            text = tr("%1, each of %2.")
                       .arg(m_answer.count == 1 ? tr("One way") : tr("%1 ways").arg(all),
                            counted(m_answer.entries.front().steps, tr("1 step"), tr("%1 steps")));
        if (m_answer.undatedLinks > 0)
            text += QLatin1Char(' ') + counted(m_answer.undatedLinks,
                                               tr("1 link without a date was left out."),
                                               tr("%1 links without a date were left out."));
        break;
    case QuestionKind::CommonNeighbours:
        text = counted(static_cast<qlonglong>(m_answer.count), tr("1 actor is tied to both."),
                       tr("%1 actors are tied to both."));
        break;
    case QuestionKind::Neighbourhood:
        text = counted(static_cast<qlonglong>(m_answer.count), tr("1 actor is that near."),
                       tr("%1 actors are that near."));
        break;
    case QuestionKind::Bridges:
        text = counted(static_cast<qlonglong>(m_answer.count),
                       tr("1 actor lies between others, by how many shortest ways lead through."),
                       tr("%1 actors lie between others, by how many shortest ways lead through."));
        if (m_answer.isSampled)
            text += QLatin1Char(' ') + tr("Estimated from some of them.");
        break;
    case QuestionKind::Changes:
        text = m_answer.count == 0
                   ? tr("Nothing changed.")
                   : counted(static_cast<qlonglong>(m_answer.count), tr("1 tie or actor changed."),
                             tr("%1 ties and actors changed."));
        break;
    }
    if (static_cast<double>(listed) < m_answer.count)
        text +=
            QLatin1Char(' ') +
            tr("The first %1 are listed.").arg(locale.toString(static_cast<qulonglong>(listed)));
    return text;
}

void AskPanel::showAnswer()
{
    const QSignalBlocker block(m_list);
    m_list->clear();
    m_groups.clear();
    for (std::size_t i = 0; i < m_answer.entries.size(); ++i)
        addEntry(i);
    for (QTreeWidgetItem *group : m_groups)
        group->setText(1, QLocale().toString(group->childCount()));
    if (m_answer.entries.size() == 1 && m_list->topLevelItemCount() == 1) {
        fillRow(m_list->topLevelItem(0));
        m_list->topLevelItem(0)->setExpanded(true);
    }
    Q_EMIT lit({}, {});
}

QTreeWidgetItem *AskPanel::groupOf(const AnswerEntry &entry)
{
    const QString title = groupText(kind(), entry);
    if (title.isEmpty())
        return m_list->invisibleRootItem();
    if (m_groups.empty() || m_groups.back()->text(0) != title) {
        auto *group = new QTreeWidgetItem(m_list, {title});
        group->setFlags(Qt::ItemIsEnabled);
        group->setExpanded(true);
        group->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        m_groups.push_back(group);
    }
    return m_groups.back();
}

void AskPanel::addEntry(std::size_t number)
{
    const AnswerEntry &entry = m_answer.entries[number];
    const QString text = entryText(*m_asked, kind(), entry);
    auto *row = new QTreeWidgetItem(groupOf(entry), {text, entryAside(kind(), entry)});
    row->setData(0, kEntryRole, static_cast<qulonglong>(number));
    row->setToolTip(0, text);
    row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    if (!entry.ties.empty())
        row->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
}

void AskPanel::fillRow(QTreeWidgetItem *row)
{
    if (row->childCount() > 0)
        return;
    if (const QVariant item = row->data(0, kItemRole); item.isValid()) {
        for (const Claim *claim : m_asked->claimsAbout(item.value<ItemRef>()))
            addItem(row, claim->id);
        return;
    }
    const QVariant number = row->data(0, kEntryRole);
    if (!number.isValid())
        return;
    const auto entry = static_cast<std::size_t>(number.toULongLong());
    const QVariant tie = row->data(0, kTieRole);
    if (!tie.isValid()) {
        for (std::size_t i = 0; i < m_answer.entries[entry].ties.size(); ++i)
            addTie(row, entry, i);
        return;
    }
    for (const ItemRef item :
         m_answer.entries[entry].ties[static_cast<std::size_t>(tie.toULongLong())].rests) {
        if (row->childCount() == kMostRests)
            break;
        addItem(row, item);
    }
}

void AskPanel::addTie(QTreeWidgetItem *parent, std::size_t entry, std::size_t number)
{
    const AnswerTie &tie = m_answer.entries[entry].ties[number];
    const QString text = tieText(*m_asked, tie);
    auto *row = new QTreeWidgetItem(parent, {text});
    row->setData(0, kEntryRole, static_cast<qulonglong>(entry));
    row->setData(0, kTieRole, static_cast<qulonglong>(number));
    row->setToolTip(0, text);
    if (!tie.rests.empty()) {
        row->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
        // What a way rests on is seen without a further click.
        if (tie.rests.size() <= kFewRests) {
            fillRow(row);
            row->setExpanded(true);
        }
    }
}

void AskPanel::addItem(QTreeWidgetItem *parent, ItemRef item)
{
    QString text = titleOf(*m_asked, item);
    QString aside = kindText(item.kind);
    bool hasClaims = false;
    if (item.kind == ItemKind::Event) {
        const EventRow row = m_asked->events->rowOf(item.event());
        if (row) {
            aside = shortDateOf(m_asked->events->whenText(row));
            hasClaims = m_asked->evidenceOf(row).claims > 0;
        }
    } else if (item.kind == ItemKind::Claim) {
        if (const Claim *claim = m_asked->claims->find(item.claim())) {
            const QString quote = quoteOf(*m_asked, *claim);
            text = quote.isEmpty() ? valueText(*m_asked, *claim) : quote;
            aside = joined({hopsText(*m_asked, *claim), gradeText(*m_asked, *claim)});
        }
    } else if (item.kind == ItemKind::Relation) {
        const RelationRow row = m_asked->relations->rowOf(item.relation());
        if (row)
            aside = shortDateOf(m_asked->relations->whenText(row));
        hasClaims = true;
    } else if (item.kind == ItemKind::Role) {
        if (const Role *role = m_asked->roles->find(item.role()))
            aside = shortDateOf(role->when.text());
        hasClaims = true;
    }
    auto *row = new QTreeWidgetItem(parent, {text, aside});
    row->setData(0, kItemRole, QVariant::fromValue(item));
    row->setToolTip(0, QStringLiteral("%1: %2").arg(kindText(item.kind), text));
    row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    if (!hasClaims)
        return;
    row->setChildIndicatorPolicy(QTreeWidgetItem::DontShowIndicatorWhenChildless);
    fillRow(row);
    row->setExpanded(item.kind != ItemKind::Event);
}

// An entry selects its actors and all that its ties rest on, a tie likewise, an item itself.
void AskPanel::pick(QTreeWidgetItem *row)
{
    if (row == nullptr || m_isPicking || m_asked != m_context.hub.snapshot())
        return;
    m_isPicking = true;
    if (const QVariant item = row->data(0, kItemRole); item.isValid()) {
        m_context.selection.select(item.value<ItemRef>());
    } else if (const QVariant number = row->data(0, kEntryRole); number.isValid()) {
        const AnswerEntry &entry = m_answer.entries[static_cast<std::size_t>(number.toULongLong())];
        const QVariant tie = row->data(0, kTieRole);
        std::vector<ItemRef> items;
        std::vector<ActorId> actors;
        std::vector<std::pair<ActorId, ActorId>> ties;
        const auto addRests = [&](const AnswerTie &part) {
            ties.emplace_back(part.from, part.to);
            for (const ItemRef rest : part.rests)
                if (items.size() < kMostSelected)
                    items.push_back(rest);
        };
        if (tie.isValid()) {
            const AnswerTie &part = entry.ties[static_cast<std::size_t>(tie.toULongLong())];
            actors = {part.from, part.to};
            addRests(part);
        } else {
            actors = entry.actors;
            std::for_each(entry.ties.begin(), entry.ties.end(), addRests);
        }
        items.insert(items.end(), actors.begin(), actors.end());
        for (const auto &[from, to] : ties) {
            actors.push_back(from);
            actors.push_back(to);
        }
        m_context.selection.setItems(items);
        Q_EMIT lit(actors, ties);
    }
    m_isPicking = false;
}

}  // namespace dateline::ui
