// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/claim_card.h"

#include <QCache>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/views/action_link.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

constexpr int kBarWidth = 3;
constexpr int kRadius = 5;
constexpr std::size_t kSaidLine = 1;  // the grade stands at its right

struct Margins {
    int left, top, right;
};

struct TextKey {
    QString text;
    QFont font;
    int width = 0;
    bool operator==(const TextKey &) const = default;
};

size_t qHash(const TextKey &key, size_t seed)
{
    return qHashMulti(seed, key.text, key.font, key.width);
}

// Breaking a text into lines costs more than painting it, and whoever compares two events goes to
// and fro between the same claims.
std::shared_ptr<const QTextLayout> brokenInto(int width, const QString &text, const QFont &font)
{
    constexpr int kKept = 600;
    static QCache<TextKey, std::shared_ptr<const QTextLayout>> cache(kKept);
    const TextKey key{text, font, width};
    if (const auto *known = cache.object(key))
        return *known;
    auto layout = std::make_shared<QTextLayout>(text, font);
    layout->setCacheEnabled(true);
    double y = 0;
    layout->beginLayout();
    for (QTextLine row = layout->createLine(); row.isValid(); row = layout->createLine()) {
        row.setLineWidth(width);
        row.setPosition(QPointF(0, y));
        y += row.height();
    }
    layout->endLayout();
    cache.insert(key, new std::shared_ptr<const QTextLayout>(layout));
    return layout;
}

double heightOf(const QTextLayout &layout)
{
    double height = 0;
    for (int i = 0; i < layout.lineCount(); ++i)
        height += layout.lineAt(i).height();
    return height;
}

Margins marginsOf(const QFontMetrics &metrics)
{
    const int unit = metrics.height() / 2;
    return {unit + 4, unit - 3, unit};
}

}  // namespace

ClaimCard::ClaimCard(const ViewContext &context, QWidget *parent)
    : QAbstractButton(parent), m_context(context)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    // Not fixed: the hint is for the width of before, the layout's height for the new one.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QAbstractButton::clicked, this, [this] {
        m_context.selection.setItems({m_claim.about, m_claim.id});
    });
}

void ClaimCard::setClaim(const Claim &claim, Standing standing)
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    m_claim = claim;
    m_standing = standing;
    m_said = valueText(snapshot, claim);
    if (claim.field != "status" && !claim.status.empty())
        m_said += tr(" · %1").arg(toQString(claim.status));
    if (!claim.likelihood.empty())
        m_said += tr(" · %1").arg(toQString(claim.likelihood));
    if (claim.stance == Stance::Contradicts)
        m_said = tr("Against: %1").arg(m_said);
    m_choice.clear();
    if (standing == Standing::Preferred) {
        m_said += tr(" · preferred");
        for (const Decision &decision : *snapshot.decisions) {
            if (decision.preferred == claim.id && !decision.reason.empty())
                m_choice = tr("Preferred: %1").arg(toQString(decision.reason));
        }
    }
    m_field = fieldText(claim.field);
    m_quote = quoteOf(snapshot, claim);
    m_hops = hopsText(snapshot, claim);
    m_grade = gradeText(snapshot, claim);
    QStringList words{m_field, m_said, m_choice, m_quote, m_hops, m_grade};
    words.removeAll(QString());
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(gradeMeaning(snapshot, claim));
    offerChoice();
    makeLines();
    updateGeometry();
    placeChoice();
    update();
}

void ClaimCard::offerChoice()
{
    const bool isOffered = m_standing != Standing::Undisputed && !m_context.hub.isReadOnly();
    if (!m_choose && isOffered) {
        m_choose = new ActionLink(this);
        connect(m_choose, &ActionLink::clicked, this,
                [this] { m_standing == Standing::Preferred ? withdraw() : prefer(); });
    }
    if (!m_choose)
        return;
    const bool isPreferred = m_standing == Standing::Preferred;
    m_choose->setAction(
        isPreferred ? tr("Withdraw preference") : tr("Prefer…"),
        isPreferred ? tr("Withdraw the preference for the claim %1, %2").arg(m_field, m_said)
                    : tr("Prefer the claim %1, %2").arg(m_field, m_said));
    m_choose->setVisible(isOffered);
}

// On a line of its own, below the words.
void ClaimCard::placeChoice()
{
    if (!m_choose || m_choose->isHidden())
        return;
    const Margins margins = marginsOf(fontMetrics());
    const QSize size = m_choose->sizeHint();
    m_choose->setGeometry(margins.left, height() - margins.top - size.height(), size.width(),
                          size.height());
}

