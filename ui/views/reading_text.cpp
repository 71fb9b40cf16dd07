// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reading_text.h"

#include <algorithm>
#include <vector>

namespace dateline::ui {

namespace {

constexpr qsizetype kWidest = 100;     // characters; longer lines were not broken by width
constexpr double kFull = 0.6;          // of the longest line: what is shorter ended on purpose
constexpr qsizetype kFewestLines = 4;  // too few to tell

struct Line {
    qsizetype begin;
    qsizetype end;  // where the break stands
};

std::vector<Line> linesOf(const QString &text)
{
    std::vector<Line> lines;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        lines.push_back({begin, end});
        begin = end + 1;
    }
    return lines;
}

// A paragraph goes on with a letter, a digit or an opening mark at the margin.
bool goesOn(const QString &text, const Line &next)
{
    if (next.begin == next.end)
        return false;
    const QChar first = text[next.begin];
    return first.isLetterOrNumber() || first == u'(' || first == u'"' || first == u'“';
}

// "1. ", "a) ": an entry of a list.
bool isEntry(const QString &text, const Line &line)
{
    qsizetype i = line.begin;
    while (i < line.end && i - line.begin < 3 && text[i].isLetterOrNumber())
        ++i;
    return i > line.begin && i + 1 < line.end && (text[i] == u'.' || text[i] == u')') &&
           text[i + 1].isSpace() && !text[line.begin].isUpper();
}

bool isInWord(const QString &text, qsizetype at)
{
    const auto isOfWord = [](QChar c) {
        const QChar::Script script = c.script();
        return c.isDigit() || (c.isLetter() &&
                               (script == QChar::Script_Latin || script == QChar::Script_Cyrillic ||
                                script == QChar::Script_Greek));
    };
    return at > 0 && at < text.size() && isOfWord(text[at - 1]) && isOfWord(text[at]);
}

}  // namespace

QString withoutHardBreaks(const QString &text)
{
    const std::vector<Line> lines = linesOf(text);
    qsizetype longest = 0;
    for (const Line &line : lines)
        longest = std::max(longest, line.end - line.begin);
    if (longest > kWidest)
        return text;
    const auto isFull = [longest](const Line &line) {
        return static_cast<double>(line.end - line.begin) >= kFull * static_cast<double>(longest);
    };
    std::vector<qsizetype> breaks;
    qsizetype inside = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].begin == lines[i].end || !goesOn(text, lines[i + 1]))
            continue;
        ++inside;
        if (isFull(lines[i]) && !isEntry(text, lines[i + 1]))
            breaks.push_back(lines[i].end);
    }
    // Verse and tables have many lines that end early.
    if (inside < kFewestLines || breaks.size() * 5 < static_cast<std::size_t>(inside) * 4)
        return text;
    QString reading = text;
    for (const qsizetype at : breaks)
        reading[at] = u' ';
    return reading;
}

TextRange wholeWords(const QString &text, TextRange range)
{
    while (range.begin < range.end && text[range.begin].isSpace())
        ++range.begin;
    while (range.end > range.begin && text[range.end - 1].isSpace())
        --range.end;
    if (range.isEmpty())
        return range;
    while (isInWord(text, range.begin))
        --range.begin;
    while (isInWord(text, range.end))
        ++range.end;
    return range;
}

}  // namespace dateline::ui
