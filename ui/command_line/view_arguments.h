// SPDX-License-Identifier: GPL-3.0-or-later
// --from, --to, --as-of, --known-on, --actor, --kind and --query as a filter of one project.
#pragma once

#include <optional>
#include <string>

#include "app/edit/session.h"
#include "app/model/filter.h"
#include "ui/command_line/commands.h"

namespace dateline::ui {

struct View {
    Filter filter;
    std::optional<Instant> asOf;
    std::string asOfText;
    std::string sentence;  // of the filter, for captions; "" where it is empty
    RowSet shown;
};

// Complains and sets the status where an argument is wrong or names nobody.
std::optional<View> viewFor(const Session &session, const ViewArguments &arguments, int &status);

// The last moment that a date can mean.
std::optional<Instant> asOfInstant(const std::string &text, int &status);

// By external or generated id, name, alias, or a part of a name that only one has; else null.
const Actor *actorFor(const Session &session, const std::string &text);

// "1600x1000"; none where it is anything else, or unreasonable.
struct PixelSize {
    int width = 0;
    int height = 0;
};
std::optional<PixelSize> pixelSizeFrom(const std::string &text);

}  // namespace dateline::ui
