// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/generated_id.h"

#include <charconv>

namespace dateline {

std::int64_t generatedNumber(std::string_view word, std::string_view id)
{
    if (!id.starts_with(word) || id.size() < word.size() + 2 || id[word.size()] != '-' ||
        id[word.size() + 1] == '0')
        return 0;
    const std::string_view digits = id.substr(word.size() + 1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() && number > 0 ? number : 0;
}

const std::string &GivenIds::add(std::int64_t row, const std::string &externalId)
{
    std::string &id = m_ids[row];
    id = externalId;
    for (std::int64_t number = row; id.empty(); ++number) {
        std::string candidate = m_word + '-' + std::to_string(number);
        if (m_taken.insert(candidate).second)
            id = std::move(candidate);
    }
    return id;
}

const std::string &GivenIds::of(std::int64_t row) const
{
    static const std::string kNone;
    const auto found = m_ids.find(row);
    return found == m_ids.end() ? kNone : found->second;
}

}  // namespace dateline
