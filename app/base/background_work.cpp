// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/background_work.h"

#if defined(__linux__)
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace dateline {

void yieldToOthers(Haste haste) noexcept
{
#if defined(__linux__)
    // On this system a thread has a niceness of its own. The idle policy would keep still better to
    // itself, but beside other busy programs its work would not be done at all.
    static thread_local bool hasYielded = false;
    constexpr int kNicenessSoon = 10;
    constexpr int kNicenessWhenever = 19;
    if (!hasYielded)
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()),
                    haste == Haste::Soon ? kNicenessSoon : kNicenessWhenever);
    hasYielded = true;
#endif
}

}  // namespace dateline
