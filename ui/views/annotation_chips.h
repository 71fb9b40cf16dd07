// SPDX-License-Identifier: GPL-3.0-or-later
// Several actors in an order, as chips that can be taken away, before a field that adds one: who
// took part, or by whom a claim came. Enter or a comma adds the name typed; Backspace in the empty
// field takes the last chip away, Left goes to the chips. GUI thread.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/bridge/view_context.h"

class QToolButton;

namespace dateline::ui {

class ActorField;

class ActorChips final : public QWidget {
    Q_OBJECT

public:
    // With a separator, such as an arrow, the order is shown to matter.
    ActorChips(const ViewContext &context, const QString &name, const QString &separator = {},
               QWidget *parent = nullptr);

    struct Chip {
        ActorId actor;  // none for a name that nobody has
        QString name;
    };
    // What is typed but not added yet counts, too.
    std::vector<Chip> chips() const;
    std::vector<ActorId> actors() const;  // without the unknown ones
    void setActors(const std::vector<ActorId> &actors);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event);
    bool takeChipKey(std::size_t index, const QKeyEvent &event);
    void addTyped();
    void removeAt(std::size_t index);
    void rebuild();
    void focusChip(std::size_t index);

    ViewContext m_context;
    QString m_name;
    QString m_separator;
    ActorField *m_field;
    std::vector<Chip> m_chips;
    std::vector<QToolButton *> m_buttons;
};

}  // namespace dateline::ui
