// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in for files: tells what each input is, reads all of them and brings them into the
// project in one edit. For the command line and for the window's import. On the session's thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/edit/session.h"
#include "app/exchange/table_file.h"
#include "app/exchange/tables_import.h"

namespace dateline {

enum class ImportFormat {
    Tables,    // the project's own: a folder, or files that have their names
    Mapped,    // csv, tsv or json with a mapping file
    Document,  // plain text, Markdown or HTML: a source
};
std::string_view nameOf(ImportFormat format);  // "tables", "mapped", "document"
std::optional<ImportFormat> importFormatFrom(std::string_view name);

struct ImportRequest {
    std::vector<std::filesystem::path> inputs;
    std::optional<ImportFormat> format;  // none: told from the inputs and the mapping
    std::string mapping;                 // text of a mapping file
    std::string mappingName;             // what refusals call it; empty: there is none
    ImportOptions options;
};

// What an input is, as far as its name and place tell; none where it needs a mapping or is unknown.
std::optional<ImportFormat> importFormatOf(const std::filesystem::path &input);

// An Error where a file cannot be read or the project cannot be written; what is wrong with the
// content is in the report's refusals, and then nothing was changed (but for skipsBadRows).
Result<ImportReport> importFiles(Session &session, const ImportRequest &request);

// A look at the first rows of large tables, before somebody waits for all: how many of each kind
// were read (added), and what of them is not as it should be by itself, whatever they refer to.
// None where reading all takes no time, and where a file can only be read whole. Needs no project.
Result<std::optional<ImportReport>> previewFiles(const ImportRequest &request,
                                                 const FirstPart &first = {});

}  // namespace dateline
