// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window says what went wrong or what just happened: in place, not in a box. An error
// stays until it is closed and can be copied; a note goes by itself. GUI thread.
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

private:
    void present(const QString &sentence, bool isError, bool stays);

    QLabel *m_text;
    QToolButton *m_copy;
    QTimer *m_timer;
    QString m_details;
};

}  // namespace dateline::ui
