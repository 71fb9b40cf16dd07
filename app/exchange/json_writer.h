// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON as it comes: members in the order in which they are given, so that the same content
// is the same bytes. Texts that are not UTF-8 are repaired; NaN and infinity are null. Appends to a
// string that the caller owns.
//
//     JsonWriter json(out);
//     json.beginObject().member("schema", 1).key("tags").beginArray().value("a").end().end();
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dateline {

// The text in quotes, with what JSON wants escaped. No check of UTF-8.
void appendJsonText(std::string &out, std::string_view text);

class JsonWriter {
public:
    enum class Layout { Compact, Indented };

    explicit JsonWriter(std::string &out, Layout layout = Layout::Compact)
        : m_out(out), m_layout(layout)
    {
    }

    JsonWriter &beginObject() { return begin('{', '}'); }
    JsonWriter &beginArray() { return begin('[', ']'); }
    JsonWriter &end();
    JsonWriter &key(std::string_view name);
    JsonWriter &value(std::string_view text);
    JsonWriter &value(const char *text) { return value(std::string_view(text)); }
    JsonWriter &value(const std::string &text) { return value(std::string_view(text)); }
    template <typename T>
    requires std::is_integral_v<T> JsonWriter &value(T number)
    {
        if constexpr (std::is_same_v<T, bool>)
            return plain(number ? "true" : "false");
        else
            return plain(std::to_string(number));
    }
    JsonWriter &value(double number);
    JsonWriter &null() { return plain("null"); }
    template <typename T>
    JsonWriter &member(std::string_view name, const T &content)
    {
        key(name);
        return value(content);
    }
    // A number with a fixed count of decimals: times, coordinates.
    JsonWriter &fixed(std::string_view name, double number, int decimals);

private:
    JsonWriter &begin(char opening, char closing);
    JsonWriter &plain(std::string_view text);
    void beforeValue();
    void newLine();

    struct Open {
        char closing;
        bool isEmpty = true;
    };
    std::string &m_out;
    Layout m_layout;
    std::vector<Open> m_open;
    bool m_isAfterKey = false;
};

}  // namespace dateline
