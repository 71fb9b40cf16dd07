// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/judgement_store.h"

#include "app/store/queries.h"

namespace dateline {

namespace {

constexpr std::string_view kAcceptance = "SELECT id, code, items, basis, reason FROM acceptance ";

void readAcceptance(const Statement &statement, Acceptance &row)
{
    std::string items;
    statement.read(row.id, row.code, items, row.basis, row.reason);
    row.items = itemsFrom(items);
}

}  // namespace

std::optional<Acceptance> JudgementStore::find(AcceptanceId id) const
{
    return firstRowFrom<Acceptance>(m_database, std::string(kAcceptance) + "WHERE id = ?",
                                    readAcceptance, id);
}

std::vector<Acceptance> JudgementStore::acceptancesOf(std::string_view code,
                                                      const std::vector<ItemRef> &items) const
{
    const std::string text = textOf(items);
    return rowsFrom<Acceptance>(
        m_database, std::string(kAcceptance) + "WHERE code = ? AND items = ? ORDER BY id",
        readAcceptance, code, text);
}

std::vector<AcceptanceId> JudgementStore::naming(ItemRef item) const
{
    const std::string word = " " + textOf({item}) + " ";
    return idsFrom<AcceptanceId>(
        m_database, "SELECT id FROM acceptance WHERE instr(' ' || items || ' ', ?) > 0 ORDER BY id",
        word);
}

AcceptanceId JudgementStore::put(const Acceptance &acceptance)
{
    const std::string items = textOf(acceptance.items);
    change(m_database,
           "INSERT INTO acceptance(id, code, items, basis, reason) VALUES (?, ?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET code = excluded.code, items = excluded.items, "
           "basis = excluded.basis, reason = excluded.reason",
           acceptance.id, acceptance.code, items, acceptance.basis, acceptance.reason);
    return idAfterPut(m_database, acceptance.id);
}

void JudgementStore::remove(AcceptanceId id)
{
    change(m_database, "DELETE FROM acceptance WHERE id = ?", id);
}

std::optional<Ruling> JudgementStore::rulingOn(ItemRef item) const
{
    Statement statement(
        m_database, "SELECT standing, reason FROM ruling WHERE about_kind = ? AND about_id = ?");
    statement.bind(item.kind, item.id);
    if (!statement.step())
        return std::nullopt;
    Ruling row{item, standingNamed(statement.text(0)).value_or(Standing::Open), {}};
    row.reason = statement.text(1);
    return row;
}

void JudgementStore::put(const Ruling &ruling)
{
    change(m_database,
           "INSERT INTO ruling(about_kind, about_id, standing, reason) VALUES (?, ?, ?, ?) "
           "ON CONFLICT(about_kind, about_id) DO UPDATE SET standing = excluded.standing, "
           "reason = excluded.reason",
           ruling.about.kind, ruling.about.id, nameOf(ruling.standing), ruling.reason);
}

void JudgementStore::removeRuling(ItemRef item)
{
    change(m_database, "DELETE FROM ruling WHERE about_kind = ? AND about_id = ?", item.kind,
           item.id);
}

std::optional<Merge> JudgementStore::find(MergeId id) const
{
    return firstRowFrom<Merge>(
        m_database,
        "SELECT id, kept_id, gone_id, external_id, name, kind, notes, reason FROM merge "
        "WHERE id = ?",
        [](const Statement &statement, Merge &row) {
            statement.read(row.id, row.kept, row.gone, row.externalId, row.name, row.kind,
                           row.notes, row.reason);
        },
        id);
}

std::vector<MergeId> JudgementStore::mergesInto(ActorId kept) const
{
    return idsFrom<MergeId>(m_database, "SELECT id FROM merge WHERE kept_id = ? ORDER BY id", kept);
}

std::vector<MergePart> JudgementStore::partsOf(MergeId merge) const
{
    return rowsFrom<MergePart>(
        m_database,
        "SELECT kind, row_id, other_id, text, language FROM merge_part WHERE merge_id = ? "
        "ORDER BY id",
        [](const Statement &statement, MergePart &row) {
            statement.read(row.kind, row.row, row.other, row.text, row.language);
        },
        merge);
}

MergeId JudgementStore::add(const Merge &merge, std::span<const MergePart> parts)
{
    change(m_database,
           "INSERT INTO merge(kept_id, gone_id, external_id, name, kind, notes, reason) "
           "VALUES (?, ?, ?, ?, ?, ?, ?)",
           merge.kept, merge.gone, merge.externalId, merge.name, merge.kind, merge.notes,
           merge.reason);
    const MergeId id{m_database.lastInsertId()};
    for (const MergePart &part : parts) {
        change(m_database,
               "INSERT INTO merge_part(merge_id, kind, row_id, other_id, text, language) "
               "VALUES (?, ?, ?, ?, ?, ?)",
               id, part.kind, part.row, part.other, part.text, part.language);
    }
    return id;
}

void JudgementStore::moveMerge(MergeId id, ActorId kept)
{
    change(m_database, "UPDATE merge SET kept_id = ? WHERE id = ?", kept, id);
}

void JudgementStore::remove(MergeId id)
{
    change(m_database, "DELETE FROM merge_part WHERE merge_id = ?", id);
    change(m_database, "DELETE FROM merge WHERE id = ?", id);
}

}  // namespace dateline
