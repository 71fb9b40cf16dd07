// SPDX-License-Identifier: GPL-3.0-or-later
// The tab of notes: those on anything, by text and by kind, and a field for the note on what is
// selected, wherever it was selected. Taking a row selects what the note is on. A note is written
// when its field is left or with Ctrl+Enter, as one undo step; emptied, it is gone. GUI thread.
#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/bridge/view_context.h"

class QLabel;

namespace dateline::ui {

class ChoiceField;
class ElidingLabel;
class ListPage;
class NotesField;
class NoteTableModel;

class NotesPage final : public QWidget {
    Q_OBJECT

public:
    explicit NotesPage(const ViewContext &context, QWidget *parent = nullptr);

    ListPage *list() const { return m_list; }
    ChoiceField *choice() const { return m_choice; }
    NotesField *field() const { return m_field; }
    bool hasNoteOn(ItemRef item) const;
    // Puts the caret into the field; Esc and Ctrl+Enter lead back to where the keyboard was.
    void writeNote(QWidget *before);
    void writeNote();  // where the keyboard is in this page

Q_SIGNALS:
    void removeRequested();
    void leftField(QWidget *before);  // null where it is gone

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeWriting();
    void choose();
    void followSelection();
    void showNote();
    void showReading();
    void write();
    void removeNote();
    void leaveField();

    ViewContext m_context;
    NoteTableModel *m_model;
    ListPage *m_list;
    ChoiceField *m_choice;
    ElidingLabel *m_about;
    NotesField *m_field;
    QLabel *m_cut;
    ItemRef m_item;
    QPointer<QWidget> m_before;  // had the keyboard before the field
};

}  // namespace dateline::ui
