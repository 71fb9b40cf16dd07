// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/cell_syntax.h"

#include <charconv>
#include <cmath>

namespace dateline {

namespace {

constexpr char kEscape = '\\';

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Parts at separators without an escape before them; each part keeps its escapes.
std::vector<std::string_view> partsOf(std::string_view cell, char separator)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == kEscape) {
            ++i;
        } else if (cell[i] == separator) {
            parts.push_back(cell.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.push_back(cell.substr(begin));
    return parts;
}

// Without blanks around it and without escapes.
std::string valueOf(std::string_view part)
{
    while (!part.empty() && isBlank(part.front()))
        part.remove_prefix(1);
    std::string value;
    std::size_t keptSize = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const bool isEscaped = part[i] == kEscape && i + 1 < part.size();
        if (isEscaped)
            ++i;
        value += part[i];
        if (isEscaped || !isBlank(part[i]))
            keptSize = value.size();
    }
    value.resize(keptSize);
    return value;
}

std::string escaped(std::string_view value, std::string_view specials)
{
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool isEdgeBlank = isBlank(value[i]) && (i == 0 || i + 1 == value.size());
        if (isEdgeBlank || value[i] == kEscape || specials.find(value[i]) != std::string_view::npos)
            text += kEscape;
        text += value[i];
    }
    return text;
}

// Position of the last such character that has no escape before it.
std::size_t lastUnescaped(std::string_view part, char wanted)
{
    std::size_t found = std::string_view::npos;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] == kEscape)
            ++i;
        else if (part[i] == wanted)
            found = i;
    }
    return found;
}

// "name=part": the two sides of the last separator; without one, all and nothing.
NamedPart sidesOf(std::string_view part, char separator)
{
    const std::size_t place = lastUnescaped(part, separator);
    if (place == std::string_view::npos)
        return {valueOf(part), {}};
    return {valueOf(part.substr(0, place)), valueOf(part.substr(place + 1))};
}

}  // namespace

std::vector<std::string> valuesOf(std::string_view cell, char separator, EmptyValues empty)
{
    std::vector<std::string> values;
    if (cell.empty())
        return values;
    for (const std::string_view part : partsOf(cell, separator)) {
        std::string value = valueOf(part);
        if (!value.empty() || empty == EmptyValues::Kept)
            values.push_back(std::move(value));
    }
    return values;
}

std::string cellOf(const std::vector<std::string> &values, char separator, std::string_view glue)
{
    std::string cell;
    bool isFirst = true;
    for (const std::string &value : values) {
        if (!isFirst)
            cell += glue;
        isFirst = false;
        cell += escaped(value, std::string_view(&separator, 1));
    }
    return cell;
}

std::vector<Alias> aliasesOf(std::string_view cell)
{
    std::vector<Alias> aliases;
    if (cell.empty())
        return aliases;
    for (const std::string_view part : partsOf(cell, ';')) {
        NamedPart sides = sidesOf(part, '@');
        if (sides.name.empty())
            continue;
        Alias alias;
        alias.text = std::move(sides.name);
        alias.language = std::move(sides.part);
        aliases.push_back(std::move(alias));
    }
    return aliases;
}

std::string cellOf(const std::vector<Alias> &aliases)
{
    std::string cell;
    for (const Alias &alias : aliases) {
        if (!cell.empty())
            cell += ';';
        cell += escaped(alias.text, ";@");
        if (!alias.language.empty())
            cell += '@' + escaped(alias.language, ";@");
    }
    return cell;
}

std::vector<NamedPart> namedPartsOf(std::string_view cell)
{
    std::vector<NamedPart> named;
    if (cell.empty())
        return named;
    for (const std::string_view part : partsOf(cell, ';')) {
        NamedPart sides = sidesOf(part, '=');
        if (!sides.name.empty())
            named.push_back(std::move(sides));
    }
    return named;
}

std::string cellOf(const std::vector<NamedPart> &parts)
{
    std::string cell;
    for (const NamedPart &part : parts) {
        if (!cell.empty())
            cell += "; ";
        cell += escaped(part.name, ";=");
        if (!part.part.empty())
            cell += '=' + escaped(part.part, ";=");
    }
    return cell;
}

std::optional<double> numberOf(std::string_view text)
{
    double number = 0;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return {};
    return number;
}

std::string textOf(double number)
{
    char digits[64];
    // Whole numbers of everyday size never as 1e+05.
    const auto format = std::abs(number) < 1e15 && (std::abs(number) >= 1e-4 || number == 0)
                            ? std::chars_format::fixed
                            : std::chars_format::general;
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number, format);
    return error == std::errc() ? std::string(digits, end) : std::string();
}

}  // namespace dateline
