// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/json_writer.h"

#include <charconv>
#include <cmath>

#include "app/base/check.h"
#include "app/exchange/cell_syntax.h"
#include "app/exchange/text_decoding.h"

namespace dateline {

void appendJsonText(std::string &out, std::string_view text)
{
    constexpr char kDigits[] = "0123456789abcdef";
    out += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
            continue;
        out.append(text.substr(begin, i - begin));
        begin = i + 1;
        out += '\\';
        switch (c) {
        case '"':
            out += '"';
            break;
        case '\\':
            out += '\\';
            break;
        case '\n':
            out += 'n';
            break;
        case '\r':
            out += 'r';
            break;
        case '\t':
            out += 't';
            break;
        default:
            out += "u00";
            out += kDigits[c >> 4];
            out += kDigits[c & 15];
        }
    }
    out.append(text.substr(begin));
    out += '"';
}

JsonWriter &JsonWriter::end()
{
    DL_CHECK(!m_open.empty() && !m_isAfterKey);
    const Open open = m_open.back();
    m_open.pop_back();
    if (!open.isEmpty)
        newLine();
    m_out += open.closing;
    return *this;
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    DL_CHECK(!m_open.empty() && m_open.back().closing == '}' && !m_isAfterKey);
    beforeValue();
    appendJsonText(m_out, name);
    m_out += m_layout == Layout::Indented ? ": " : ":";
    m_isAfterKey = true;
    return *this;
}

JsonWriter &JsonWriter::value(std::string_view text)
{
    beforeValue();
    if (firstInvalidUtf8(text))
        appendJsonText(m_out, repairedUtf8(text));
    else
        appendJsonText(m_out, text);
    return *this;
}

JsonWriter &JsonWriter::value(double number)
{
    return plain(std::isfinite(number) ? textOf(number) : "null");
}

JsonWriter &JsonWriter::fixed(std::string_view name, double number, int decimals)
{
    key(name);
    char digits[400];
    const auto [end, error] =
        std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, decimals);
    return plain(error == std::errc() && std::isfinite(number) ? std::string_view(digits, end)
                                                               : std::string_view("null"));
}

JsonWriter &JsonWriter::begin(char opening, char closing)
{
    beforeValue();
    m_out += opening;
    m_open.push_back({closing});
    return *this;
}

JsonWriter &JsonWriter::plain(std::string_view text)
{
    beforeValue();
    m_out += text;
    return *this;
}

void JsonWriter::beforeValue()
{
    if (m_isAfterKey) {
        m_isAfterKey = false;
        return;
    }
    if (m_open.empty())
        return;
    if (!m_open.back().isEmpty)
        m_out += ',';
    m_open.back().isEmpty = false;
    newLine();
}

void JsonWriter::newLine()
{
    if (m_layout == Layout::Compact)
        return;
    m_out += '\n';
    m_out.append(m_open.size() * 2, ' ');
}

}  // namespace dateline
