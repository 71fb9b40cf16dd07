// SPDX-License-Identifier: GPL-3.0-or-later
// One writer per file: an exclusive flock on "<file>.lock", which says who holds it. The kernel
// frees it when its holder ends, however it ends; a text that was left behind means nothing.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/base/error.h"

namespace dateline {

class FileLock {
public:
    // InUse names the holder: "user on host, process 123, since 2025-07-21T10:00:00Z". NotWritable
    // where no lock can be made there (a read-only folder).
    static Result<std::unique_ptr<FileLock>> acquire(const std::filesystem::path &path);
    ~FileLock();  // gives the lock up and removes its file
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    static std::filesystem::path lockPath(const std::filesystem::path &path);

private:
    FileLock(std::filesystem::path path, int descriptor);

    std::filesystem::path m_path;
    int m_descriptor = -1;
};

// The name of the user that this process runs as, else its number.
std::string systemUser();
// Now, as ISO 8601 in UTC.
std::string utcTimestamp();

}  // namespace dateline
