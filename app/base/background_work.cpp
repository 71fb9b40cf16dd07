// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/background_work.h"

#if defined(__linux__)
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace dateline {

void yieldToOthers() noexcept
{
#if defined(__linux__)
    // On this system a thread has a niceness of its own.
    static thread_local bool hasYielded = false;
    constexpr int kNiceness = 10;
    if (!hasYielded)
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNiceness);
    hasYielded = true;
#endif
}

}  // namespace dateline
