// SPDX-License-Identifier: GPL-3.0-or-later
// What is underlined in a text: stretches with a colour, stacked where they overlap. Places are
// UTF-16 units. Immutable once made; a question costs what lies in the stretch asked for.
#pragma once

#include <span>
#include <vector>

#include <QColor>

#include "app/model/ids.h"

namespace dateline::ui {

struct TextMark {
    AnnotationId id;
    int begin = 0;
    int end = 0;
    QColor colour;
    bool hasNote = false;
    int level = 0;  // 0: just below the words; filled in by TextMarks
};

class TextMarks {
public:
    static constexpr int kLevels = 4;  // deeper ones share the last

    TextMarks() = default;
    explicit TextMarks(std::vector<TextMark> marks);

    const std::vector<TextMark> &all() const { return m_marks; }  // by begin, longer ones first
    const TextMark *find(AnnotationId id) const;
    // Marks that may reach into [begin, end); each must still be tested.
    std::span<const TextMark> near(int begin, int end) const;
    // Those that cover the character, the shortest first.
    std::vector<AnnotationId> at(int position) const;

private:
    std::vector<TextMark> m_marks;
    std::vector<int> m_runningEnd;  // the furthest end so far
};

}  // namespace dateline::ui
