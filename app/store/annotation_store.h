// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the table annotation. Throws StoreError. Opens no transaction: Session owns it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/model/source.h"

namespace dateline {

class Database;

class AnnotationStore {
public:
    explicit AnnotationStore(Database &database) : m_database(database) {}

    std::optional<Annotation> find(AnnotationId id) const;
    AnnotationId findExternal(std::string_view externalId) const;
    std::vector<AnnotationId> all() const;
    std::vector<AnnotationId> ofSource(SourceId source) const;  // by position
    AnnotationId put(const Annotation &annotation);
    void remove(AnnotationId id);

private:
    Database &m_database;
};

}  // namespace dateline
