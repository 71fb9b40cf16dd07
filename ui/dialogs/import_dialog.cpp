// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include <utility>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

namespace {

constexpr int kMostShown = 1'000;  // refusals; all of them are copied
const QString kOtherFile = QStringLiteral("?");

// What the file's name alone says about it.
QString formatOf(const QString &path)
{
    if (FileJobs::needsMapping({path}))
        return ImportDialog::tr("a foreign table, read with a mapping");
    const QFileInfo file(path);
    return file.isDir() || file.suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0
               ? ImportDialog::tr("our own tables")
               : ImportDialog::tr("a text, becomes a source");
}

}  // namespace

ImportDialog::ImportDialog(const ViewContext &context, FileJobs &jobs, QWidget *parent)
    : QDialog(parent), m_context(context), m_jobs(jobs), m_files(new QListWidget),
      m_mapping(new QComboBox), m_skip(new QCheckBox(tr("Leave out what is not as it should be"))),
      m_sentence(new QLabel), m_refused(new QTableWidget(0, 6)), m_progress(new QProgressBar)
{
    setWindowTitle(tr("Import"));
    auto *buttons = new QDialogButtonBox;
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_close = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_import->setDefault(true);
    auto *rows = new QVBoxLayout(this);
    m_inputs = makeFiles();
    rows->addWidget(m_inputs);
    rows->addWidget(makeReport(), 1);
    rows->addWidget(m_progress);
    rows->addWidget(buttons);
    m_progress->hide();
    m_progress->setAccessibleName(tr("Progress of the import"));

    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::importNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_mapping, &QComboBox::activated, this, [this] {
        if (mapping() == kOtherFile)
            chooseMapping();
        m_lastMapping = m_mapping->currentIndex();
        tryNow();
    });
    connect(m_skip, &QCheckBox::toggled, this, &ImportDialog::tryNow);
    connect(&m_jobs, &FileJobs::started, this, &ImportDialog::showBusy);
    connect(&m_jobs, &FileJobs::previewed, this, &ImportDialog::showFirstRows);
    connect(&m_jobs, &FileJobs::finished, this, &ImportDialog::showOutcome);
    connect(&m_jobs, &FileJobs::failed, this, &ImportDialog::showError);
    connect(&m_jobs, &FileJobs::progress, this,
            [this](qint64 done, qint64 total, const QString &text) {
                // In thousandths: a progress bar counts in int.
                m_progress->setRange(0, total > 0 ? 1'000 : 0);
                m_progress->setValue(total > 0 ? static_cast<int>(done * 1'000 / total) : 0);
                m_progress->setFormat(text);
            });
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 100, letter * 70);
    tryNow();
}

QWidget *ImportDialog::makeFiles()
{
    m_files->setAccessibleName(tr("Files to import"));
    m_files->setMaximumHeight(fontMetrics().height() * 6);
    const auto button = [this](const QString &text, auto run) {
        auto *made = new QPushButton(text);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    m_remove = button(tr("Remove"), &ImportDialog::removeFile);
    m_remove->setAccessibleName(tr("Remove the file from the list"));
    auto *choices = new QVBoxLayout;
    choices->addWidget(button(tr("Add files…"), &ImportDialog::chooseFiles));
    choices->addWidget(button(tr("Add a folder…"), &ImportDialog::chooseFolder));
    choices->addWidget(m_remove);
    choices->addStretch();

    m_mapping->setAccessibleName(tr("How the files are read"));
    m_mapping->addItem(tr("Our own tables, or texts"), QString());
    for (const MappingFile &mapping : builtInMappings())
        m_mapping->addItem(mapping.name, mapping.path);
    m_mapping->addItem(tr("A mapping file…"), kOtherFile);
    auto *label = new QLabel(tr("Read as"));
    label->setProperty("faint", true);
    label->setBuddy(m_mapping);
    auto *reading = new QHBoxLayout;
    reading->addWidget(label);
    reading->addWidget(m_mapping, 1);
    reading->addWidget(m_skip);

    auto *inputs = new QWidget;
    auto *first = new QHBoxLayout;
    first->addWidget(m_files, 1);
    first->addLayout(choices);
    auto *both = new QVBoxLayout(inputs);
    both->setContentsMargins(0, 0, 0, 0);
    both->addLayout(first);
    both->addLayout(reading);
    return inputs;
}

QWidget *ImportDialog::makeReport()
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_refused->setHorizontalHeaderLabels(
        {tr("File"), tr("Line"), tr("Column"), tr("Field"), tr("Found"), tr("Expected")});
    m_refused->setAccessibleName(tr("What is not as it should be"));
    m_refused->verticalHeader()->hide();
    m_refused->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_refused->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_refused->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_refused->setTabKeyNavigation(false);
    m_refused->setWordWrap(false);
    m_refused->horizontalHeader()->setStretchLastSection(true);
    m_copy = new QPushButton(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the report"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &ImportDialog::copyReport);
    auto *line = new QHBoxLayout;
    line->addWidget(m_sentence, 1);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    auto *report = new QWidget;
    auto *column = new QVBoxLayout(report);
    column->setContentsMargins(0, 6, 0, 0);
    column->addLayout(line);
    column->addWidget(m_refused, 1);
    column->addStretch();
    return report;
}

void ImportDialog::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (files().contains(path))
            continue;
        auto *item = new QListWidgetItem(
            tr("%1 — %2", "file, what it is").arg(QFileInfo(path).fileName(), formatOf(path)));
        item->setData(Qt::UserRole, path);
        item->setToolTip(path);
        m_files->addItem(item);
    }
    if (m_files->currentRow() < 0)
        m_files->setCurrentRow(0);
    tryNow();
}

