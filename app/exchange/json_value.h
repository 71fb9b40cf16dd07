// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON document as a tree that keeps the order of members and numbers as they are written. The
// nesting is limited, so that neither reading nor freeing it can use up the stack. Values; any
// thread; memory: some five times the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/base/error.h"

namespace dateline {

struct JsonMember;

struct JsonValue {
    enum class Kind { Null, Bool, Number, Text, Array, Object };

    Kind kind = Kind::Null;
    std::string text;  // of a text; a number as written; "true" or "false"
    std::vector<JsonValue> elements;
    std::vector<JsonMember> members;

    bool isPlain() const { return kind != Kind::Array && kind != Kind::Object; }
    bool isText() const { return kind == Kind::Text; }
    bool isObject() const { return kind == Kind::Object; }
    bool isArray() const { return kind == Kind::Array; }
    const JsonValue *member(std::string_view name) const;  // the last of that name; null: none
    const JsonValue *at(std::string_view pointer) const;   // JSON pointer (RFC 6901); null: none
};

struct JsonMember {
    std::string name;
    JsonValue value;
};

inline constexpr int kDeepestJson = 200;

// Strict (RFC 8259, UTF-8; a byte order mark is skipped). BadInput with line, column, what was
// found and what was expected.
Result<JsonValue> parseJson(std::string_view text);

// The steps of a JSON pointer, unescaped; BadInput where it is neither empty nor begins with '/'.
Result<std::vector<std::string>> pointerSteps(std::string_view pointer);

}  // namespace dateline
