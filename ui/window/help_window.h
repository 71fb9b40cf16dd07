// SPDX-License-Identifier: GPL-3.0-or-later
// Help: pages that come with the program, in a window of their own. Nothing is fetched; links lead
// to other pages only.
#pragma once

#include <QDialog>

class QTextBrowser;

namespace dateline::ui {

class HelpWindow final : public QDialog {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);
    void showPage(const QString &name);  // "index", "tour" ...

private:
    QTextBrowser *m_browser;
};

}  // namespace dateline::ui
