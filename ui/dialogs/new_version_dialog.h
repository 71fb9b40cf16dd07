// SPDX-License-Identifier: GPL-3.0-or-later
// Consent to what becomes of the annotations of a text when a new version takes its place: those
// that stand as before move on by themselves, those in other surroundings are asked for one by one,
// those that are gone are listed and stay with the old version. GUI thread.
#pragma once

#include <optional>
#include <vector>

#include "app/model/reanchor.h"
#include "ui/bridge/view_context.h"

class QWidget;

namespace dateline::ui {

// The moves agreed to; none where the user gave up. Asks nothing where every annotation stands as
// before.
std::optional<std::vector<AnchorMove>> agreeOnMoves(const ViewContext &context, QWidget *parent,
                                                    SourceId older, const QString &text);

}  // namespace dateline::ui
