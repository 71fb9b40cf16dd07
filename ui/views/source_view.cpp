// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/source_view.h"

#include <algorithm>

#include <QApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/model/grade.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/file_jobs.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/annotation_bar.h"
#include "ui/views/annotation_choice_button.h"
#include "ui/views/annotation_form.h"
#include "ui/views/eliding_label.h"
#include "ui/views/text_find_bar.h"

namespace dateline::ui {

SourceView::SourceView(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context),
      m_theme(Theme::fromPalette(palette(), QApplication::font())), m_pages(new QStackedWidget),
      m_text(new SourceText), m_find(new TextFindBar(*m_text)), m_bar(new AnnotationBar(this)),
      m_shown(Snapshot::empty())
{
    auto *reading = new QWidget;
    auto *lines = new QVBoxLayout(reading);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(makeHeader());
    lines->addWidget(m_find);
    lines->addWidget(m_text, 1);
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(reading);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);

    wireText();
    connect(&m_context.hub, &SessionHub::opened, this, &SourceView::showFile);
    connect(&m_context.hub, &SessionHub::snapshotChanged, this, &SourceView::showSnapshot);
    connect(&m_context.selection, &Selection::changed, this, &SourceView::showSelection);
    showFile();
}

// The text outlives this part of the view by a moment and still loses the focus then.
SourceView::~SourceView()
{
    m_text->disconnect(this);
    m_suggester.disconnect(this);
}

QWidget *SourceView::makeHeader()
{
    m_title = new ElidingLabel;
    m_title->setProperty("heading", true);
    m_about = new ElidingLabel;
    m_about->setProperty("faint", true);
    m_number = new QLabel;
    m_number->setProperty("faint", true);
    const auto step = [this](const QString &sign, const QString &name, int direction) {
        auto *button = new QToolButton;
        button->setText(sign);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QToolButton::clicked, this, [this, direction] { stepSource(direction); });
        return button;
    };
    m_previous = step(QStringLiteral("‹"), tr("Previous source"), -1);
    m_next = step(QStringLiteral("›"), tr("Next source"), 1);

    m_choice = new AnnotationChoiceButton;
    connect(m_choice, &AnnotationChoiceButton::choiceChanged, this, [this] {
        setMarks();
        updateHeader();
    });

    auto *header = new QWidget;
    auto *first = new QHBoxLayout;
    first->setSpacing(2);
    first->addWidget(m_title, 1);
    first->addSpacing(6);
    first->addWidget(m_choice);
    first->addWidget(m_number);
    first->addWidget(m_previous);
    first->addWidget(m_next);
    auto *both = new QVBoxLayout(header);
    both->setContentsMargins(12, 4, 6, 4);
    both->setSpacing(0);
    both->addLayout(first);
    both->addWidget(m_about);
    return header;
}

QWidget *SourceView::makeEmptyPage()
{
    m_emptySentence = new QLabel;
    m_emptySentence->setProperty("faint", true);
    m_emptySentence->setWordWrap(true);
    m_emptySentence->setAlignment(Qt::AlignCenter);
    auto *paste = new QPushButton(tr("Paste a text…"));
    auto *open = new QPushButton(tr("Choose files…"));
    connect(paste, &QPushButton::clicked, this, &SourceView::pasteText);
    connect(open, &QPushButton::clicked, this, &SourceView::chooseDocuments);
    m_emptyButtons = new QWidget;
    auto *row = new QHBoxLayout(m_emptyButtons);
    row->addStretch();
    row->addWidget(paste);
    row->addWidget(open);
    row->addStretch();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 24, 24, 24);
    column->addStretch();
    column->addWidget(m_emptySentence);
    column->addWidget(m_emptyButtons);
    column->addStretch();
    return page;
}

