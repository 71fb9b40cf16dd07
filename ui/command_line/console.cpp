// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/console.h"

#include <array>
#include <csignal>
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

// What a signal leaves behind: nothing else may be touched in its handler.
volatile std::sig_atomic_t interrupted = 0;
constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};
std::array<struct sigaction, kSignals.size()> before;

// "120,000"
std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3; place -= 3)
        digits.insert(place - 3, ",");
    return digits;
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

void ProgressLine::show(const WorkProgress &now)
{
    using namespace std::chrono_literals;
    const auto time = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(time - m_begin).count();
    const ProgressEstimate::Reading reading =
        m_estimate.at(seconds, now.share, now.unit == WorkUnit::Nothing ? 0 : now.done);
    if (!m_isTerminal || time - m_begin < 500ms || (m_isShown && time - m_shown < 200ms))
        return;
    m_isShown = true;
    m_shown = time;
    std::fprintf(stderr, "\r%s\x1b[K", progressSentence(m_words, now, reading).c_str());
    std::fflush(stderr);
}

std::string progressSentence(std::string_view words, const WorkProgress &now,
                             const ProgressEstimate::Reading &reading)
{
    std::string line(words);
    if (now.share >= 0)
        line += ' ' + std::to_string(static_cast<int>(now.share * 100)) + " %";
    if (reading.perSecond && now.unit != WorkUnit::Nothing) {
        line += ", " + grouped(roundedRate(*reading.perSecond));
        line += now.unit == WorkUnit::Rows ? " rows/s" : " bytes/s";
    }
    if (reading.secondsLeft) {
        const TimeLeft left = roundedTimeLeft(*reading.secondsLeft);
        line +=
            ", about " + std::to_string(left.count) + (left.isMinutes ? " min left" : " s left");
    }
    return line;
}

CommandWork::CommandWork(std::string words)
    : m_line(std::move(words)),
      m_work([] { return isInterrupted(); }, [this](const WorkProgress &now) { m_line.show(now); })
{
    interrupted = 0;
    struct sigaction action = {};
    action.sa_handler = [](int) { interrupted = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        sigaction(kSignals[i], &action, &before[i]);
        if (before[i].sa_handler == SIG_IGN)  // nohup, a job in the background
            sigaction(kSignals[i], &before[i], nullptr);
    }
}

CommandWork::~CommandWork()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        sigaction(kSignals[i], &before[i], nullptr);
}

bool CommandWork::isInterrupted()
{
    return interrupted != 0;
}

std::unique_ptr<Session> openProject(const std::string &path, OpenMode mode, int &status)
{
    CommandWork opening("opening");
    Result<std::unique_ptr<Session>> session = Session::open(path, mode, &opening.work());
    if (session && CommandWork::isInterrupted())
        session = failure(ErrorCode::Cancelled, "nothing was changed");
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
