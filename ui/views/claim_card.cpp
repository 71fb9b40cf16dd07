// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/claim_card.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

QLabel *line(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

ClaimCard::ClaimCard(const ViewContext &context, const Claim &claim, Standing standing,
                     QWidget *parent)
    : QFrame(parent), m_context(context), m_claim(claim), m_standing(standing)
{
    setProperty("card", true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    const Snapshot &snapshot = *context.hub.snapshot();
    QString said = valueText(snapshot, claim);
    if (claim.field != "status" && !claim.status.empty())
        said += tr(" · %1").arg(toQString(claim.status));
    if (!claim.likelihood.empty())
        said += tr(" · %1").arg(toQString(claim.likelihood));
    if (claim.stance == Stance::Contradicts)
        said = tr("Against: %1").arg(said);
    if (standing == Standing::Preferred)
        said += tr(" · preferred");

    auto *value = line(said);
    value->setProperty("heading", true);
    auto *grade = new QLabel(gradeText(snapshot, claim));
    grade->setToolTip(gradeMeaning(snapshot, claim));
    grade->setProperty("faint", true);
    auto *top = new QHBoxLayout;
    top->addWidget(value, 1);
    top->addWidget(grade, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    const int unit = fontMetrics().height() / 2;
    column->setContentsMargins(unit + 4, unit - 2, unit, unit - 2);
    column->setSpacing(2);
    auto *field = line(fieldText(claim.field));
    field->setProperty("faint", true);
    column->addWidget(field);
    column->addLayout(top);
    const QString quote = quoteOf(snapshot, claim);
    if (!quote.isEmpty()) {
        auto *words = line(quote);
        QFont italic = words->font();
        italic.setItalic(true);
        words->setFont(italic);
        column->addWidget(words);
    }
    const QString hops = hopsText(snapshot, claim);
    if (!hops.isEmpty()) {
        auto *way = line(hops);
        way->setProperty("faint", true);
        column->addWidget(way);
    }
    setAccessibleName(
        QStringList{fieldText(claim.field), said, quote, hops, gradeText(snapshot, claim)}.join(
            QStringLiteral(", ")));
}

void ClaimCard::mousePressEvent(QMouseEvent *event)
{
    QFrame::mousePressEvent(event);
    m_context.selection.setItems({m_claim.about, m_claim.id});
}

void ClaimCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_context.selection.setItems({m_claim.about, m_claim.id});
    else
        QFrame::keyPressEvent(event);
}

void ClaimCard::contextMenuEvent(QContextMenuEvent *event)
{
    const bool canWrite = !m_context.hub.isReadOnly();
    QMenu menu;
    menu.addAction(tr("Show all of it"), this, [this] { m_context.selection.select(m_claim.id); });
    QAction *prefer = menu.addAction(tr("Prefer this claim…"), this, [this] {
        bool isAccepted = false;
        const QString reason = QInputDialog::getText(this, tr("Prefer this claim"), tr("Why?"),
                                                     QLineEdit::Normal, QString(), &isAccepted);
        if (isAccepted)
            m_context.intents.preferClaim(
                {m_claim.about, m_claim.field, m_claim.id, toUtf8(reason.trimmed())});
    });
    QAction *withdraw = menu.addAction(tr("Withdraw the preference"), this, [this] {
        m_context.intents.withdrawPreference(m_claim.about, m_claim.field);
    });
    QAction *remove = menu.addAction(
        tr("Delete"), this, [this] { m_context.intents.remove(std::vector<ItemRef>{m_claim.id}); });
    prefer->setEnabled(canWrite && m_standing != Standing::Preferred);
    withdraw->setEnabled(canWrite && m_standing == Standing::Preferred);
    remove->setEnabled(canWrite);
    menu.exec(event->globalPos());
}

// The bar at the left says at a glance whether the claims disagree.
void ClaimCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    const Theme theme = Theme::fromPalette(palette(), font());
    QPainter painter(this);
    const QColor bar = m_standing == Standing::Disputed ? theme.warning() : theme.category(2);
    painter.fillRect(QRectF(1, 3, 3, height() - 6), bar);
    if (hasFocus()) {
        painter.setPen(theme.accent());
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
}

}  // namespace dateline::ui
