// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions/reprints.h"

#include <algorithm>
#include <array>

#include "app/model/word_tokens.h"

namespace dateline {

namespace {

constexpr std::size_t kFewest = 8;  // shingles; a shorter text proves nothing

// FNV-1a over small letters.
std::uint64_t hashOf(std::string_view word)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char letter : word) {
        const char lower =
            letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        hash = (hash ^ static_cast<unsigned char>(lower)) * 1099511628211ULL;
    }
    return hash;
}

bool isWord(std::string_view token)
{
    return token.size() > 1 || isAsciiDigit(token[0]) || (token[0] | 0x20) >= 'a';
}

}  // namespace

Shingles::Shingles(std::string_view text)
{
    std::array<std::uint64_t, kWords> last{};
    std::size_t count = 0;
    for (const WordToken &token : wordTokens(text)) {
        if (!isWord(token.text) || isDashToken(token.text))
            continue;
        last[count % kWords] = hashOf(token.text);
        ++count;
        if (count < kWords)
            continue;
        std::uint64_t hash = 0;
        for (std::size_t i = 0; i < kWords; ++i)
            hash = hash * 0x9e3779b97f4a7c15ULL + last[(count + i) % kWords];
        m_hashes.push_back(hash);
    }
    std::sort(m_hashes.begin(), m_hashes.end());
    m_hashes.erase(std::unique(m_hashes.begin(), m_hashes.end()), m_hashes.end());
}

double Shingles::sharedWith(const Shingles &other) const
{
    if (m_hashes.size() < kFewest)
        return 0;
    std::size_t shared = 0;
    auto there = other.m_hashes.begin();
    for (const std::uint64_t hash : m_hashes) {
        while (there != other.m_hashes.end() && *there < hash)
            ++there;
        shared += there != other.m_hashes.end() && *there == hash ? 1u : 0u;
    }
    return static_cast<double>(shared) / static_cast<double>(m_hashes.size());
}

}  // namespace dateline
