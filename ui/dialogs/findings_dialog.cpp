// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/findings_dialog.h"

#include <memory>

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

QString severityText(Severity severity)
{
    return severity == Severity::Must ? QObject::tr("Must be mended") : QObject::tr("Worth a look");
}

QString asText(const std::vector<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(QStringLiteral("%1\t%2\t%3")
                         .arg(severityText(finding.severity), toQString(finding.code),
                              toQString(finding.sentence)));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

void showFindingsDialog(const ViewContext &context, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QObject::tr("Check"));
    auto *summary = new QLabel;
    summary->setWordWrap(true);
    auto *list = new QTreeWidget;
    list->setAccessibleName(QObject::tr("Findings"));
    list->setHeaderLabels({QObject::tr("Weight"), QObject::tr("What")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(false);
    list->setWordWrap(true);
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *again =
        buttons->addButton(QObject::tr("Check again"), QDialogButtonBox::ActionRole);
    QPushButton *copy = buttons->addButton(QObject::tr("Copy all"), QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(summary);
    column->addWidget(list, 1);
    column->addWidget(buttons);

    const auto findings = std::make_shared<std::vector<Finding>>();
    const auto fill = [context, findings, list, summary] {
        *findings = context.hub.findings();
        list->clear();
        qsizetype broken = 0;
        for (const Finding &finding : *findings) {
            auto *item = new QTreeWidgetItem(
                list, {severityText(finding.severity), toQString(finding.sentence)});
            item->setToolTip(1, toQString(finding.code));
            broken += finding.severity == Severity::Must ? 1 : 0;
        }
        const QLocale locale;
        summary->setText(
            findings->empty()
                ? QObject::tr(
                      "The file is sound, every quote stands where it was marked, and no two "
                      "claims contradict each other.")
                : QObject::tr("%1 to be mended, %2 worth a look.")
                      .arg(locale.toString(broken),
                           locale.toString(static_cast<qlonglong>(findings->size()) - broken)));
    };
    fill();
    QObject::connect(list, &QTreeWidget::itemActivated, dialog,
                     [context, findings, list](QTreeWidgetItem *item) {
                         const auto row = static_cast<std::size_t>(list->indexOfTopLevelItem(item));
                         if (row >= findings->size() || (*findings)[row].items.empty())
                             return;
                         context.selection.select((*findings)[row].items.front());
                         context.selection.dropMissing(*context.hub.snapshot());
                     });
    // What was found in one file says nothing about another one.
    QObject::connect(&context.hub, &SessionHub::opened, dialog, &QDialog::close);
    QObject::connect(again, &QPushButton::clicked, dialog, fill);
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [findings] { QApplication::clipboard()->setText(asText(*findings)); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    const int unit = dialog->fontMetrics().height();
    dialog->resize(unit * 44, unit * 24);
    dialog->show();
}

}  // namespace dateline::ui
