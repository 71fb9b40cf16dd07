// SPDX-License-Identifier: GPL-3.0-or-later
// One claim as a card: what it says, the words it rests on, by what way it came, how good it is. A
// click, or Enter, selects it, so that the source scrolls to its words. What is in question has a
// link to prefer it, for a reason, and what is preferred one to withdraw that. One widget that
// paints its text, so that a page of claims is there at once. GUI thread.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <QAbstractButton>
#include <QTextLayout>

#include "ui/bridge/view_context.h"

namespace dateline::ui {

class ActionLink;

class ClaimCard final : public QAbstractButton {
    Q_OBJECT

public:
    enum class Standing { Undisputed, Disputed, Preferred };

    explicit ClaimCard(const ViewContext &context, QWidget *parent = nullptr);

    void setClaim(const Claim &claim, Standing standing);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, heightForWidth(width())}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Line {
        QString text;
        QFont font;
        bool isFaint = false;
        std::shared_ptr<const QTextLayout> layout;
        double top = 0;
    };

    void addLine(const QString &text, const QFont &font, bool isFaint);
    void makeLines();
    void offerChoice();
    void placeChoice();
    void prefer();
    void withdraw();
    int layOut(int width) const;  // the height

    ViewContext m_context;
    Claim m_claim;
    Standing m_standing = Standing::Undisputed;
    ActionLink *m_choose = nullptr;  // made when first offered
    QString m_field, m_said, m_choice, m_quote, m_hops, m_grade;
    mutable std::vector<Line> m_lines;
    mutable int m_laidOutWidth = -1;
    mutable int m_height = 0;
    mutable std::vector<std::pair<int, int>> m_heights;  // by width: a layout asks for several
};

}  // namespace dateline::ui
