// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sha256.h"

#include <array>

#include <sodium/crypto_hash_sha256.h>

namespace dateline {

std::string sha256Hex(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> sum{};
    crypto_hash_sha256(sum.data(), reinterpret_cast<const unsigned char *>(bytes.data()),
                       bytes.size());
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * sum.size());
    for (const unsigned char byte : sum) {
        text += kDigits[byte >> 4u];
        text += kDigits[byte & 15u];
    }
    return text;
}

}  // namespace dateline
