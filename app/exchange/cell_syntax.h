// SPDX-License-Identifier: GPL-3.0-or-later
// How several values stand in one cell: parted by a character, with '\' before a character that
// belongs to a value. Blanks around a value are cut unless they have a '\' too, so that what was
// written is read back exactly. Numbers are written in the shortest way that reads back exactly.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/actor.h"

namespace dateline {

// The values of the cell; empty ones are left out, except where keepEmpty asks for places.
enum class EmptyValues { LeftOut, Kept };
std::vector<std::string> valuesOf(std::string_view cell, char separator,
                                  EmptyValues empty = EmptyValues::LeftOut);
std::string cellOf(const std::vector<std::string> &values, char separator,
                   std::string_view glue);  // glue: ";" or "; ", "|" ...

// "김정은@ko; Kim": texts with a language behind '@'.
std::vector<Alias> aliasesOf(std::string_view cell);
std::string cellOf(const std::vector<Alias> &aliases);

// "Name=part; Name": what stands before and after the last '='.
struct NamedPart {
    std::string name;
    std::string part;
};
std::vector<NamedPart> namedPartsOf(std::string_view cell);
std::string cellOf(const std::vector<NamedPart> &parts);

// A plain decimal number, the whole text; none for anything else, infinity included.
std::optional<double> numberOf(std::string_view text);
std::string textOf(double number);

}  // namespace dateline
