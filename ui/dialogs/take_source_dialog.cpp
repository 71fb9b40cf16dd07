// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/take_source_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDate>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include "app/model/grade.h"
#include "app/suggestions/reprints.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/new_version_dialog.h"
#include "ui/tables/cell_text.h"
#include "ui/views/actor_field.h"
#include "ui/views/date_field.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

const QStringList kLanguages{QStringLiteral("en"), QStringLiteral("ko"), QStringLiteral("ru"),
                             QStringLiteral("uk"), QStringLiteral("zh"), QStringLiteral("ja"),
                             QStringLiteral("de"), QStringLiteral("fr"), QStringLiteral("es"),
                             QStringLiteral("ar"), QStringLiteral("fa")};

Edtf today()
{
    const Result<Edtf> date = Edtf::parse(toUtf8(QDate::currentDate().toString(Qt::ISODate)));
    return date ? *date : Edtf();
}

constexpr int kLikenessDelay = 200;           // milliseconds without a change
constexpr int kAlike = 30;                    // per cent of the passages; less is a quotation
constexpr qint64 kLargestCompared = 400'000;  // letters
constexpr qint64 kMostCompared = 3'000'000;

// A guess never overwrites what somebody has entered.
void guess(TextField *field, const QString &value)
{
    if (!field->isModified() && !value.isEmpty())
        field->setValue(value);
}

}  // namespace

TakeSourceDialog::TakeSourceDialog(const ViewContext &context, Origin origin, QWidget *parent)
    : QDialog(parent), m_context(context), m_origin(origin),
      m_title(new TextField(tr("Title"), FieldLook::Framed)),
      m_outlet(new ActorField(context, tr("Outlet"), FieldLook::Framed)),
      m_author(new TextField(tr("Author"), FieldLook::Framed)),
      m_published(new DateField(tr("Published, as EDTF"), FieldLook::Framed)),
      m_updated(new DateField(tr("Updated, as EDTF"), FieldLook::Framed)),
      m_retrieved(new DateField(tr("Retrieved, as EDTF"), FieldLook::Framed)),
      m_address(new TextField(tr("Address"), FieldLook::Framed)),
      m_language(new WordField(tr("Language"), FieldLook::Framed)),
      m_handling(new WordField(tr("Handling mark"), FieldLook::Framed)), m_text(new QPlainTextEdit),
      m_about(new QLabel), m_problem(new QLabel), m_show(new QPushButton(tr("Show it"))),
      m_replaces(new QCheckBox), m_sameForAll(new QCheckBox), m_likeness(new QTimer(this))
{
    setWindowTitle(tr("Take a source in"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(makeFields(), 2);
    columns->addWidget(makeText(), 3);

    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_show->setAccessibleName(tr("Show the source that is here already"));
    m_show->setAutoDefault(false);
    m_show->hide();
    auto *line = new QHBoxLayout;
    line->addWidget(m_problem, 1);
    line->addWidget(m_show);
    m_sameForAll->hide();
    m_replaces->hide();
    // Not at every letter that somebody types.
    m_likeness->setSingleShot(true);
    m_likeness->setInterval(kLikenessDelay);
    connect(m_likeness, &QTimer::timeout, this, [this] {
        findLikeness();
        check();
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_add = buttons->addButton(tr("Add source"), QDialogButtonBox::AcceptRole);
    m_add->setDefault(true);
    auto *file = buttons->addButton(tr("From a file…"), QDialogButtonBox::ActionRole);
    file->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(columns, 1);
    rows->addLayout(line);
    rows->addWidget(m_replaces);
    rows->addWidget(m_sameForAll);
    rows->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(file, &QPushButton::clicked, this, &TakeSourceDialog::chooseFile);
    connect(m_show, &QPushButton::clicked, this, [this] {
        m_context.selection.select(m_duplicate);
        reject();
    });
    for (TextField *field : {m_title, static_cast<TextField *>(m_outlet), m_author, m_address})
        connect(field, &QLineEdit::textChanged, this, &TakeSourceDialog::check);
    for (DateField *date : {m_published, m_updated, m_retrieved})
        connect(date, &DateField::edited, this, &TakeSourceDialog::check);
    if (origin == Origin::Pasted) {
        m_retrieved->setValue(today());
        connect(m_text, &QPlainTextEdit::textChanged, this, &TakeSourceDialog::readPasted);
        m_text->setFocus();
    } else {
        m_title->setFocus();
    }
    m_title->setCursorPosition(0);
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 120, letter * 70);
    showText();
    check();
}

QWidget *TakeSourceDialog::makeFields()
{
    auto *fields = new QWidget;
    auto *rows = new QFormLayout(fields);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows->setLabelAlignment(Qt::AlignLeft);
    const auto add = [rows](const QString &name, QWidget *field) {
        auto *label = new QLabel(name);
        label->setProperty("faint", true);
        label->setBuddy(field);
        rows->addRow(label, field);
    };
    add(tr("Title"), m_title);
    add(tr("Outlet"), m_outlet);
    add(tr("Author"), m_author);
    add(tr("Published"), m_published);
    add(tr("Updated"), m_updated);
    add(tr("Retrieved"), m_retrieved);
    add(tr("Address"), m_address);
    add(tr("Language"), m_language);
    add(tr("Handling"), m_handling);
    m_outlet->setPlaceholderText(tr("who published it"));
    m_author->setPlaceholderText(tr("not named"));
    m_address->setPlaceholderText(tr("where it was found"));
    m_language->setHint(tr("en, ko, ru"));
    m_language->setChoices(kLanguages);
    m_handling->setHint(tr("TLP mark"));
    m_handling->setChoices(nullptr, handlingMarks());
    return fields;
}

QWidget *TakeSourceDialog::makeText()
{
    m_text->setAccessibleName(tr("Text of the source"));
    m_text->setReadOnly(m_origin == Origin::File);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("Paste the text here"));
    m_about->setProperty("faint", true);
    m_about->setWordWrap(true);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text, 1);
    column->addWidget(m_about);
    return side;
}

void TakeSourceDialog::setDocument(const TakenDocument &document)
{
    m_document = document;
    takeGuesses();
    if (m_text->toPlainText() != document.text) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(document.text);
    }
    showText();
    check();
}

