// SPDX-License-Identifier: GPL-3.0-or-later
// By what way a claim came: the actors in order, the first speaker first, each to be changed, moved
// or taken out. GUI thread.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/bridge/view_context.h"
#include "ui/views/text_field.h"

class QToolButton;
class QVBoxLayout;

namespace dateline::ui {

class ActorField;

class HopsField final : public QWidget {
    Q_OBJECT

public:
    HopsField(const ViewContext &context, FieldLook look, QWidget *parent = nullptr);

    const std::vector<ActorId> &hops() const { return m_hops; }
    void setHops(const std::vector<ActorId> &hops);
    bool hasUnknownName() const;
    void setReadOnly(bool isReadOnly);

Q_SIGNALS:
    void edited();
    void committed();

private:
    struct Line {
        QWidget *widget = nullptr;
        ActorField *actor = nullptr;
        QToolButton *up = nullptr;
        QToolButton *down = nullptr;
        QToolButton *remove = nullptr;
    };
    void addLine();
    void showHops();
    void change(std::vector<ActorId> hops);

    ViewContext m_context;
    FieldLook m_look;
    std::vector<ActorId> m_hops;
    std::vector<Line> m_lines;
    ActorField *m_next;  // who comes after the last
    QVBoxLayout *m_column;
    bool m_isReadOnly = false;
};

}  // namespace dateline::ui
