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

// Shows how far something is, on a terminal only; erases itself.
class ProgressLine {
public:
    explicit ProgressLine(std::string words);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;
    // share: 0..1; count: of what is counted ("rows"), where something is. With the rate and the
    // time that is left, at most five times a second.
    void show(double share, std::int64_t count = 0, std::string_view counted = {});

private:
    std::string m_words;
    bool m_isTerminal = false;
    bool m_isShown = false;
    ProgressEstimate m_estimate;
    std::chrono::steady_clock::time_point m_begin;
    std::chrono::steady_clock::time_point m_shown;
};

// Opens a project, and complains where that fails or, for writing, where it can only be read.
std::unique_ptr<Session> openProject(const std::string &path, OpenMode mode, int &status);

}  // namespace dateline::ui
