// SPDX-License-Identifier: GPL-3.0-or-later
// Writes RFC 4180 with LF: a cell is quoted only where it has to be, so that the same rows always
// give the same bytes. Appends to a string that the caller owns.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

class CsvWriter {
public:
    explicit CsvWriter(std::string &out) : m_out(out) {}

    CsvWriter &cell(std::string_view text);
    void endRow();
    template <typename... Texts>
    void row(const Texts &...texts)
    {
        (cell(texts), ...);
        endRow();
    }

private:
    std::string &m_out;
    bool m_isFirst = true;
    bool m_isRowEmpty = true;
};

}  // namespace dateline
