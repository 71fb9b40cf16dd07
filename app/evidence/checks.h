// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong, or worth a second look, in what a project says: quotes that no longer stand where
// they were marked, documents that are not what was taken in, claims that cannot all be right. The
// file's own soundness is Session::integrityFindings. Pure but for the reader, which is called once
// per source and may throw what it likes. O(rows + texts).
#pragma once

#include <functional>
#include <string>

#include "app/evidence/finding.h"

namespace dateline {

struct Document {
    std::string text;
    std::string bytes;
};
using ReadDocument = std::function<Document(SourceId)>;

// All findings, what must be mended first, then by group. Codes: hash_mismatch, length_mismatch,
// quote_lost, about_missing, annotation_elsewhere, tag_on_missing, preference_lost (the file's);
// disputed, date_unsupported (the evidence's); report_before_event and those of chronology.h.
Findings check(const Snapshot &snapshot, const ReadDocument &read);

// The same without looking into the documents: cheap enough to run after an edit.
Findings checkEvidence(const Snapshot &snapshot);

// More of one code than this are counted in one last finding of that code.
inline constexpr std::size_t kMostPerCode = 1000;

}  // namespace dateline
