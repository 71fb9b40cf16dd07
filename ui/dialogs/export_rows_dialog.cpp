// SPDX-License-Identifier: GPL-3.0-or-later
// File, Export rows: which rows, into which file.
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/handling_choice.h"

namespace dateline::ui {

namespace {

// Asks for what; empty where the user gave up.
QString chooseRows(const ViewContext &context, QWidget *parent, bool isFiltered)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(QObject::tr("Export rows"));
    auto *rows = new QComboBox;
    rows->setAccessibleName(QObject::tr("Rows"));
    rows->addItem(QObject::tr("Events"), QStringLiteral("events"));
    rows->addItem(QObject::tr("Actors"), QStringLiteral("actors"));
    rows->addItem(QObject::tr("Relations"), QStringLiteral("relations"));
    rows->addItem(QObject::tr("Sources"), QStringLiteral("sources"));
    rows->addItem(QObject::tr("Annotations"), QStringLiteral("annotations"));
    rows->addItem(QObject::tr("All tables, as a folder"), QStringLiteral("all"));
    auto *note = new QLabel(isFiltered ? QObject::tr("Only what the filter shows is written; all "
                                                     "tables are always written whole.")
                                       : QObject::tr("Everything is written."));
    note->setWordWrap(true);
    note->setProperty("faint", true);
    auto *handling = new HandlingChoice(context);
    auto *problem = new QLabel;
    problem->setWordWrap(true);
    problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *next =
        buttons->addButton(QObject::tr("Choose file…"), QDialogButtonBox::AcceptRole);
    next->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    const auto showProblem = [=] {
        const QString what = rows->currentData().toString();
        const bool isWhole = what == QLatin1String("all") || what == QLatin1String("sources") ||
                             what == QLatin1String("annotations");
        const QString text =
            isWhole ? handling->problem() : handling->problem(handling->shownByFilter());
        problem->setText(text);
        problem->setVisible(!text.isEmpty());
        next->setEnabled(text.isEmpty());
    };
    QObject::connect(rows, &QComboBox::currentIndexChanged, &dialog, showProblem);
    QObject::connect(handling, &QComboBox::currentIndexChanged, &dialog, showProblem);
    auto *form = new QFormLayout;
    form->addRow(QObject::tr("Rows"), rows);
    form->addRow(QObject::tr("Handling"), handling);
    auto *column = new QVBoxLayout(&dialog);
    column->addLayout(form);
    column->addWidget(note);
    column->addWidget(problem);
    column->addWidget(buttons);
    return dialog.exec() == QDialog::Accepted ? rows->currentData().toString() : QString();
}

}  // namespace

void exportRowsDialog(const ViewContext &context, QWidget *parent)
{
    const Filter &filter = context.filter.filter();
    const QString what = chooseRows(context, parent, !filter.isEmpty());
    if (what.isEmpty())
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path =
        what == QLatin1String("all")
            ? QFileDialog::getExistingDirectory(parent, QObject::tr("Folder for the tables"),
                                                folder)
            : QFileDialog::getSaveFileName(parent, QObject::tr("Export rows"),
                                           QStringLiteral("%1/%2.csv").arg(folder, what),
                                           QObject::tr("Table (*.csv);;JSON (*.json)"));
    if (!path.isEmpty())
        context.hub.exportRows(what, path, filter);
}

}  // namespace dateline::ui
