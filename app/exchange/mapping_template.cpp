// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mapping_template.h"

#include <charconv>

namespace dateline {

namespace {

tl::unexpected<Error> broken(std::string detail)
{
    return failure(ErrorCode::BadInput, std::move(detail));
}

Result<TemplateFilter> parseFilter(std::string_view text, const TemplateNames &names)
{
    const std::size_t colon = text.find(':');
    const std::string name(text.substr(0, colon));
    const std::optional<FilterKind> kind = filterNamed(name);
    if (!kind)
        return broken("unknown filter " + name);
    TemplateFilter filter;
    filter.kind = *kind;
    if (colon != std::string_view::npos)
        filter.argument = text.substr(colon + 1);
    const bool takesText = filter.kind != FilterKind::Lower && filter.kind != FilterKind::Upper &&
                           filter.kind != FilterKind::Slug && filter.kind != FilterKind::Plain &&
                           filter.kind != FilterKind::Number;
    if (takesText == filter.argument.empty() && filter.kind != FilterKind::Or)
        return broken("the filter " + name + (takesText ? " needs" : " takes no") + " argument");
    if (filter.kind == FilterKind::Pad || filter.kind == FilterKind::Short) {
        const char *end = filter.argument.data() + filter.argument.size();
        const auto [stop, error] = std::from_chars(filter.argument.data(), end, filter.number);
        if (error != std::errc() || stop != end || filter.number == 0 || filter.number > 100'000)
            return broken("the filter " + name + " needs a whole number from 1");
    }
    if (filter.kind == FilterKind::Date && !isDateFormat(filter.argument))
        return broken("a date format without a year: " + filter.argument);
    if (filter.kind == FilterKind::Map) {
        const int map = names.map(filter.argument);
        if (map < 0)
            return broken("unknown map " + filter.argument);
        filter.number = static_cast<std::size_t>(map);
    }
    return filter;
}

Result<TemplatePart::Piece> parseColumn(std::string_view text, const TemplateNames &names)
{
    TemplatePart::Piece piece;
    const std::size_t bar = text.find('|');
    const std::string_view name = text.substr(0, bar);
    const int column = names.column(name);
    if (column < 0)
        return broken("unknown column " + std::string(name));
    piece.column = column;
    while (text.find('|') != std::string_view::npos) {
        text = text.substr(text.find('|') + 1);
        Result<TemplateFilter> filter = parseFilter(text.substr(0, text.find('|')), names);
        if (!filter)
            return tl::unexpected(filter.error());
        piece.filters.push_back(*std::move(filter));
    }
    return piece;
}

std::optional<std::string> evaluatePart(const TemplatePart &part, RecordValues &record,
                                        const std::vector<WordMap> &maps)
{
    std::string text;
    for (const TemplatePart::Piece &piece : part.pieces) {
        if (!piece.column) {
            text += piece.words;
            continue;
        }
        std::optional<std::string> value = record.columns[static_cast<std::size_t>(*piece.column)];
        for (const TemplateFilter &filter : piece.filters) {
            if (!value) {
                if (filter.kind == FilterKind::Or)
                    value = filter.argument;
            } else if (filter.kind != FilterKind::Or) {
                value = filtered(*value, filter, record, maps);
            }
            if (record.fault)
                return {};
            if (value && value->empty())
                value.reset();
        }
        if (!value)
            return {};
        text += *value;
    }
    return text;
}

}  // namespace

Result<std::vector<TemplatePart>> parseTemplate(std::string_view text, const TemplateNames &names)
{
    std::vector<TemplatePart> parts(1);
    const auto addWords = [&](char c) {
        std::vector<TemplatePart::Piece> &pieces = parts.back().pieces;
        if (pieces.empty() || pieces.back().column)
            pieces.emplace_back();
        pieces.back().words += c;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool isBracket = c == '{' || c == '}' || c == '[' || c == ']';
        if (isBracket && i + 1 < text.size() && text[i + 1] == c) {
            addWords(c);
            ++i;
        } else if (c == '{') {
            const std::size_t end = text.find('}', i);
            if (end == std::string_view::npos)
                return broken("a { without its }");
            Result<TemplatePart::Piece> piece = parseColumn(text.substr(i + 1, end - i - 1), names);
            if (!piece)
                return tl::unexpected(piece.error());
            parts.back().pieces.push_back(*std::move(piece));
            i = end;
        } else if (c == '[') {
            if (parts.back().isOptional)
                return broken("an optional part inside an optional part");
            parts.push_back({true, {}});
        } else if (c == ']') {
            if (!parts.back().isOptional)
                return broken("a ] without its [");
            parts.emplace_back();
        } else if (c == '}') {
            return broken("a } without its {");
        } else {
            addWords(c);
        }
    }
    if (parts.back().isOptional)
        return broken("a [ without its ]");
    return parts;
}

std::optional<std::string> evaluate(const ValueTemplate &value, RecordValues &record,
                                    const std::vector<WordMap> &maps)
{
    for (const std::vector<TemplatePart> &parts : value.alternatives) {
        std::string text;
        bool hasValue = true;
        for (const TemplatePart &part : parts) {
            const std::optional<std::string> words = evaluatePart(part, record, maps);
            if (record.fault)
                return {};
            if (words)
                text += *words;
            else
                hasValue = hasValue && part.isOptional;
        }
        if (hasValue)
            return trimmedValue(text);
    }
    return {};
}

std::optional<std::string> trimmedValue(std::string_view text)
{
    // Blanks of spreadsheets and web pages: ASCII, no-break, ideographic, and a stray mark.
    constexpr std::string_view kWide[] = {"\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};
    const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    for (bool isCut = true; isCut && !text.empty();) {
        isCut = false;
        if (isBlank(text.front())) {
            text.remove_prefix(1);
            isCut = true;
        } else if (isBlank(text.back())) {
            text.remove_suffix(1);
            isCut = true;
        }
        for (const std::string_view wide : kWide) {
            if (text.starts_with(wide)) {
                text.remove_prefix(wide.size());
                isCut = true;
            } else if (text.ends_with(wide)) {
                text.remove_suffix(wide.size());
                isCut = true;
            }
        }
    }
    return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

}  // namespace dateline
