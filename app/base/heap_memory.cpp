// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/heap_memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "app/base/large_block.h"

namespace dateline {

void keepHeapSmall() noexcept
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, static_cast<int>(kLargeBlock));
    mallopt(M_TRIM_THRESHOLD, static_cast<int>(8 * kLargeBlock));
    mallopt(M_ARENA_MAX, 2);
#endif
}

void giveBackFreeHeap() noexcept
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace dateline
