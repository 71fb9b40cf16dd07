// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a project without a window: the same scenes and painters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/command_line/view_arguments.h"

namespace dateline::ui {

// "timeline", "graph", "graph:dates", "graph:matrix", "chart:periods", "chart:actors",
// "chart:quantities".
std::optional<PictureSubject> pictureSubjectNamed(std::string_view what);

// The ending says the format: png, svg or pdf. Returns the exit status.
int exportPicture(const Session &session, const ExportCommand &command,
                  const CommandLineParts &parts, PictureSubject subject, const std::string &ending);

}  // namespace dateline::ui
