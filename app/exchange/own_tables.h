// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the files and columns of the project's own tables (docs/tables.md), for the reader
// and the writer. The last group of a table's columns is only written where something fills it.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace dateline {

enum class OwnTable {
    Actors,
    Events,
    Participations,
    Quantities,
    Roles,
    Relations,
    Reliabilities,
    Sources,
    Annotations,
    Claims,
    Decisions,
    Rulings,
    Acceptances,
};

// In the order in which they are read: what is referred to comes first.
inline constexpr std::array kOwnTables = {
    OwnTable::Actors,      OwnTable::Events,    OwnTable::Participations, OwnTable::Quantities,
    OwnTable::Roles,       OwnTable::Relations, OwnTable::Reliabilities,  OwnTable::Sources,
    OwnTable::Annotations, OwnTable::Claims,    OwnTable::Decisions,      OwnTable::Rulings,
    OwnTable::Acceptances};

std::string_view fileNameOf(OwnTable table);
std::span<const std::string_view> columnsOf(OwnTable table);        // those always written
std::span<const std::string_view> knownColumnsOf(OwnTable table);   // and those that may be there
std::span<const std::string_view> neededColumnsOf(OwnTable table);  // without them it is refused

// Folders beside sources.csv: texts/ID.txt where the cell `text` is empty; originals/ID.html, .md
// or .bin for bytes that are not the text's.
inline constexpr std::string_view kTextsFolder = "texts";
inline constexpr std::string_view kOriginalsFolder = "originals";
std::string_view endingOf(std::string_view mediaType);

}  // namespace dateline
