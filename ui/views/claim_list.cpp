// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/claim_list.h"

#include <algorithm>

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/evidence/resolve.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

namespace {

QVBoxLayout *cardColumn(int spacing)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(spacing);
    return column;
}

struct ShownClaim {
    const Claim *claim;
    ClaimCard::Standing standing;
};

bool isAmong(const std::vector<ClaimId> &claims, ClaimId id)
{
    return std::find(claims.begin(), claims.end(), id) != claims.end();
}

}  // namespace

ClaimList::ClaimList(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_heading(new QLabel),
      m_add(new QPushButton(tr("Add claim…"))), m_cards(cardColumn(fontMetrics().height() / 3))
{
    m_heading->setProperty("heading", true);
    m_heading->setTextFormat(Qt::PlainText);
    m_add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_add, &QPushButton::clicked, this, &ClaimList::addRequested);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 3);
    column->addWidget(m_heading);
    column->addLayout(m_cards.layout());
    column->addWidget(m_add);
}

void ClaimList::showClaimsAbout(ItemRef about)
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const std::vector<const Claim *> claims = snapshot.claimsAbout(about);
    std::vector<ClaimId> disputed;
    QStringList reasons;
    for (const Dispute &dispute : disputesAbout(snapshot, about)) {
        disputed.insert(disputed.end(), dispute.claims.begin(), dispute.claims.end());
        reasons.append(toQString(dispute.reason));
    }
    std::vector<ClaimId> preferred;
    for (const Decision &decision : *snapshot.decisions)
        preferred.push_back(decision.preferred);

    std::vector<ShownClaim> shown;
    for (const Claim *claim : claims)
        shown.push_back({claim, isAmong(preferred, claim->id)  ? ClaimCard::Standing::Preferred
                                : isAmong(disputed, claim->id) ? ClaimCard::Standing::Disputed
                                                               : ClaimCard::Standing::Undisputed});
    // What is in question comes first, with the one preferred on top of it.
    std::stable_sort(shown.begin(), shown.end(), [](const ShownClaim &a, const ShownClaim &b) {
        return static_cast<int>(a.standing) > static_cast<int>(b.standing);
    });

    const QLocale locale;
    m_heading->setText(
        claims.empty()
            ? tr("No claims yet")
            : tr("Claims   %1 · %2")
                  .arg(locale.toString(static_cast<qulonglong>(claims.size())),
                       counted(static_cast<qlonglong>(independentOrigins(snapshot, claims)),
                               tr("1 independent origin"), tr("%1 independent origins"))));
    m_heading->setToolTip(reasons.join(QLatin1Char('\n')));
    m_add->setEnabled(!m_context.hub.isReadOnly());
    m_cards.fill(
        shown.size(), [this] { return new ClaimCard(m_context); },
        [&shown](ClaimCard &card, std::size_t i) {
            card.setClaim(*shown[i].claim, shown[i].standing);
        });
}

}  // namespace dateline::ui
