// SPDX-License-Identifier: GPL-3.0-or-later
// A mail as a text to read (RFC 5322, MIME: RFC 2045 to 2047): who wrote it, when, about what, and
// its plain part, or the page that stands for it as clean text. Attachments are named, not opened.
// Any bytes are safe; nothing is loaded. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/base/error.h"
#include "app/model/edtf.h"

namespace dateline {

struct MailText {
    std::string subject;
    std::string from;  // "Name" or the address
    Edtf date;
    std::string text;  // UTF-8, LF
    std::vector<std::string> attachments;
};

// Header lines at the beginning, "From:" or "Subject:" and "Date:" among them.
bool isMail(std::string_view bytes);

// BadInput for a mail without a part that can be read.
Result<MailText> readMail(std::string_view bytes);

}  // namespace dateline
