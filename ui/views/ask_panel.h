// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the graph: shortest ways between two actors, also only with advancing dates, whom
// they share, who is around one, who bridges, what changed. The answer is a list; each entry opens
// into its ties and what says so, down to the claims, and picking one selects all of it in every
// pane. Answers are found off the GUI thread over what the filter shows. GUI thread.
#pragma once

#include <QWidget>

#include "app/base/newest_job.h"
#include "app/network/network_question.h"
#include "ui/bridge/view_context.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace dateline::ui {

class ActorField;
class DateField;

class AskPanel final : public QWidget {
    Q_OBJECT

public:
    explicit AskPanel(const ViewContext &context, QWidget *parent = nullptr);
    ~AskPanel() override;

    // Who is not named is taken from the selection, where somebody is selected.
    void ask(QuestionKind kind, ActorId from = {}, ActorId to = {});
    void setDates(const Edtf &before, const Edtf &after);
    void setSteps(int steps);
    void stop();

    bool isBusy() const { return m_isBusy; }
    QString summary() const;
    QTreeWidget *list() const { return m_list; }
    const NetworkAnswer &answer() const { return m_answer; }

Q_SIGNALS:
    void answered();
    // What the entry that was picked is about, to be lit in the graph; none: nothing is.
    void lit(const std::vector<dateline::ActorId> &actors,
             const std::vector<std::pair<dateline::ActorId, dateline::ActorId>> &ties);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QuestionKind kind() const;
    void followKind();
    void find();
    std::optional<NetworkQuestion> question(QString &problem) const;
    void take(std::uint64_t run, NetworkAnswer answer);
    void showAnswer();
    QString summaryOf() const;
    QTreeWidgetItem *groupOf(const AnswerEntry &entry);
    void addEntry(std::size_t number);
    void fillRow(QTreeWidgetItem *row);
    void addTie(QTreeWidgetItem *row, std::size_t entry, std::size_t tie);
    void addItem(QTreeWidgetItem *row, ItemRef item);
    void pick(QTreeWidgetItem *row);

    ViewContext m_context;
    QFormLayout *m_form;
    QComboBox *m_kind;
    ActorField *m_from;
    ActorField *m_to;
    QSpinBox *m_steps;
    DateField *m_before;
    DateField *m_after;
    QComboBox *m_scope;
    QLabel *m_summary;
    QPushButton *m_stop;
    QTreeWidget *m_list;
    SnapshotPointer m_asked;  // the snapshot that the answer is about
    NetworkAnswer m_answer;
    std::vector<QTreeWidgetItem *> m_groups;
    bool m_isBusy = false;
    bool m_isStale = true;
    bool m_isPicking = false;
    std::uint64_t m_run = 0;
    NewestJob m_job;  // the last member: it ends before what its results go to
};

}  // namespace dateline::ui
