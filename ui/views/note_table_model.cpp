// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/note_table_model.h"

#include <algorithm>
#include <tuple>

#include <QDateTime>
#include <QLocale>

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

NoteTableModel::NoteTableModel(const ViewContext &context, QObject *parent)
    : ItemTableModel(context, About, parent), m_book(context.hub)
{
    connect(&m_book, &NoteBook::aboutToChange, this, &NoteTableModel::beginItems);
    connect(&m_book, &NoteBook::changed, this, [this] {
        choose();
        endItems();
    });
    update();
}

void NoteTableModel::setChoice(ItemKind kind, Which which)
{
    if (kind == m_kind && which == m_which)
        return;
    beginItems();
    m_kind = kind;
    m_which = which;
    choose();
    endItems();
}

void NoteTableModel::choose()
{
    m_chosen.clear();
    const std::vector<Note> &notes = m_book.notes();
    for (std::uint32_t i = 0; i < notes.size(); ++i) {
        const ItemKind kind = notes[i].about.kind;
        if (m_kind != ItemKind::None && kind != m_kind)
            continue;
        if (!notes[i].text.empty() || (m_which == Which::Marks && kind == ItemKind::Annotation))
            m_chosen.push_back(i);
    }
}

int NoteTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::uint32_t NoteTableModel::snapshotRow(ItemRef item) const
{
    const auto found = std::lower_bound(m_chosen.begin(), m_chosen.end(), item,
                                        [this](std::uint32_t place, ItemRef wanted) {
                                            return m_book.notes()[place].about < wanted;
                                        });
    return found != m_chosen.end() && m_book.notes()[*found].about == item
               ? static_cast<std::uint32_t>(found - m_chosen.begin())
               : kNoRow;
}

const Note *NoteTableModel::noteOn(ItemRef item) const
{
    const std::uint32_t row = snapshotRow(item);
    return row == kNoRow ? nullptr : &note(row);
}

bool NoteTableModel::isActorShown(ActorRow row) const
{
    if (!m_areActorsKnown) {
        m_areActorsKnown = true;
        const ViewFilter &filter = context().filter;
        m_passingActors.assign(snapshot().actors->size(), 0);
        for (const ActorRow shown : actorsShown(filter.filter(), filter.shown(), snapshot()))
            m_passingActors[shown.value] = 1;
    }
    return row.value < m_passingActors.size() && m_passingActors[row.value] != 0;
}

bool NoteTableModel::isMarkShown(AnnotationId id) const
{
    fillMarks();
    const std::size_t row = snapshot().annotations->rowOf(id);
    return row < m_passingAnnotations.size() && m_passingAnnotations[row] != 0;
}

// Marks that a claim about something shown rests on, of a source that is asked for, or with a tag
// that is.
void NoteTableModel::fillMarks() const
{
    if (m_areMarksKnown)
        return;
    m_areMarksKnown = true;
    const Snapshot &all = snapshot();
    const Filter &filter = context().filter.filter();
    m_passingAnnotations.assign(all.annotations->size(), 0);
    if (m_passingAnnotations.empty())
        return;
    const auto letPass = [&](AnnotationId id) {
        const std::size_t row = all.annotations->rowOf(id);
        if (row < m_passingAnnotations.size())
            m_passingAnnotations[row] = 1;
    };
    for (const Claim &claim : *all.claims) {
        if (claim.annotation && passes(claim.about))
            letPass(claim.annotation);
    }
    const auto among = [](const auto &values, const auto &value) {
        return std::find(values.begin(), values.end(), value) != values.end();
    };
    for (const Annotation &annotation : *all.annotations) {
        if (among(filter.sources, annotation.source))
            letPass(annotation.id);
    }
    for (const Tagging &tagging : *all.taggings) {
        if (tagging.about.kind == ItemKind::Annotation && among(filter.tags, tagging.tag))
            letPass(tagging.about.annotation());
    }
}

bool NoteTableModel::passes(ItemRef item) const
{
    const Snapshot &all = snapshot();
    const RowSet &shown = context().filter.shown();
    switch (item.kind) {
    case ItemKind::Event: {
        const EventRow row = all.events->rowOf(item.event());
        return row && row.value < shown.size() && shown.contains(row);
    }
    case ItemKind::Actor:
        return isActorShown(all.actorRow(item.actor()));
    case ItemKind::Relation: {
        const RelationRow row = all.relations->rowOf(item.relation());
        return row && isActorShown(all.relations->from(row)) &&
               isActorShown(all.relations->to(row));
    }
    case ItemKind::Role: {
        const Role *role = all.roles->find(item.role());
        return role != nullptr && isActorShown(all.actorRow(role->actor));
    }
    case ItemKind::Claim: {
        const Claim *claim = all.claims->find(item.claim());
        return claim != nullptr && claim->about.kind != ItemKind::Claim && passes(claim->about);
    }
    case ItemKind::Annotation:
        return isMarkShown(item.annotation());
    case ItemKind::Source: {
        const std::vector<const Annotation *> marks = all.annotationsOf(item.source());
        const auto &asked = context().filter.filter().sources;
        return std::find(asked.begin(), asked.end(), item.source()) != asked.end() ||
               std::any_of(marks.begin(), marks.end(),
                           [this](const Annotation *mark) { return passes(mark->id); });
    }
    default:
        return false;
    }
}

