// SPDX-License-Identifier: GPL-3.0-or-later
// An Error as a sentence for the user: what happened, what was kept, what to do next.
#pragma once

#include <QString>

#include "app/base/error.h"

namespace dateline::ui {

QString errorText(const Error &error);

}  // namespace dateline::ui
