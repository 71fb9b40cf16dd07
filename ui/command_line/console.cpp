// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/console.h"

#include <cmath>
#include <cstdio>

#include <unistd.h>

namespace dateline::ui {

namespace {

int exitStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
    case ErrorCode::NotReadable:
    case ErrorCode::NotWritable:
    case ErrorCode::InUse:
    case ErrorCode::ReadOnly:
    case ErrorCode::NewerFile:
    case ErrorCode::Internal:
        return kNoAccess;
    case ErrorCode::ForeignFile:
    case ErrorCode::DamagedFile:
    case ErrorCode::Refused:
    case ErrorCode::BadInput:
    case ErrorCode::Conflict:
    case ErrorCode::Cancelled:
        return kRefused;
    }
    return kNoAccess;
}

std::string_view wordsFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return "not found";
    case ErrorCode::NotReadable:
        return "not readable";
    case ErrorCode::NotWritable:
        return "not writable";
    case ErrorCode::InUse:
        return "in use";
    case ErrorCode::ReadOnly:
        return "read-only";
    case ErrorCode::ForeignFile:
        return "not a project of this program";
    case ErrorCode::DamagedFile:
        return "damaged";
    case ErrorCode::NewerFile:
        return "written by a newer version";
    case ErrorCode::Refused:
        return "refused";
    case ErrorCode::BadInput:
        return "refused";
    case ErrorCode::Conflict:
        return "conflict";
    case ErrorCode::Cancelled:
        return "stopped";
    case ErrorCode::Internal:
        return "internal error";
    }
    return {};
}

}  // namespace

void print(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void complain(std::string_view sentence)
{
    std::fflush(stdout);
    std::string line = "dateline: ";
    line.append(sentence).append("\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void remark(std::string_view sentence)
{
    std::fflush(stdout);
    std::string line(sentence);
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

int fail(const Error &error)
{
    std::string sentence(wordsFor(error.code));
    if (!error.detail.empty())
        sentence.append(": ").append(error.detail);
    complain(sentence);
    return exitStatusOf(error.code);
}

int failArguments(std::string_view sentence)
{
    complain(sentence);
    return kWrongArguments;
}

void printJson(std::string json)
{
    json += '\n';
    print(json);
}

ProgressLine::ProgressLine(std::string words)
    : m_words(std::move(words)), m_isTerminal(::isatty(STDERR_FILENO) == 1),
      m_begin(std::chrono::steady_clock::now())
{
}

ProgressLine::~ProgressLine()
{
    if (m_isShown)
        std::fputs("\r\x1b[K", stderr);
}

void ProgressLine::show(double share, std::int64_t count, std::string_view counted)
{
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    if (!m_isTerminal || (m_isShown && now - m_shown < 200ms))
        return;
    m_isShown = true;
    m_shown = now;
    const double seconds = std::chrono::duration<double>(now - m_begin).count();
    const ProgressEstimate::Reading reading = m_estimate.at(seconds, share, count);
    std::string line = m_words + ' ' + std::to_string(static_cast<int>(share * 100)) + " %";
    if (reading.perSecond && !counted.empty()) {
        line += ", " + std::to_string(std::llround(*reading.perSecond)) + ' ';
        line.append(counted).append(" a second");
    }
    if (reading.secondsLeft) {
        const long long left = std::llround(*reading.secondsLeft);
        line += left < 100 ? ", " + std::to_string(left) + " s left"
                           : ", " + std::to_string((left + 30) / 60) + " min left";
    }
    std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
    std::fflush(stderr);
}

std::unique_ptr<Session> openProject(const std::string &path, OpenMode mode, int &status)
{
    Result<std::unique_ptr<Session>> session = Session::open(path, mode);
    const bool cannotWrite = session && mode == OpenMode::Write && (*session)->isReadOnly();
    if (!session || cannotWrite) {
        Error error = session ? (*session)->readOnlyReason() : session.error();
        if (error.detail.find(path) == std::string::npos)
            error.detail = error.detail.empty() ? path : path + ": " + error.detail;
        status = fail(error);
        return nullptr;
    }
    return *std::move(session);
}

}  // namespace dateline::ui