bool NoteTableModel::passesFilter(std::uint32_t row) const
{
    return context().filter.filter().isEmpty() || passes(itemAt(row));
}

void NoteTableModel::forget()
{
    m_areActorsKnown = false;
    m_areMarksKnown = false;
    m_tags.clear();
    m_areTagsKnown = false;
}

QString NoteTableModel::tagsOf(ItemRef item) const
{
    if (!m_areTagsKnown) {
        for (const Tagging &tagging : *snapshot().taggings)
            m_tags[tagging.about].append(toQString(tagging.tag));
        m_areTagsKnown = true;
    }
    const auto found = m_tags.find(item);
    return found != m_tags.end() ? found->second.join(QStringLiteral(", ")) : QString();
}

// A mark is called by its words, a claim by what it is about.
QString NoteTableModel::aboutText(const Note &note) const
{
    const Snapshot &all = snapshot();
    if (note.about.kind == ItemKind::Annotation) {
        const Annotation *annotation = all.annotations->find(note.about.annotation());
        return annotation != nullptr ? tr("“%1”").arg(oneLine(annotation->exact)) : QString();
    }
    if (note.about.kind == ItemKind::Claim) {
        const Claim *claim = all.claims->find(note.about.claim());
        if (claim == nullptr)
            return {};
        const QString says = toQString(claim->field + ": " + claim->value);
        const QString about = titleOf(all, claim->about);
        return about.isEmpty() ? says : tr("%1 · %2").arg(about, says);
    }
    return titleOf(all, note.about);
}

QString NoteTableModel::searchText(std::uint32_t row) const
{
    const Note &shown = note(row);
    QString words = toQString(shown.text + '\n' + shown.madeBy) + QLatin1Char('\n') +
                    aboutText(shown) + QLatin1Char('\n') + tagsOf(shown.about);
    if (shown.about.kind == ItemKind::Annotation) {
        const Annotation *annotation = snapshot().annotations->find(shown.about.annotation());
        if (annotation != nullptr)
            words += QLatin1Char('\n') + titleOf(snapshot(), annotation->source);
    }
    return words;
}

void NoteTableModel::sortRows(std::vector<std::uint32_t> &rows, int column) const
{
    if (column != About)
        return sortByText(rows, [this, column](std::uint32_t row) { return text(row, column); });
    const Snapshot &all = snapshot();
    sortBy(rows, [&](std::uint32_t row) {
        const ItemRef item = itemAt(row);
        std::int64_t first = item.id;
        std::int64_t second = 0;
        if (const Annotation *annotation = all.annotations->find(item.annotation())) {
            first = annotation->source.value;
            second = annotation->begin;
        } else if (const EventRow event = all.events->rowOf(item.event())) {
            first = event.value;
        }
        return std::tuple(item.kind, first, second);
    });
}

QString NoteTableModel::heading(int column) const
{
    switch (column) {
    case Text:
        return tr("Note");
    case About:
        return tr("On");
    case By:
        return tr("By");
    case Tags:
        return tr("Tags");
    default:
        return {};
    }
}

QString NoteTableModel::text(std::uint32_t row, int column) const
{
    const Note &shown = note(row);
    switch (column) {
    case Text:
        return shown.text.empty() ? aboutText(shown) : oneLine(shown.text);
    case About:
        return aboutText(shown);
    case By: {
        const QDateTime time = QDateTime::fromString(toQString(shown.madeAt), Qt::ISODate);
        QStringList words{toQString(shown.madeBy),
                          time.isValid() ? QLocale().toString(time.date(), QLocale::ShortFormat)
                                         : toQString(shown.madeAt)};
        words.removeAll(QString());
        return words.join(QStringLiteral(" · "));
    }
    case Tags:
        return tagsOf(shown.about);
    default:
        return {};
    }
}

QVariant NoteTableModel::roleOf(std::uint32_t row, int column, int role) const
{
    const Note &shown = note(row);
    const Snapshot &all = snapshot();
    switch (role) {
    case SecondLineRole: {
        if (!shown.text.empty())
            return aboutText(shown);
        const Annotation *annotation = all.annotations->find(shown.about.annotation());
        return annotation != nullptr ? titleOf(all, annotation->source) : QString();
    }
    case AsideRole:
        return text(row, By);
    case MarkRole: {
        if (const EventRow event = all.events->rowOf(shown.about.event()))
            return static_cast<std::uint32_t>(all.events->kind(event));
        if (const Actor *actor = all.actors->find(shown.about.actor()))
            return toQString(actor->kind);
        return {};
    }
    case Qt::ToolTipRole: {
        QStringList lines{toQString(shown.text), aboutText(shown), text(row, By), text(row, Tags)};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole: {
        if (column != Text)
            return text(row, column);
        QStringList words{text(row, Text), kindText(shown.about.kind), aboutText(shown),
                          text(row, By)};
        words.removeAll(QString());
        words.removeDuplicates();
        return words.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

}  // namespace dateline::ui
