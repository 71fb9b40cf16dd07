// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mail_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <map>
#include <optional>

#include "app/exchange/html_text.h"
#include "app/exchange/text_decoding.h"
#include "app/model/word_tokens.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr int kDeepest = 12;  // multiparts inside each other
constexpr std::size_t kLongestHeader = 100'000;

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

struct Part {
    std::map<std::string, std::string> headers;  // names in small letters; the first of a name
    std::string_view body;

    std::string_view header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string_view() : std::string_view(found->second);
    }
};

// Header lines up to an empty one; a line that begins with a blank goes on.
Part partOf(std::string_view bytes)
{
    Part part;
    std::string *last = nullptr;
    std::size_t at = 0;
    while (at < bytes.size() && at < kLongestHeader) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        std::string_view line = bytes.substr(at, end - at);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        at = std::min(end + 1, bytes.size());
        if (line.empty())
            break;
        if (line.front() == ' ' || line.front() == '\t') {
            if (last != nullptr)
                last->append(" ").append(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        last = &part.headers
                    .try_emplace(asciiLower(trimmed(line.substr(0, colon))),
                                 trimmed(line.substr(colon + 1)))
                    .first->second;
    }
    part.body = bytes.substr(std::min(at, bytes.size()));
    return part;
}

// boundary="x" of "multipart/mixed; boundary=x".
std::string parameter(std::string_view header, std::string_view name)
{
    const std::string lower = asciiLower(header);
    for (std::size_t at = lower.find(name); at != std::string::npos;
         at = lower.find(name, at + 1)) {
        std::size_t equals = at + name.size();
        const bool isWhole = at > 0 && (lower[at - 1] == ';' || lower[at - 1] == ' ');
        if (!isWhole || equals >= lower.size() || lower[equals] != '=')
            continue;
        std::string_view value = trimmed(header.substr(equals + 1));
        if (value.starts_with('"'))
            return std::string(value.substr(1, value.find('"', 1) - 1));
        return std::string(trimmed(value.substr(0, value.find(';'))));
    }
    return {};
}

int base64Value(char letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return letter - 'A';
    if (letter >= 'a' && letter <= 'z')
        return letter - 'a' + 26;
    if (letter >= '0' && letter <= '9')
        return letter - '0' + 52;
    return letter == '+' || letter == '-' ? 62 : letter == '/' || letter == '_' ? 63 : -1;
}

std::string fromBase64(std::string_view text)
{
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    unsigned bits = 0;
    int count = 0;
    for (const char letter : text) {
        if (letter == '=')
            break;
        const int value = base64Value(letter);
        if (value < 0)
            continue;
        bits = bits << 6 | static_cast<unsigned>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xffu);
        }
    }
    return bytes;
}

int hexValue(char letter)
{
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    const char lower = static_cast<char>(letter | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// isHeader: an underscore is a blank there.
std::string fromQuotedPrintable(std::string_view text, bool isHeader)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_' && isHeader) {
            bytes += ' ';
        } else if (text[i] != '=') {
            bytes += text[i];
        } else if (i + 2 < text.size() && hexValue(text[i + 1]) >= 0 &&
                   hexValue(text[i + 2]) >= 0) {
            bytes += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else if (i + 1 < text.size() && (text[i + 1] == '\n' || text[i + 1] == '\r')) {
            i += text[i + 1] == '\r' && i + 2 < text.size() && text[i + 2] == '\n' ? 2u : 1u;
        } else if (i + 2 == text.size() && hexValue(text[i + 1]) >= 0 && isHeader) {
            bytes += text[i];
        } else {
            bytes += '=';
        }
    }
    return bytes;
}

std::string decodedAs(std::string_view bytes, const std::string &charset)
{
    if (!charset.empty()) {
        if (const Result<DecodedText> text = decodeTextAs(bytes, charset))
            return text->text;
    }
    return decodeText(bytes).text;
}

