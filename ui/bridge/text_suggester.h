// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through a source for what could be annotated, on a worker, and hands it over with places as
// the text widget counts them. Only suggestions; the file knows nothing of them. GUI thread.
#pragma once

#include <vector>

#include <QObject>

#include "app/base/newest_job.h"
#include "app/suggestions/text_suggestions.h"

namespace dateline::ui {

struct SuggestedText {
    int begin = 0;  // UTF-16 units
    int end = 0;
    TextSuggestion suggestion;
};

class TextSuggester final : public QObject {
    Q_OBJECT

public:
    explicit TextSuggester(QObject *parent = nullptr) : QObject(parent) {}

    // What was found before is forgotten at once; the new comes with changed().
    void read(const QString &text, const DateSetting &setting);
    void clear();
    const std::vector<SuggestedText> &found() const { return m_found; }  // by begin
    // The one that covers the place; -1 for none.
    int at(int position) const;

Q_SIGNALS:
    void changed();

private:
    std::vector<SuggestedText> m_found;
    int m_request = 0;
    NewestJob m_job;
};

}  // namespace dateline::ui
