// SPDX-License-Identifier: GPL-3.0-or-later
// A text, Markdown, HTML, PDF or mail file on its way to become a source: its bytes as they are,
// its clean text, and what can be told about it without asking anybody (to be checked by a person).
// Any bytes are safe; nothing is loaded; any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/error.h"
#include "app/model/edtf.h"

namespace dateline {

inline constexpr std::uintmax_t kLargestDocument = 200'000'000;

struct NewDocument {
    std::string title;
    std::string text;       // UTF-8, LF, without NUL
    std::string bytes;      // as read
    std::string mediaType;  // text/plain, text/markdown, text/html, application/pdf, message/rfc822
    // Guesses; empty where nothing tells.
    std::string author;
    std::string outlet;
    Edtf published;
    Edtf updated;
    std::string language;
    std::string address;
    std::vector<std::string> remarks;  // "the encoding was guessed: windows-949"
};

// ".txt" and so on, in small letters.
std::span<const std::string_view> documentEndings();
// By its ending, in any case: .txt .text .md .markdown .html .htm .xhtml .pdf .eml
bool isDocumentFile(const std::filesystem::path &path);

// BadInput for a file that holds no text (a picture, a scan) and for one above 200 MB.
Result<NewDocument> readDocument(const std::filesystem::path &path);
// The same for bytes that came by drop or paste; the name tells kind and title where nothing else
// does.
Result<NewDocument> documentFrom(std::string bytes, const std::filesystem::path &name);

}  // namespace dateline
