// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one object of a mapping file by its keys: what is of the wrong kind, and every key that
// nobody asked for, becomes a refusal with its place. For mapping_parser.cpp.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/exchange/json_value.h"
#include "app/exchange/mapping_template.h"
#include "app/exchange/refusal.h"

namespace dateline {

class MappingObject {
public:
    struct Context {
        const std::string &file;
        std::vector<Refusal> &refused;
        TemplateNames names;
    };

    MappingObject(const JsonValue &value, std::string path, Context &context);
    ~MappingObject() = default;

    // Refuses keys that were not asked for. Call last.
    void finish();

    const JsonValue *find(std::string_view key);  // null where absent
    std::optional<std::string> text(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    ValueTemplate value(std::string_view key);
    std::optional<MappingObject> object(std::string_view key);
    // Calls for each object of an array.
    void each(std::string_view key, const std::function<void(MappingObject &)> &onObject);

    void refuse(std::string_view key, const std::string &found, std::string expected);
    const std::string &path() const { return m_path; }
    const JsonValue &json() const { return *m_value; }
    Context &context() const { return *m_context; }

private:
    std::string pathOf(std::string_view key) const;
    ValueTemplate templateOf(const JsonValue &value, std::string_view key);

    const JsonValue *m_value;
    std::string m_path;
    Context *m_context;
    std::set<std::string, std::less<>> m_asked;
};

}  // namespace dateline
