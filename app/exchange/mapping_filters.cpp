// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

#include "app/exchange/html_text.h"
#include "app/exchange/mapping_template.h"

namespace dateline {

namespace {

struct FilterName {
    std::string_view name;
    FilterKind kind;
};
constexpr std::array<FilterName, 14> kFilters = {{{"lower", FilterKind::Lower},
                                                  {"upper", FilterKind::Upper},
                                                  {"before", FilterKind::Before},
                                                  {"after", FilterKind::After},
                                                  {"beforelast", FilterKind::BeforeLast},
                                                  {"afterlast", FilterKind::AfterLast},
                                                  {"pad", FilterKind::Pad},
                                                  {"slug", FilterKind::Slug},
                                                  {"plain", FilterKind::Plain},
                                                  {"short", FilterKind::Short},
                                                  {"number", FilterKind::Number},
                                                  {"date", FilterKind::Date},
                                                  {"map", FilterKind::Map},
                                                  {"or", FilterKind::Or}}};

std::string utf8(const icu::UnicodeString &text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::string slugOf(const std::string &value)
{
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(value);
    text.toLower(icu::Locale::getRoot());
    icu::UnicodeString slug;
    bool isGap = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_isalnum(c) == 0) {
            isGap = !slug.isEmpty();
            continue;
        }
        if (isGap)
            slug.append(u'-');
        isGap = false;
        slug.append(c);
    }
    return utf8(slug);
}

std::size_t lengthOf(std::string_view text)
{
    std::size_t length = 0;
    for (const char c : text)
        length += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1u : 0u;
    return length;
}

std::string shortened(const std::string &value, std::size_t most)
{
    if (lengthOf(value) <= most)
        return value;
    std::size_t characters = 0;
    std::size_t end = 0;
    for (; end < value.size(); ++end) {
        if ((static_cast<unsigned char>(value[end]) & 0xC0) != 0x80 && ++characters == most)
            break;
    }
    return value.substr(0, end) + "…";
}

// Digits with grouping commas, blanks or apostrophes; none for anything else.
std::optional<std::string> plainNumber(std::string_view value)
{
    constexpr std::string_view kGrouping[] = {",",           " ", "'", "\xC2\xA0", "\xE2\x80\xAF",
                                              "\xE2\x80\x99"};
    std::string digits;
    while (!value.empty()) {
        bool isGrouping = false;
        for (const std::string_view mark : kGrouping) {
            if (value.starts_with(mark)) {
                value.remove_prefix(mark.size());
                isGrouping = true;
                break;
            }
        }
        if (!isGrouping) {
            digits += value.front();
            value.remove_prefix(1);
        }
    }
    const std::size_t begin = digits.starts_with('-') ? 1 : 0;
    const std::size_t point = digits.find('.');
    const auto isDigits = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    const std::string_view all = digits;
    const bool isNumber =
        isDigits(all.substr(begin, point == std::string::npos ? point : point - begin)) &&
        (point == std::string::npos || isDigits(all.substr(point + 1)));
    return isNumber ? std::optional(digits) : std::nullopt;
}

// One part of a date format: a field with its digits, or one character that must be there.
struct DateToken {
    char field = '\0';  // Y M D h m s
    std::size_t fewest = 0;
    std::size_t most = 0;
    char literal = '\0';
};

std::vector<DateToken> dateTokens(std::string_view format)
{
    static constexpr struct {
        std::string_view name;
        DateToken token;
    } kFields[] = {{"YYYY", {'Y', 4, 4}}, {"MM", {'M', 2, 2}}, {"DD", {'D', 2, 2}},
                   {"hh", {'h', 2, 2}},   {"mm", {'m', 2, 2}}, {"ss", {'s', 2, 2}},
                   {"M", {'M', 1, 2}},    {"D", {'D', 1, 2}}};
    std::vector<DateToken> tokens;
    while (!format.empty()) {
        DateToken token{'\0', 0, 0, format.front()};
        std::size_t size = 1;
        for (const auto &field : kFields) {
            if (format.starts_with(field.name)) {
                token = field.token;
                size = field.name.size();
                break;
            }
        }
        tokens.push_back(token);
        format.remove_prefix(size);
    }
    return tokens;
}

struct DateFields {
    std::array<std::string, 6> texts;  // Y M D h m s