QStringList ImportDialog::files() const
{
    QStringList paths;
    for (int row = 0; row < m_files->count(); ++row)
        paths.append(m_files->item(row)->data(Qt::UserRole).toString());
    return paths;
}

void ImportDialog::chooseFiles()
{
    addFiles(QFileDialog::getOpenFileNames(this, tr("Files to import"), QString(),
                                           tr("Tables and texts (*.csv *.tsv *.json *.txt *.html "
                                              "*.htm *.md *.pdf *.eml);;All files (*)")));
}

void ImportDialog::chooseFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Folder of our own tables"));
    if (!path.isEmpty())
        addFiles({path});
}

void ImportDialog::chooseMapping()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Mapping file"), QString(),
                                                      tr("Mappings (*.json);;All files (*)"));
    if (path.isEmpty())
        m_mapping->setCurrentIndex(m_lastMapping);
    else
        setMapping(path);
}

void ImportDialog::setMapping(const QString &path)
{
    int index = m_mapping->findData(path);
    if (index < 0) {
        index = m_mapping->count() - 1;
        m_mapping->insertItem(index, QFileInfo(path).fileName(), path);
    }
    m_mapping->setCurrentIndex(index);
    m_lastMapping = index;
    tryNow();
}

void ImportDialog::removeFile()
{
    delete m_files->takeItem(m_files->currentRow());
    tryNow();
}

QString ImportDialog::mapping() const
{
    return m_mapping->currentData().toString();
}

// Every change of what is to be imported is tried at once, which writes nothing.
void ImportDialog::tryNow()
{
    m_canImport = false;
    m_import->setEnabled(false);
    m_remove->setEnabled(m_files->count() > 0);
    showRefused({});
    if (m_files->count() == 0) {
        m_sentence->setText(tr("Add the files to import."));
        return;
    }
    if (mapping().isEmpty() && FileJobs::needsMapping(files())) {
        m_sentence->setText(tr("Choose how to read them: one of the files is a foreign table."));
        return;
    }
    m_isTrying =
        m_jobs.tryFiles(files(), mapping(),
                        m_skip->isChecked() ? FileJobs::Rows::SkipBad : FileJobs::Rows::AllOrNone);
}

// Whoever has seen enough need not wait for the check of the rest.
void ImportDialog::importNow()
{
    if (!m_canImport)
        return;
    m_wantsImport = m_isTrying && m_jobs.isBusy();
    if (m_wantsImport) {
        m_import->setEnabled(false);
        m_jobs.cancel();
        return;
    }
    m_isTrying = false;
    m_jobs.importFiles(files(), mapping(),
                       m_skip->isChecked() ? FileJobs::Rows::SkipBad : FileJobs::Rows::AllOrNone);
}

void ImportDialog::showBusy()
{
    const bool isBusy = m_jobs.isBusy();
    m_inputs->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
    m_import->setEnabled(m_canImport && (!isBusy || m_isTrying));
    m_close->setText(isBusy ? tr("Stop") : tr("Cancel"));
    if (isBusy)
        m_sentence->clear();
}

