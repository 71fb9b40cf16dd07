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

Result<void> writeFileBytes(const fs::path &path, std::string_view bytes)
{
    const auto refused = [&] {
        return failure(ErrorCode::NotWritable, "cannot be written: " + path.string());
    };
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    // A pipe or a device is written as it is: there is nothing to rename.
    const bool isPlain = !fs::exists(status) || fs::is_regular_file(status);
    fs::path beside = path;
    if (isPlain)
        beside += ".part" + std::to_string(::getpid());
    FilePointer file = openFile(beside, "wb");
    if (!file)
        return refused();
    const bool isWritten = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    const bool isClosed = std::fclose(file.release()) == 0;
    if (isPlain && isWritten && isClosed)
        fs::rename(beside, path, error);
    if (!isWritten || !isClosed || (isPlain && error)) {
        std::error_code ignored;
        if (isPlain)
            fs::remove(beside, ignored);
        return refused();
    }
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
