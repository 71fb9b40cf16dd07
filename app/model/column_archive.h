// SPDX-License-Identifier: GPL-3.0-or-later
// How the columns of a snapshot go to the column cache and come back: as named runs of bytes, each
// as it lies in memory. app/store keeps them with checksums; here it is checked only that what
// comes back can be used without harm, for the file may come from anybody. Pure, any thread.
#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "app/base/column.h"
#include "app/base/text_pool.h"

namespace dateline {

// The columns are not what was saved; the caller reads the rows instead.
class DamagedColumns : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class ColumnWriter {
public:
    virtual ~ColumnWriter() = default;
    // The bytes need to live during the call alone.
    virtual void write(std::string_view name, std::span<const std::byte> bytes) = 0;

    template <typename T>
    requires std::is_trivially_copyable_v<T>
    void column(std::string_view name, const Column<T> &values)
    {
        write(name, std::as_bytes(std::span(values.data(), values.size())));
    }
    void texts(std::string_view name, std::string_view bytes)
    {
        write(name, std::as_bytes(std::span(bytes.data(), bytes.size())));
    }
};

class ColumnReader {
public:
    virtual ~ColumnReader() = default;
    // Throws DamagedColumns where there is no such run.
    virtual std::size_t size(std::string_view name) = 0;
    // All of it, size() bytes.
    virtual void read(std::string_view name, std::span<std::byte> to) = 0;

    template <typename T>
    requires std::is_trivially_copyable_v<T> Column<T> column(std::string_view name)
    {
        const std::size_t bytes = size(name);
        if (bytes % sizeof(T) != 0)
            throw DamagedColumns(std::string(name));
        Column<T> values = Column<T>::ofSize(bytes / sizeof(T));
        read(name, std::as_writable_bytes(std::span(values.writable(), values.size())));
        return values;
    }
    // Throws DamagedColumns unless it has this many values.
    template <typename T>
    Column<T> column(std::string_view name, std::size_t count)
    {
        if (size(name) != count * sizeof(T))
            throw DamagedColumns(std::string(name));
        return column<T>(name);
    }
    virtual std::string texts(std::string_view name)
    {
        std::string bytes(size(name), '\0');
        read(name, std::as_writable_bytes(std::span(bytes.data(), bytes.size())));
        return bytes;
    }
};

// Throws DamagedColumns unless all are below the limit.
void checkBelow(std::string_view name, const Column<std::uint32_t> &numbers, std::size_t limit);
// Throws DamagedColumns unless all lie within a pool of this size.
void checkTexts(std::string_view name, const Column<TextRef> &texts, std::size_t poolSize);

}  // namespace dateline
