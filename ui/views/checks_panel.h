// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong or worth a look, a line each like a compiler's warnings: a click selects what it is
// about, a button lets it stand for a reason. What the rows of the file say is looked at again
// after each edit while the pane is seen (not in very large files); documents and the file itself
// only when asked. GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/bridge/view_context.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace dateline::ui {

class ChecksPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ChecksPanel(const ViewContext &context, QWidget *parent = nullptr);

    void checkEverything();
    void checkSoon();  // to be called when the pane came to the front: rows are checked when seen
    QString statusText() const;  // "2 must · 11 may · 1 accepted"
    // The finding of a row that is shown; null where there is none.
    const Finding *finding(const QTreeWidgetItem *item) const;
    void accept(const Finding &finding, const QString &reason);

    QTreeWidget *list() const { return m_list; }

Q_SIGNALS:
    void statusChanged(const QString &status);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Depth { Rows, Everything };
    void checkRows();
    void lookAgain(Depth depth);
    void fill();
    void showActions();
    void askToAccept();
    void copyAll() const;

    ViewContext m_context;
    QComboBox *m_which;
    QLabel *m_hint;
    QTreeWidget *m_list;
    QPushButton *m_accept;
    QPushButton *m_withdraw;
    Findings m_fileFindings;  // of the last look at everything
    Findings m_findings;
    QTimer m_soon;
};

}  // namespace dateline::ui
