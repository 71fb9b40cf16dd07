// SPDX-License-Identifier: GPL-3.0-or-later
// What app/store throws when the world fails: the disk, a lock, a damaged or foreign file. Session,
// NewestJob and main turn it into an Error.
#pragma once

#include <stdexcept>
#include <string>

#include "app/base/error.h"

namespace dateline {

class StoreError : public std::runtime_error {
public:
    StoreError(ErrorCode code, const std::string &detail) : std::runtime_error(detail), m_code(code)
    {
    }
    ErrorCode code() const { return m_code; }
    Error error() const { return {m_code, what()}; }

private:
    ErrorCode m_code;
};

}  // namespace dateline
