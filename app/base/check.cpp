// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace dateline {

void checkFailed(const char *condition, const char *file, int line)
{
    std::fprintf(stderr, "dateline: %s:%d: broken assumption: %s\n", file, line, condition);
    std::abort();
}

}  // namespace dateline
