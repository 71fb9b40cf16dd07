// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/file_probe.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

#include "app/store/database.h"
#include "app/store/schema.h"

namespace dateline {

namespace {

constexpr std::uintmax_t kLargestChecked = 64u * 1024 * 1024;
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr int kNewestFormat = 2;  // 1: rollback journal, 2: write-ahead log

using Header = std::array<char, 100>;

std::uint32_t bigEndian(const Header &header, std::size_t offset, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | static_cast<unsigned char>(header[offset + i]);
    return value;
}

}  // namespace

Result<FileHeader> readFileHeader(const std::filesystem::path &path)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return failure(ErrorCode::NotFound, path.string() + ": no such file");
    if (!std::filesystem::is_regular_file(status))
        return failure(ErrorCode::NotReadable, path.string() + ": not a file");
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return failure(ErrorCode::NotReadable, path.string() + ": " + std::strerror(errno));
    Header header{};
    stream.read(header.data(), header.size());
    const auto count = static_cast<std::size_t>(stream.gcount());
    if (count == 0)
        return failure(ErrorCode::ForeignFile, "the file is empty");
    if (std::string_view(header.data(), std::min(count, kMagic.size())) != kMagic)
        return failure(ErrorCode::ForeignFile, "not a SQLite database");
    if (count < header.size())
        return failure(ErrorCode::DamagedFile, "the file ends inside its header");
    const std::uint32_t application = bigEndian(header, 68, 4);
    if (application != kApplicationId) {
        return failure(ErrorCode::ForeignFile,
                       "a SQLite database of another program (application id " +
                           std::to_string(application) + ")");
    }
    const std::uint32_t writtenSize = bigEndian(header, 16, 2);
    const std::uintmax_t pageSize = writtenSize == 1 ? 65'536 : writtenSize;
    if (std::filesystem::file_size(path, error) < pageSize || error)
        return failure(ErrorCode::DamagedFile, "the file ends inside its first page");
    const int writeVersion = header[18];
    const int readVersion = header[19];
    if (readVersion > kNewestFormat) {
        return failure(ErrorCode::NewerFile,
                       "the file has format " + std::to_string(readVersion) + " of SQLite");
    }
    const auto schemaVersion = static_cast<int>(bigEndian(header, 60, 4));
    if (schemaVersion < 1)
        return failure(ErrorCode::DamagedFile, "the file has no schema version");
    return FileHeader{schemaVersion,
                      schemaVersion > newestSchemaVersion() || writeVersion > kNewestFormat};
}

Result<void> checkFileContents(const std::filesystem::path &path)
{
    try {
        Database database(path, Database::Mode::Probe);
        std::error_code ignored;
        if (std::filesystem::file_size(path, ignored) <= kLargestChecked) {
            Statement check(database, "PRAGMA quick_check(3)");
            std::string findings;
            while (check.step()) {
                if (check.text(0) != "ok")
                    findings.append(findings.empty() ? "" : "; ").append(check.text(0));
            }
            if (!findings.empty())
                return failure(ErrorCode::DamagedFile, findings);
        }
        for (const std::string &table : missingTables(database))
            return failure(ErrorCode::DamagedFile, "the table " + table + " is missing");
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
    return {};
}

}  // namespace dateline
