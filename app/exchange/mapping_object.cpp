// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mapping_object.h"

namespace dateline {

namespace {

std::string kindOf(const JsonValue &value)
{
    switch (value.kind) {
    case JsonValue::Kind::Null:
        return "null";
    case JsonValue::Kind::Bool:
        return value.text;
    case JsonValue::Kind::Number:
        return "the number " + value.text;
    case JsonValue::Kind::Text:
        return cutForDisplay(value.text);
    case JsonValue::Kind::Array:
        return "an array";
    case JsonValue::Kind::Object:
        return "an object";
    }
    return {};
}

}  // namespace

MappingObject::MappingObject(const JsonValue &value, std::string path, Context &context)
    : m_value(&value), m_path(std::move(path)), m_context(&context)
{
}

void MappingObject::finish()
{
    std::set<std::string> seen;
    for (const auto &[key, value] : m_value->members) {
        if (!m_asked.contains(key))
            refuse(key, key, "a key that mapping files have");
        else if (!seen.insert(key).second)
            refuse(key, key, "each key once");
    }
}

const JsonValue *MappingObject::find(std::string_view key)
{
    m_asked.emplace(key);
    return m_value->member(key);
}

std::optional<std::string> MappingObject::text(std::string_view key)
{
    const JsonValue *value = find(key);
    if (value == nullptr)
        return {};
    if (!value->isText()) {
        refuse(key, kindOf(*value), "a text");
        return {};
    }
    return value->text;
}

std::optional<bool> MappingObject::flag(std::string_view key)
{
    const JsonValue *value = find(key);
    if (value == nullptr)
        return {};
    if (value->kind != JsonValue::Kind::Bool) {
        refuse(key, kindOf(*value), "true or false");
        return {};
    }
    return value->text == "true";
}

std::vector<std::string> MappingObject::texts(std::string_view key)
{
    std::vector<std::string> texts;
    const JsonValue *value = find(key);
    if (value == nullptr)
        return texts;
    bool isFine = value->isArray();
    for (const JsonValue &element : value->elements) {
        isFine = isFine && element.isText();
        texts.push_back(element.text);
    }
    if (!isFine)
        refuse(key, kindOf(*value), "an array of texts");
    return texts;
}

ValueTemplate MappingObject::templateOf(const JsonValue &value, std::string_view key)
{
    ValueTemplate result;
    const auto add = [&](const JsonValue &text) {
        if (!text.isText())
            return refuse(key, kindOf(text), "a template, or an array of templates");
        Result<std::vector<TemplatePart>> parts = parseTemplate(text.text, m_context->names);
        if (parts)
            result.alternatives.push_back(*std::move(parts));
        else
            refuse(key, text.text, "a template; " + parts.error().detail);
    };
    if (!value.isArray()) {
        add(value);
    } else {
        for (const JsonValue &element : value.elements)
            add(element);
    }
    return result;
}

ValueTemplate MappingObject::value(std::string_view key)
{
    const JsonValue *value = find(key);
    return value == nullptr ? ValueTemplate() : templateOf(*value, key);
}

std::optional<MappingObject> MappingObject::object(std::string_view key)
{
    const JsonValue *value = find(key);
    if (value == nullptr)
        return {};
    if (!value->isObject()) {
        refuse(key, kindOf(*value), "an object");
        return {};
    }
    return MappingObject(*value, pathOf(key), *m_context);
}

void MappingObject::each(std::string_view key, const std::function<void(MappingObject &)> &onObject)
{
    const JsonValue *value = find(key);
    if (value == nullptr)
        return;
    if (!value->isArray())
        return refuse(key, kindOf(*value), "an array of objects");
    for (std::size_t i = 0; i < value->elements.size(); ++i) {
        const std::string path = pathOf(key) + "/" + std::to_string(i);
        MappingObject element(value->elements[i], path, *m_context);
        if (!value->elements[i].isObject()) {
            element.refuse("", kindOf(value->elements[i]), "an object");
            continue;
        }
        onObject(element);
        element.finish();
    }
}

void MappingObject::refuse(std::string_view key, const std::string &found, std::string expected)
{
    m_context->refused.push_back(
        {m_context->file, 0, 0, pathOf(key), cutForDisplay(found), std::move(expected)});
}

std::string MappingObject::pathOf(std::string_view key) const
{
    std::string path = m_path;
    if (!path.empty() && !key.empty())
        path += '/';
    return path.append(key);
}

}  // namespace dateline