void SourceView::wireText()
{
    m_text->setTip(
        [this](const std::vector<AnnotationId> &ids) { return tipOf(*m_shown, ids, m_claims); });
    connect(m_text, &SourceText::markClicked, this, &SourceView::activate);
    connect(m_text, &SourceText::annotateRequested, this, &SourceView::annotate);
    connect(m_text, &SourceText::editRequested, this, &SourceView::editAnnotation);
    connect(m_text, &SourceText::removeRequested, this, &SourceView::removeAnnotation);
    connect(m_text, &SourceText::stepSuggestionRequested, this, &SourceView::stepSuggestion);
    m_text->setSuggestionTip([this](int index) { return suggestionTip(index); });
    connect(&m_suggester, &TextSuggester::changed, this, [this] {
        std::vector<SuggestedWords> words;
        for (const SuggestedText &found : m_suggester.found())
            words.push_back({{found.begin, found.end},
                             static_cast<SuggestedWords::Kind>(found.suggestion.kind)});
        m_text->setSuggestions(std::move(words));
    });
    connect(m_text, &SourceText::stepRequested, this, &SourceView::stepAnnotation);
    connect(m_text, &SourceText::findRequested, this, [this](int direction) {
        if (direction == 0)
            m_find->open();
        else
            m_find->step(direction);
    });
    connect(m_text, &SourceText::selectionSettled, this, &SourceView::showBar);
    connect(m_text, &SourceText::moved, this, [this] {
        showBar();
        placeForm();
    });
    connect(m_bar, &AnnotationBar::chosen, this, &SourceView::annotate);
}

void SourceView::showFile()
{
    closeForm();
    m_source = {};
    m_row = 0;
    m_choice->setChoice({});
    showSnapshot();
}

void SourceView::showSnapshot()
{
    const SnapshotPointer &snapshot = m_context.hub.snapshot();
    const Table<Source> &sources = *snapshot->sources;
    m_shown = snapshot;
    m_claims = RestingClaims(*snapshot, m_source);
    if (sources.size() == 0) {
        closeForm();
        m_source = {};
        m_text->setText({});
        m_emptySentence->setText(
            m_context.hub.isOpen()
                ? tr("No sources yet. Paste a text (Ctrl+Shift+V) or drop a text, page, PDF or "
                     "mail here.")
                : tr("No project is open."));
        m_emptyButtons->setVisible(m_context.hub.isOpen() && !m_context.hub.isReadOnly());
        m_pages->setCurrentIndex(0);
        Q_EMIT statusChanged(status());
        return;
    }
    m_pages->setCurrentIndex(1);
    if (sources.find(m_source) == nullptr) {
        showSource(sources[std::min(m_row, sources.size() - 1)].id);
        return;
    }
    m_row = sources.rowOf(m_source);
    setMarks();
    updateHeader();
}

void SourceView::showSource(SourceId source)
{
    const Table<Source> &sources = *m_context.hub.snapshot()->sources;
    if (source == m_source || sources.find(source) == nullptr)
        return;
    closeForm();
    m_source = source;
    m_row = sources.rowOf(source);
    const QString text = m_context.hub.sourceText(source);
    m_places = TextPlaces(text);
    m_text->setText(shownText(text));
    m_claims = RestingClaims(*m_shown, m_source);
    setMarks();
    suggest();
    m_find->textChanged();
    m_pages->setCurrentIndex(1);
    updateHeader();
}

void SourceView::setMarks()
{
    const AnnotationChoice &choice = m_choice->choice();
    const AnnotationTags tags = annotationTags(*m_shown);
    m_text->setMarks(
        marksOf(*m_shown, m_source, m_claims, m_places, m_theme, [&](const Annotation &annotation) {
            return isChosen(annotation, tags, m_claims, choice);
        }));
    m_choice->setTallies(talliesOf(*m_shown, m_source, tags, m_claims),
                         static_cast<qlonglong>(m_text->marks().all().size()));
    lightUp();
}

void SourceView::lightUp()
{
    m_text->setStrong(m_context.selection.annotations(*m_shown));
}

