// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/error_text.h"
#include "ui/dialogs/handling_choice.h"
#include "ui/dialogs/picture_preview.h"
#include "ui/paint/network_multiples.h"
#include "ui/paint/picture_writer.h"

namespace dateline::ui {

namespace {

QString subjectText(PictureSubject subject)
{
    switch (subject) {
    case PictureSubject::Timeline:
        return QObject::tr("Timeline");
    case PictureSubject::Graph:
        return QObject::tr("Graph");
    case PictureSubject::GraphThroughTime:
        return QObject::tr("Graph at several dates");
    case PictureSubject::GraphMatrix:
        return QObject::tr("Graph as a matrix");
    case PictureSubject::EventsPerPeriod:
        return QObject::tr("Events per period");
    case PictureSubject::ActivityPerActor:
        return QObject::tr("Activity per actor");
    case PictureSubject::Quantities:
        return QObject::tr("Quantities");
    }
    return {};
}

bool isChart(PictureSubject subject)
{
    return subject == PictureSubject::EventsPerPeriod ||
           subject == PictureSubject::ActivityPerActor || subject == PictureSubject::Quantities;
}

class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    ExportDialog(const ViewContext &context, QWidget *parent, const PictureView &view);

private:
    QWidget *makeForm();
    PictureOptions options() const;
    Picture picture() const;
    void showPreview();
    void chooseFile();
    void followFormat();
    void write();
    void complain(const Error &error);

