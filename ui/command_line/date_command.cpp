// SPDX-License-Identifier: GPL-3.0-or-later
// The fast lane of the command line: one date a line, some hundred thousand lines a second, so the
// JSON is put together by hand and written in large blocks. What is no EDTF may be a phrase.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

#include <unistd.h>

#include "app/exchange/date_text.h"
#include "app/exchange/text_decoding.h"
#include "app/model/edtf.h"
#include "app/phrases/date_phrase.h"
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

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digitsAt(std::string_view text, std::size_t i)
{
    std::size_t count = 0;
    while (i + count < text.size() && isDigit(text[i + count]))
        ++count;
    return count;
}

// EDTF gone wrong is no phrase: "2024-13", "1984?~", "2004/", "156X-12-5". Words are, and so are
// figures in the manner of people: "3/4/2024", "19.6.2024", "2014-2018".
bool isMeantAsEdtf(std::string_view text)
{
    const std::size_t year = digitsAt(text, 0);
    const bool isDashed = year == 4 && text.size() > 4 && text[4] == '-';
    if (isDashed && digitsAt(text, 5) == 2 && text.find(' ') == std::string_view::npos)
        return true;
    const auto isWord = [](char c) {
        constexpr std::string_view kEdtfLetters = "XYTZES";
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return static_cast<unsigned char>(c) >= 0x80 ||
               (isLetter && kEdtfLetters.find(c) == std::string_view::npos);
    };
    if (std::any_of(text.begin(), text.end(), isWord))
        return year >= 2 && text.find('X') < text.find(' ');
    const bool isPlain = text.find_first_not_of("0123456789./-~ ") == std::string_view::npos;
    const bool isRun = year == text.size() && year != 8;
    return !isPlain || year == 0 || isRun || !isDigit(text.back()) ||
           (isDashed && digitsAt(text, 5) == 0) || text.find("..") != std::string_view::npos ||
           text.find("//") != std::string_view::npos ||
           (year == 4 && text[4] == '/' && digitsAt(text, 5) != 1 && digitsAt(text, 5) != 2);
}

CivilDate today()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return civilDateAt({std::chrono::duration_cast<std::chrono::seconds>(now).count()});
}

class DateLines {
public:
    DateLines(bool isJson, bool isEdtfOnly, PhraseContext context)
        : m_isJson(isJson), m_isEdtfOnly(isEdtfOnly), m_context(std::move(context))
    {
    }

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
        if (date) {
            m_isJson ? addValid(input, *date) : sayValid(input, *date);
        } else {
            takeOther(input, problemIn(date.error().detail));
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

    void takeOther(std::string_view input, Problem problem)
    {
        if (!m_isEdtfOnly && !input.empty() && !isMeantAsEdtf(input)) {
            const std::optional<DatePhrase> phrase = readPhrase(input, m_context);
            if (phrase && !phrase->readings.empty()) {
                m_isJson ? addPhrase(input, phrase->readings) : sayPhrase(input, phrase->readings);
                return;
            }
            problem.reason.insert(0, !phrase ? "no date phrase that is known; as EDTF: "
                                     : phrase->kind == PhraseKind::Duration
                                         ? "a length of time, which is no date; as EDTF: "
                                         : "a time of day without a date; as EDTF: ");
        }
        m_hasInvalid = true;
        m_isJson ? addInvalid(input, problem) : sayInvalid(input, problem);
    }

    void addBounds(const Edtf &date)
    {
        addText(R"("edtf":)", date.text());
        addText(R"(,"earliest":)", earliestText(date));
        addText(R"(,"latest":)", latestText(date));
    }

    void addPhrase(std::string_view input, const std::vector<PhraseReading> &readings)
    {
        const PhraseReading &best = readings.front();
        addText(R"({"input":)", input);
        m_out.append(R"(,"valid":true,)");
        addBounds(best.date);
        m_out.append(R"(,"level":)").append(1, static_cast<char>('0' + best.date.level()));
        addText(R"(,"rule":)", best.rule);
        m_out.append(R"(,"readings":[)");
        for (const PhraseReading &reading : readings) {
            m_out.append(&reading == &best ? "{" : ",{");
            addBounds(reading.date);
            addText(R"(,"rule":)", reading.rule);
            m_out.append("}");
        }
        m_out.append("]}\n");
    }

    // The best reading like a date, the others on lines of their own below it.
    void sayPhrase(std::string_view input, const std::vector<PhraseReading> &readings)
    {
        for (const PhraseReading &reading : readings) {
            m_out.append(&reading == &readings.front() ? input : std::string_view("  or"));
            m_out.append("\t").append(reading.date.text()).append("\t");
            m_out.append(bound(earliestText(reading.date))).append("\t");
            m_out.append(bound(latestText(reading.date))).append("\t");
            m_out.append(phraseRuleWords(reading.rule)).append("\n");
        }
    }

    static std::string bound(const std::string &text)
    {
        return text.empty() ? std::string("..") : text;
    }

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
    PhraseContext m_context;
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
    PhraseContext context;
    context.reference = today();
    context.language = command.language;
    if (!command.published.empty()) {
        const Result<Edtf> published = Edtf::parse(command.published);
        if (!published || published->when().bounds.earliestBegin.isDistant())
            return failArguments("--published is a date (EDTF)");
        context.reference = civilDateAt(published->when().bounds.earliestBegin);
    }
    const std::vector<std::string_view> languages = phraseLanguages();
    if (!command.language.empty() &&
        std::find(languages.begin(), languages.end(), command.language) == languages.end()) {
        std::string known;
        for (const std::string_view language : languages)
            known.append(known.empty() ? "" : ", ").append(language);
        return failArguments("--language is one of " + known);
    }
    DateLines lines(command.isJson, command.isEdtfOnly, context);
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