    std::string &of(char field) { return texts[std::string_view("YMDhms").find(field)]; }
};

// The whole value against the tokens. A field of one or two digits takes two where the rest fits.
bool matchDate(std::string_view value, const std::vector<DateToken> &tokens, std::size_t first,
               DateFields &fields)
{
    if (first == tokens.size())
        return value.empty();
    const DateToken &token = tokens[first];
    if (token.field == '\0') {
        return value.starts_with(token.literal) &&
               matchDate(value.substr(1), tokens, first + 1, fields);
    }
    for (std::size_t size = token.most; size >= token.fewest; --size) {
        const std::string_view digits = value.substr(0, size);
        if (digits.size() != size ||
            digits.find_first_not_of("0123456789") != std::string_view::npos)
            continue;
        fields.of(token.field) = digits;
        if (matchDate(value.substr(size), tokens, first + 1, fields))
            return true;
    }
    return false;
}

std::optional<std::string> edtfOf(std::string_view value, std::string_view format)
{
    DateFields fields;
    if (!matchDate(value, dateTokens(format), 0, fields))
        return {};
    const auto padded = [&](char field) {
        const std::string &digits = fields.of(field);
        return digits.size() == 1 ? "0" + digits : digits;
    };
    std::string text = fields.of('Y');
    if (!fields.of('M').empty())
        text.append("-").append(padded('M'));
    if (!fields.of('D').empty())
        text.append("-").append(padded('D'));
    if (!fields.of('h').empty() && !fields.of('m').empty()) {
        text.append("T").append(fields.of('h')).append(":").append(fields.of('m'));
        if (!fields.of('s').empty())
            text.append(":").append(fields.of('s'));
    }
    return text;
}

}  // namespace

std::optional<FilterKind> filterNamed(std::string_view name)
{
    for (const FilterName &filter : kFilters) {
        if (filter.name == name)
            return filter.kind;
    }
    return {};
}

bool isDateFormat(std::string_view format)
{
    return format.find("YYYY") != std::string_view::npos && format.size() < 64;
}

std::string filtered(const std::string &value, const TemplateFilter &filter, RecordValues &record,
                     const std::vector<WordMap> &maps)
{
    const auto refuse = [&](std::string expected) {
        record.fault = {value, std::move(expected)};
        return std::string();
    };
    const std::string &argument = filter.argument;
    switch (filter.kind) {
    case FilterKind::Lower:
        return utf8(icu::UnicodeString::fromUTF8(value).toLower(icu::Locale::getRoot()));
    case FilterKind::Upper:
        return utf8(icu::UnicodeString::fromUTF8(value).toUpper(icu::Locale::getRoot()));
    case FilterKind::Before:
        return value.substr(0, value.find(argument));
    case FilterKind::BeforeLast:
        return value.substr(0, value.rfind(argument));
    case FilterKind::After:
    case FilterKind::AfterLast: {
        const std::size_t place =
            filter.kind == FilterKind::After ? value.find(argument) : value.rfind(argument);
        return place == std::string::npos ? std::string() : value.substr(place + argument.size());
    }
    case FilterKind::Pad: {
        const std::size_t length = lengthOf(value);
        return length < filter.number ? std::string(filter.number - length, '0') + value : value;
    }
    case FilterKind::Slug:
        return slugOf(value);
    case FilterKind::Plain:
        return plainTextOf(value);
    case FilterKind::Short:
        return shortened(value, filter.number);
    case FilterKind::Number: {
        const std::optional<std::string> number = plainNumber(value);
        return number ? *number : refuse("a number");
    }
    case FilterKind::Date: {
        const std::optional<std::string> date = edtfOf(value, argument);
        return date ? *date : refuse("a date written as " + argument);
    }
    case FilterKind::Map:
        return maps[filter.number].of(value);
    case FilterKind::Or:
        return value;
    }
    return value;
}

}  // namespace dateline
