// SPDX-License-Identifier: GPL-3.0-or-later
// The file read beside its session: a connection of its own, made on the session's thread so that
// it fits the session's snapshot, and handed over once with adoptByThisThread().
#pragma once

#include <filesystem>
#include <memory>

#include "app/base/error.h"
#include "app/edit/stores.h"

namespace dateline {

class BackgroundReading {
public:
    // OneMoment: the file as it is now, whatever is written meanwhile. EachRead: what is committed
    // when it is read, which holds up no writer that puts its log in order.
    enum class Span { OneMoment, EachRead };
    // NewerFile where the file is not of this version, and the session reads a copy of it.
    static Result<std::unique_ptr<BackgroundReading>> begin(const std::filesystem::path &path,
                                                            Span span);
    ~BackgroundReading();
    BackgroundReading(const BackgroundReading &) = delete;
    BackgroundReading &operator=(const BackgroundReading &) = delete;

    void adoptByThisThread();
    const Stores &stores() const;

private:
    struct Private;
    explicit BackgroundReading(std::unique_ptr<Private> inside);
    std::unique_ptr<Private> d;
};

}  // namespace dateline