void TakeSourceDialog::takeGuesses()
{
    guess(m_title, m_document.title);
    guess(m_author, m_document.author);
    guess(m_address, m_document.address);
    guess(m_outlet, m_document.outlet);
    if (m_document.published.isDated() && !m_published->edit()->isModified())
        m_published->setValue(m_document.published);
    if (m_document.updated.isDated() && !m_updated->edit()->isModified())
        m_updated->setValue(m_document.updated);
    if (!m_document.language.isEmpty() && m_language->value().isEmpty())
        m_language->setValue(m_document.language);
}

void TakeSourceDialog::takeClipboard()
{
    m_text->setPlainText(QGuiApplication::clipboard()->text());
}

void TakeSourceDialog::readPasted()
{
    const QString text = m_text->toPlainText();
    const Result<TakenDocument> document = FileJobs::documentFrom(text);
    if (document) {
        m_document = *document;
        m_document.text = text;
        takeGuesses();
    } else {
        m_document = {};
    }
    showText();
    check();
}

void TakeSourceDialog::showText()
{
    QStringList about;
    if (!m_document.text.isEmpty())
        about.append(
            counted(m_document.text.toUcs4().size(), tr("1 character"), tr("%1 characters")));
    if (m_document.mediaType == "text/html")
        about.append(tr("without the scripts, styles and references of the page"));
    about.append(m_document.remarks);
    m_about->setText(joined(about));

    m_duplicate = {};
    const std::string hash = m_document.bytes.empty() ? "" : FileJobs::hashOf(m_document);
    for (const Source &source : *m_context.hub.snapshot()->sources) {
        if (!hash.empty() && source.sha256 == hash)
            m_duplicate = source.id;
    }
    m_likeness->start();
}

