// SPDX-License-Identifier: GPL-3.0-or-later
// Names an event, an actor, a role or a relation: what is typed is searched for in the file, and
// one of the answers is chosen. GUI thread.
#pragma once

#include "ui/bridge/view_context.h"
#include "ui/views/text_field.h"

class QStandardItemModel;

namespace dateline::ui {

class ItemField final : public TextField {
    Q_OBJECT

public:
    ItemField(const ViewContext &context, const QString &name, FieldLook look,
              QWidget *parent = nullptr);

    ItemRef item() const { return m_item; }  // null where nothing was chosen
    void setItem(ItemRef item);

private:
    void findAnswers(const QString &text);
    void addAnswer(ItemRef item);

    ViewContext m_context;
    QStandardItemModel *m_answers;
    ItemRef m_item;
};

}  // namespace dateline::ui
