// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/file_lock.h"

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <pwd.h>
#include <sstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace dateline {

namespace {

std::string hostName()
{
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? std::string(name) : "an unknown host";
}

std::string holderText()
{
    std::ostringstream text;
    text << "host: " << hostName() << "\nuser: " << systemUser() << "\nprocess: " << ::getpid()
         << "\nsince: " << utcTimestamp() << '\n';
    return text.str();
}

std::string readAll(int descriptor)
{
    char buffer[2048];
    const ssize_t count = ::pread(descriptor, buffer, sizeof buffer, 0);
    return count > 0 ? std::string(buffer, static_cast<std::size_t>(count)) : std::string();
}

std::string holderSentence(const std::string &text)
{
    std::map<std::string, std::string> fields;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        if (colon != std::string::npos)
            fields[line.substr(0, colon)] = line.substr(colon + 2);
    }
    if (fields["user"].empty() || fields["host"].empty())
        return "somebody who left no name";
    return fields["user"] + " on " + fields["host"] + ", process " + fields["process"] +
           ", since " + fields["since"];
}

// Whether the path still leads to the file that is open here: its last holder may have removed it
// between our open and our lock.
bool isStillThere(const std::filesystem::path &path, int descriptor)
{
    struct stat opened {};
    struct stat named {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

}  // namespace

std::filesystem::path FileLock::lockPath(const std::filesystem::path &path)
{
    return path.string() + ".lock";
}

Result<std::unique_ptr<FileLock>> FileLock::acquire(const std::filesystem::path &path)
{
    const std::filesystem::path lock = lockPath(path);
    for (;;) {
        const int descriptor =
            ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (descriptor < 0)
            return failure(ErrorCode::NotWritable, lock.string() + ": " + std::strerror(errno));
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int reason = errno;
            const std::string text = readAll(descriptor);
            ::close(descriptor);
            if (reason == EINTR)
                continue;
            if (reason == EWOULDBLOCK)
                return failure(ErrorCode::InUse, holderSentence(text));
            return failure(ErrorCode::NotWritable, lock.string() + ": " + std::strerror(reason));
        }
        if (!isStillThere(lock, descriptor)) {
            ::close(descriptor);
            continue;
        }
        const std::string text = holderText();
        if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, text.data(), text.size(), 0) !=
                                                   static_cast<ssize_t>(text.size())) {
            // The lock holds all the same; a full disk only keeps the holder's name from others.
        }
        return std::unique_ptr<FileLock>(new FileLock(lock, descriptor));
    }
}

FileLock::FileLock(std::filesystem::path path, int descriptor)
    : m_path(std::move(path)), m_descriptor(descriptor)
{
}

FileLock::~FileLock()
{
    // Removed while it is still held, so that nobody else's lock goes with it.
    ::unlink(m_path.c_str());
    ::close(m_descriptor);
}

std::string systemUser()
{
    std::vector<char> buffer(16'384);
    struct passwd entry {};
    struct passwd *found = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
        found != nullptr) {
        return found->pw_name;
    }
    return "user " + std::to_string(::geteuid());
}

std::string utcTimestamp()
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(now - day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

}  // namespace dateline