// A corrected version, or a reprint elsewhere. Only texts of about the same length are read, and of
// those the newest.
void TakeSourceDialog::findLikeness()
{
    m_alike = {};
    m_percent = 0;
    m_replaces->hide();
    m_replaces->setChecked(false);
    const qint64 length = m_document.text.size();
    if (m_duplicate || length > kLargestCompared)
        return;
    const Shingles words(toUtf8(m_document.text));
    qint64 rest = kMostCompared;
    const Table<Source> &sources = *m_context.hub.snapshot()->sources;
    for (std::size_t i = sources.size(); i > 0 && rest > 0; --i) {
        const Source &source = sources[i - 1];
        if (source.length > 8 * length || source.length * 8 < length)
            continue;
        rest -= source.length;
        const Shingles others(toUtf8(m_context.hub.sourceText(source.id)));
        const int percent = qRound(100 * words.sharedWith(others));
        if (percent > m_percent) {
            m_percent = percent;
            m_alike = source.id;
        }
    }
    const Source *alike = sources.find(m_alike);
    if (m_percent < kAlike || alike == nullptr) {
        m_alike = {};
        return;
    }
    m_replaces->setText(
        tr("It is a new version of “%1”; its annotations move on").arg(toQString(alike->title)));
    m_replaces->setAccessibleName(m_replaces->text());
    m_replaces->show();
}

QString TakeSourceDialog::problem() const
{
    if (m_document.text.trimmed().isEmpty())
        return m_origin == Origin::Pasted ? tr("Paste a text, or choose a file.")
                                          : tr("There is no text in this file.");
    if (m_title->value().isEmpty())
        return tr("A source needs a title.");
    for (const DateField *date : {m_published, m_updated, m_retrieved}) {
        if (!date->problem().isEmpty())
            return date->problem();
    }
    return {};
}

void TakeSourceDialog::check()
{
    const QString wrong = problem();
    QString text = wrong;
    const Source *duplicate = m_context.hub.snapshot()->sources->find(m_duplicate);
    if (wrong.isEmpty() && duplicate != nullptr)
        text = tr("This text is already here as “%1”.").arg(toQString(duplicate->title));
    else if (const Source *alike = m_context.hub.snapshot()->sources->find(m_alike);
             wrong.isEmpty() && alike != nullptr)
        text = tr("%1 % of it stands word for word in “%2”: a new version, or a reprint?")
                   .arg(m_percent)
                   .arg(toQString(alike->title));
    else if (wrong.isEmpty() && m_outlet->isUnknownName())
        text = tr("“%1” is not known yet and becomes a new outlet.").arg(m_outlet->value());
    m_problem->setText(text);
    m_problem->setProperty("faint", duplicate == nullptr);
    m_problem->setProperty("wrong", duplicate != nullptr);
    style()->unpolish(m_problem);
    style()->polish(m_problem);
    m_show->setVisible(duplicate != nullptr);
    m_add->setEnabled(wrong.isEmpty());
}

void TakeSourceDialog::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Take a text in as a source"), QString(),
        tr("Texts (%1);;All files (*)").arg(FileJobs::documentPatterns()));
    if (path.isEmpty())
        return;
    const Result<TakenDocument> document = FileJobs::readDocument(path);
    if (!document) {
        m_problem->setText(errorText(document.error()));
        return;
    }
    m_origin = Origin::File;
    m_text->setReadOnly(true);
    setDocument(*document);
}

void TakeSourceDialog::setWaiting(int count)
{
    m_sameForAll->setVisible(count > 0);
    m_sameForAll->setText(
        count == 1 ? tr("The other file has the same outlet, dates, language and handling")
                   : tr("The other %1 files have the same outlet, dates, language and handling")
                         .arg(count));
    m_sameForAll->setAccessibleName(m_sameForAll->text());
}

