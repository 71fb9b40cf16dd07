// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/annotation_table_model.h"

#include <algorithm>

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

AnnotationTableModel::AnnotationTableModel(const ViewContext &context, QObject *parent)
    : ItemTableModel(context, Source, parent)
{
    update();
}

int AnnotationTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::uint32_t AnnotationTableModel::size() const
{
    return static_cast<std::uint32_t>(snapshot().annotations->size());
}

ItemRef AnnotationTableModel::itemAt(std::uint32_t row) const
{
    return (*snapshot().annotations)[row].id;
}

std::uint32_t AnnotationTableModel::snapshotRow(ItemRef item) const
{
    if (item.kind != ItemKind::Annotation)
        return kNoRow;
    const std::size_t row = snapshot().annotations->rowOf(item.annotation());
    return row < snapshot().annotations->size() ? static_cast<std::uint32_t>(row) : kNoRow;
}

// Those that a claim about a shown event rests on, of a source that is asked for, or with a tag
// that is.
const std::vector<std::uint8_t> &AnnotationTableModel::passing() const
{
    if (!m_passing.empty() || size() == 0)
        return m_passing;
    const Snapshot &all = snapshot();
    const Filter &filter = context().filter.filter();
    const RowSet &shown = context().filter.shown();
    m_passing.assign(size(), 0);
    for (const Claim &claim : *all.claims) {
        const std::size_t row = all.annotations->rowOf(claim.annotation);
        if (row < m_passing.size() && claim.about.kind == ItemKind::Event &&
            shown.contains(all.events->rowOf(claim.about.event())))
            m_passing[row] = 1;
    }
    const auto among = [](const auto &values, const auto &value) {
        return std::find(values.begin(), values.end(), value) != values.end();
    };
    for (std::uint32_t row = 0; row < size(); ++row) {
        if (among(filter.sources, (*all.annotations)[row].source))
            m_passing[row] = 1;
    }
    for (const Tagging &tagging : *all.taggings) {
        const std::uint32_t row = snapshotRow(tagging.about);
        if (row != kNoRow && among(filter.tags, tagging.tag))
            m_passing[row] = 1;
    }
    return m_passing;
}

bool AnnotationTableModel::passesFilter(std::uint32_t row) const
{
    return context().filter.filter().isEmpty() || passing()[row] != 0;
}

void AnnotationTableModel::forget()
{
    m_passing.clear();
    m_tags.clear();
    m_hasTags = false;
}

QString AnnotationTableModel::sourceTitle(std::uint32_t row) const
{
    const dateline::Source *source =
        snapshot().sources->find((*snapshot().annotations)[row].source);
    return source != nullptr ? toQString(source->title) : QString();
}

QString AnnotationTableModel::tagsOf(std::uint32_t row) const
{
    if (!m_hasTags) {
        for (const Tagging &tagging : *snapshot().taggings) {
            if (tagging.about.kind == ItemKind::Annotation)
                m_tags[tagging.about.id].push_back(tagging.tag);
        }
        m_hasTags = true;
    }
    QStringList tags;
    const auto found = m_tags.find((*snapshot().annotations)[row].id.value);
    if (found != m_tags.end()) {
        for (const std::string &tag : found->second)
            tags.append(toQString(tag));
    }
    return tags.join(QStringLiteral(", "));
}

QString AnnotationTableModel::searchText(std::uint32_t row) const
{
    const Annotation &annotation = (*snapshot().annotations)[row];
    return toQString(annotation.exact + '\n' + annotation.note) + QLatin1Char('\n') + tagsOf(row) +
           QLatin1Char('\n') + sourceTitle(row);
}

void AnnotationTableModel::sortRows(std::vector<std::uint32_t> &rows, int column) const
{
    const Table<Annotation> &annotations = *snapshot().annotations;
    if (column != Source)
        return sortByText(rows, [this, column](std::uint32_t row) { return text(row, column); });
    sortBy(rows, [&annotations](std::uint32_t row) {
        const Annotation &annotation = annotations[row];
        return std::pair(annotation.source, annotation.begin);
    });
}

QString AnnotationTableModel::heading(int column) const
{
    switch (column) {
    case Quote:
        return tr("Quote");
    case Note:
        return tr("Note");
    case Source:
        return tr("Source");
    case Tags:
        return tr("Tags");
    default:
        return {};
    }
}

bool AnnotationTableModel::isNumber(int) const
{
    return false;
}

QString AnnotationTableModel::text(std::uint32_t row, int column) const
{
    const Annotation &annotation = (*snapshot().annotations)[row];
    switch (column) {
    case Quote:
        return tr("“%1”").arg(oneLine(annotation.exact));
    case Note:
        return oneLine(annotation.note);
    case Source:
        return sourceTitle(row);
    case Tags:
        return tagsOf(row);
    default:
        return {};
    }
}

QVariant AnnotationTableModel::roleOf(std::uint32_t row, int column, int role) const
{
    switch (role) {
    case SecondLineRole: {
        const QString note = text(row, Note);
        return note.isEmpty() ? sourceTitle(row) : note;
    }
    case AsideRole:
        return QString();
    case Qt::ToolTipRole:
        return column == Source
                   ? sourceTitle(row)
                   : QStringList({text(row, Quote), text(row, Note), tagsOf(row)}).join(u'\n');
    case Qt::AccessibleTextRole:
        if (column != Quote)
            return text(row, column);
        return QStringList({text(row, Quote), text(row, Note), sourceTitle(row)})
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

}  // namespace dateline::ui
