// SPDX-License-Identifier: GPL-3.0-or-later
// For work that may follow: where there are fewer cores than threads, it yields to what somebody is
// looking at.
#pragma once

namespace dateline {

enum class Haste : unsigned char {
    Soon,      // somebody waits for it beside something that matters more
    Whenever,  // runs as good as only while nobody else in the program has anything to do
};

// From now on the calling thread runs behind the others of the program. For worker threads only;
// it cannot be taken back. Does nothing where the system knows no such thing.
void yieldToOthers(Haste haste = Haste::Whenever) noexcept;

}  // namespace dateline
