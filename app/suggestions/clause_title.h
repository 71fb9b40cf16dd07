// SPDX-License-Identifier: GPL-3.0-or-later
// A title for the event that a date in a sentence is about: the clause around the date, without the
// date and without the short word that led to it. "On August 30, 2010, the President signed Order
// 13551, which widened it" gives "the President signed Order 13551". By punctuation and lengths
// alone, so in any language that parts its words; it is a proposal that somebody reads. Pure;
// linear in the sentence.
#pragma once

#include <string>
#include <string_view>

#include "app/suggestions/quantity_phrases.h"

namespace dateline {

// `date` lies in the sentence. May be empty: the sentence is nothing but the date.
std::string clauseTitle(std::string_view sentence, ByteRange date);

}  // namespace dateline