// Its places are shown at once; whether more come, and what is there already, the check will tell.
void ImportDialog::showFirstRows(const ImportOutcome &first, qint64 rowsOfEach)
{
    const QString rows = first.rows();
    m_canImport = !first.added.isEmpty() && (first.refused.isEmpty() || m_skip->isChecked());
    m_import->setEnabled(m_canImport);
    m_sentence->setText(
        (first.refused.isEmpty()
             ? tr("The first rows are as they should be: of each table at most %1, in all %2. "
                  "All of them are being looked at; the import need not wait for that.")
             : tr("Of the first rows (of each table at most %1, in all %2) these are not as they "
                  "should be. All of them are being looked at."))
            .arg(numberText(rowsOfEach), rows.isEmpty() ? tr("none") : rows));
    showRefused(first.refused);
}

void ImportDialog::showOutcome(const ImportOutcome &outcome)
{
    if (std::exchange(m_wantsImport, false) && outcome.isDryRun && !m_isClosing) {
        // Done just before it could be stopped: what it found decides.
        m_isTrying = false;
        if (outcome.refused.isEmpty() || m_skip->isChecked()) {
            importNow();
            return;
        }
    }
    if (m_isClosing) {
        QDialog::reject();
        return;
    }
    if (outcome.isDone && !outcome.isDryRun) {
        Q_EMIT m_context.hub.noted(outcome.sentence());
        accept();
        return;
    }
    m_canImport = outcome.isDryRun && (outcome.refused.isEmpty() || m_skip->isChecked()) &&
                  (!outcome.added.isEmpty() || outcome.updated > 0);
    showBusy();
    QStringList sentences{outcome.sentence()};
    sentences.append(outcome.remarks);
    m_sentence->setText(sentences.join(u'\n'));
    showRefused(outcome.refused);
    if (m_canImport)
        m_import->setFocus();
}

void ImportDialog::showRefused(const QList<RefusedRow> &refused)
{
    const int shown = static_cast<int>(qMin<qsizetype>(refused.size(), kMostShown));
    m_refused->setRowCount(shown);
    m_refused->setVisible(shown > 0);
    m_copy->setVisible(shown > 0);
    QStringList all;
    for (const RefusedRow &row : refused)
        all.append(row.sentence());
    m_report = all.join(u'\n');
    for (int i = 0; i < shown; ++i) {
        const RefusedRow &row = refused[i];
        const auto number = [](std::int64_t value) {
            return value > 0 ? numberText(static_cast<qlonglong>(value)) : QString();
        };
        const QString cells[] = {row.file,  number(row.line), number(row.column),
                                 row.field, row.found,        row.expected};
        for (int column = 0; column < 6; ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            cell->setToolTip(cells[column]);
            if (column == 1 || column == 2)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_refused->setItem(i, column, cell);
        }
    }
    if (shown > 0) {
        m_refused->resizeColumnsToContents();
        const int widest = fontMetrics().averageCharWidth() * 30;
        for (int column = 0; column < 5; ++column)
            m_refused->setColumnWidth(column, qMin(widest, m_refused->columnWidth(column)));
    }
}

void ImportDialog::showError(const Error &error)
{
    if (m_isClosing) {
        QDialog::reject();
        return;
    }
    // Whoever does not want to wait may import all the same, which looks at every row, too.
    const bool isTryStopped = m_isTrying && error.code == ErrorCode::Cancelled;
    m_isTrying = false;
    m_canImport = isTryStopped;
    if (std::exchange(m_wantsImport, false) && isTryStopped) {
        importNow();
        return;
    }
    showBusy();
    m_sentence->setText(isTryStopped
                            ? tr("Not all rows were looked at. The import looks at each of them, "
                                 "and takes all or none where one is not as it should be.")
                            : errorText(error));
}

void ImportDialog::copyReport() const
{
    QGuiApplication::clipboard()->setText(m_sentence->text() + u'\n' + m_report);
}

// Stop ends what is running and keeps the dialog; closing the window ends both.
void ImportDialog::reject()
{
    if (!m_jobs.isBusy()) {
        QDialog::reject();
        return;
    }
    m_isClosing = sender() == nullptr;
    m_jobs.cancel();
}

void importDialog(const ViewContext &context, FileJobs &jobs, QWidget *parent,
                  const QStringList &paths)
{
    if (context.hub.isReadOnly()) {
        Q_EMIT context.hub.noted(context.hub.readOnlyText());
        return;
    }
    ImportDialog dialog(context, jobs, parent);
    dialog.addFiles(paths);
    dialog.exec();
}

}  // namespace dateline::ui
