// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the window shows that something takes long: what is done, how fast, how long
// yet, a slim bar and Stop. Hidden else, and for what is done in half a second. GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QToolButton;

namespace dateline::ui {

class ElidingLabel;
class LongJobs;

class WorkLine final : public QWidget {
    Q_OBJECT

public:
    explicit WorkLine(LongJobs &jobs, QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void shownChanged(bool isShown);

private:
    void begin();
    void showWork();
    void end();
    void setShown(bool isShown);

    LongJobs &m_jobs;
    ElidingLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_stop;
    QTimer m_turn;  // to the next change of what is shown
};

}  // namespace dateline::ui
