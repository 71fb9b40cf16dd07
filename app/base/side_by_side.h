// SPDX-License-Identifier: GPL-3.0-or-later
// Two pieces of work that know nothing of each other, on two threads where there is much of it.
#pragma once

#include <cstddef>
#include <thread>

namespace dateline {

// Both are done when it returns; the first may run on a thread of its own, and must not throw.
template <typename First, typename Second>
void sideBySide(std::size_t rows, First &&first, Second &&second)
{
    constexpr std::size_t kManyRows = 50'000;  // from which a second thread helps
    if (rows <= kManyRows) {
        first();
        second();
        return;
    }
    const std::jthread beside([&first] { first(); });
    second();
}

}  // namespace dateline
