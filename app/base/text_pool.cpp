// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_pool.h"

#include <utility>

#include "app/base/check.h"

namespace dateline {

TextPool TextPool::of(std::string bytes)
{
    DL_CHECK(bytes.size() <= UINT32_MAX);
    TextPool pool;
    pool.m_bytes = std::move(bytes);
    return pool;
}

TextRef TextPool::add(std::string_view text)
{
    DL_CHECK(m_bytes.size() + text.size() <= UINT32_MAX);
    const TextRef ref{static_cast<std::uint32_t>(m_bytes.size()),
                      static_cast<std::uint32_t>(text.size())};
    m_bytes.append(text);
    return ref;
}

}  // namespace dateline
