// SPDX-License-Identifier: GPL-3.0-or-later
// Brings files into the project: which files, read in which way, what would be added, and every
// place that is not as it should be; then the import itself, with progress and Stop. GUI thread.
#pragma once

#include <QDialog>

#include "ui/bridge/file_jobs.h"
#include "ui/bridge/view_context.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace dateline::ui {

class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    ImportDialog(const ViewContext &context, FileJobs &jobs, QWidget *parent = nullptr);

    void addFiles(const QStringList &paths);
    QStringList files() const;
    void setMapping(const QString &path);  // "": our own tables, or texts
    void importNow();

protected:
    void reject() override;

private:
    QWidget *makeFiles();
    QWidget *makeReport();
    void chooseFiles();
    void chooseFolder();
    void chooseMapping();
    void removeFile();
    QString mapping() const;
    void tryNow();
    void showFirstRows(const ImportOutcome &first, qint64 rowsOfEach);
    void showOutcome(const ImportOutcome &outcome);
    void showRefused(const QList<RefusedRow> &refused);
    void showError(const Error &error);
    void showBusy();
    void copyReport() const;

    ViewContext m_context;
    FileJobs &m_jobs;
    QListWidget *m_files;
    QPushButton *m_remove = nullptr;
    QComboBox *m_mapping;
    QCheckBox *m_skip;
    QLabel *m_sentence;
    QTableWidget *m_refused;
    QPushButton *m_copy = nullptr;
    QProgressBar *m_progress;
    QPushButton *m_import = nullptr;
    QPushButton *m_close = nullptr;
    QWidget *m_inputs = nullptr;
    QString m_report;  // what Copy copies
    int m_lastMapping = 0;
    bool m_canImport = false;
    bool m_isTrying = false;     // nothing is written
    bool m_wantsImport = false;  // as soon as the trial has stopped
    bool m_isClosing = false;
};

// Shows it; the files may be empty, and are then chosen in it.
void importDialog(const ViewContext &context, FileJobs &jobs, QWidget *parent,
                  const QStringList &paths);

}  // namespace dateline::ui
