// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/edit/session.h"
#include "app/store/database.h"
#include "app/store/file_probe.h"
#include "app/store/schema.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

// Copies all files of a folder that lies where nothing may be written.
void copyFiles(const std::filesystem::path &from, const TemporaryFolder &to)
{
    for (const auto &entry : std::filesystem::directory_iterator(from)) {
        if (entry.is_regular_file())
            writeFile(to.path() / entry.path().filename(), readFile(entry.path()));
    }
}

// A sound project, closed, as bytes.
std::string soundBytes()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    return readFile(file.path);
}

std::string with(std::string bytes, std::size_t offset, std::string_view replacement)
{
    return bytes.replace(offset, replacement.size(), replacement);
}

}  // namespace

class tst_file_probe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sound = soundBytes(); }
    void soundFilePasses();
    void headerTellsWhatAFileIs_data();
    void headerTellsWhatAFileIs();
    void damageIsFoundAndTheFileLeftAlone_data();
    void damageIsFoundAndTheFileLeftAlone();
    void missingTableIsDamage();
    void randomDamageNeverWritesNorCrashes();
    void hostileFilesAreRefusedAndStayAsTheyAre();
    void refusedFileWithALogKeepsBoth();

private:
    std::string m_sound;
};

void tst_file_probe::soundFilePasses()
{
    TemporaryFolder folder;
    writeFile(folder / "a", m_sound);
    const auto header = readFileHeader(folder / "a");
    QVERIFY(header);
    QCOMPARE(header->schemaVersion, newestSchemaVersion());
    QVERIFY(!header->isNewer);
    QVERIFY(checkFileContents(folder / "a"));
    QCOMPARE(folder.fileNames(), std::vector<std::string>{"a"});
    QCOMPARE(readFile(folder / "a"), m_sound);
}

void tst_file_probe::headerTellsWhatAFileIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const std::string &bytes, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    row("empty", "", ErrorCode::ForeignFile);
    row("one byte", "S", ErrorCode::ForeignFile);
    row("text",
        "A text that is longer than the hundred bytes of a header, so that nobody could "
        "take its end for the end of a database that was cut off.",
        ErrorCode::ForeignFile);
    row("magic alone", m_sound.substr(0, 16), ErrorCode::DamagedFile);
    row("half a header", m_sound.substr(0, 60), ErrorCode::DamagedFile);
    row("header alone", m_sound.substr(0, 100), ErrorCode::DamagedFile);
    row("another program's", with(m_sound, 68, "GPKG"), ErrorCode::ForeignFile);
    row("nobody's", with(m_sound, 68, std::string(4, '\0')), ErrorCode::ForeignFile);
    row("no schema version", with(m_sound, 60, std::string(4, '\0')), ErrorCode::DamagedFile);
    row("negative schema version", with(m_sound, 60, std::string(4, '\xff')),
        ErrorCode::DamagedFile);
    row("format that cannot be read", with(m_sound, 18, "\x05\x05"), ErrorCode::NewerFile);
}

void tst_file_probe::headerTellsWhatAFileIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    TemporaryFolder folder;
    writeFile(folder / "a", bytes.toStdString());
    const auto header = readFileHeader(folder / "a");
    QVERIFY(!header);
    QCOMPARE(static_cast<int>(header.error().code), code);
    QVERIFY(!header.error().detail.empty());
    const auto session = Session::open(folder / "a");
    QVERIFY(!session);
    QCOMPARE(static_cast<int>(session.error().code), code);
    QCOMPARE(readFile(folder / "a"), bytes.toStdString());
    QCOMPARE(folder.fileNames(), std::vector<std::string>{"a"});
}

