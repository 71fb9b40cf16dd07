// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/source_table_model.h"

#include <algorithm>

#include "app/model/grade.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

SourceTableModel::SourceTableModel(const ViewContext &context, QObject *parent)
    : ItemTableModel(context, Published, parent)
{
    update();
}

int SourceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::uint32_t SourceTableModel::size() const
{
    return static_cast<std::uint32_t>(snapshot().sources->size());
}

ItemRef SourceTableModel::itemAt(std::uint32_t row) const
{
    return (*snapshot().sources)[row].id;
}

std::uint32_t SourceTableModel::snapshotRow(ItemRef item) const
{
    if (item.kind != ItemKind::Source)
        return kNoRow;
    const std::size_t row = snapshot().sources->rowOf(item.source());
    return row < snapshot().sources->size() ? static_cast<std::uint32_t>(row) : kNoRow;
}

const std::vector<SourceTableModel::Counts> &SourceTableModel::counts() const
{
    if (!m_counts.empty() || size() == 0)
        return m_counts;
    m_counts.resize(size());
    const Snapshot &all = snapshot();
    for (const Annotation &annotation : *all.annotations) {
        const std::size_t row = all.sources->rowOf(annotation.source);
        if (row < m_counts.size())
            ++m_counts[row].annotations;
    }
    const RowSet &shown = context().filter.shown();
    for (const Claim &claim : *all.claims) {
        const std::size_t row = all.sources->rowOf(claim.source);
        if (row >= m_counts.size())
            continue;
        ++m_counts[row].claims;
        if (claim.about.kind == ItemKind::Event && !m_counts[row].isOfShownEvent)
            m_counts[row].isOfShownEvent = shown.contains(all.events->rowOf(claim.about.event()));
    }
    return m_counts;
}

void SourceTableModel::forget()
{
    m_counts.clear();
}

bool SourceTableModel::passesFilter(std::uint32_t row) const
{
    const Filter &filter = context().filter.filter();
    if (filter.isEmpty())
        return true;
    const SourceId id = (*snapshot().sources)[row].id;
    return counts()[row].isOfShownEvent ||
           std::find(filter.sources.begin(), filter.sources.end(), id) != filter.sources.end();
}

QString SourceTableModel::outletName(std::uint32_t row) const
{
    const Actor *outlet = snapshot().actor((*snapshot().sources)[row].outlet);
    return outlet != nullptr ? toQString(outlet->name) : QString();
}

QString SourceTableModel::gradeOf(std::uint32_t row) const
{
    const char grade = snapshot().reliabilityOf((*snapshot().sources)[row].outlet);
    return grade == '\0' ? QString() : QString(QLatin1Char(grade));
}

QString SourceTableModel::searchText(std::uint32_t row) const
{
    const Source &source = (*snapshot().sources)[row];
    return toQString(source.title + '\n' + source.author + '\n' + source.address + '\n' +
                     source.published.text()) +
           QLatin1Char('\n') + outletName(row);
}

void SourceTableModel::sortRows(std::vector<std::uint32_t> &rows, int column) const
{
    const Snapshot &all = snapshot();
    switch (column) {
    case Published: {
        const auto undated =
            std::stable_partition(rows.begin(), rows.end(), [&all](std::uint32_t row) {
                return (*all.sources)[row].published.isDated();
            });
        std::vector<std::uint32_t> dated(rows.begin(), undated);
        sortBy(dated, [&all](std::uint32_t row) {
            const When &when = (*all.sources)[row].published.when();
            return std::pair(when.bounds.earliestBegin, -static_cast<int>(when.precision));
        });
        std::copy(dated.begin(), dated.end(), rows.begin());
        return;
    }
    case Annotations:
        return sortBy(rows, [this](std::uint32_t row) { return counts()[row].annotations; });
    case Claims:
        return sortBy(rows, [this](std::uint32_t row) { return counts()[row].claims; });
    default:
        return sortByText(rows, [this, column](std::uint32_t row) { return text(row, column); });
    }
}

QString SourceTableModel::heading(int column) const
{
    switch (column) {
    case Title:
        return tr("Title");
    case Outlet:
        return tr("Outlet");
    case Published:
        return tr("Published");
    case Annotations:
        return tr("Annotations");
    case Claims:
        return tr("Claims");
    case Grade:
        return tr("Reliability");
    default:
        return {};
    }
}

bool SourceTableModel::isNumber(int column) const
{
    return column == Annotations || column == Claims;
}

QString SourceTableModel::text(std::uint32_t row, int column) const
{
    const Source &source = (*snapshot().sources)[row];
    switch (column) {
    case Title:
        return toQString(source.title);
    case Outlet:
        return outletName(row);
    case Published:
        return source.published.isDated() ? shortDateOf(source.published.text()) : QString();
    case Annotations:
        return numberText(static_cast<qlonglong>(counts()[row].annotations));
    case Claims:
        return numberText(static_cast<qlonglong>(counts()[row].claims));
    case Grade:
        return gradeOf(row);
    default:
        return {};
    }
}

QVariant SourceTableModel::roleOf(std::uint32_t row, int column, int role) const
{
    const Source &source = (*snapshot().sources)[row];
    const auto aside = [&] {
        const std::uint32_t notes = counts()[row].annotations;
        return notes > 0 ? counted(notes, tr("1 mark"), tr("%1 marks")) : QString();
    };
    switch (role) {
    case SecondLineRole:
        return joined({outletName(row), text(row, Published)});
    case AsideRole:
        return aside();
    case Qt::ToolTipRole:
        if (column == Published && source.published.isDated())
            return tr("%1  (%2)")
                .arg(longDateOf(source.published.text()), toQString(source.published.text()));
        if (column == Grade && !gradeOf(row).isEmpty())
            return toQString(reliabilityText(snapshot().reliabilityOf(source.outlet)));
        return toQString(source.title);
    case Qt::AccessibleTextRole:
        if (column != Title)
            return text(row, column);
        return QStringList({text(row, Title), outletName(row), text(row, Published), aside()})
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

}  // namespace dateline::ui
