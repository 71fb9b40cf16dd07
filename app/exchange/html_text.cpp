// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/html_text.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/exchange/html_outline.h"
#include "app/exchange/html_words.h"
#include "app/model/word_tokens.h"

namespace dateline {

namespace {

bool isHtmlBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

std::string folded(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (!isHtmlBlank(c))
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

std::string attribute(const GumboElement &element, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string() : folded(found->value);
}

bool isHidden(const GumboElement &element)
{
    if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr)
        return true;
    std::string style = asciiLower(attribute(element, "style"));
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos;
}

void setOnce(std::string &field, const std::string &value)
{
    if (field.empty())
        field = value;
}

std::string firstTextOf(const GumboElement &element)
{
    std::string text;
    for (unsigned i = 0; i < element.children.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(element.children.data[i]);
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE)
            text += child->v.text.text;
    }
    return text;
}

// "datePublished": "2025-03-21" in the notes for search engines that a page carries as a script.
std::string jsonText(const std::string &json, const std::string &name)
{
    const std::size_t key = json.find('"' + name + '"');
    if (key == std::string::npos)
        return {};
    std::size_t i = key + name.size() + 2;
    while (i < json.size() && (isHtmlBlank(json[i]) || json[i] == ':'))
        ++i;
    if (i >= json.size() || json[i] != '"')
        return {};
    const std::size_t end = json.find('"', i + 1);
    return end == std::string::npos ? std::string() : json.substr(i + 1, end - i - 1);
}

// Walks the parsed page with a stack of its own and collects words and what the head says.
class Walk {
public:
    explicit Walk(HtmlText &page) : m_page(page) {}

    void over(const GumboNode *root)
    {
        struct Step {
            const GumboNode *node;
            unsigned nextChild;
        };
        std::vector<Step> path;
        if (enter(root))
            path.push_back({root, 0});
        while (!path.empty()) {
            const GumboVector &children = childrenOf(path.back().node);
            if (path.back().nextChild == children.length) {
                leave(path.back().node);
                path.pop_back();
                continue;
            }
            const auto *child =
                static_cast<const GumboNode *>(children.data[path.back().nextChild++]);
            if (enter(child))
                path.push_back({child, 0});
        }
        m_page.text = m_words.text();
        setOnce(m_page.title, m_titleElement);
        setOnce(m_page.title, folded(m_heading));
        setOnce(m_page.published, m_firstTime);
    }

private:
    static const GumboVector &childrenOf(const GumboNode *node)
    {
        return node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children
                                                 : node->v.element.children;
    }

    // Whether the children are to be walked.
    bool enter(const GumboNode *node)
    {
        switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
            m_words.add(node->v.text.text);
            if (m_isInHeading)
                m_heading += node->v.text.text;
            return false;
        case GUMBO_NODE_DOCUMENT:
            return true;
        case GUMBO_NODE_ELEMENT:
            return enterElement(node->v.element);
        default:
            return false;
        }
    }

    bool enterElement(const GumboElement &element)
    {
        switch (element.tag) {
        case GUMBO_TAG_HTML:
            setOnce(m_page.language, attribute(element, "lang"));
            break;
        case GUMBO_TAG_TITLE:
            setOnce(m_titleElement, folded(firstTextOf(element)));
            return false;
        case GUMBO_TAG_META:
            readMeta(element);
            return false;
        case GUMBO_TAG_LINK:
            if (asciiLower(attribute(element, "rel")) == "canonical")
                setOnce(m_page.address, attribute(element, "href"));
            return false;
        case GUMBO_TAG_SCRIPT:
            if (asciiLower(attribute(element, "type")) == "application/ld+json") {
                const std::string json = firstTextOf(element);
                setOnce(m_page.published, jsonText(json, "datePublished"));
                setOnce(m_page.updated, jsonText(json, "dateModified"));
            }
            return false;
        case GUMBO_TAG_TIME:
            setOnce(m_firstTime, attribute(element, "datetime"));
            if (asciiLower(attribute(element, "itemprop")) == "datepublished")
                setOnce(m_page.published, attribute(element, "datetime"));
            break;
        default:
            break;
        }
        if (isLeftOut(element.tag) || isHidden(element))
            return false;
        m_isInHeading = m_isInHeading || (element.tag == GUMBO_TAG_H1 && m_heading.empty());
        m_words.begin(element.tag);
        return true;
    }

