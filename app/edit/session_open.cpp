// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "app/edit/session.h"
#include "app/edit/session_private.h"
#include "app/store/file_copy.h"
#include "app/store/file_probe.h"
#include "app/store/schema.h"
#include "app/store/watched_database.h"

namespace dateline {

namespace {

// The lock and the log lie beside the file itself, whatever link led to it.
std::filesystem::path realPath(const std::filesystem::path &path)
{
    std::error_code error;
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
    return error ? path : real;
}

// The way in that the caller asked for and the file allows: a lock, or the reason why not.
struct Access {
    std::unique_ptr<FileLock> lock;
    std::optional<Error> reason;
};

Access accessTo(const std::filesystem::path &path, const FileHeader &header, OpenMode mode)
{
    if (header.isNewer) {
        return {nullptr, Error{ErrorCode::NewerFile, "the file has schema version " +
                                                         std::to_string(header.schemaVersion)}};
    }
    if (mode == OpenMode::ReadOnly)
        return {nullptr, Error{ErrorCode::ReadOnly, "opened for reading"}};
    if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) {
        return {nullptr, Error{ErrorCode::ReadOnly, path.string() + ": " + std::strerror(errno)}};
    }
    Result<std::unique_ptr<FileLock>> lock = FileLock::acquire(path);
    if (lock)
        return {std::move(*lock), std::nullopt};
    if (lock.error().code == ErrorCode::InUse)
        return {nullptr, lock.error()};
    return {nullptr, Error{ErrorCode::ReadOnly, lock.error().detail}};
}

// The tables of a file come to be, and are on the disk, before its log does: so the header of the
// main file is always right.
void createFile(const std::filesystem::path &path)
{
    Database database(path, Database::Mode::Create);
    migrate(database);
}

// Takes a half made file away again.
class NewFile {
public:
    explicit NewFile(std::filesystem::path path) : m_path(std::move(path)) {}
    ~NewFile()
    {
        std::error_code ignored;
        for (const char *ending : {"", "-wal", "-shm", "-journal"}) {
            if (!m_isKept)
                std::filesystem::remove(m_path.string() + ending, ignored);
        }
    }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;
    void keep() { m_isKept = true; }

private:
    std::filesystem::path m_path;
    bool m_isKept = false;
};

}  // namespace

Result<std::unique_ptr<Session>> Session::create(const std::filesystem::path &path)
{
    const std::filesystem::path real = realPath(path);
    Result<std::unique_ptr<FileLock>> lock = FileLock::acquire(real);
    if (!lock)
        return tl::unexpected(lock.error());
    const int made = ::open(real.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (made < 0)
        return failure(ErrorCode::NotWritable, path.string() + ": " + std::strerror(errno));
    ::close(made);
    NewFile file(real);
    try {
        createFile(real);
        auto database = std::make_unique<Database>(real, Database::Mode::Write);
        auto inside = std::make_unique<Private>(std::filesystem::absolute(path), std::move(*lock),
                                                std::move(database), std::nullopt);
        file.keep();
        return std::unique_ptr<Session>(new Session(std::move(inside)));
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
}

Result<std::unique_ptr<Session>> Session::open(const std::filesystem::path &path, OpenMode mode,
                                               LongWork *work)
{
    const std::filesystem::path real = realPath(path);
    const Result<FileHeader> header = readFileHeader(real);
    if (!header)
        return tl::unexpected(header.error());
    Access access = accessTo(real, *header, mode);
    // Whoever holds the file has looked at it, and writes to it now.
    if (!access.reason || access.reason->code != ErrorCode::InUse) {
        if (const Result<void> sound = checkFileContents(real); !sound)
            return tl::unexpected(sound.error());
    }
    try {
        auto database = std::make_unique<Database>(real, access.lock ? Database::Mode::Write
                                                                     : Database::Mode::Read);
        const bool isEarlier = schemaVersionOf(*database) < newestSchemaVersion();
        const bool isMigrated = isEarlier && access.lock != nullptr;
        if (isMigrated) {
            // Ends when all is read, or with the connection.
            database->execute("BEGIN IMMEDIATE");
            if (work != nullptr)
                work->enter(WorkStage::Format, 0.05);
            const WatchedDatabase watched(*database, work);
            migrate(*database);
        } else if (isEarlier) {
            // Whoever only reads brings a copy to the newest version; the file stays as it is.
            auto copy =
                std::make_unique<Database>(std::filesystem::path(), Database::Mode::Scratch);
            copyPages(*database, *copy);
            migrate(*copy);
            copy->execute("PRAGMA query_only = ON");
            database = std::move(copy);
        }
        auto inside =
            std::make_unique<Private>(std::filesystem::absolute(path), std::move(access.lock),
                                      std::move(database), std::move(access.reason), work);
        if (isMigrated) {
            inside->database->execute("COMMIT");
            inside->database->integer("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        if (inside->isReadOnly())
            inside->schemaVersion = header->schemaVersion;
        return std::unique_ptr<Session>(new Session(std::move(inside)));
    } catch (const StoreError &error) {
        // What a later version wrote need not be readable at all.
        const ErrorCode code = header->isNewer ? ErrorCode::NewerFile : error.code();
        return failure(code, code == ErrorCode::Cancelled ? "nothing was changed" : error.what());
    }
}

}  // namespace dateline
