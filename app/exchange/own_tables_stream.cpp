// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/own_tables_stream.h"

#include "app/exchange/own_tables_reader.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPartsAhead = 8;

std::int64_t bytesOf(const std::vector<fs::path> &files)
{
    std::int64_t bytes = 0;
    for (const fs::path &file : files) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(file, error);
        bytes += error ? 0 : static_cast<std::int64_t>(size);
    }
    return bytes;
}

// The rows go; the names of the files stay, as later rows have their places in them.
ProjectTables takenFrom(ProjectTables &tables)
{
    ProjectTables part = std::move(tables);
    tables = ProjectTables();
    tables.files = part.files;
    return part;
}

}  // namespace

OwnTablesStream::OwnTablesStream(const std::vector<fs::path> &inputs)
    : m_files(ownTableFiles(inputs)), m_bytes(bytesOf(m_files)), m_parts(kPartsAhead),
      m_thread([this] {
          try {
              read();
          } catch (...) {
              m_failure = std::current_exception();
          }
          m_parts.close();
      })
{
}

OwnTablesStream::~OwnTablesStream()
{
    m_parts.close();
    if (m_thread.joinable())
        m_thread.join();
}

void OwnTablesStream::read()
{
    ProjectTables tables;
    bool isWanted = true;
    for (const fs::path &file : m_files) {
        m_result = readOwnTables(file, tables, m_refused, [&](ProjectTables &read) {
            isWanted = isWanted && m_parts.put(takenFrom(read));
            return isWanted;
        });
        if (!m_result || !isWanted)
            return;
    }
}

Result<const ProjectTables *> OwnTablesStream::next()
{
    m_part.reset();
    m_part = m_parts.take();
    if (m_part)
        return &*m_part;
    if (m_thread.joinable())
        m_thread.join();
    if (m_failure)
        std::rethrow_exception(m_failure);
    if (!m_result)
        return tl::unexpected(m_result.error());
    return nullptr;
}

}  // namespace dateline
