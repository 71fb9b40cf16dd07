// SPDX-License-Identifier: GPL-3.0-or-later
// A small sign in the corner of the graph: a layout's progress with Stop, what a pick waits for
// with Cancel, or an answer with Close. Hidden when there is nothing to say.
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace dateline::ui {

class NetworkChip final : public QFrame {
    Q_OBJECT

public:
    enum class Button { Stop, Cancel, Close };

    explicit NetworkChip(QWidget *parent);

    void showProgress(const QString &text, double share);  // share below 0: not known
    void showMessage(const QString &text, Button button);
    QString text() const;

Q_SIGNALS:
    void dismissed();  // the button was pressed

private:
    void settle();

    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_button;
};

}  // namespace dateline::ui