// "=?utf-8?B?...?=" among plain words; blanks between two of them are none.
std::string decodedWords(std::string_view header)
{
    std::string text;
    bool wasEncoded = false;
    while (!header.empty()) {
        const std::size_t begin = header.find("=?");
        const std::size_t charsetEnd =
            begin == std::string_view::npos ? begin : header.find('?', begin + 2);
        const std::size_t end =
            charsetEnd == std::string_view::npos ? charsetEnd : header.find("?=", charsetEnd + 3);
        if (end == std::string_view::npos || header[charsetEnd + 2] != '?') {
            text.append(decodeText(header).text);
            break;
        }
        const std::string_view before = header.substr(0, begin);
        if (!wasEncoded || !trimmed(before).empty())
            text.append(decodeText(before).text);
        const std::string_view coded = header.substr(charsetEnd + 3, end - charsetEnd - 3);
        const bool isBase64 = (header[charsetEnd + 1] | 0x20) == 'b';
        std::string charset(header.substr(begin + 2, charsetEnd - begin - 2));
        charset.resize(std::min(charset.find('*'), charset.size()));
        text.append(
            decodedAs(isBase64 ? fromBase64(coded) : fromQuotedPrintable(coded, true), charset));
        wasEncoded = true;
        header.remove_prefix(end + 2);
    }
    return text;
}

// "Fri, 21 Mar 2025 09:30:00 +0900", with or without weekday and seconds.
Edtf dateFrom(std::string_view header)
{
    constexpr std::array kMonths{"jan"sv, "feb"sv, "mar"sv, "apr"sv, "may"sv, "jun"sv,
                                 "jul"sv, "aug"sv, "sep"sv, "oct"sv, "nov"sv, "dec"sv};
    std::vector<std::string> words;
    std::string lower = asciiLower(header);
    std::replace(lower.begin(), lower.end(), ',', ' ');
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t begin = lower.find_first_not_of(" \t", at);
        if (begin == std::string::npos)
            break;
        const std::size_t end = std::min(lower.find_first_of(" \t", begin), lower.size());
        words.push_back(lower.substr(begin, end - begin));
        at = end;
    }
    std::size_t i = 0;
    while (i < words.size() && std::isdigit(static_cast<unsigned char>(words[i][0])) == 0)
        ++i;
    if (i + 2 >= words.size())
        return {};
    const auto month = std::find(kMonths.begin(), kMonths.end(), words[i + 1].substr(0, 3));
    if (month == kMonths.end())
        return {};
    const auto padded = [](long number, std::size_t width) {
        std::string text = std::to_string(number);
        return text.size() < width ? std::string(width - text.size(), '0') + text : text;
    };
    long year = std::strtol(words[i + 2].c_str(), nullptr, 10);
    if (words[i + 2].size() == 2)
        year += year < 50 ? 2000 : 1900;
    const std::string day = padded(year, 4) + '-' + padded(month - kMonths.begin() + 1, 2) + '-' +
                            padded(std::strtol(words[i].c_str(), nullptr, 10), 2);
    std::string text = day;
    if (i + 3 < words.size() && words[i + 3].size() >= 5) {
        text += 'T' + words[i + 3] + (words[i + 3].size() == 5 ? ":00" : "");
        const std::string zone = i + 4 < words.size() ? words[i + 4] : "";
        if (zone.size() == 5 && (zone[0] == '+' || zone[0] == '-'))
            text += zone == "+0000" ? "Z" : zone.substr(0, 3) + ':' + zone.substr(3);
        else if (zone == "gmt" || zone == "ut" || zone == "utc" || zone == "z")
            text += 'Z';
    }
    for (const std::string &candidate : {text, day}) {
        if (Result<Edtf> date = Edtf::parse(candidate); date && date->isDated())
            return *std::move(date);
    }
    return {};
}

class Reader {
public:
    explicit Reader(MailText &mail) : m_mail(mail) {}

