// SPDX-License-Identifier: GPL-3.0-or-later
// DL_CHECK(condition): stops the program at a programmer's error, in release builds too.
#pragma once

namespace dateline {

[[noreturn]] void checkFailed(const char *condition, const char *file, int line);

}  // namespace dateline

#define DL_CHECK(condition)                                                                        \
    do {                                                                                           \
        if (!(condition)) [[unlikely]]                                                             \
            ::dateline::checkFailed(#condition, __FILE__, __LINE__);                               \
    } while (false)
