// SPDX-License-Identifier: GPL-3.0-or-later
// The fingerprint of a document's bytes.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

std::string sha256Hex(std::string_view bytes);  // 64 lower-case hexadecimal digits

}  // namespace dateline
