// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/file_copy.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include <sqlite3.h>

#include "app/store/database.h"

namespace dateline {

namespace {

bool synchronise(const std::filesystem::path &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isDone = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return isDone;
}

// Renames unless the new name is taken; false with errno set.
bool renameToFree(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // A file system that cannot promise it: look, then rename.
    std::error_code ignored;
    if (std::filesystem::exists(to, ignored)) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.c_str(), to.c_str()) == 0;
}

}  // namespace

void copyPages(Database &from, Database &scratch)
{
    sqlite3 *const target = scratch.connection();
    sqlite3_backup *const backup = sqlite3_backup_init(target, "main", from.connection(), "main");
    if (backup)
        sqlite3_backup_step(backup, -1);
    if (!backup || sqlite3_backup_finish(backup) != SQLITE_OK) {
        throw StoreError(ErrorCode::NotReadable,
                         std::string("the file cannot be copied: ") + sqlite3_errmsg(target));
    }
}

Result<void> copyDatabase(Database &database, const std::filesystem::path &target)
{
    const auto refused = [&](int reason) {
        return failure(ErrorCode::NotWritable, target.string() + ": " + std::strerror(reason));
    };
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(target, error);
    if (std::filesystem::exists(whole, error))
        return refused(EEXIST);
    const std::filesystem::path part = whole.string() + ".part-" + std::to_string(::getpid());
    std::filesystem::remove(part, error);
    try {
        Statement(database, "VACUUM INTO ?").bind(part.string()).run();
    } catch (const StoreError &failed) {
        std::filesystem::remove(part, error);
        const ErrorCode code =
            failed.code() == ErrorCode::NotReadable ? ErrorCode::NotWritable : failed.code();
        return failure(code, target.string() + ": " + failed.what());
    }
    if (!synchronise(part) || !renameToFree(part, whole)) {
        const int reason = errno;
        std::filesystem::remove(part, error);
        return refused(reason);
    }
    synchronise(whole.parent_path());
    return {};
}

}  // namespace dateline
