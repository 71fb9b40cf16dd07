// SPDX-License-Identifier: GPL-3.0-or-later
// The button in the header of a source that chooses which annotations are shown, and says how many
// are. Opens a list of tags, kinds and authors with check marks and counts. GUI thread.
#pragma once

#include <QToolButton>

#include "ui/views/annotation_choice.h"

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace dateline::ui {

class AnnotationChoiceButton final : public QToolButton {
    Q_OBJECT

public:
    explicit AnnotationChoiceButton(QWidget *parent = nullptr);

    const AnnotationChoice &choice() const { return m_choice; }
    void setChoice(const AnnotationChoice &choice);
    // What can be chosen, and how many of the annotations are shown.
    void setTallies(const AnnotationTallies &tallies, qlonglong shown);

    QTreeWidget *list() const { return m_list; }

Q_SIGNALS:
    void choiceChanged();

private:
    void open();
    void fillList();
    void readList();

    AnnotationChoice m_choice;
    AnnotationTallies m_tallies;
    QWidget *m_popup;
    QTreeWidget *m_list;
    QPushButton *m_all;
    bool m_isFilling = false;
};

}  // namespace dateline::ui
