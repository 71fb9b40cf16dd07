// SPDX-License-Identifier: GPL-3.0-or-later
// What selected words become, asked in a small form below them: prefilled from the words, Enter
// keeps, Tab moves on, Esc leaves nothing. It writes nothing; the owner reads target() when
// accepted() comes. One subclass per kind of target. GUI thread.
#pragma once

#include <QFrame>

#include "app/suggestions/date_readings.h"
#include "ui/bridge/view_context.h"

class QGridLayout;
class QLabel;
class QScrollArea;

namespace dateline::ui {

struct SelectedWords {
    QString words;              // as they stand in the text
    QString sentence;           // that they stand in
    int place = 0;              // of the words in the sentence
    bool isSuggestion = false;  // a date, a number or a speaker alone: the sentence says the rest
    SourceId source;
    DateSetting setting;  // beside which its dates are read
    ActorId outlet;
};

class AnnotationForm : public QFrame {
    Q_OBJECT

public:
    AnnotationForm(const ViewContext &context, const SelectedWords &words, QWidget *parent);

    virtual AnnotationTarget target() const = 0;
    virtual QString note() const { return {}; }
    virtual QString problem() const { return {}; }  // why it cannot be kept yet

    void setHeading(const QString &heading);
    void start();  // shows it, with the keyboard in its first field
    int heightFor(int width) const;

public Q_SLOTS:
    void accept();

Q_SIGNALS:
    void accepted();
    void cancelled();
    void grown();  // needs another height

protected:
    // The field's accessible name is its own; the label stands before it.
    void addRow(const QString &label, QWidget *field);
    void setRemark(const QString &remark);  // a sentence below the heading
    QWidget *firstField() const { return m_first; }
    void setFirstField(QWidget *field) { m_first = field; }

    const ViewContext &context() const { return m_context; }
    const Snapshot &snapshot() const { return *m_context.hub.snapshot(); }
    const SelectedWords &words() const { return m_words; }
    std::string wordsUtf8() const;
    // The words, or their sentence where they are a suggestion alone.
    std::string sayingUtf8() const;
    std::optional<Quantity> suggestedQuantity() const;
    // The speaker that the words name, then the outlet of the source.
    std::vector<ActorId> suggestedAttribution() const;

    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void watch(QWidget *widget);
    bool takeKey(QObject *watched, const QKeyEvent &event);
    void showHint();

    ViewContext m_context;
    SelectedWords m_words;
    QLabel *m_heading;
    QLabel *m_remark;
    QLabel *m_hint;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QGridLayout *m_rows;
    QWidget *m_foot;
    QWidget *m_first = nullptr;
    QString m_problem;
};

// By the letter of its key: E, A, C, N, T or R; null for another.
AnnotationForm *makeAnnotationForm(QChar letter, const ViewContext &context,
                                   const SelectedWords &words, QWidget *parent);

}  // namespace dateline::ui