    ViewContext m_context;
    PictureView m_view;
    QComboBox *m_subject = new QComboBox;
    QComboBox *m_extent = new QComboBox;
    QComboBox *m_format = new QComboBox;
    QLineEdit *m_file = new QLineEdit;
    QSpinBox *m_width = new QSpinBox;
    QSpinBox *m_height = new QSpinBox;
    QSpinBox *m_dpi = new QSpinBox;
    QSpinBox *m_dates = new QSpinBox;
    QComboBox *m_theme = new QComboBox;
    HandlingChoice *m_handling = new HandlingChoice(m_context);
    QCheckBox *m_transparent = new QCheckBox(tr("Transparent ground"));
    QCheckBox *m_title = new QCheckBox(tr("Title"));
    QCheckBox *m_caption = new QCheckBox(tr("Caption with filter and sources"));
    QCheckBox *m_outlines = new QCheckBox(tr("Text as outlines"));
    PicturePreview *m_preview = new PicturePreview;
    QLabel *m_problem = new QLabel;
    QPushButton *m_export = nullptr;
    QTimer *m_delay = new QTimer(this);
    QString m_agreed;  // a file that may be replaced: the file dialog asked already
};

ExportDialog::ExportDialog(const ViewContext &context, QWidget *parent, const PictureView &view)
    : QDialog(parent), m_context(context), m_view(view)
{
    setWindowTitle(tr("Export picture"));
    m_preview->setAccessibleName(tr("Preview"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *left = new QVBoxLayout;
    left->addWidget(makeForm());
    left->addStretch();
    left->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    row->addLayout(left);
    row->addWidget(m_preview, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    const int unit = fontMetrics().height();
    resize(unit * 62, unit * 34);

    m_delay->setSingleShot(true);
    m_delay->setInterval(60);
    connect(m_delay, &QTimer::timeout, this, &ExportDialog::showPreview);
    const auto later = [this] { m_delay->start(); };
    for (QComboBox *box : {m_subject, m_extent, m_theme, static_cast<QComboBox *>(m_handling)})
        connect(box, &QComboBox::currentIndexChanged, this, later);
    for (QSpinBox *box : {m_width, m_height, m_dpi, m_dates})
        connect(box, &QSpinBox::valueChanged, this, later);
    for (QCheckBox *box : {m_transparent, m_title, m_caption})
        connect(box, &QCheckBox::toggled, this, later);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    connect(m_file, &QLineEdit::textEdited, this, [this](const QString &path) {
        const Result<PictureFormat> format = pictureFormatOf(path);
        if (format)
            m_format->setCurrentIndex(m_format->findData(static_cast<int>(*format)));
    });
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    followFormat();
    showPreview();
}

QWidget *ExportDialog::makeForm()
{
    for (const PictureSubject subject :
         {PictureSubject::Timeline, PictureSubject::Graph, PictureSubject::GraphThroughTime,
          PictureSubject::GraphMatrix, PictureSubject::EventsPerPeriod,
          PictureSubject::ActivityPerActor, PictureSubject::Quantities})
        m_subject->addItem(subjectText(subject), static_cast<int>(subject));
    m_subject->setCurrentIndex(m_subject->findData(static_cast<int>(m_view.subject)));
    m_extent->addItem(tr("All that the filter shows"), static_cast<int>(PictureExtent::Whole));
    m_extent->addItem(tr("What is visible now"), static_cast<int>(PictureExtent::Visible));
    m_extent->addItem(tr("What is selected"), static_cast<int>(PictureExtent::Selected));
    m_format->addItem(tr("PNG, an image"), static_cast<int>(PictureFormat::Png));
    m_format->addItem(tr("SVG, to edit"), static_cast<int>(PictureFormat::Svg));
    m_format->addItem(tr("PDF, to print"), static_cast<int>(PictureFormat::Pdf));
    m_theme->addItem(tr("Light"));
    m_theme->addItem(tr("Dark"));
    for (QSpinBox *box : {m_width, m_height}) {
        box->setRange(200, 20'000);
        box->setSingleStep(100);
        box->setSuffix(tr(" px"));
    }
    m_width->setValue(1600);
    m_height->setValue(1000);
    m_dpi->setRange(48, 600);
    m_dpi->setValue(96);
    m_title->setChecked(true);
    m_caption->setChecked(true);

    QSettings settings;
    QString folder = settings.value(QStringLiteral("exportFolder")).toString();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = m_context.hub.projectTitle();
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    m_file->setText(QDir(folder).filePath(name + QStringLiteral(".png")));
    m_file->setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    auto *browse = new QToolButton;
    browse->setText(QStringLiteral("…"));
    browse->setAccessibleName(tr("Choose a file"));
    connect(browse, &QToolButton::clicked, this, &ExportDialog::chooseFile);
    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file);
    fileRow->addWidget(browse);
    auto *sizeRow = new QHBoxLayout;
    sizeRow->addWidget(m_width, 1);
    sizeRow->addWidget(new QLabel(QStringLiteral("×")));
    sizeRow->addWidget(m_height, 1);

    auto *widget = new QWidget;
    auto *form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, fontMetrics().height(), 0);
    form->addRow(tr("Picture of"), m_subject);
    form->addRow(tr("How much"), m_extent);
    m_dates->setRange(kFewestMultiples, kMostMultiples);
    m_dates->setValue(m_view.dates);
    m_dates->setAccessibleName(tr("Dates"));
    form->addRow(tr("Dates"), m_dates);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("File"), fileRow);
    form->addRow(tr("Size"), sizeRow);
    form->addRow(tr("Dots per inch"), m_dpi);
    form->addRow(tr("Look"), m_theme);
    form->addRow(tr("Handling"), m_handling);
    for (QCheckBox *box : {m_title, m_caption, m_transparent, m_outlines})
        form->addRow(QString(), box);
    m_subject->setAccessibleName(tr("Picture of"));
    m_extent->setAccessibleName(tr("How much"));
    m_format->setAccessibleName(tr("Format"));
    m_file->setAccessibleName(tr("File"));
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));
    m_dpi->setAccessibleName(tr("Dots per inch"));
    m_theme->setAccessibleName(tr("Look"));
    return widget;
}

