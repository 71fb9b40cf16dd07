// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/background_reading.h"

#include <optional>

#include "app/store/database.h"
#include "app/store/schema.h"
#include "app/store/store_error.h"

namespace dateline {

struct BackgroundReading::Private {
    Private(const std::filesystem::path &path, Span span)
        : database(path, Database::Mode::Read), stores(database)
    {
        if (span == Span::OneMoment)
            transaction.emplace(database, Transaction::Kind::Read);
    }
    Database database;
    std::optional<Transaction> transaction;
    Stores stores;
};

BackgroundReading::BackgroundReading(std::unique_ptr<Private> inside) : d(std::move(inside)) {}

BackgroundReading::~BackgroundReading()
{
    adoptByThisThread();
}

Result<std::unique_ptr<BackgroundReading>>
BackgroundReading::begin(const std::filesystem::path &path, Span span)
{
    try {
        auto inside = std::make_unique<Private>(path, span);
        // This first look is what a transaction holds on to.
        if (schemaVersionOf(inside->database) != newestSchemaVersion())
            return failure(ErrorCode::NewerFile, "the file is of another version");
        return std::unique_ptr<BackgroundReading>(new BackgroundReading(std::move(inside)));
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
}

void BackgroundReading::adoptByThisThread()
{
    d->database.adoptByThisThread();
}

const Stores &BackgroundReading::stores() const
{
    return d->stores;
}

}  // namespace dateline
