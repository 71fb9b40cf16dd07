// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the project's own tables on a thread of its own, a few parts ahead of whoever takes them:
// a large folder is read while its first rows are written, and never stands in memory whole.
// Functions are called on one thread.
#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <optional>
#include <thread>
#include <vector>

#include "app/base/bounded_queue.h"
#include "app/base/error.h"
#include "app/exchange/project_tables.h"
#include "app/exchange/refusal.h"

namespace dateline {

class OwnTablesStream {
public:
    // Folders of tables, and files that have their names.
    explicit OwnTablesStream(const std::vector<std::filesystem::path> &inputs);
    ~OwnTablesStream();  // what is not read yet is not
    OwnTablesStream(const OwnTablesStream &) = delete;
    OwnTablesStream &operator=(const OwnTablesStream &) = delete;

    // The next part, until the next call; null behind the last. An Error as of readOwnTables.
    Result<const ProjectTables *> next();
    const std::vector<Refusal> &refused() const { return m_refused; }  // behind the last part

    std::int64_t bytes() const { return m_bytes; }  // of all tables

private:
    void read();

    std::vector<std::filesystem::path> m_files;
    std::int64_t m_bytes = 0;
    BoundedQueue<ProjectTables> m_parts;
    std::optional<ProjectTables> m_part;
    std::vector<Refusal> m_refused;  // the thread's, until it has ended
    Result<void> m_result;           // likewise
    std::exception_ptr m_failure;    // likewise: no memory
    std::thread m_thread;
};

}  // namespace dateline
