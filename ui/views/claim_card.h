// SPDX-License-Identifier: GPL-3.0-or-later
// One claim as a card: what it says, the words it rests on, by what way it came, how good it is. A
// click, or Enter, selects it, so that the source scrolls to its words. GUI thread.
#pragma once

#include <QFrame>

#include "ui/bridge/view_context.h"

namespace dateline::ui {

class ClaimCard final : public QFrame {
    Q_OBJECT

public:
    enum class Standing { Undisputed, Disputed, Preferred };

    ClaimCard(const ViewContext &context, const Claim &claim, Standing standing,
              QWidget *parent = nullptr);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ViewContext m_context;
    Claim m_claim;
    Standing m_standing;
};

}  // namespace dateline::ui
