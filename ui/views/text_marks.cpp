// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/text_marks.h"

#include <algorithm>
#include <array>

namespace dateline::ui {

TextMarks::TextMarks(std::vector<TextMark> marks) : m_marks(std::move(marks))
{
    std::sort(m_marks.begin(), m_marks.end(), [](const TextMark &a, const TextMark &b) {
        if (a.begin != b.begin)
            return a.begin < b.begin;
        return a.end != b.end ? a.end > b.end : a.id < b.id;
    });
    // Each takes the lowest level that is free where it begins.
    std::array<int, kLevels> taken{};
    int furthest = 0;
    for (TextMark &mark : m_marks) {
        const auto free = std::find_if(taken.begin(), taken.end(),
                                       [&mark](int end) { return end <= mark.begin; });
        mark.level = free != taken.end() ? static_cast<int>(free - taken.begin()) : kLevels - 1;
        int &end = taken[static_cast<std::size_t>(mark.level)];
        end = std::max(end, mark.end);
        furthest = std::max(furthest, mark.end);
        m_runningEnd.push_back(furthest);
    }
}

const TextMark *TextMarks::find(AnnotationId id) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [id](const TextMark &mark) { return mark.id == id; });
    return found != m_marks.end() ? &*found : nullptr;
}

std::span<const TextMark> TextMarks::near(int begin, int end) const
{
    const auto first = std::upper_bound(m_runningEnd.begin(), m_runningEnd.end(), begin);
    const auto from = static_cast<std::size_t>(first - m_runningEnd.begin());
    const auto last =
        std::lower_bound(m_marks.begin(), m_marks.end(), end,
                         [](const TextMark &mark, int place) { return mark.begin < place; });
    const auto to = static_cast<std::size_t>(last - m_marks.begin());
    return from < to ? std::span(m_marks).subspan(from, to - from) : std::span<const TextMark>();
}

std::vector<AnnotationId> TextMarks::at(int position) const
{
    std::vector<const TextMark *> covering;
    for (const TextMark &mark : near(position, position + 1)) {
        if (mark.begin <= position && position < mark.end)
            covering.push_back(&mark);
    }
    std::stable_sort(covering.begin(), covering.end(), [](const TextMark *a, const TextMark *b) {
        return a->end - a->begin < b->end - b->begin;
    });
    std::vector<AnnotationId> ids;
    for (const TextMark *mark : covering)
        ids.push_back(mark->id);
    return ids;
}

}  // namespace dateline::ui
