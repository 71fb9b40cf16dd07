// SPDX-License-Identifier: GPL-3.0-or-later
// check, --handling and --known-on of the real program, on the built-in sample.
#include <QProcess>
#include <QTest>

#include "app/base/check.h"
#include "app/edit/edits.h"
#include "app/edit/session.h"
#include "app/evidence/same_actor.h"
#include "app/exchange/json_value.h"
#include "tests/support/temporary_folder.h"

using namespace dateline;

class tst_evidence_commands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void checkTellsGroupsAndWhatWasAccepted();
    void exportRefusesWhatIsMarkedStricter();
    void exportShowsWhatWasKnownOnADay();
    void theSampleShowsAMergeAcrossScripts();

private:
    int run(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(DATELINE_BINARY), arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return -1;
        m_out = process.readAllStandardOutput();
        m_errors = process.readAllStandardError();
        return process.exitCode();
    }
    QString path(const char *name) const
    {
        return QString::fromStdString((m_folder / name).string());
    }

    TemporaryFolder m_folder;
    QString m_sample;
    QByteArray m_out;
    QByteArray m_errors;
};

void tst_evidence_commands::initTestCase()
{
    m_sample = path("sample.dateline");
    QCOMPARE(run({QStringLiteral("new"), m_sample, QStringLiteral("--sample")}), 0);
}

void tst_evidence_commands::checkTellsGroupsAndWhatWasAccepted()
{
    QCOMPARE(run({QStringLiteral("check"), m_sample, QStringLiteral("--json")}), 1);
    const Result<JsonValue> found = parseJson(m_out.toStdString());
    QVERIFY(found.has_value());
    QCOMPARE(found->at("/sound")->text, std::string("true"));
    QCOMPARE(found->at("/findings/0/group")->text, std::string("evidence"));
    QVERIFY(m_out.contains("\"person_in_two_places\""));
    QVERIFY(m_out.contains("\"accepted\": true"));
    QCOMPARE(run({QStringLiteral("check"), m_sample}), 1);
    QVERIFY(m_out.contains("[accepted: A journey that some observers expect"));
}

void tst_evidence_commands::exportRefusesWhatIsMarkedStricter()
{
    const QString folder = path("tables/");
    const auto exportAll = [&](const char *mark) {
        return run({QStringLiteral("export"), m_sample, folder, QStringLiteral("--handling"),
                    QString::fromLatin1(mark)});
    };
    QCOMPARE(exportAll("TLP:GREEN"), 3);
    QVERIFY(m_errors.contains("TLP:AMBER"));
    QVERIFY(!QFile::exists(folder));
    QCOMPARE(exportAll("SECRET"), 2);
    QCOMPARE(exportAll("TLP:AMBER"), 0);
    QVERIFY(QFile::exists(folder + QStringLiteral("acceptances.csv")));
    // What the filter leaves out does not count.
    const QString picture = path("2025.svg");
    QStringList later{QStringLiteral("export"), m_sample, picture, QStringLiteral("--handling"),
                      QStringLiteral("TLP:CLEAR")};
    QCOMPARE(run(later), 3);
    QVERIFY(!QFile::exists(picture));
    later << QStringLiteral("--from") << QStringLiteral("2025");
    QCOMPARE(run(later), 0);
    QVERIFY(QFile::exists(picture));
}

void tst_evidence_commands::exportShowsWhatWasKnownOnADay()
{
    const QString rows = path("events.csv");
    const auto exportEvents = [&](const char *day) {
        return run({QStringLiteral("export"), m_sample, rows, QStringLiteral("--known-on"),
                    QString::fromLatin1(day)});
    };
    const auto lineCount = [&] {
        QFile file(rows);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().count('\n') : -1;
    };
    QCOMPARE(exportEvents("2025-03-20"), 0);
    QCOMPARE(lineCount(), 0);  // the heading alone
    QCOMPARE(exportEvents("2025-03-21"), 0);
    QCOMPARE(lineCount(), 17);
}

// Two spellings of one man that became one, with nothing left of the second.
void tst_evidence_commands::theSampleShowsAMergeAcrossScripts()
{
    const Result<std::unique_ptr<Session>> session = Session::open(m_sample.toStdString());
    QVERIFY(session.has_value());
    const SnapshotPointer snapshot = (*session)->snapshot();
    QCOMPARE(snapshot->merges->size(), std::size_t(1));
    const Merge &merge = (*snapshot->merges)[0];
    QCOMPARE(merge.name, std::string("Сергей Шойгу"));
    QVERIFY(!merge.reason.empty());
    QCOMPARE(snapshot->actor(merge.kept)->name, std::string("Sergei Shoigu"));
    QVERIFY(snapshot->actor(merge.gone) == nullptr);
    // Taken apart, what Interfax quotes is his own again, and the two are proposed as one.
    QVERIFY((*session)->perform("Take apart", [&](Stores &stores) {
        const ActorId back = unmergeActors(stores, merge.id);
        DL_CHECK(stores.claims.attributedTo(back).size() >= 3);
    }));
    const Actor *back = (*session)->snapshot()->actorNamed(merge.name);
    QVERIFY(back != nullptr);
    const std::vector<SameActor> likely = likelySame(*(*session)->snapshot(), back->id);
    QVERIFY(!likely.empty());
    QCOMPARE(likely.front().actor, merge.kept);
}

QTEST_GUILESS_MAIN(tst_evidence_commands)
#include "tst_evidence_commands.moc"
