// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong, or worth a second look, in what a project says: quotes that no longer stand where
// they were marked, documents that are not what was taken in, claims that cannot all be right. The
// file's own soundness is Session::integrityFindings. Pure but for the reader, which is called once
// per source and may throw what it likes. O(rows + texts).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/snapshot.h"

namespace dateline {

enum class Severity {
    Must,  // something is broken and must be mended
    May,   // an analyst may want to look: sources disagree, or something cannot quite be
};
std::string_view nameOf(Severity severity);  // "must", "may"

struct Finding {
    Severity severity = Severity::May;
    std::string code;            // lower_snake_case, for scripts: "quote_lost"
    std::vector<ItemRef> items;  // what it is about, most telling first
    std::string sentence;        // English

    bool operator==(const Finding &) const = default;
};

struct Document {
    std::string text;
    std::string bytes;
};
using ReadDocument = std::function<Document(SourceId)>;

// All findings, what must be mended first. Codes: hash_mismatch, length_mismatch, quote_lost,
// about_missing, annotation_elsewhere, tag_on_missing, preference_lost (must); disputed,
// date_unsupported, report_before_event (may).
std::vector<Finding> check(const Snapshot &snapshot, const ReadDocument &read);

}  // namespace dateline
