// SPDX-License-Identifier: GPL-3.0-or-later
// From selected words to annotations, and from annotations to what they support.
#include <algorithm>

#include <QDateTime>
#include <QScrollBar>

#include "ui/bridge/text.h"
#include "ui/views/annotation_bar.h"
#include "ui/views/annotation_form.h"
#include "ui/views/note_annotation_form.h"
#include "ui/views/source_view.h"

namespace dateline::ui {

namespace {

constexpr int kGap = 4;
constexpr int kWidestForm = 520;

}  // namespace

// A selection made here must not make the text scroll away from under the pointer.
void SourceView::select(const std::vector<ItemRef> &items)
{
    m_isSelecting = true;
    m_context.selection.setItems(items);
    m_isSelecting = false;
    lightUp();
}

void SourceView::activate(AnnotationId id, Qt::KeyboardModifiers modifiers)
{
    std::vector<ItemRef> items = m_claims.supportedBy(id);
    if (modifiers.testFlag(Qt::ControlModifier)) {
        std::vector<ItemRef> all = m_context.selection.items();
        const bool isThere = std::all_of(items.begin(), items.end(), [&all](ItemRef item) {
            return std::find(all.begin(), all.end(), item) != all.end();
        });
        for (const ItemRef item : items) {
            all.erase(std::remove(all.begin(), all.end(), item), all.end());
            if (!isThere)
                all.push_back(item);
        }
        select(all);
        return;
    }
    // The last one is the current one: what the first claim is about.
    std::reverse(items.begin(), items.end());
    select(items);
}

AnnotationId SourceView::annotationAtCaret() const
{
    const int caret = m_text->caret();
    for (const int place : {caret, caret - 1}) {
        const std::vector<AnnotationId> ids = m_text->marks().at(place);
        if (!ids.empty())
            return ids.front();
    }
    const Annotation *first = firstSupportingHere();
    return first != nullptr ? first->id : AnnotationId();
}

void SourceView::stepAnnotation(int direction)
{
    const std::vector<TextMark> &marks = m_text->marks().all();
    const int caret = m_text->caret();
    const TextMark *next = nullptr;
    for (const TextMark &mark : marks) {
        if (direction > 0 && mark.begin > caret) {
            next = &mark;
            break;
        }
        if (direction < 0 && mark.begin < caret && (next == nullptr || mark.begin > next->begin))
            next = &mark;
    }
    if (next == nullptr)
        return;
    m_text->placeCaret(next->begin);
    m_text->reveal({next->begin, next->end});
    activate(next->id, Qt::NoModifier);
}

void SourceView::annotate(QChar letter)
{
    if (!m_source)
        return;
    // E alone is the next date of the text.
    const bool wereSelected = !m_text->selectedRange().isEmpty();
    const int scrolled = m_text->verticalScrollBar()->value();
    if (!wereSelected && !selectNextDate()) {
        Q_EMIT m_context.hub.noted(tr("No more dates ahead that are not annotated yet."));
        return;
    }
    const TextRange range = wholeWords(m_text->text(), m_text->selectedRange());
    if (range.isEmpty())
        return;
    if (m_context.hub.isReadOnly()) {
        Q_EMIT m_context.hub.noted(m_context.hub.readOnlyText());
        return;
    }
    openForm(makeAnnotationForm(letter, m_context, wordsOf(range), this), range);
    if (wereSelected && m_form != nullptr)
        m_scrollBefore = scrolled;
}

// Words that somebody had selected stay so, and where they were, for another key to be pressed.
void SourceView::cancelForm()
{
    const std::optional<int> scrolled = m_scrollBefore;
    const TextRange words = m_formRange;
    closeForm();
    if (!scrolled)
        return;
    m_text->selectRange(words);
    m_text->verticalScrollBar()->setValue(*scrolled);
    showBar();
}

void SourceView::editAnnotation()
{
    const Annotation *annotation = m_shown->annotations->find(annotationAtCaret());
    if (annotation == nullptr || m_context.hub.isReadOnly())
        return;
    SelectedWords words;
    words.words = toQString(annotation->exact);
    words.source = m_source;
    const TextRange range = rangeOf(*annotation);
    auto *form = new NoteAnnotationForm(m_context, words, NoteAnnotationForm::Start::Note, this);
    form->setExisting(*annotation);
    openForm(form, range);
}

void SourceView::removeAnnotation()
{
    const AnnotationId id = annotationAtCaret();
    if (!id || m_context.hub.isReadOnly())
        return;
    select({id});
    Q_EMIT removeRequested();
}

void SourceView::openForm(AnnotationForm *form, TextRange range)
{
    if (form == nullptr)
        return;
    closeForm();
    m_bar->hide();
    m_form = form;
    m_formRange = range;
    m_text->selectRange(range);
    connect(form, &AnnotationForm::accepted, this, &SourceView::keepForm);
    connect(form, &AnnotationForm::cancelled, this, &SourceView::cancelForm);
    connect(form, &AnnotationForm::grown, this, &SourceView::placeForm, Qt::QueuedConnection);
    m_text->reveal(range);
    form->start();
    placeForm();
}

// Below the words. Where there is no room, the text gives way at its lower end, so that the words
// stay in sight above the form.
void SourceView::placeForm()
{
    if (m_form == nullptr || m_isPlacing)
        return;
    m_isPlacing = true;
    const QRect room(m_text->mapTo(this, QPoint(0, 0)), m_text->size());
    const int bar =
        m_text->verticalScrollBar()->isVisible() ? m_text->verticalScrollBar()->width() : 0;
    const int inset = qMin(m_text->leftMargin() / 2, 16);
    const int width = qMin(kWidestForm, room.width() - bar - 2 * inset);
    const int left =
        room.left() + qMax(inset, qMin(m_text->leftMargin(), room.width() - bar - inset - width));
    const int lineHeight = m_text->fontMetrics().height() * 2;
    const int height = qMin(m_form->heightFor(width), room.height() - lineHeight);
    const auto bottomOfWords = [this, &room] {
        const QRect words = m_text->rectOf({m_formRange.end - 1, m_formRange.end});
        return words.isEmpty() ? -1 : room.top() + words.bottom();
    };
    int bottom = bottomOfWords();
    if (bottom < 0 || bottom + kGap + height > room.bottom()) {
        m_text->reserveBelow(height + 2 * kGap);
        QTextCursor end = m_text->textCursor();
        end.setPosition(m_formRange.begin);
        end.setPosition(m_formRange.end, QTextCursor::KeepAnchor);
        m_text->setTextCursor(end);
        m_text->ensureCursorVisible();
        bottom = bottomOfWords();
    }
    int top = bottom < 0 ? room.bottom() - height - kGap : bottom + kGap;
    top = qBound(room.top(), top, room.bottom() - height - kGap);
    m_form->setGeometry(left, top, width, height);
    m_form->raise();
    m_isPlacing = false;
}

void SourceView::closeForm()
{
    if (m_form == nullptr)
        return;
    AnnotationForm *form = m_form;
    m_form = nullptr;
    m_scrollBefore.reset();
    form->hide();
    form->deleteLater();
    m_text->reserveBelow(0);
    // The next words can be taken with the keyboard at once, from where these end.
    m_text->placeCaret(m_formRange.end);
    m_text->setFocus(Qt::OtherFocusReason);
}

void SourceView::keepForm()
{
    if (m_form == nullptr)
        return;
    const auto *notes = qobject_cast<const NoteAnnotationForm *>(m_form);
    if (notes != nullptr && notes->existing()) {
        const Annotation *before = m_shown->annotations->find(notes->existing());
        if (before == nullptr) {
            closeForm();
            return;
        }
        Annotation annotation = *before;
        annotation.note = toUtf8(notes->note());
        const std::vector<std::string> tags = notes->tags();
        const bool isSame =
            annotation.note == before->note && tags == m_shown->tagsOf(annotation.id);
        if (isSame || m_context.intents.changeAnnotation(annotation, tags))
            closeForm();
        return;
    }
    Annotation annotation;
    annotation.source = m_source;
    annotation.begin = m_places.toCodePoint(m_formRange.begin);
    annotation.end = m_places.toCodePoint(m_formRange.end);
    annotation.note = toUtf8(m_form->note());
    annotation.madeBy = toUtf8(qEnvironmentVariable("USER"));
    annotation.madeAt = toUtf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    const std::optional<AnnotationResult> made =
        m_context.intents.annotate(annotation, m_form->target());
    // What went wrong is in the message bar; the form stays, with all that was typed.
    if (!made)
        return;
    closeForm();
    ItemRef item = made->made.isNull() ? ItemRef(made->annotation) : made->made;
    if (const Claim *claim = m_shown->claims->find(item.claim()); claim != nullptr)
        item = claim->about;
    select({item});
}

void SourceView::showBar()
{
    const TextRange range = m_text->selectedRange();
    const QRect words = range.isEmpty() || m_form != nullptr || m_context.hub.isReadOnly()
                            ? QRect()
                            : m_text->rectOf(range);
    if (words.isEmpty()) {
        m_bar->hide();
        return;
    }
    const QPoint origin = m_text->mapTo(this, QPoint(0, 0));
    m_bar->showNear(words.translated(origin), QRect(origin, m_text->size()).adjusted(4, 2, -4, -2));
}

}  // namespace dateline::ui
