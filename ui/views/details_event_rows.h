// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of an event's page: one for each participant and each quantity. A row is filled again
// for every event that shows. GUI thread.
#pragma once

#include <QWidget>

#include "ui/bridge/view_context.h"
#include "ui/views/link_button.h"

class QToolButton;

namespace dateline::ui {

class TextField;
class WordField;

// Who, in which part: the name leads to the actor.
class ParticipantRow final : public QWidget {
    Q_OBJECT

public:
    explicit ParticipantRow(const ViewContext &context, QWidget *parent = nullptr);

    void setParticipation(const Participation &participation, const QStringList &parts);

private:
    ViewContext m_context;
    Participation m_shown;
    LinkButton *m_name;
    WordField *m_part;
    QToolButton *m_remove;
};

// How many, of what: written as people write it, "about 10,000 to 12,000 troops".
class QuantityRow final : public QWidget {
    Q_OBJECT

public:
    explicit QuantityRow(const ViewContext &context, QWidget *parent = nullptr);

    void setQuantity(const Quantity &quantity);

private:
    void write();
    void toggleMode();

    ViewContext m_context;
    Quantity m_shown;
    TextField *m_amount;
    TextField *m_what;
    QToolButton *m_mode;
    QToolButton *m_remove;
};

}  // namespace dateline::ui
