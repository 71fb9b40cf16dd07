// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/actor_strip.h"

#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include "app/model/validity.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/mark_painter.h"
#include "ui/tables/cell_text.h"
#include "ui/views/item_text.h"
#include "ui/views/timeline_canvas.h"

namespace dateline::ui {

namespace {

constexpr double kGap = 6;
constexpr double kSide = 8;  // of the names, as in the lanes
constexpr std::uint16_t kValidColour = 2;
constexpr std::uint16_t kPastColour = kColourCount - 1;
constexpr std::size_t kMostRelations = 500;  // read; an actor with more is no matter of rows

Theme themeOf(const QWidget &widget)
{
    return Theme::fromPalette(QApplication::palette(), widget.font());
}

// The earliest first.
void sortByBegin(std::vector<RibbonEntry> &entries)
{
    std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
        return a.when.when().bounds.earliestBegin < b.when.when().bounds.earliestBegin;
    });
}

}  // namespace

ActorStripRow::ActorStripRow(const ViewContext &context, TimelineCanvas *canvas, QWidget *parent)
    : QAbstractButton(parent), m_canvas(canvas)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this,
            [this, &selection = context.selection] { selection.select(m_entry.item); });
}

void ActorStripRow::setEntry(const RibbonEntry &entry, const RibbonFrame &frame)
{
    m_entry = entry;
    m_frame = frame;
    QStringList said{entry.text, dateText(entry.when), validityText(entry.when.when(), frame)};
    said.removeAll(QString());
    setText(entry.text);
    setShortcut({});
    setAccessibleName(said.join(QStringLiteral(" · ")));
    setToolTip(said.join(QLatin1Char('\n')));
    update();
}

void ActorStripRow::setCaption(const QString &caption, bool isName)
{
    m_caption = caption;
    m_isNameCaption = isName;
    update();
}

QSize ActorStripRow::sizeHint() const
{
    return {200, QFontMetrics(themeOf(*this).smallFont()).height() + 5};
}

QFont ActorStripRow::labelFont() const
{
    QFont font = themeOf(*this).smallFont();
    if (validityAt(m_entry.when.when(), m_frame.at) == Validity::Certain)
        font.setWeight(QFont::DemiBold);
    return font;
}

Ribbon ActorStripRow::ribbon() const
{
    const TimeScale &scale = m_canvas->scale();
    TimelineMetrics metrics;
    metrics.labelHeight = fontMetrics().height();
    const MarkPlace place{scale.left(), scale.right(), height() / 2.0, height() - 6.0,
                          devicePixelRatioF()};
    return ribbonOf(m_entry.when, {}, m_entry.certainty, scale, place, metrics);
}

// Inside the bar where it fits, else to its right, else to its left. A bar that lies outside the
// plot has no words.
QRectF ActorStripRow::labelBox() const
{
    const TimelineMark mark = ribbon().mark;
    const TimeScale &scale = m_canvas->scale();
    if (mark.box.width <= 0)
        return {};
    const double width = QFontMetricsF(labelFont()).horizontalAdvance(m_entry.text) + 2;
    const double left = mark.box.x;
    const double right = mark.box.x + mark.box.width;
    const double room = std::max({right - left - 2 * kGap, scale.right() - right - 2 * kGap,
                                  left - scale.left() - 2 * kGap});
    if (room < QFontMetricsF(labelFont()).averageCharWidth() * 6)
        return {};
    const double shown = std::min(width, room);
    if (right - left - 2 * kGap >= shown)
        return {left + kGap, 0, shown, double(height())};
    if (scale.right() - right - 2 * kGap >= shown)
        return {right + kGap, 0, shown, double(height())};
    return {left - kGap - shown, 0, shown, double(height())};
}

