// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a PDF document in reading order (Poppler), and what it says about itself. Nothing in
// it runs and nothing is loaded: scripts, links and attached files are left alone. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "app/base/error.h"
#include "app/model/edtf.h"

namespace dateline {

struct PdfText {
    std::string text;  // UTF-8, an empty line between pages
    std::string title;
    std::string author;
    Edtf created;
    int pages = 0;
};

bool isPdf(std::string_view bytes);

// BadInput for a damaged or locked document, one of more than 5,000 pages, and one without text,
// such as a scan; the message says which.
Result<PdfText> readPdf(std::string_view bytes);

}  // namespace dateline