void ClaimCard::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    placeChoice();
}

void ClaimCard::prefer()
{
    bool isAccepted = false;
    const QString reason = QInputDialog::getText(this, tr("Prefer this claim"),
                                                 tr("Why is “%1” to be believed?").arg(m_said),
                                                 QLineEdit::Normal, QString(), &isAccepted);
    if (isAccepted)
        m_context.intents.preferClaim(
            {m_claim.about, m_claim.field, m_claim.id, toUtf8(reason.trimmed())});
}

void ClaimCard::withdraw()
{
    m_context.intents.withdrawPreference(m_claim.about, m_claim.field);
}

void ClaimCard::addLine(const QString &text, const QFont &font, bool isFaint)
{
    if (!text.isEmpty())
        m_lines.push_back({text, font, isFaint, nullptr, 0});
}

void ClaimCard::makeLines()
{
    m_lines.clear();
    m_heights.clear();
    m_laidOutWidth = -1;
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.87);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    QFont italic = font();
    italic.setItalic(true);
    addLine(m_field, small, true);
    addLine(m_said, strong, false);
    addLine(m_choice, small, false);
    addLine(m_quote, italic, false);
    addLine(m_hops, small, true);
}

int ClaimCard::layOut(int width) const
{
    if (width == m_laidOutWidth)
        return m_height;
    m_laidOutWidth = width;
    const Margins margins = marginsOf(fontMetrics());
    const int room = qMax(1, width - margins.left - margins.right);
    double y = margins.top;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        const double gradeRoom =
            i == kSaidLine && !m_grade.isEmpty()
                ? fontMetrics().horizontalAdvance(m_grade) + fontMetrics().averageCharWidth()
                : 0;
        line.layout = brokenInto(static_cast<int>(room - gradeRoom), line.text, line.font);
        line.top = y;
        y += heightOf(*line.layout) + 1;
    }
    if (m_choose && !m_choose->isHidden())
        y += m_choose->sizeHint().height();
    m_height = qRound(y) + margins.top;
    return m_height;
}

int ClaimCard::heightForWidth(int width) const
{
    for (const auto &[known, height] : m_heights) {
        if (known == width)
            return height;
    }
    m_heights.emplace_back(width, layOut(width));
    return m_heights.back().second;
}

QSize ClaimCard::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, heightForWidth(qMax(width(), 1))};
}

bool ClaimCard::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        makeLines();
        updateGeometry();
    }
    return QAbstractButton::event(event);
}

void ClaimCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ClaimCard::contextMenuEvent(QContextMenuEvent *event)
{
    const bool canWrite = !m_context.hub.isReadOnly();
    QMenu menu;
    menu.addAction(tr("Show all of it"), this, [this] { m_context.selection.select(m_claim.id); });
    QAction *prefer = menu.addAction(tr("Prefer this claim…"), this, &ClaimCard::prefer);
    QAction *withdraw = menu.addAction(tr("Withdraw the preference"), this, &ClaimCard::withdraw);
    QAction *remove = menu.addAction(
        tr("Delete"), this, [this] { m_context.intents.remove(std::vector<ItemRef>{m_claim.id}); });
    prefer->setEnabled(canWrite && m_standing != Standing::Preferred);
    withdraw->setEnabled(canWrite && m_standing == Standing::Preferred);
    remove->setEnabled(canWrite);
    menu.exec(event->globalPos());
}

// The bar at the left says at a glance whether the claims disagree.
void ClaimCard::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::fromPalette(palette(), font());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? theme.accent() : underMouse() ? theme.strongRule() : theme.rule());
    painter.setBrush(theme.paper());
    painter.drawRoundedRect(frame, kRadius, kRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor bar = m_standing == Standing::Disputed ? theme.warning() : theme.category(2);
    painter.fillRect(QRectF(1, kRadius - 2, kBarWidth, height() - 2 * (kRadius - 2)), bar);

    layOut(width());
    const Margins margins = marginsOf(fontMetrics());
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        painter.setPen(line.isFaint ? theme.faintInk() : theme.ink());
        line.layout->draw(&painter, QPointF(margins.left, line.top));
        if (i == kSaidLine && !m_grade.isEmpty()) {
            painter.setPen(theme.faintInk());
            painter.drawText(QRectF(margins.left, line.top, width() - margins.left - margins.right,
                                    fontMetrics().height()),
                             Qt::AlignRight | Qt::AlignTop, m_grade);
        }
    }
}

}  // namespace dateline::ui
