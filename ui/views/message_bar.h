// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window says what went wrong or what just happened: in place, not in a box. An error
// stays until it is closed and can be copied; a note goes by itself, and what stood there before it
// is seen again. GUI thread.
#pragma once

#include <QFrame>

#include "app/base/error.h"

class QLabel;
class QTimer;
class QToolButton;

namespace dateline::ui {

class MessageBar final : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const Error &error);
    void showNote(const QString &sentence);
    void showNotice(const QString &sentence);  // stays, like an error, but is none
    void clear();                              // another file: what was said is about the old one

private:
    enum class Tone { Error, Plain };
    struct Message {
        QString sentence;
        QString details;  // to be copied; empty where there is nothing to copy
        Tone tone = Tone::Plain;
    };
    void stay(const Message &message);
    void present(const Message &message);
    void endNote();
    void closeMessage();

    QLabel *m_text;
    QToolButton *m_copy;
    QTimer *m_timer;
    Message m_standing;  // without a sentence: nothing stays
};

}  // namespace dateline::ui