    void read(const Part &part, int depth)
    {
        const std::string type = asciiLower(part.header("content-type"));
        const std::string disposition = asciiLower(part.header("content-disposition"));
        if (type.starts_with("multipart/")) {
            readParts(part, type.starts_with("multipart/alternative"), depth);
            return;
        }
        const bool isText = type.empty() || type.starts_with("text/plain");
        const bool isPage = type.starts_with("text/html");
        if (disposition.starts_with("attachment") || (!isText && !isPage)) {
            std::string name = parameter(part.header("content-disposition"), "filename");
            if (name.empty())
                name = parameter(part.header("content-type"), "name");
            m_mail.attachments.push_back(name.empty() ? std::string(type.substr(0, type.find(';')))
                                                      : decodedWords(name));
            return;
        }
        const std::string bytes = bodyOf(part);
        const std::string charset = parameter(part.header("content-type"), "charset");
        const std::string text = decodedAs(bytes, charset);
        append(isPage ? readHtml(text).text : text);
    }

private:
    static std::string bodyOf(const Part &part)
    {
        const std::string coding = asciiLower(part.header("content-transfer-encoding"));
        if (coding.starts_with("base64"))
            return fromBase64(part.body);
        if (coding.starts_with("quoted-printable"))
            return fromQuotedPrintable(part.body, false);
        return std::string(part.body);
    }

    void readParts(const Part &part, bool isAlternative, int depth)
    {
        const std::string boundary = parameter(part.header("content-type"), "boundary");
        if (boundary.empty() || depth >= kDeepest)
            return;
        const std::string mark = "--" + boundary;
        std::vector<Part> parts;
        std::size_t at = part.body.find(mark);
        while (at != std::string_view::npos) {
            const std::size_t begin = part.body.find('\n', at);
            if (begin == std::string_view::npos || part.body.substr(at + mark.size(), 2) == "--")
                break;
            const std::size_t end = part.body.find("\n" + mark, begin);
            parts.push_back(partOf(part.body.substr(
                begin + 1, end == std::string_view::npos ? end : end - begin - 1)));
            at = end == std::string_view::npos ? end : end + 1;
        }
        if (!isAlternative) {
            for (const Part &inner : parts)
                read(inner, depth + 1);
            return;
        }
        // The plain one is the same words without the looks.
        const auto plain = std::find_if(parts.begin(), parts.end(), [](const Part &inner) {
            return asciiLower(inner.header("content-type")).starts_with("text/plain");
        });
        if (plain != parts.end())
            read(*plain, depth + 1);
        else if (!parts.empty())
            read(parts.back(), depth + 1);
    }

    void append(std::string_view text)
    {
        if (!m_mail.text.empty() && !m_mail.text.ends_with("\n\n"))
            m_mail.text += m_mail.text.ends_with('\n') ? "\n" : "\n\n";
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\r') {
                m_mail.text += '\n';
                i += i + 1 < text.size() && text[i + 1] == '\n' ? 1u : 0u;
            } else {
                m_mail.text.append(text[i] == '\0' ? "\xEF\xBF\xBD"sv : text.substr(i, 1));
            }
        }
    }

    MailText &m_mail;
};

// "Name <address>" is the name.
std::string sender(std::string_view header)
{
    std::string from = decodedWords(header);
    const std::size_t open = from.find('<');
    std::string_view name = trimmed(std::string_view(from).substr(0, open));
    if (name.starts_with('"') && name.ends_with('"') && name.size() > 2)
        name = name.substr(1, name.size() - 2);
    if (name.empty() && open != std::string::npos)
        name = std::string_view(from).substr(open + 1, from.find('>', open) - open - 1);
    return std::string(name);
}

}  // namespace

bool isMail(std::string_view bytes)
{
    const Part part = partOf(bytes.substr(0, 20'000));
    const bool hasDate = !part.header("date").empty();
    return hasDate && (!part.header("from").empty() || !part.header("subject").empty());
}

Result<MailText> readMail(std::string_view bytes)
{
    const Part whole = partOf(bytes);
    MailText mail;
    mail.subject = decodedWords(whole.header("subject"));
    mail.from = sender(whole.header("from"));
    mail.date = dateFrom(whole.header("date"));
    Reader(mail).read(whole, 0);
    if (trimmed(mail.text).empty())
        return failure(ErrorCode::BadInput, "the mail has no part that can be read as text");
    return mail;
}

}  // namespace dateline
