// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "ui/window/window_state.h"

using namespace dateline::ui;

class tst_window_state final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstStartIsOnce();
    void recentFilesAreTheNewestThatAreThere();
    void theLookIsKept();
    void workspacesHaveAnyName();
    void aDamagedFileOfSettingsCountsAsNone();

private:
    QString m_file;
    std::unique_ptr<QTemporaryDir> m_folder;
};

// Settings of its own for each test: those of the user stay as they are.
void tst_window_state::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
    QCoreApplication::setOrganizationName(u"dateline-test"_qs);
    QCoreApplication::setApplicationName(u"window-state"_qs);
    m_file = QSettings().fileName();
    QVERIFY(m_file.startsWith(m_folder->path()));
}

void tst_window_state::theFirstStartIsOnce()
{
    QVERIFY(WindowState::isFirstStart());
    QVERIFY(!WindowState::isFirstStart());
}

void tst_window_state::recentFilesAreTheNewestThatAreThere()
{
    QStringList paths;
    for (int i = 0; i < 12; ++i) {
        paths.append(m_folder->filePath(u"case %1.dateline"_qs.arg(i)));
        QFile file(paths.back());
        QVERIFY(file.open(QIODevice::WriteOnly));
        WindowState::addRecentFile(paths.back());
    }
    QCOMPARE(WindowState::recentFiles().size(), 8);
    QCOMPARE(WindowState::recentFiles().front(), paths[11]);
    WindowState::addRecentFile(paths[7]);
    QCOMPARE(WindowState::recentFiles().front(), paths[7]);
    QCOMPARE(WindowState::recentFiles().count(paths[7]), 1);
    QVERIFY(QFile::remove(paths[7]));
    QVERIFY(!WindowState::recentFiles().contains(paths[7]));
}

void tst_window_state::theLookIsKept()
{
    QCOMPARE(WindowState::look(), Look::Desktop);
    for (const Look look : {Look::Dark, Look::Light, Look::Desktop}) {
        WindowState::setLook(look);
        QCOMPARE(WindowState::look(), look);
    }
}

void tst_window_state::workspacesHaveAnyName()
{
    WindowState::setWorkspace(QString(), "last");
    const QStringList names{u"Reading"_qs, u"a/b %41"_qs, u"그래프"_qs};
    for (const QString &name : names)
        WindowState::setWorkspace(name, name.toUtf8());
    QStringList kept = WindowState::workspaces();
    kept.sort();
    QStringList expected = names;
    expected.sort();
    QCOMPARE(kept, expected);
    for (const QString &name : names)
        QCOMPARE(WindowState::workspace(name), name.toUtf8());
    WindowState::removeWorkspace(names[1]);
    QVERIFY(!WindowState::workspaces().contains(names[1]));
    QCOMPARE(WindowState::workspace(QString()), QByteArray("last"));
}

void tst_window_state::aDamagedFileOfSettingsCountsAsNone()
{
    WindowState::setLook(Look::Dark);
    QSettings().sync();
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("\x00\xff[[[look=\n=\n[", 15);
    file.close();
    QCOMPARE(WindowState::look(), Look::Desktop);
    QVERIFY(WindowState::recentFiles().isEmpty());
    QVERIFY(WindowState::workspaces().isEmpty());
}

QTEST_GUILESS_MAIN(tst_window_state)
#include "tst_window_state.moc"
