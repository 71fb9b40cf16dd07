// SPDX-License-Identifier: GPL-3.0-or-later
// Standard output, standard error and exit statuses of the command line. Its words are English and
// not translated: scripts read them.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/base/error.h"
#include "app/base/long_work.h"
#include "app/base/progress_estimate.h"
#include "app/edit/session.h"
#include "app/exchange/json_writer.h"

namespace dateline::ui {

enum ExitStatus : int {
    kDone = 0,
    kAnswerIsNo = 1,  // a check found something, nothing matched
    kWrongArguments = 2,
    kRefused = 3,   // the input was refused; nothing was changed
    kNoAccess = 4,  // a file could not be read or written, or is in use
};

void print(std::string_view text);             // to standard output, as it is
void complain(std::string_view sentence);      // one line to standard error
void remark(std::string_view sentence);        // the same, for what is no failure
int fail(const Error &error);                  // complains, and gives the exit status
int failArguments(std::string_view sentence);  // complains, and gives kWrongArguments
void printJson(std::string json);              // and a line end

// Shows how far something is, on a terminal only and not in its first half second; erases itself.
class ProgressLine {
public:
    explicit ProgressLine(std::string words);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;
    // With the rate and the time that is left, at most five times a second.
    void show(const WorkProgress &now);

private:
    std::string m_words;
    bool m_isTerminal = false;
    bool m_isShown = false;
    ProgressEstimate m_estimate;
    std::chrono::steady_clock::time_point m_begin;
    std::chrono::steady_clock::time_point m_shown;
};

// "exporting 34 %, 120,000 rows/s, about 40 s left"
std::string progressSentence(std::string_view words, const WorkProgress &now,
                             const ProgressEstimate::Reading &reading);

// While it lives, Ctrl+C, a closed terminal and a polite kill do not end the program but stop the
// work, which leaves everything as it was; a second one ends it all the same. One at a time.
class CommandWork {
public:
    explicit CommandWork(std::string words);
    ~CommandWork();
    CommandWork(const CommandWork &) = delete;
    CommandWork &operator=(const CommandWork &) = delete;

    LongWork &work() { return m_work; }
    ProgressLine &line() { return m_line; }
    static bool isInterrupted();

private:
    ProgressLine m_line;
    LongWork m_work;
};

// Opens a project, and complains where that fails or, for writing, where it can only be read. Shows
// its progress, and can be interrupted.
std::unique_ptr<Session> openProject(const std::string &path, OpenMode mode, int &status);

}  // namespace dateline::ui