void ActorStripRow::paintEvent(QPaintEvent *)
{
    const Theme theme = themeOf(*this);
    const TimeScale &scale = m_canvas->scale();
    QPainter painter(this);
    const bool isLit = underMouse() || hasFocus();
    if (isLit)
        painter.fillRect(QRectF(scale.left(), 0, scale.width(), height()), theme.band());
    if (!m_caption.isEmpty()) {
        const QFont font = m_isNameCaption ? theme.strongFont() : theme.smallFont();
        painter.setFont(font);
        painter.setPen(m_isNameCaption ? theme.ink() : theme.faintInk());
        const double room = scale.left() - 2 * kSide;
        painter.drawText(QRectF(kSide, 0, room, height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetricsF(font).elidedText(m_caption, Qt::ElideRight, room));
    }
    Ribbon shown = ribbon();
    const Validity validity = validityAt(m_entry.when.when(), m_frame.at);
    shown.mark.look.colour = validity == Validity::No ? kPastColour : kValidColour;
    if (shown.mark.box.width > 0)
        paintMark(painter, shown.mark, theme, shown.stretches);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double x = scale.toX(m_frame.at);
    if (x >= scale.left() && x <= scale.right()) {
        painter.setPen(QPen(toneColour(Tone::Today, theme), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
    const QRectF box = labelBox();
    if (box.isEmpty())
        return;
    QFont font = labelFont();
    font.setUnderline(isLit);
    painter.setFont(font);
    painter.setPen(theme.ink());
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(m_entry.text, Qt::ElideRight, box.width()));
}

void ActorStripRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QAbstractButton::keyPressEvent(event);
}

ActorStrip::ActorStrip(const ViewContext &context, TimelineCanvas *canvas, QWidget *parent)
    : QWidget(parent), m_context(context), m_canvas(canvas), m_rows(new QVBoxLayout)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3, 0, 2);
    column->setSpacing(0);
    m_rows.layout()->setSpacing(0);
    column->addLayout(m_rows.layout());
    hide();
}

void ActorStrip::setOn(bool isOn)
{
    m_isOn = isOn;
    m_actor = {};
    showSelection();
}

// A post or a relation that was picked keeps its actor; so does what a relation leads to.
ActorId ActorStrip::actorMeant() const
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const ItemRef current = m_context.selection.current();
    if (current.kind == ItemKind::Actor)
        return snapshot.actor(current.actor()) != nullptr ? current.actor() : ActorId();
    if (current.kind == ItemKind::Role) {
        const Role *role = snapshot.roles->find(current.role());
        if (role == nullptr)
            return {};
        return role->body == m_actor && m_actor ? m_actor : role->actor;
    }
    if (current.kind == ItemKind::Relation && m_actor) {
        const RelationRow row = snapshot.relations->rowOf(current.relation());
        const ActorRow self = snapshot.actorRow(m_actor);
        if (row && (snapshot.relations->from(row) == self || snapshot.relations->to(row) == self))
            return m_actor;
    }
    return {};
}

void ActorStrip::showSelection()
{
    const ActorId meant = m_isOn ? actorMeant() : ActorId();
    if (meant == m_actor && !meant.isNull() == !isHidden())
        return;
    m_actor = meant;
    refresh();
}

void ActorStrip::refresh()
{
    if (m_actor)
        m_actor = actorMeant();
    if (!m_actor) {
        hide();
        return;
    }
    const Snapshot &snapshot = *m_context.hub.snapshot();
    std::vector<RibbonEntry> entries = roleEntries(snapshot, m_actor);
    const auto isUndated = [](const RibbonEntry &entry) { return !entry.when.isDated(); };
    std::erase_if(entries, isUndated);
    std::vector<RibbonEntry> relations = datedRelationEntries(snapshot, m_actor, kMostRelations);
    const std::size_t posts = entries.size();
    const RibbonFrame frame = ribbonFrame(m_context.filter, entries, relations);
    sortByBegin(entries);
    sortByBegin(relations);
    QStringList counts;
    if (posts > 0)
        counts.append(counted(static_cast<qlonglong>(posts), tr("1 post"), tr("%1 posts")));
    if (!relations.empty())
        counts.append(counted(static_cast<qlonglong>(relations.size()), tr("1 relation"),
                              tr("%1 relations")));
    entries.insert(entries.end(), relations.begin(), relations.end());
    const std::size_t all = entries.size();
    // Of too many, those that hold or may hold then come before those that are over.
    if (all > kMostRows) {
        std::stable_partition(entries.begin(), entries.end(), [&frame](const RibbonEntry &entry) {
            return validityAt(entry.when.when(), frame.at) != Validity::No;
        });
        entries.resize(kMostRows);
        counts.append(tr("%1 of them here").arg(QLocale().toString(int(kMostRows))));
    }
    const QString name = actorName(snapshot, m_actor);
    const QString count = counts.join(QStringLiteral(" · "));
    m_rows.fill(
        entries.size(), [this] { return new ActorStripRow(m_context, m_canvas); },
        [&](ActorStripRow &row, std::size_t i) {
            row.setEntry(entries[i], frame);
            row.setCaption(i == 0 ? name : i == 1 ? count : QString(), i == 0);
        });
    setAccessibleName(tr("Posts and relations of %1 over time").arg(name));
    setAccessibleDescription(count);
    setVisible(!entries.empty());
}

void ActorStrip::follow()
{
    if (isVisible())
        update();
}

void ActorStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.paper());
    painter.setPen(theme.strongRule());
    painter.drawLine(0, 0, width(), 0);
    const double x = m_canvas->scale().left();
    painter.setPen(theme.rule());
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
}

}  // namespace dateline::ui
