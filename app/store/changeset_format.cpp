// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/changeset_format.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace dateline {

namespace {

// A changeset is a row of tables, each
//     'T', varint columns, a byte per column (not 0: part of the key), name, NUL
// followed by its changes, each
//     operation, a byte that says whether a trigger made it, the row before (not of an insertion),
//     the row after (not of a deletion)
// and a row is a value per column: a type, then what the type needs. In the rows of an update the
// columns that stay as they were have the type 0; of the row before, the key never has.
enum Operation : std::uint8_t { kDelete = 9, kInsert = 18, kUpdate = 23 };
enum ValueType : std::uint8_t { kAbsent, kInteger, kReal, kText, kBlob, kNull };
constexpr std::uint64_t kMostColumns = 2000;

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    bool isAtEnd() const { return m_bytes.empty(); }
    std::optional<std::uint8_t> byte()
    {
        const std::optional<std::string_view> one = take(1);
        return one ? std::optional(static_cast<std::uint8_t>(one->front())) : std::nullopt;
    }
    std::optional<std::string_view> take(std::uint64_t size)
    {
        if (size > m_bytes.size())
            return std::nullopt;
        const std::string_view taken = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return taken;
    }
    // Seven bits a byte, the highest first. No length here needs more than 32 bits.
    std::optional<std::uint64_t> varint()
    {
        std::uint64_t value = 0;
        for (int i = 0; i < 5; ++i) {
            const std::optional<std::uint8_t> next = byte();
            if (!next)
                return std::nullopt;
            value = value << 7 | (*next & 0x7fu);
            if ((*next & 0x80u) == 0)
                return value;
        }
        return std::nullopt;
    }
    std::optional<std::string_view> untilNul()
    {
        const std::size_t end = m_bytes.find('\0');
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::optional<std::string_view> text = take(end);
        take(1);
        return text;
    }

private:
    std::string_view m_bytes;
};

enum class Absence { Never, OutsideTheKey, Anywhere };

bool readRow(Reader &reader, std::string_view key, Absence allowed)
{
    for (const char keyFlag : key) {
        const std::optional<std::uint8_t> type = reader.byte();
        if (!type)
            return false;
        switch (*type) {
        case kAbsent:
            if (allowed == Absence::Never || (allowed == Absence::OutsideTheKey && keyFlag != 0))
                return false;
            break;
        case kInteger:
        case kReal:
            if (!reader.take(8))
                return false;
            break;
        case kText:
        case kBlob: {
            const std::optional<std::uint64_t> size = reader.varint();
            if (!size || !reader.take(*size))
                return false;
            break;
        }
        case kNull:
            break;
        default:
            return false;
        }
    }
    return true;
}

bool readChange(Reader &reader, std::uint8_t operation, std::string_view key)
{
    if (!reader.byte())
        return false;
    switch (operation) {
    case kInsert:
    case kDelete:
        return readRow(reader, key, Absence::Never);
    case kUpdate:
        return readRow(reader, key, Absence::OutsideTheKey) &&
               readRow(reader, key, Absence::Anywhere);
    default:
        return false;
    }
}

}  // namespace

bool isWellFormedChangeset(std::string_view bytes)
{
    Reader reader(bytes);
    std::string_view key;  // of the table that the changes are of; empty before the first
    while (!reader.isAtEnd()) {
        const std::uint8_t mark = *reader.byte();
        if (mark != 'T') {
            if (key.empty() || !readChange(reader, mark, key))
                return false;
            continue;
        }
        const std::optional<std::uint64_t> columns = reader.varint();
        if (!columns || *columns == 0 || *columns > kMostColumns)
            return false;
        const std::optional<std::string_view> flags = reader.take(*columns);
        const std::optional<std::string_view> name = flags ? reader.untilNul() : std::nullopt;
        if (!name || name->empty() ||
            std::count(flags->begin(), flags->end(), '\0') == std::ssize(*flags))
            return false;
        key = *flags;
    }
    return true;
}

}  // namespace dateline
