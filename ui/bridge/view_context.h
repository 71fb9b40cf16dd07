// SPDX-License-Identifier: GPL-3.0-or-later
// What every view is given: the open file, what can be done to it, and the one selection, filter
// and doubt of the window. The window owns them all and outlives its views.
#pragma once

#include "ui/bridge/edit_intents.h"
#include "ui/bridge/selection.h"
#include "ui/bridge/session_hub.h"
#include "ui/bridge/view_filter.h"
#include "ui/bridge/what_if.h"

namespace dateline::ui {

struct ViewContext {
    SessionHub &hub;
    EditIntents &intents;
    Selection &selection;
    ViewFilter &filter;
    WhatIf &whatIf;
};

}  // namespace dateline::ui
