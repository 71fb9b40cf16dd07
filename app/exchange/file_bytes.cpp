// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/file_bytes.h"

#include <cstdio>
#include <memory>
#include <system_error>

#include <unistd.h>

namespace dateline {

namespace fs = std::filesystem;

namespace {

using FilePointer = std::unique_ptr<std::FILE, int (*)(std::FILE *)>;

FilePointer openFile(const fs::path &path, const char *mode)
{
    return {std::fopen(path.c_str(), mode), &std::fclose};
}

std::string sizeInWords(std::uintmax_t bytes)
{
    return std::to_string(bytes / 1'000'000) + " MB";
}

}  // namespace

Result<std::string> readFileBytes(const fs::path &path, std::uintmax_t limit)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return failure(ErrorCode::NotFound, "no such file: " + path.string());
    if (fs::is_directory(status))
        return failure(ErrorCode::NotReadable, "a folder, not a file: " + path.string());
    const FilePointer file = openFile(path, "rb");
    if (!file)
        return failure(ErrorCode::NotReadable, "cannot be read: " + path.string());

    const std::uintmax_t size = fs::is_regular_file(status) ? fs::file_size(path, error) : 0;
    const auto isTooLarge = [&](std::uintmax_t bytes) { return bytes > limit; };
    std::string bytes;
    if (!isTooLarge(size)) {
        bytes.reserve(static_cast<std::size_t>(size) + 1);
        char block[1 << 16];
        while (const std::size_t count = std::fread(block, 1, sizeof block, file.get())) {
            bytes.append(block, count);
            if (isTooLarge(bytes.size()))
                break;
        }
    }
    if (isTooLarge(size) || isTooLarge(bytes.size())) {
        return failure(ErrorCode::BadInput, path.string() + " is larger than " +
                                                sizeInWords(limit) + ", which is the limit");
    }
    if (std::ferror(file.get()) != 0)
        return failure(ErrorCode::NotReadable, "cannot be read: " + path.string());
    return bytes;
}

Result<FirstBytes> readFirstBytes(const fs::path &path, std::size_t most)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return failure(ErrorCode::NotFound, "no such file: " + path.string());
    const FilePointer file = openFile(path, "rb");
    if (!file)
        return failure(ErrorCode::NotReadable, "cannot be read: " + path.string());
    FirstBytes first;
    first.bytes.resize(most + 1);  // one more tells whether there is more
    first.bytes.resize(std::fread(first.bytes.data(), 1, first.bytes.size(), file.get()));
    if (std::ferror(file.get()) != 0)
        return failure(ErrorCode::NotReadable, "cannot be read: " + path.string());
    first.isWhole = first.bytes.size() <= most;
    if (!first.isWhole)
        first.bytes.erase(first.bytes.find_last_of('\n') + 1);  // npos + 1: all of it
    return first;
}

namespace {

Error cannotBeWritten(const fs::path &path)
{
    return {ErrorCode::NotWritable, "cannot be written: " + path.string()};
}

fs::path nameBeside(const fs::path &path)
{
    fs::path beside = path;
    beside += ".part" + std::to_string(::getpid());
    return beside;
}

// The whole file under this very name; a part of one where it fails.
Result<void> writeWhole(const fs::path &path, std::string_view bytes, LongWork *work)
{
    constexpr std::size_t kBytesAtOnce = 1 << 20;
    FilePointer file = openFile(path, "wb");
    bool isWritten = file != nullptr;
    while (isWritten && !bytes.empty()) {
        const std::string_view some = bytes.substr(0, kBytesAtOnce);
        bytes.remove_prefix(some.size());
        isWritten = std::fwrite(some.data(), 1, some.size(), file.get()) == some.size();
        if (work != nullptr && !work->look())
            return failure(ErrorCode::Cancelled, "nothing was written");
    }
    if (!isWritten || std::fclose(file.release()) != 0)
        return tl::unexpected(cannotBeWritten(path));
    return {};
}

void takeAway(const fs::path &path)
{
    std::error_code ignored;
    fs::remove(path, ignored);
}

}  // namespace

Result<void> writeFileBytes(const fs::path &path, std::string_view bytes, LongWork *work)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    // A pipe or a device is written as it is: there is nothing to rename.
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status))
        return writeWhole(path, bytes, work);
    StagedFiles file;
    const Result<void> written = file.write(path, bytes, work);
    return written ? file.putInPlace() : written;
}

StagedFiles::~StagedFiles()
{
    for (const Staged &file : m_files)
        takeAway(file.beside);
    for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder)
        takeAway(*folder);  // stays where something lies in it
}

Result<void> StagedFiles::makeFolder(const fs::path &folder)
{
    std::error_code error;
    std::vector<fs::path> missing;
    for (fs::path path = folder; !path.empty() && !fs::exists(path, error);
         path = path.parent_path()) {
        if (path.has_filename())
            missing.push_back(path);
    }
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder, error))
        return failure(ErrorCode::NotWritable, "cannot be made: " + folder.string());
    m_folders.insert(m_folders.end(), missing.rbegin(), missing.rend());
    return {};
}

Result<void> StagedFiles::write(const fs::path &path, std::string_view bytes, LongWork *work)
{
    const fs::path beside = nameBeside(path);
    const Result<void> written = writeWhole(beside, bytes, work);
    if (!written) {
        takeAway(beside);
        return written.error().code == ErrorCode::Cancelled ? written
                                                            : tl::unexpected(cannotBeWritten(path));
    }
    m_files.push_back({beside, path});
    return {};
}

Result<void> StagedFiles::putInPlace()
{
    std::error_code error;
    for (const Staged &file : m_files) {
        fs::rename(file.beside, file.path, error);
        if (error)
            return tl::unexpected(cannotBeWritten(file.path));
    }
    m_files.clear();
    m_folders.clear();
    return {};
}

std::string fileNameFor(std::string_view text)
{
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string name;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                             (c == '.' && !name.empty());
        if (isPlain) {
            name += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            name += '%';
            name += kDigits[byte >> 4];
            name += kDigits[byte & 15];
        }
    }
    return name;
}

}  // namespace dateline
