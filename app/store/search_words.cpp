// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/search_words.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "app/base/check.h"

namespace dateline {

namespace {

constexpr std::size_t kExcerptLength = 160;  // code points
constexpr std::size_t kLeadLength = 40;      // of them before the first word
constexpr std::size_t kMatchedLength = 24;   // code points of a word that the index is asked for
constexpr std::size_t kMatchedWords = 16;

// The macros of ICU narrow integers without saying so.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"

void append(std::string &text, UChar32 c)
{
    char buffer[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(buffer, length, c);
    text.append(buffer, static_cast<std::size_t>(length));
}

// The code point at the position, which moves behind it; U+FFFD for what is not UTF-8.
UChar32 nextCodePoint(std::string_view text, std::size_t &position)
{
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), position, text.size(), c);
    return c;
}

#pragma GCC diagnostic pop

template <typename Visit>
void forEachCodePoint(std::string_view text, Visit visit)
{
    for (std::size_t position = 0; position < text.size();)
        visit(nextCodePoint(text, position));
}

bool separates(UChar32 c)
{
    return u_isUWhiteSpace(c) || u_iscntrl(c);
}

char32_t folded(UChar32 c)
{
    return static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT));
}

std::vector<std::string> caseVariants(const std::u32string &word)
{
    std::vector<std::string> variants{""};
    for (const char32_t letter : word) {
        const auto c = static_cast<UChar32>(letter);
        std::vector<UChar32> forms;
        for (const UChar32 form : {c, u_tolower(c), u_toupper(c), u_totitle(c)}) {
            if (std::find(forms.begin(), forms.end(), form) == forms.end())
                forms.push_back(form);
        }
        std::vector<std::string> longer;
        for (const std::string &variant : variants) {
            for (const UChar32 form : forms) {
                longer.push_back(variant);
                append(longer.back(), form);
            }
        }
        variants = std::move(longer);
    }
    return variants;
}

struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Where the words occur, without overlaps, in the order of the text.
std::vector<Mark> findWords(const std::u32string &text, const std::vector<SearchWord> &words)
{
    std::vector<Mark> marks;
    for (const SearchWord &word : words) {
        for (std::size_t at = text.find(word.folded); at != std::u32string::npos;
             at = text.find(word.folded, at + word.folded.size())) {
            marks.push_back({at, at + word.folded.size()});
        }
    }
    std::sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Mark> apart;
    for (const Mark &mark : marks) {
        if (apart.empty() || mark.begin >= apart.back().end)
            apart.push_back(mark);
        else
            apart.back().end = std::max(apart.back().end, mark.end);
    }
    return apart;
}

}  // namespace

std::string composed(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFCInstance(status);
    DL_CHECK(U_SUCCESS(status) != 0);
    if (std::all_of(text.begin(), text.end(), [](char c) { return c > 0; }))
        return std::string(text);
    std::string result;
    std::string valid;
    valid.reserve(text.size());
    forEachCodePoint(text, [&](UChar32 c) { append(valid, c == 0 ? UChar32{' '} : c); });
    icu::StringByteSink<std::string> sink(&result);
    normalizer->normalizeUTF8(0, valid, sink, nullptr, status);
    return U_SUCCESS(status) != 0 ? result : valid;
}

std::string foldedText(const SearchWord &word)
{
    std::string text;
    for (const char32_t letter : word.folded)
        append(text, static_cast<UChar32>(letter));
    return text;
}

std::vector<SearchWord> searchWords(std::string_view text)
{
    std::vector<SearchWord> words;
    std::unordered_set<std::u32string> known;
    std::size_t matchedWords = 0;
    SearchWord word;
    const auto finish = [&] {
        if (!word.folded.empty() && known.insert(word.folded).second) {
            if (word.isShort()) {
                word.variants = caseVariants(word.folded);
                word.matched.clear();
            } else if (++matchedWords > kMatchedWords) {
                word.matched.clear();
            }
            word.isMatchedWhole = !word.matched.empty() && word.folded.size() <= kMatchedLength;
            words.push_back(std::move(word));
        }
        word = {};
    };
    forEachCodePoint(composed(text), [&](UChar32 c) {
        if (separates(c))
            return finish();
        if (word.folded.size() < kMatchedLength)
            append(word.matched, c);
        word.folded += folded(c);
    });
    finish();
    return words;
}

std::string matchExpression(const std::vector<SearchWord> &words)
{
    std::string expression;
    for (const SearchWord &word : words) {
        if (word.matched.empty())
            continue;
        expression += expression.empty() ? "\"" : " AND \"";
        for (const char c : word.matched) {
            expression += c;
            if (c == '"')
                expression += c;
        }
        expression += '"';
    }
    return expression;
}

bool contains(std::string_view text, const SearchWord &word)
{
    if (!word.isShort()) {
        std::u32string compared;
        forEachCodePoint(text, [&](UChar32 c) { compared += folded(c); });
        return compared.find(word.folded) != std::u32string::npos;
    }
    return std::any_of(word.variants.begin(), word.variants.end(), [&](const std::string &variant) {
        return text.find(variant) != std::string_view::npos;
    });
}

std::string excerptOf(std::string_view text, const std::vector<SearchWord> &words)
{
    std::u32string shown;
    forEachCodePoint(text, [&](UChar32 c) {
        if (!separates(c))
            shown += static_cast<char32_t>(c);
        else if (!shown.empty() && shown.back() != U' ')
            shown += U' ';
    });
    if (!shown.empty() && shown.back() == U' ')
        shown.pop_back();
    std::u32string compared(shown.size(), U' ');
    std::transform(shown.begin(), shown.end(), compared.begin(),
                   [](char32_t c) { return folded(static_cast<UChar32>(c)); });
    const std::vector<Mark> marks = findWords(compared, words);
    if (marks.empty())
        return {};

    // Begins at a word's beginning where one is near.
    std::size_t begin = marks.front().begin > kLeadLength ? marks.front().begin - kLeadLength : 0;
    if (begin > 0) {
        const std::size_t space = shown.find(U' ', begin);
        if (space < marks.front().begin)
            begin = space + 1;
    }
    std::size_t end = std::min(shown.size(), begin + kExcerptLength);
    end = std::max(end, marks.front().end);

    std::string excerpt = begin > 0 ? "…" : "";
    auto mark = marks.begin();
    for (std::size_t i = begin; i < end; ++i) {
        if (mark != marks.end() && i == mark->begin)
            excerpt += '\1';
        append(excerpt, static_cast<UChar32>(shown[i]));
        if (mark != marks.end() && (i + 1 == mark->end || (i + 1 == end && i >= mark->begin))) {
            excerpt += '\2';
            ++mark;
        }
    }
    if (end < shown.size())
        excerpt += "…";
    return excerpt;
}

}  // namespace dateline
