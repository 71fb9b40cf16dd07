// SPDX-License-Identifier: GPL-3.0-or-later
// The Source pane: one source at a time with its text, underlined where it is annotated. What is
// selected in the window is found and lit up here; clicking words selects what they support; words
// that are selected become events, actors, claims, notes, tags or relations with one key. GUI
// thread.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/bridge/text_places.h"
#include "ui/bridge/text_suggester.h"
#include "ui/bridge/view_context.h"
#include "ui/views/source_marks.h"
#include "ui/views/source_text.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace dateline::ui {

class AnnotationBar;
class AnnotationChoiceButton;
class AnnotationForm;
struct SelectedWords;
class ElidingLabel;
class TextFindBar;

class SourceView final : public QWidget {
    Q_OBJECT

public:
    explicit SourceView(const ViewContext &context, QWidget *parent = nullptr);
    ~SourceView() override;

    SourceId source() const { return m_source; }
    SourceText *text() const { return m_text; }
    AnnotationForm *form() const { return m_form; }  // null while none is open
    AnnotationChoiceButton *annotationChoice() const { return m_choice; }
    QString status() const;

    void showSource(SourceId source);
    // Whether dates, quantities and speakers in the text are pointed out.
    void setSuggesting(bool isSuggesting);
    bool isSuggesting() const { return m_isSuggesting; }
    const TextSuggester &suggester() const { return m_suggester; }

    // Both only ask for it: the window opens the dialog (ui/dialogs/take_source_dialog.h).
    void pasteText();
    void openDocuments(const QStringList &paths);

Q_SIGNALS:
    void statusChanged(const QString &status);  // "1 of 2 · Express & Star · 21 March 2025 ..."
    void removeRequested();                     // of what is selected in the window
    void takeRequested(const QStringList &paths);  // empty: what is in the clipboard

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeEmptyPage();
    void wireText();

    void showFile();      // another file, or none, is open
    void showSnapshot();  // the same file, changed
    void showSelection();
    void lightUp();
    void setMarks();
    void updateHeader();
    void stepSource(int direction);
    void chooseDocuments();
    const Annotation *firstSupportingHere() const;
    TextRange rangeOf(const Annotation &annotation) const;

    // Annotating (source_view_annotating.cpp).
    void annotate(QChar letter);
    void editAnnotation();
    void removeAnnotation();
    void stepAnnotation(int direction);
    void stepSuggestion(int direction);
    bool selectNextDate();  // ahead of the caret, not annotated yet
    void suggest();
    QString suggestionTip(int index) const;
    SelectedWords wordsOf(TextRange range) const;
    void activate(AnnotationId id, Qt::KeyboardModifiers modifiers);
    AnnotationId annotationAtCaret() const;
    void openForm(AnnotationForm *form, TextRange range);
    void closeForm();
    void cancelForm();
    void keepForm();
    void placeForm();
    void showBar();
    void select(const std::vector<ItemRef> &items);

    ViewContext m_context;
    Theme m_theme;
    QStackedWidget *m_pages;
    QLabel *m_emptySentence = nullptr;
    QWidget *m_emptyButtons = nullptr;
    ElidingLabel *m_title = nullptr;
    ElidingLabel *m_about = nullptr;
    QLabel *m_number = nullptr;
    AnnotationChoiceButton *m_choice = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    SourceText *m_text;
    TextFindBar *m_find;
    AnnotationBar *m_bar;
    AnnotationForm *m_form = nullptr;
    TextRange m_formRange;
    std::optional<int> m_scrollBefore;  // where the form is on words that were selected

    SourceId m_source;
    std::size_t m_row = 0;  // of the source; what is shown when it is removed
    TextPlaces m_places;
    SnapshotPointer m_shown;  // that the claims below point into
    RestingClaims m_claims;
    TextSuggester m_suggester;
    bool m_isSuggesting = true;
    bool m_isSelecting = false;
    bool m_isPlacing = false;
};

}  // namespace dateline::ui
