// SPDX-License-Identifier: GPL-3.0-or-later
// Takes texts in as sources: the clean text as it will be read, beside what is known about it, with
// the guesses of the document filled in to be checked. A text that is here already is told. GUI
// thread.
#pragma once

#include <QDialog>

#include "ui/bridge/file_jobs.h"
#include "ui/bridge/view_context.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace dateline::ui {

class ActorField;
class DateField;
class TextField;
class WordField;

class TakeSourceDialog final : public QDialog {
    Q_OBJECT

public:
    // An editable text for what is pasted, the text of a file as it is.
    enum class Origin { Pasted, File };

    TakeSourceDialog(const ViewContext &context, Origin origin, QWidget *parent = nullptr);

    void setDocument(const TakenDocument &document);
    void takeClipboard();
    // How many more wait: offers to give them the same outlet, dates, language and handling.
    void setWaiting(int count);
    bool isSameForAll() const;
    // What those get: the fields that are the same.
    void share(TakeSourceDialog &other) const;

    QString problem() const;  // "" where it can be added
    SourceId add();           // one edit; none after a failure
    SourceId duplicate() const { return m_duplicate; }

private:
    QWidget *makeFields();
    QWidget *makeText();
    void readPasted();
    void takeGuesses();
    void showText();
    void check();
    void findLikeness();
    void chooseFile();

    ViewContext m_context;
    Origin m_origin;
    TakenDocument m_document;
    SourceId m_duplicate;
    SourceId m_alike;   // the source that shares most of this text
    int m_percent = 0;  // how much of this text it has
    TextField *m_title;
    ActorField *m_outlet;
    TextField *m_author;
    DateField *m_published;
    DateField *m_updated;
    DateField *m_retrieved;
    TextField *m_address;
    WordField *m_language;
    WordField *m_handling;
    QPlainTextEdit *m_text;
    QLabel *m_about;
    QLabel *m_problem;
    QPushButton *m_show;
    QCheckBox *m_replaces;
    QCheckBox *m_sameForAll;
    QPushButton *m_add;
    QTimer *m_likeness;
};

// Asks for each file; without files, for the text in the clipboard. Selects what was added last.
bool takeSources(const ViewContext &context, QWidget *parent, const QStringList &paths);

}  // namespace dateline::ui