void SourceView::updateHeader()
{
    const Source *source = m_shown->sources->find(m_source);
    if (source == nullptr)
        return;
    const QString title = toQString(source->title);
    m_title->setLine(title);

    QStringList about;
    if (const Actor *outlet = m_shown->actor(source->outlet))
        about.append(toQString(outlet->name));
    if (source->published.isDated())
        about.append(dateText(source->published));
    const char grade = m_shown->reliabilityOf(source->outlet);
    if (grade != '\0')
        about.append(tr("reliability %1").arg(QLatin1Char(grade)));
    if (!source->handling.empty() && source->handling != "TLP:CLEAR")
        about.append(toQString(source->handling));
    const QString line = about.join(QStringLiteral(" · "));
    m_about->setLine(line);
    m_about->setVisible(!line.isEmpty());
    m_about->setFont(m_theme.smallFont());
    if (grade != '\0')
        m_about->setToolTip(tr("%1: %2").arg(line, toQString(reliabilityText(grade))));

    const std::size_t count = m_shown->sources->size();
    const QString number = tr("%1 of %2")
                               .arg(numberText(static_cast<qlonglong>(m_row + 1)),
                                    numberText(static_cast<qlonglong>(count)));
    m_number->setText(number);
    m_previous->setEnabled(m_row > 0);
    m_next->setEnabled(m_row + 1 < count);
    m_text->setAccessibleName(tr("Text of %1").arg(title));
    const auto annotations = static_cast<qlonglong>(m_text->marks().all().size());
    m_text->setAccessibleDescription(
        counted(annotations, tr("1 annotation"), tr("%1 annotations")));
    Q_EMIT statusChanged(status());
}

QString SourceView::status() const
{
    const Source *source = m_shown->sources->find(m_source);
    if (source == nullptr)
        return {};
    QStringList parts{m_number->text()};
    const QString about = m_about->text();
    if (!about.isEmpty())
        parts.append(about);
    return parts.join(QStringLiteral(" · "));
}

void SourceView::stepSource(int direction)
{
    const Table<Source> &sources = *m_shown->sources;
    const auto row = static_cast<std::ptrdiff_t>(m_row) + direction;
    if (row < 0 || row >= static_cast<std::ptrdiff_t>(sources.size()))
        return;
    showSource(sources[static_cast<std::size_t>(row)].id);
    // What is selected may be supported here, too.
    if (const Annotation *first = firstSupportingHere())
        m_text->reveal(rangeOf(*first));
}

const Annotation *SourceView::firstSupportingHere() const
{
    for (const AnnotationId id : m_context.selection.annotations(*m_shown)) {
        const Annotation *annotation = m_shown->annotations->find(id);
        if (annotation != nullptr && annotation->source == m_source)
            return annotation;
    }
    return nullptr;
}

TextRange SourceView::rangeOf(const Annotation &annotation) const
{
    return {m_places.toUtf16(annotation.begin), m_places.toUtf16(annotation.end)};
}

// The source that is open stays, if it has something to say about what is selected.
void SourceView::showSelection()
{
    if (m_isSelecting || m_form != nullptr) {
        lightUp();
        return;
    }
    const Annotation *first = firstSupportingHere();
    if (first == nullptr) {
        const std::vector<AnnotationId> annotations = m_context.selection.annotations(*m_shown);
        const ItemRef item = m_context.selection.current();
        if (!annotations.empty()) {
            if (const Annotation *other = m_shown->annotations->find(annotations.front()))
                showSource(other->source);
        } else if (item.kind == ItemKind::Source) {
            showSource(item.source());
        } else if (const Claim *claim = m_shown->claims->find(item.claim())) {
            showSource(claim->source);
        }
        first = firstSupportingHere();
    }
    lightUp();
    if (first != nullptr)
        m_text->reveal(rangeOf(*first));
}

void SourceView::pasteText()
{
    Q_EMIT takeRequested({});
}

void SourceView::openDocuments(const QStringList &paths)
{
    if (!paths.isEmpty())
        Q_EMIT takeRequested(paths);
}

void SourceView::chooseDocuments()
{
    openDocuments(QFileDialog::getOpenFileNames(
        this, tr("Take texts in as sources"), QString(),
        tr("Texts (%1);;All files (*)").arg(FileJobs::documentPatterns())));
}

void SourceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        m_theme = Theme::fromPalette(palette(), QApplication::font());
        if (m_source) {
            setMarks();
            updateHeader();
        }
    }
}

void SourceView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeForm();
}

void SourceView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_context.selection.isEmpty()) {
        m_context.selection.clear();
        event->accept();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace dateline::ui
