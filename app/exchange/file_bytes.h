// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files in and out. A file is written beside its place and then renamed, so that there is
// never half of one. Any thread; no exceptions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/error.h"
#include "app/base/long_work.h"

namespace dateline {

inline constexpr std::uintmax_t kLargestInput = 4'000'000'000;  // some thirty million rows

// NotFound, NotReadable, or BadInput for a file above the limit.
Result<std::string> readFileBytes(const std::filesystem::path &path,
                                  std::uintmax_t limit = kLargestInput);
// The whole lines among the first bytes, or all of a file that has no more.
struct FirstBytes {
    std::string bytes;
    bool isWhole = true;
};
Result<FirstBytes> readFirstBytes(const std::filesystem::path &path, std::size_t most);

// Work that is stopped leaves what was there (Cancelled).
Result<void> writeFileBytes(const std::filesystem::path &path, std::string_view bytes,
                            LongWork *work = nullptr);

// Several files that come to their places together, when all of them are written, or not at all:
// what was not put in place is taken away again, and so are the folders that were made for it.
class StagedFiles {
public:
    StagedFiles() = default;
    ~StagedFiles();
    StagedFiles(const StagedFiles &) = delete;
    StagedFiles &operator=(const StagedFiles &) = delete;

    Result<void> makeFolder(const std::filesystem::path &folder);
    Result<void> write(const std::filesystem::path &path, std::string_view bytes,
                       LongWork *work = nullptr);
    Result<void> putInPlace();

private:
    struct Staged {
        std::filesystem::path beside;
        std::filesystem::path path;
    };
    std::vector<Staged> m_files;
    std::vector<std::filesystem::path> m_folders;  // made, the outer before the inner
};

// A file name that any text can be turned into, and no two into the same: letters, digits, '-', '_'
// and '.' stand for themselves, other bytes are %XX.
std::string fileNameFor(std::string_view text);

}  // namespace dateline
