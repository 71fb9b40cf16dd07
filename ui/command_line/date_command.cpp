// SPDX-License-Identifier: GPL-3.0-or-later
// The fast lane of the command line: one date a line, some hundred thousand lines a second, so the
// JSON is put together by hand and written in large blocks.
#include <charconv>
#include <cstdio>

#include <unistd.h>

#include "app/exchange/date_text.h"
#include "app/exchange/text_decoding.h"
#include "app/model/edtf.h"
#include "ui/command_line/commands.h"
#include "ui/command_line/console.h"

namespace dateline::ui {

namespace {

// "at character 2: found ..." as Edtf::parse words it, in its two parts.
struct Problem {
    std::int64_t position = 1;
    std::string reason;
};

Problem problemIn(std::string_view detail)
{
    constexpr std::string_view kAt = "at character ";
    Problem problem{1, std::string(detail)};
    if (!detail.starts_with(kAt))
        return problem;
    const std::size_t colon = detail.find(": ");
    if (colon == std::string_view::npos)
        return problem;
    std::from_chars(detail.data() + kAt.size(), detail.data() + colon, problem.position);
    problem.reason = detail.substr(colon + 2);
    return problem;
}

// Words where EDTF has digits: "last autumn", "지난 가을".
bool isPhrase(std::string_view text)
{
    const char first = text.empty() ? '0' : text.front();
    const bool isLetter = (first >= 'a' && first <= 'z') ||
                          (first >= 'A' && first <= 'Z' && first != 'X' && first != 'Y');
    return isLetter || static_cast<unsigned char>(first) >= 0x80;
}

class DateLines {
public:
    DateLines(bool isJson, bool isEdtfOnly) : m_isJson(isJson), m_isEdtfOnly(isEdtfOnly) {}

    void take(std::string_view input)
    {
        std::string repaired;
        if (firstInvalidUtf8(input)) {
            repaired = repairedUtf8(input);
            input = repaired;
        }
        const Result<Edtf> date =
            input.empty() ? failure(ErrorCode::BadInput, "at character 1: an empty line is no date")
                          : Edtf::parse(input);
        m_hasInvalid = m_hasInvalid || !date;
        if (date) {
            m_isJson ? addValid(input, *date) : sayValid(input, *date);
        } else {
            Problem problem = problemIn(date.error().detail);
            if (!m_isEdtfOnly && isPhrase(input))
                problem.reason.insert(0, "phrases cannot be read yet; as EDTF: ");
            m_isJson ? addInvalid(input, problem) : sayInvalid(input, problem);
        }
        if (m_out.size() > kBlock)
            flush();
    }

    void flush()
    {
        print(m_out);
        std::fflush(stdout);
        m_out.clear();
    }

    int status() const { return m_hasInvalid ? kAnswerIsNo : kDone; }

private:
    static constexpr std::size_t kBlock = 1 << 16;

    void addText(std::string_view name, std::string_view text)
    {
        m_out.append(name);
        if (text.empty())
            m_out.append("null");
        else
            appendJsonText(m_out, text);
    }

    void addValid(std::string_view input, const Edtf &date)
    {
        const std::string earliest = earliestText(date);
        const std::string latest = latestText(date);
        addText(R"({"input":)", input);
        addText(R"(,"valid":true,"edtf":)", date.text());
        addText(R"(,"earliest":)", earliest);
        addText(R"(,"latest":)", latest);
        m_out.append(R"(,"level":)").append(1, static_cast<char>('0' + date.level()));
        addText(R"(,"rule":"edtf","readings":[{"edtf":)", date.text());
        addText(R"(,"earliest":)", earliest);
        addText(R"(,"latest":)", latest);
        m_out.append(",\"rule\":\"edtf\"}]}\n");
    }

    void addInvalid(std::string_view input, const Problem &problem)
    {
        m_out.append(R"({"input":)");
        appendJsonText(m_out, input);
        m_out.append(R"(,"valid":false,"edtf":null,"earliest":null,"latest":null,"level":null,)"
                     R"("rule":null,"readings":[],"error":{"position":)");
        m_out.append(std::to_string(problem.position));
        addText(R"(,"reason":)", problem.reason);
        m_out.append("}}\n");
    }

    void sayValid(std::string_view input, const Edtf &date)
    {
        const auto bound = [](const std::string &text) {
            return text.empty() ? std::string("..") : text;
        };
        m_out.append(input).append("\t").append(bound(earliestText(date))).append("\t");
        m_out.append(bound(latestText(date))).append("\tlevel ");
        m_out.append(1, static_cast<char>('0' + date.level())).append("\n");
    }

    void sayInvalid(std::string_view input, const Problem &problem)
    {
        m_out.append(input).append("\tno date: at character ");
        m_out.append(std::to_string(problem.position)).append(": ");
        m_out.append(problem.reason).append("\n");
    }

    bool m_isJson;
    bool m_isEdtfOnly;
    bool m_hasInvalid = false;
    std::string m_out;
};

// Lines of standard input, without their ends; the last may lack one.
template <typename OnLine>
bool eachLineOfInput(const OnLine &onLine, DateLines &lines)
{
    constexpr std::size_t kBlock = 1 << 18;
    const bool isTerminal = ::isatty(STDIN_FILENO) == 1;
    std::string pending;
    const auto deliver = [&](std::string_view line) {
        onLine(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    };
    for (;;) {
        const std::size_t kept = pending.size();
        pending.resize(kept + kBlock);
        const ssize_t count = ::read(STDIN_FILENO, pending.data() + kept, kBlock);
        if (count < 0)
            return false;
        pending.resize(kept + static_cast<std::size_t>(count));
        if (count == 0)
            break;
        std::size_t begin = 0;
        for (std::size_t end = pending.find('\n', kept); end != std::string::npos;
             end = pending.find('\n', begin)) {
            deliver(std::string_view(pending).substr(begin, end - begin));
            begin = end + 1;
        }
        pending.erase(0, begin);
        // Whoever asks line by line waits for the answer.
        if (isTerminal || static_cast<std::size_t>(count) < kBlock)
            lines.flush();
    }
    if (!pending.empty())
        deliver(pending);
    return true;
}

}  // namespace

int run(const DateCommand &command)
{
    if (!command.published.empty() && !Edtf::parse(command.published))
        return failArguments("--published is a date (EDTF)");
    DateLines lines(command.isJson, command.isEdtfOnly);
    bool isRead = true;
    if (command.texts.empty())
        isRead = eachLineOfInput([&](std::string_view line) { lines.take(line); }, lines);
    else
        for (const std::string &text : command.texts)
            lines.take(text);
    lines.flush();
    if (!isRead)
        return fail({ErrorCode::NotReadable, "standard input"});
    return lines.status();
}

}  // namespace dateline::ui
