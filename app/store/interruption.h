// SPDX-License-Identifier: GPL-3.0-or-later
// While it lives, statements of the connection end as Cancelled where the question is answered with
// true; see Database::setInterruption(). An empty question asks nothing. On the connection's
// thread.
#pragma once

#include <functional>
#include <utility>

#include "app/store/database.h"

namespace dateline {

class Interruption {
public:
    Interruption(Database &database, std::function<bool()> isToStop) : m_database(database)
    {
        m_database.setInterruption(std::move(isToStop));
    }
    ~Interruption() { m_database.setInterruption({}); }
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

private:
    Database &m_database;
};

}  // namespace dateline