PictureOptions ExportDialog::options() const
{
    PictureOptions options;
    options.size = QSizeF(m_width->value(), m_height->value());
    options.dpi = m_dpi->value();
    options.isDark = m_theme->currentIndex() == 1;
    options.isTransparent = m_transparent->isChecked() && m_transparent->isEnabled();
    options.hasTitle = m_title->isChecked();
    options.hasCaption = m_caption->isChecked();
    options.text = m_outlines->isChecked() ? TextAs::Outlines : TextAs::Live;
    options.font = font();
    return options;
}

Picture ExportDialog::picture() const
{
    PictureView view = m_view;
    view.subject = static_cast<PictureSubject>(m_subject->currentData().toInt());
    view.dates = m_dates->value();
    return makePicture(m_context, view,
                       static_cast<PictureExtent>(m_extent->currentData().toInt()));
}

void ExportDialog::showPreview()
{
    PictureOptions shown = options();
    m_dates->setEnabled(static_cast<PictureSubject>(m_subject->currentData().toInt()) ==
                        PictureSubject::GraphThroughTime);
    if (static_cast<PictureFormat>(m_format->currentData().toInt()) != PictureFormat::Png)
        shown.dpi = 96;
    m_preview->setPicture(picture(), shown);
    const QString tooStrict = m_handling->problem(m_handling->shownByFilter());
    m_problem->setText(tooStrict);
    m_problem->setVisible(!tooStrict.isEmpty());
    m_export->setEnabled(tooStrict.isEmpty());
}

void ExportDialog::followFormat()
{
    const auto format = static_cast<PictureFormat>(m_format->currentData().toInt());
    const bool isPng = format == PictureFormat::Png;
    m_dpi->setEnabled(isPng);
    m_transparent->setEnabled(format != PictureFormat::Pdf);
    m_outlines->setEnabled(!isPng);
    const QString ending = isPng                          ? QStringLiteral("png")
                           : format == PictureFormat::Svg ? QStringLiteral("svg")
                                                          : QStringLiteral("pdf");
    const QFileInfo file(m_file->text());
    if (file.suffix().toLower() != ending)
        m_file->setText(file.dir().filePath(file.completeBaseName() + QLatin1Char('.') + ending));
    m_delay->start();
}

void ExportDialog::chooseFile()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export picture"), m_file->text());
    if (path.isEmpty())
        return;
    m_file->setText(path);
    m_agreed = path;
    const Result<PictureFormat> format = pictureFormatOf(path);
    if (format)
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(*format)));
    else
        followFormat();
}

void ExportDialog::write()
{
    const auto format = static_cast<PictureFormat>(m_format->currentData().toInt());
    const QString path = m_file->text();
    if (const Result<PictureFormat> named = pictureFormatOf(path); !named)
        return complain(named.error());
    if (path != m_agreed && QFileInfo::exists(path) &&
        QMessageBox::question(this, tr("Export picture"),
                              tr("%1 exists already. Replace it?").arg(path)) != QMessageBox::Yes)
        return;
    if (!m_handling->problem(m_handling->shownByFilter()).isEmpty())
        return showPreview();  // chosen since the last look
    const QString done = tr("The picture was written to %1.").arg(path);
    if (isChart(static_cast<PictureSubject>(m_subject->currentData().toInt()))) {
        // Qt Charts draw on this thread alone; they have few marks.
        if (const Result<void> result = writePicture(path, picture(), format, options()); !result)
            return complain(result.error());
        Q_EMIT m_context.hub.noted(done);
    } else if (!m_context.hub.startExport(
                   path,
                   [path, format, made = picture(), with = options()](LongWork &work) {
                       return writePicture(path, made, format, with, &work);
                   },
                   done)) {
        return;
    }
    QSettings().setValue(QStringLiteral("exportFolder"), QFileInfo(path).absolutePath());
    accept();
}

void ExportDialog::complain(const Error &error)
{
    m_problem->setText(errorText(error));
    m_problem->show();
}

}  // namespace

void exportPictureDialog(const ViewContext &context, QWidget *parent, const PictureView &view)
{
    ExportDialog(context, parent, view).exec();
}

}  // namespace dateline::ui

#include "export_dialog.moc"
