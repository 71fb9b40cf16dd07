// SPDX-License-Identifier: GPL-3.0-or-later
// Adds the rows of a large import. They are not recorded one by one: what was added is told by runs
// of ids. Indexes of tables that were empty are made when all rows are in, triggers do not fire,
// and the column cache is thrown away. The text index is made beside, on a thread of its own,
// unless most of what it will hold is in it already.
//
// Works inside the caller's transaction and throws StoreError; thread of the database. What the
// rows refer to must be there. Only the rows of later runs may refer to those of earlier ones:
// rows that are recorded may refer to any, rows that are added here to none that are recorded.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/model/actor.h"
#include "app/model/event.h"
#include "app/store/row_ranges.h"

namespace dateline {

class Database;

class BulkInsert {
public:
    // expectedRows: roughly; tells whether the text index is worth making anew.
    BulkInsert(Database &database, Recorder &recorder, std::int64_t expectedRows);
    ~BulkInsert();
    BulkInsert(const BulkInsert &) = delete;
    BulkInsert &operator=(const BulkInsert &) = delete;

    // The ids of the rows are ignored: each gets the next one of its table.
    EventId add(const Event &row);
    ActorId add(const Actor &row);
    ParticipationId add(const Participation &row);
    QuantityId add(const Quantity &row);
    RoleId add(const Role &row);
    RelationId add(const Relation &row);
    void addTags(ItemRef item, std::span<const std::string> tags);  // to a row added here
    void addMissingTags(std::span<const std::string> tags);  // for rows that were there before

    // When the rows are in that an index or a trigger was left out for.
    void makeIndexes();
    const std::vector<RowRange> &ranges() const;

    // Brings the text index in line: with the rows that were added here, and with those that the
    // recorded changes name.
    void finishText(const ChangeSet &recorded);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace dateline
