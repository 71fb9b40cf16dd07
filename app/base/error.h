// SPDX-License-Identifier: GPL-3.0-or-later
// Errors that are expected or that the world causes, as values. A programmer's error is DL_CHECK's
// business (check.h); a store throws StoreError, which Session, NewestJob and main turn into an
// Error.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace dateline {

// A closed list: ui/bridge/error_text.cpp has a sentence for each of them.
enum class ErrorCode {
    NotFound,     // no such file, row or column
    NotReadable,  // exists, but could not be read
    NotWritable,  // could not be written; nothing was changed
    InUse,        // somebody else has the file open for writing
    ReadOnly,     // this file was opened read-only
    ForeignFile,  // not one of our files
    DamagedFile,  // one of our files, but not whole
    NewerFile,    // written by a later version
    Refused,      // the edit cannot be made; the detail says why
    BadInput,     // input that breaks its format
    Conflict,     // a changeset that no longer fits the file
    Cancelled,    // the user stopped it
    Internal,     // our fault
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;  // English, for the log and for "Copy details"

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, std::string detail)
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

}  // namespace dateline
