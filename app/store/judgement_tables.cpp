// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a snapshot that hold what analysts decided.
#include "app/store/database.h"
#include "app/store/snapshot_tables.h"

namespace dateline {

std::shared_ptr<const Table<Acceptance>> readAcceptances(Database &database)
{
    std::vector<Acceptance> rows;
    Statement row(database, "SELECT id, code, items, basis, reason FROM acceptance");
    while (row.step()) {
        Acceptance &acceptance = rows.emplace_back();
        std::string items;
        row.read(acceptance.id, acceptance.code, items, acceptance.basis, acceptance.reason);
        acceptance.items = itemsFrom(items);
    }
    return std::make_shared<const Table<Acceptance>>(std::move(rows));
}

std::shared_ptr<const std::vector<Ruling>> readRulings(Database &database)
{
    std::vector<Ruling> rows;
    Statement row(database, "SELECT about_kind, about_id, standing, reason FROM ruling "
                            "ORDER BY about_kind, about_id");
    while (row.step()) {
        Ruling &ruling = rows.emplace_back();
        std::string standing;
        row.read(ruling.about.kind, ruling.about.id, standing, ruling.reason);
        ruling.standing = standingNamed(standing).value_or(Standing::Open);
    }
    return std::make_shared<const std::vector<Ruling>>(std::move(rows));
}

std::shared_ptr<const Table<Merge>> readMerges(Database &database)
{
    std::vector<Merge> rows;
    Statement row(database,
                  "SELECT id, kept_id, gone_id, external_id, name, kind, notes, reason FROM merge");
    while (row.step()) {
        Merge &merge = rows.emplace_back();
        row.read(merge.id, merge.kept, merge.gone, merge.externalId, merge.name, merge.kind,
                 merge.notes, merge.reason);
    }
    return std::make_shared<const Table<Merge>>(std::move(rows));
}

}  // namespace dateline
