// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/background_work.h"

#if defined(__linux__)
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace dateline {

void yieldToOthers(Haste haste) noexcept
{
#if defined(__linux__)
    // On this system a thread has a niceness of its own. A nice one still keeps a core for some
    // milliseconds when another wakes up, an idle one does not.
    static thread_local bool hasYielded = false;
    constexpr int kNiceness = 10;
    if (hasYielded)
        return;
    hasYielded = true;
    if (haste == Haste::Soon) {
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNiceness);
    } else {
        const sched_param none{};
        sched_setscheduler(0, SCHED_IDLE, &none);
    }
#endif
}

}  // namespace dateline
