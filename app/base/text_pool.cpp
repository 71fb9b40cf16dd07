// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_pool.h"

#include <utility>

#include "app/base/check.h"

namespace dateline {

TextPool TextPool::of(std::string bytes)
{
    DL_CHECK(bytes.size() <= UINT32_MAX);
    TextPool pool;
    pool.m_own = std::move(bytes);
    pool.settle();
    return pool;
}

TextRef TextPool::add(std::string_view text)
{
    DL_CHECK(size() + text.size() <= UINT32_MAX);
    const TextRef ref{static_cast<std::uint32_t>(size()), static_cast<std::uint32_t>(text.size())};
    m_own.append(text);
    return ref;
}

void TextPool::settle()
{
    constexpr std::size_t kLittle = std::size_t{64} << 10;
    if (m_own.empty() || (!m_settled.empty() && m_own.size() < kLittle + m_settled.size() / 8))
        return;
    std::string all;
    if (m_settled.empty()) {
        all = std::move(m_own);
        all.shrink_to_fit();
    } else {
        all.reserve(size());
        all.append(m_settled).append(m_own);
    }
    m_shared = std::make_shared<const std::string>(std::move(all));
    m_settled = *m_shared;
    m_own = std::string();
}

}  // namespace dateline
