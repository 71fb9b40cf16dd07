// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/json_value.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "app/exchange/text_decoding.h"

namespace dateline {

namespace {

// Takes the parser's events. The parser itself keeps no stack of calls; the tree is what would.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TreeBuilder(std::string_view text) : m_text(text) {}

    JsonValue takeRoot() { return std::move(m_root); }
    const std::string &problem() const { return m_problem; }

    bool null() override { return put({}); }
    bool boolean(bool isTrue) override
    {
        return put({JsonValue::Kind::Bool, isTrue ? "true" : "false", {}, {}});
    }
    bool number_integer(number_integer_t number) override
    {
        return putNumber(std::to_string(number));
    }
    bool number_unsigned(number_unsigned_t number) override
    {
        return putNumber(std::to_string(number));
    }
    bool number_float(number_float_t, const string_t &written) override
    {
        return putNumber(written);
    }
    bool string(string_t &text) override
    {
        return put({JsonValue::Kind::Text, std::move(text), {}, {}});
    }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(JsonValue::Kind::Object); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::Array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &name) override
    {
        m_key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string &lastToken,
                     const nlohmann::detail::exception &) override
    {
        const std::size_t end = std::min(position == 0 ? 0 : position - 1, m_text.size());
        const std::string_view before = m_text.substr(0, end);
        const std::size_t lineBegin = before.rfind('\n');
        const std::size_t column = lineBegin == std::string_view::npos ? end + 1 : end - lineBegin;
        m_problem = "line " + std::to_string(std::count(before.begin(), before.end(), '\n') + 1) +
                    ", column " + std::to_string(column) + ": found '" +
                    repairedUtf8(std::string_view(lastToken).substr(0, 40)) + "', expected JSON";
        return false;
    }

private:
    bool putNumber(std::string written)
    {
        return put({JsonValue::Kind::Number, std::move(written), {}, {}});
    }
    JsonValue *place()
    {
        if (m_open.empty())
            return &m_root;
        JsonValue &parent = *m_open.back();
        if (parent.isArray())
            return &parent.elements.emplace_back();
        return &parent.members.emplace_back(JsonMember{std::move(m_key), {}}).value;
    }
    bool put(JsonValue value)
    {
        *place() = std::move(value);
        return true;
    }
    bool open(JsonValue::Kind kind)
    {
        if (m_open.size() >= kDeepestJson) {
            m_problem = "nested more than " + std::to_string(kDeepestJson) + " levels deep";
            return false;
        }
        JsonValue *value = place();
        value->kind = kind;
        m_open.push_back(value);
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::string_view m_text;
    JsonValue m_root;
    // Pointers into vectors that do not grow while a child is open.
    std::vector<JsonValue *> m_open;
    std::string m_key;
    std::string m_problem;
};

}  // namespace

const JsonValue *JsonValue::member(std::string_view name) const
{
    for (auto it = members.rbegin(); it != members.rend(); ++it) {
        if (it->name == name)
            return &it->value;
    }
    return nullptr;
}

const JsonValue *JsonValue::at(std::string_view pointer) const
{
    const Result<std::vector<std::string>> steps = pointerSteps(pointer);
    if (!steps)
        return nullptr;
    const JsonValue *value = this;
    for (const std::string &step : *steps) {
        if (value->isArray()) {
            std::size_t index = 0;
            const auto [end, error] =
                std::from_chars(step.data(), step.data() + step.size(), index);
            const bool isIndex = error == std::errc() && end == step.data() + step.size();
            value = isIndex && index < value->elements.size() ? &value->elements[index] : nullptr;
        } else {
            value = value->member(step);
        }
        if (value == nullptr)
            return nullptr;
    }
    return value;
}

Result<JsonValue> parseJson(std::string_view text)
{
    text = withoutByteOrderMark(text);
    if (const std::optional<std::size_t> place = firstInvalidUtf8(text))
        return failure(ErrorCode::BadInput, "byte " + std::to_string(*place + 1) + " is not UTF-8");
    // The parser takes a NUL for the end of the text; JSON has none, not even inside texts.
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return failure(ErrorCode::BadInput, "byte " + std::to_string(nul + 1) + " is a NUL");
    TreeBuilder builder(text);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
        return failure(ErrorCode::BadInput,
                       builder.problem().empty() ? "not JSON" : builder.problem());
    }
    return builder.takeRoot();
}

Result<std::vector<std::string>> pointerSteps(std::string_view pointer)
{
    std::vector<std::string> steps;
    if (pointer.empty())
        return steps;
    if (pointer.front() != '/')
        return failure(ErrorCode::BadInput, "a JSON pointer is empty or begins with '/'");
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') {
            steps.emplace_back();
        } else if (pointer[i] == '~' && i + 1 < pointer.size()) {
            steps.back() += pointer[++i] == '1' ? '/' : '~';
        } else {
            steps.back() += pointer[i];
        }
    }
    return steps;
}

}  // namespace dateline
