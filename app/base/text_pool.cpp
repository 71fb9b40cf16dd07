// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_pool.h"

#include "app/base/check.h"

namespace dateline {

TextRef TextPool::add(std::string_view text)
{
    DL_CHECK(m_bytes.size() + text.size() <= UINT32_MAX);
    const TextRef ref{static_cast<std::uint32_t>(m_bytes.size()),
                      static_cast<std::uint32_t>(text.size())};
    m_bytes.append(text);
    return ref;
}

}  // namespace dateline
