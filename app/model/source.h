// SPDX-License-Identifier: GPL-3.0-or-later
// Documents and the marks in them. A source is one immutable version of a document: its bytes and
// text never change; a changed document is a new source that supersedes the old one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/model/edtf.h"
#include "app/model/ids.h"

namespace dateline {

// All of a source but its text and bytes, which SourceStore reads on demand.
struct Source {
    SourceId id;
    std::string externalId;
    std::string title;
    ActorId outlet;  // may be none
    std::string author;
    Edtf published;
    Edtf updated;
    Edtf retrieved;
    std::string address;      // where it was found; never opened by the program
    std::string language;     // BCP 47
    std::string handling;     // TLP mark, may be empty
    std::string mediaType;    // of the original bytes: text/plain, text/html
    std::string sha256;       // of the original bytes, 64 lower-case hex digits
    SourceId supersedes;      // may be none
    std::int64_t length = 0;  // of the text, in code points

    bool operator==(const Source &) const = default;
};

// A span of one source's text: position in Unicode code points, quote with context (the selectors
// of the W3C Web Annotation model).
struct Annotation {
    AnnotationId id;
    std::string externalId;
    SourceId source;
    std::int64_t begin = 0;  // first code point
    std::int64_t end = 0;    // one past the last
    std::string exact;
    std::string prefix;  // up to 32 code points before
    std::string suffix;  // up to 32 code points after
    std::string note;
    std::string madeBy;
    std::string madeAt;  // ISO 8601 date or date-time

    bool operator==(const Annotation &) const = default;
};

}  // namespace dateline
