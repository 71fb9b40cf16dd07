// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/csv_writer.h"

namespace dateline {

CsvWriter &CsvWriter::cell(std::string_view text)
{
    if (!m_isFirst)
        m_out += ',';
    m_isRowEmpty = m_isFirst && text.empty();
    m_isFirst = false;
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        m_out += text;
        return *this;
    }
    m_out += '"';
    for (const char c : text) {
        if (c == '"')
            m_out += '"';
        m_out += c;
    }
    m_out += '"';
    return *this;
}

void CsvWriter::endRow()
{
    // A row of one empty cell would be an empty line, which is no row.
    if (m_isRowEmpty)
        m_out += "\"\"";
    m_out += '\n';
    m_isFirst = true;
    m_isRowEmpty = true;
}

}  // namespace dateline