bool TakeSourceDialog::isSameForAll() const
{
    return m_sameForAll->isChecked();
}

void TakeSourceDialog::share(TakeSourceDialog &other) const
{
    if (const ActorId outlet = m_outlet->actor())
        other.m_outlet->setActor(outlet);
    else
        other.m_outlet->setValue(m_outlet->value());
    other.m_published->setValue(m_published->value());
    other.m_updated->setValue(m_updated->value());
    other.m_retrieved->setValue(m_retrieved->value());
    other.m_language->setValue(m_language->value());
    other.m_handling->setValue(m_handling->value());
}

SourceId TakeSourceDialog::add()
{
    Source source;
    source.title = toUtf8(m_title->value());
    source.outlet = m_outlet->actor();
    source.author = toUtf8(m_author->value());
    source.published = m_published->value();
    source.updated = m_updated->value();
    source.retrieved = m_retrieved->value();
    source.address = toUtf8(m_address->value());
    source.language = toUtf8(m_language->value());
    source.handling = toUtf8(m_handling->value());
    source.mediaType = m_document.mediaType;
    if (m_replaces->isChecked() && m_alike) {
        source.supersedes = m_alike;
        const auto moves = agreeOnMoves(m_context, this, m_alike, m_document.text);
        if (!moves)
            return {};
        return m_context.intents.supersedeSource(source, toUtf8(m_document.text), m_document.bytes,
                                                 *moves,
                                                 source.outlet ? QString() : m_outlet->value());
    }
    return m_context.intents.addSource(source, toUtf8(m_document.text), m_document.bytes,
                                       source.outlet ? QString() : m_outlet->value());
}

namespace {

// Adds a file without asking, with what the dialog before it shares; asks where that is not enough.
SourceId takeLike(const ViewContext &context, QWidget *parent, const TakeSourceDialog &pattern,
                  const TakenDocument &document)
{
    TakeSourceDialog dialog(context, TakeSourceDialog::Origin::File, parent);
    dialog.setDocument(document);
    pattern.share(dialog);
    if (dialog.duplicate())
        return dialog.duplicate();
    if (dialog.problem().isEmpty() || dialog.exec() == QDialog::Accepted)
        return dialog.add();
    return {};
}

SourceId takeFiles(const ViewContext &context, QWidget *parent, const QStringList &paths)
{
    std::unique_ptr<TakeSourceDialog> pattern;
    SourceId last;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const Result<TakenDocument> document = FileJobs::readDocument(paths[i]);
        if (!document) {
            Q_EMIT context.hub.failed(document.error());
            continue;
        }
        SourceId taken;
        if (pattern) {
            taken = takeLike(context, parent, *pattern, *document);
        } else {
            auto dialog =
                std::make_unique<TakeSourceDialog>(context, TakeSourceDialog::Origin::File, parent);
            dialog->setDocument(*document);
            dialog->setWaiting(static_cast<int>(paths.size() - 1 - i));
            if (dialog->exec() != QDialog::Accepted)
                return last;
            taken = dialog->add();
            if (dialog->isSameForAll())
                pattern = std::move(dialog);
        }
        if (taken)
            last = taken;
    }
    return last;
}

}  // namespace

bool takeSources(const ViewContext &context, QWidget *parent, const QStringList &paths)
{
    if (!context.hub.isOpen() || context.hub.isReadOnly()) {
        if (context.hub.isOpen())
            Q_EMIT context.hub.noted(context.hub.readOnlyText());
        return false;
    }
    SourceId taken;
    if (!paths.isEmpty()) {
        taken = takeFiles(context, parent, paths);
    } else {
        TakeSourceDialog dialog(context, TakeSourceDialog::Origin::Pasted, parent);
        dialog.takeClipboard();
        if (dialog.exec() == QDialog::Accepted)
            taken = dialog.add();
    }
    if (taken)
        context.selection.select(taken);
    return !taken.isNull();
}

}  // namespace dateline::ui