void tst_file_probe::damageIsFoundAndTheFileLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::string &bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    row("cut in the middle of a page", m_sound.substr(0, m_sound.size() / 2 + 99));
    row("cut after the first page", m_sound.substr(0, 4096));
    row("second page zeroed", with(m_sound, 4096, std::string(4096, '\0')));
    row("wrong page size", with(m_sound, 16, std::string("\x02\x00", 2)));
    row("damaged schema", with(m_sound, m_sound.find("CREATE TABLE event"), "CREATE TUBLE event"));
}

void tst_file_probe::damageIsFoundAndTheFileLeftAlone()
{
    QFETCH(QByteArray, bytes);
    TemporaryFolder folder;
    writeFile(folder / "a", bytes.toStdString());
    for (const OpenMode mode : {OpenMode::Write, OpenMode::ReadOnly}) {
        const auto session = Session::open(folder / "a", mode);
        QVERIFY(!session);
        QCOMPARE(session.error().code, ErrorCode::DamagedFile);
        QVERIFY(!session.error().detail.empty());
        QCOMPARE(readFile(folder / "a"), bytes.toStdString());
        QCOMPARE(folder.fileNames(), std::vector<std::string>{"a"});
    }
}

void tst_file_probe::missingTableIsDamage()
{
    TemporaryFolder folder;
    makeEmptyFile(folder / "a").reset();
    Database{folder / "a", Database::Mode::Write}.execute("DROP TABLE tagging");
    const auto sound = checkFileContents(folder / "a");
    QVERIFY(!sound);
    QCOMPARE(sound.error().code, ErrorCode::DamagedFile);
    QVERIFY(sound.error().detail.find("tagging") != std::string::npos);
}

void tst_file_probe::randomDamageNeverWritesNorCrashes()
{
    TemporaryFolder folder;
    quint32 seed = 1;
    const auto next = [&] { return seed = seed * 1'664'525u + 1'013'904'223u; };
    for (int round = 0; round < 60; ++round) {
        std::string bytes = m_sound;
        for (int i = 0; i < 20; ++i) {
            const std::size_t at = (next() >> 4) % bytes.size();
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << (next() >> 16) % 8));
        }
        writeFile(folder / "a", bytes);
        // What is not found may open; what is read must not write, search or crash the program.
        const auto session = Session::open(folder / "a", OpenMode::ReadOnly);
        if (session) {
            static_cast<void>((*session)->search("Shoigu", 5));
            static_cast<void>((*session)->integrityFindings());
        }
        QCOMPARE(readFile(folder / "a"), bytes);
    }
}

void tst_file_probe::hostileFilesAreRefusedAndStayAsTheyAre()
{
    if (sharedData().empty())
        QSKIP("no shared data");
    TemporaryFolder folder;
    copyFiles(sharedData() / "hostile/sqlite", folder);
    const std::vector<std::string> names = folder.fileNames();
    QVERIFY(names.size() > 5);
    for (const std::string &name : names) {
        const std::string bytes = readFile(folder / name);
        const auto session = Session::open(folder / name);
        QVERIFY2(!session, name.c_str());
        QVERIFY2(session.error().code == ErrorCode::ForeignFile ||
                     session.error().code == ErrorCode::DamagedFile ||
                     session.error().code == ErrorCode::NewerFile,
                 name.c_str());
        QVERIFY2(readFile(folder / name) == bytes, name.c_str());
    }
    QCOMPARE(folder.fileNames(), names);
}

void tst_file_probe::refusedFileWithALogKeepsBoth()
{
    if (sharedData().empty())
        QSKIP("no shared data");
    TemporaryFolder folder;
    copyFiles(sharedData() / "hostile/sqlite/wal", folder);
    const std::vector<std::string> names = folder.fileNames();
    const std::string log = readFile(folder / "hot.sqlite-wal");
    QVERIFY(!Session::open(folder / "hot.sqlite"));
    QCOMPARE(folder.fileNames(), names);
    QCOMPARE(readFile(folder / "hot.sqlite-wal"), log);
}

QTEST_GUILESS_MAIN(tst_file_probe)
#include "tst_file_probe.moc"
