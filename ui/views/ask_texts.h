// SPDX-License-Identifier: GPL-3.0-or-later
// Answers about the graph in words: an entry, what is said beside it, a tie. Pure; GUI thread.
#pragma once

#include <QString>

#include "app/network/network_question.h"

namespace dateline::ui {

QString questionText(QuestionKind kind);  // "Shortest ways between two actors"
QString entryText(const Snapshot &snapshot, QuestionKind kind, const AnswerEntry &entry);
QString entryAside(QuestionKind kind, const AnswerEntry &entry);  // "2 steps", "1 → 3 events"
QString tieText(const Snapshot &snapshot, const AnswerTie &tie);
// The heading below which the entry stands; "" where it needs none.
QString groupText(QuestionKind kind, const AnswerEntry &entry);

}  // namespace dateline::ui
