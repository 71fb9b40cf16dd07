// SPDX-License-Identifier: GPL-3.0-or-later
// The network of a query, made by a worker that may be told to stop: where millions of rows tie
// somebody, the next filter need not wait for the last one's links. Any thread.
#pragma once

#include <stop_token>

#include "app/network/network.h"

namespace dateline {

// Once asked to stop it soon returns, with a network that is not to be used.
Network buildNetwork(const Snapshot &snapshot, const NetworkQuery &query,
                     const std::stop_token &stop);

}  // namespace dateline
