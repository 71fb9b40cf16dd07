// SPDX-License-Identifier: GPL-3.0-or-later
// A look at the tags of a page before it is parsed. The parser's time grows with the square of the
// nesting (100,000 nested elements: half a minute), so that pages nested beyond reason are only
// stripped of their tags. One pass, no memory.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// Deeper than 1,000 elements, or a tag with thousands of attributes.
bool isNestedBeyondReason(std::string_view page);

// The page without tags, scripts and styles; where a block ended stands a line end. Entities stay.
std::string withoutTags(std::string_view page);

}  // namespace dateline