    void leave(const GumboNode *node)
    {
        if (node->type != GUMBO_NODE_ELEMENT)
            return;
        if (node->v.element.tag == GUMBO_TAG_H1)
            m_isInHeading = false;
        m_words.end(node->v.element.tag);
    }

    void readMeta(const GumboElement &element)
    {
        std::string name = asciiLower(attribute(element, "property"));
        setOnce(name, asciiLower(attribute(element, "name")));
        setOnce(name, asciiLower(attribute(element, "itemprop")));
        const std::string content = attribute(element, "content");
        const auto isOneOf = [&](std::initializer_list<std::string_view> names) {
            return std::find(names.begin(), names.end(), name) != names.end();
        };
        if (isOneOf({"og:title", "twitter:title"}))
            setOnce(m_page.title, content);
        else if (isOneOf({"author", "article:author", "byl", "dc.creator", "parsely-author"}) &&
                 !content.starts_with("http"))
            setOnce(m_page.author, content);
        else if (isOneOf({"article:published_time", "datepublished", "date", "pubdate",
                          "publishdate", "dc.date", "dc.date.issued", "parsely-pub-date"}))
            setOnce(m_page.published, content);
        else if (isOneOf({"article:modified_time", "datemodified", "lastmod", "last-modified"}))
            setOnce(m_page.updated, content);
        else if (isOneOf({"og:site_name", "application-name"}))
            setOnce(m_page.outlet, content);
        else if (name == "og:url")
            setOnce(m_page.address, content);
    }

    HtmlText &m_page;
    HtmlWords m_words;
    std::string m_titleElement;
    std::string m_heading;
    std::string m_firstTime;
    bool m_isInHeading = false;
};

struct Parsed {
    explicit Parsed(std::string_view page) : options(kGumboDefaultOptions)
    {
        options.max_errors = 0;
        output = gumbo_parse_with_options(&options, page.data(), page.size());
    }
    ~Parsed() { gumbo_destroy_output(&options, output); }
    Parsed(const Parsed &) = delete;
    Parsed &operator=(const Parsed &) = delete;

    GumboOptions options;
    GumboOutput *output;
};

}  // namespace

HtmlText readHtml(std::string_view page)
{
    HtmlText result;
    std::string simplified;
    if (isNestedBeyondReason(page)) {
        // Without tags there is nothing left but words and entities, which the parser turns into
        // characters; <pre> keeps the line ends.
        simplified = "<pre>" + withoutTags(page);
        page = simplified;
        result.isSimplified = true;
    }
    const Parsed parsed(page);
    Walk(result).over(parsed.output->document);
    return result;
}

std::string encodingNamedIn(std::string_view page)
{
    const std::string head = asciiLower(page.substr(0, 4096));
    for (std::size_t i = head.find("charset"); i != std::string::npos;
         i = head.find("charset", i + 1)) {
        std::size_t begin = i + 7;
        while (begin < head.size() && (isHtmlBlank(head[begin]) || head[begin] == '=' ||
                                       head[begin] == '"' || head[begin] == '\''))
            ++begin;
        std::size_t end = begin;
        while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) != 0 ||
                                     head[end] == '-' || head[end] == '_' || head[end] == ':'))
            ++end;
        if (end > begin)
            return head.substr(begin, end - begin);
    }
    return {};
}

std::string plainTextOf(std::string_view html)
{
    if (html.find_first_of("<&") == std::string_view::npos)
        return folded(html);
    return folded(readHtml(html).text);
}

}  // namespace dateline
