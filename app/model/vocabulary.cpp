// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/vocabulary.h"

#include <algorithm>

namespace dateline {

Vocabulary::Vocabulary() : m_words{std::string()}, m_counts{0}
{
    m_numbers.emplace(std::string(), 0u);
}

std::uint32_t Vocabulary::add(std::string_view word)
{
    const auto found = m_numbers.find(word);
    if (found != m_numbers.end()) {
        ++m_counts[found->second];
        return found->second;
    }
    const auto number = static_cast<std::uint32_t>(m_words.size());
    m_words.emplace_back(word);
    m_counts.push_back(1);
    m_numbers.emplace(m_words.back(), number);
    return number;
}

std::uint32_t Vocabulary::find(std::string_view word) const
{
    const auto found = m_numbers.find(word);
    return found == m_numbers.end() ? UINT32_MAX : found->second;
}

std::vector<std::uint32_t> Vocabulary::byCount() const
{
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 1; number < size(); ++number) {
        if (m_counts[number] > 0)
            numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end(), [this](std::uint32_t a, std::uint32_t b) {
        return m_counts[a] != m_counts[b] ? m_counts[a] > m_counts[b] : m_words[a] < m_words[b];
    });
    return numbers;
}

}  // namespace dateline
