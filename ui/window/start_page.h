// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows with no file open: new, open, recent files, the sample and a short tour.
#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace dateline::ui {

class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    void setRecentFiles(const QStringList &paths);

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void sampleRequested();
    void tourRequested();
    void recentRequested(const QString &path);

private:
    QVBoxLayout *m_recent;
};

}  // namespace dateline::ui
