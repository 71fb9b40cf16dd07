// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a web page: its title and its text in paragraphs, without scripts, styles, hidden
// parts and everything that lies elsewhere. Nothing is ever loaded. What the page says of itself
// (author, dates, language, address) is handed over as it stands there, for somebody to check.
// Any bytes are safe; time and memory grow with the size.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct HtmlText {
    std::string title;
    std::string text;
    std::string author;
    std::string outlet;     // the site's name
    std::string published;  // as written; often ISO 8601
    std::string updated;
    std::string language;       // BCP 47
    std::string address;        // canonical; kept as words
    bool isSimplified = false;  // nested beyond reason: tags were cut out without being understood
};

// The page must be UTF-8.
HtmlText readHtml(std::string_view page);

// The encoding that a page names in its first bytes, "" where it names none.
std::string encodingNamedIn(std::string_view page);

// One line of words: tags gone, entities as characters, white space folded.
std::string plainTextOf(std::string_view html);

}  // namespace dateline
