// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/edit/history.h"
#include "app/store/database.h"
#include "app/store/schema.h"
#include "tests/support/temporary_folder.h"

using namespace dateline;

class tst_history : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oldestGoWhenTheCapacityIsReached();
    void anEditLargerThanTheCapacityEmptiesIt();
    void forgottenRedoFreesItsBytes();
    void numbersAreNeverUsedAgain();
    void reloadForgetsWhatWasRolledBack();

private:
    std::vector<std::string> names(const History &history) const;

    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<Database> m_database;
};

void tst_history::init()
{
    m_database.reset();
    m_folder = std::make_unique<TemporaryFolder>();
    m_database = std::make_unique<Database>(*m_folder / "a", Database::Mode::Create);
    migrate(*m_database);
}

std::vector<std::string> tst_history::names(const History &history) const
{
    std::vector<std::string> names;
    for (const HistoryEntry &entry : history.entries(100))
        names.push_back(entry.name);
    return names;
}

void tst_history::oldestGoWhenTheCapacityIsReached()
{
    History history(*m_database, 1000);
    for (const char *name : {"one", "two", "three", "four", "five"})
        history.append(name, "", "", std::string(300, 'x'));
    QCOMPARE(names(history), (std::vector<std::string>{"five", "four", "three"}));
    QCOMPARE(m_database->integer("SELECT sum(length(changeset)) FROM history"), 900);
    // A second look at the same file counts the same bytes.
    History(*m_database, 1000).append("six", "", "", std::string(500, 'x'));
    history.reload();
    QCOMPARE(names(history), (std::vector<std::string>{"six", "five"}));
    QCOMPARE(history.nextUndo().name, std::string("six"));
}

void tst_history::anEditLargerThanTheCapacityEmptiesIt()
{
    History history(*m_database, 1000);
    history.append("small", "", "", std::string(300, 'x'));
    history.append("large", "", "", std::string(1001, 'x'));
    QVERIFY(names(history).empty());
    QCOMPARE(history.nextUndo().id, 0);
    history.append("small again", "", "", std::string(1000, 'x'));
    QCOMPARE(names(history), std::vector<std::string>{"small again"});
}

void tst_history::forgottenRedoFreesItsBytes()
{
    History history(*m_database, 1000);
    history.append("one", "", "", std::string(400, 'x'));
    history.append("two", "", "", std::string(400, 'x'));
    history.setUndone(std::vector<std::int64_t>{history.nextUndo().id}, true);
    QCOMPARE(history.nextUndo().name, std::string("one"));
    QCOMPARE(history.nextRedo().name, std::string("two"));
    history.append("three", "", "", std::string(600, 'x'));
    QCOMPARE(names(history), (std::vector<std::string>{"three", "one"}));
    QCOMPARE(history.nextRedo().id, 0);
}

void tst_history::numbersAreNeverUsedAgain()
{
    History history(*m_database);
    history.append("one", "", "", "x");
    const std::int64_t one = history.nextUndo().id;
    history.setUndone(std::vector<std::int64_t>{one}, true);
    history.append("two", "", "", "x");
    QVERIFY(history.nextUndo().id > one);
    QVERIFY(!history.contains(one));
}

void tst_history::reloadForgetsWhatWasRolledBack()
{
    History history(*m_database, 1000);
    history.append("kept", "", "", std::string(300, 'x'));
    {
        const Transaction transaction(*m_database);
        history.append("lost", "", "", std::string(600, 'x'));
    }
    history.reload();
    QCOMPARE(history.nextUndo().name, std::string("kept"));
    history.append("next", "", "", std::string(600, 'x'));
    QCOMPARE(names(history), (std::vector<std::string>{"next", "kept"}));
}

QTEST_GUILESS_MAIN(tst_history)
#include "tst_history.moc"
