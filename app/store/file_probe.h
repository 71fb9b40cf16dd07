// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a file before anything may write to it: first at its header, byte by byte and without
// SQLite, then at its tables and pages through a connection that cannot write. What is refused here
// stays as it is, to the byte, and nothing is left beside it; but where a program was stopped while
// it wrote in place, what it began is taken back before pages are looked at.
#pragma once

#include <filesystem>

#include "app/base/error.h"

namespace dateline {

struct FileHeader {
    int schemaVersion = 0;
    bool isNewer = false;  // by its schema, or by the version of its format that may be written
};

// NotFound, NotReadable, ForeignFile (empty, not SQLite, another program's), DamagedFile (shorter
// than its first page), NewerFile (of a format that cannot even be read).
Result<FileHeader> readFileHeader(const std::filesystem::path &path);

// NotReadable or DamagedFile, with the first findings. The pages of files of up to 64 MB are all
// checked, which takes 0.2 s at most; larger ones are left to integrityFindings.
Result<void> checkFileContents(const std::filesystem::path &path);

}  // namespace dateline
