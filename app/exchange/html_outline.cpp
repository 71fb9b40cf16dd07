// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/html_outline.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

struct Tag {
    std::string name;  // lower case
    bool isClosing = false;
    std::size_t end = 0;  // past its '>'
    std::size_t attributes = 0;
};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Elements whose end tag is left out so often that counting them would say nothing, and those that
// have none.
bool nests(std::string_view name)
{
    static constexpr std::array kFlat = std::to_array<std::string_view>(
        {"area",  "base", "br",    "col",    "dd",       "dt",  "embed", "hr",     "img",   "input",
         "li",    "link", "meta",  "option", "optgroup", "p",   "param", "source", "tbody", "td",
         "tfoot", "th",   "thead", "tr",     "track",    "wbr", "html",  "body",   "head"});
    return std::find(kFlat.begin(), kFlat.end(), name) == kFlat.end();
}

// The tag that begins at '<', or an empty name where none does.
Tag tagAt(std::string_view page, std::size_t begin)
{
    Tag tag;
    std::size_t i = begin + 1;
    if (i < page.size() && page[i] == '/') {
        tag.isClosing = true;
        ++i;
    }
    if (page.substr(begin).starts_with("<!--")) {
        const std::size_t end = page.find("-->", begin + 4);
        tag.name = "!--";
        tag.end = end == std::string_view::npos ? page.size() : end + 3;
        return tag;
    }
    if (i >= page.size() || !(isLetter(page[i]) || page[i] == '!' || page[i] == '?'))
        return tag;
    while (i < page.size() && page[i] != '>' && page[i] != '/' &&
           static_cast<unsigned char>(page[i]) > ' ')
        tag.name += lower(page[i++]);
    char quote = '\0';
    for (; i < page.size() && (quote != '\0' || page[i] != '>'); ++i) {
        if (quote != '\0')
            quote = page[i] == quote ? '\0' : quote;
        else if ((page[i] == '"' || page[i] == '\'') && page[i - 1] == '=')
            quote = page[i];
        else if (page[i] == ' ' || page[i] == '\n' || page[i] == '\t' || page[i] == '/')
            ++tag.attributes;
    }
    tag.end = std::min(i + 1, page.size());
    return tag;
}

// Past the end tag of an element that holds no markup (script, style).
std::size_t endOfRawText(std::string_view page, std::size_t begin, const std::string &name)
{
    for (std::size_t i = page.find("</", begin); i != std::string_view::npos;
         i = page.find("</", i + 2)) {
        const std::string_view rest = page.substr(i + 2, name.size());
        if (rest.size() == name.size() && std::equal(rest.begin(), rest.end(), name.begin(),
                                                     [](char a, char b) { return lower(a) == b; }))
            return i;
    }
    return page.size();
}

template <typename OnTag>
void eachTag(std::string_view page, const OnTag &onTag)
{
    for (std::size_t i = page.find('<'); i != std::string_view::npos;) {
        const Tag tag = tagAt(page, i);
        if (tag.name.empty()) {
            i = page.find('<', i + 1);
            continue;
        }
        std::size_t end = tag.end;
        if (!tag.isClosing && (tag.name == "script" || tag.name == "style"))
            end = endOfRawText(page, end, tag.name);
        if (!onTag(tag, i, end))
            return;
        i = page.find('<', end);
    }
}

}  // namespace

bool isNestedBeyondReason(std::string_view page)
{
    constexpr std::int64_t kDeepest = 1'000;
    constexpr std::size_t kMostAttributes = 4'000;
    std::int64_t depth = 0;
    bool isBeyond = false;
    eachTag(page, [&](const Tag &tag, std::size_t, std::size_t) {
        if (nests(tag.name) && tag.name.front() != '!' && tag.name.front() != '?')
            depth = std::max<std::int64_t>(0, depth + (tag.isClosing ? -1 : 1));
        isBeyond = depth > kDeepest || tag.attributes > kMostAttributes;
        return !isBeyond;
    });
    return isBeyond;
}

std::string withoutTags(std::string_view page)
{
    static constexpr std::array kInline =
        std::to_array<std::string_view>({"a", "abbr", "b", "cite", "em", "font", "i", "q", "s",
                                         "small", "span", "strong", "sub", "sup", "u", "wbr"});
    std::string text;
    std::size_t begin = 0;
    eachTag(page, [&](const Tag &tag, std::size_t tagBegin, std::size_t tagEnd) {
        text.append(page.substr(begin, tagBegin - begin));
        begin = tagEnd;
        const bool isInline = std::find(kInline.begin(), kInline.end(), tag.name) != kInline.end();
        if (!isInline && !text.empty() && text.back() != '\n')
            text += '\n';
        return true;
    });
    text.append(page.substr(std::min(begin, page.size())));
    return text;
}

}  // namespace dateline
