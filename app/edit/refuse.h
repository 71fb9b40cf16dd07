// SPDX-License-Identifier: GPL-3.0-or-later
// The conditions that several edits share, each with its sentence. For the .cpp files of app/edit
// that implement edits.h. All throw EditRefused.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "app/edit/edits.h"

namespace dateline {

void refuseUnless(bool holds, const char *sentence);

// A needed text: more than blanks. The name is as in "The title of an event must not be empty."
void refuseBlank(std::string_view text, std::string_view name);

// Texts are UTF-8 without U+0000, so that every export can hold them.
void refuseUnclean(std::initializer_list<std::string_view> texts);

// Whether a row of that kind is in the file.
bool exists(const Stores &stores, ItemRef item);
void refuseMissing(const Stores &stores, ItemRef item);  // "The event is gone."

// Claims about the item become claims about nothing; decisions about it go.
void detachClaimsAbout(Stores &stores, ItemRef item);

// Acceptances that name the item, the ruling on it and the merges into it go with it.
void forgetJudgements(Stores &stores, ItemRef item);

}  // namespace dateline
