// SPDX-License-Identifier: GPL-3.0-or-later
// The claims about one item, as cards beside each other's standing, with what they count for and a
// way to add another. The disputed first, then as they came in. GUI thread.
#pragma once

#include <QWidget>

#include "ui/bridge/view_context.h"
#include "ui/views/claim_card.h"
#include "ui/views/row_pool.h"

class QLabel;
class QPushButton;

namespace dateline::ui {

class ClaimList final : public QWidget {
    Q_OBJECT

public:
    explicit ClaimList(const ViewContext &context, QWidget *parent = nullptr);

    void showClaimsAbout(ItemRef about);

Q_SIGNALS:
    void addRequested();

private:
    ViewContext m_context;
    QLabel *m_heading;
    QPushButton *m_add;
    RowPool<ClaimCard> m_cards;
};

}  // namespace dateline::ui
