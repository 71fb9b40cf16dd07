// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the timeline's canvas.
#include <QMenu>

#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_texts.h"
#include "ui/views/timeline_view.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kMostInMenu = 30;

// An ampersand in a menu would underline the next letter.
QString menuText(const QString &text)
{
    QString escaped = text;
    return escaped.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

}  // namespace

void TimelineCanvas::chooseAmong(const TimelineHit &hit, const QPoint &globalPlace)
{
    const std::vector<EventRow> rows = eventsAt(hit);
    QMenu menu(this);
    for (std::size_t i = 0; i < std::min(rows.size(), kMostInMenu); ++i) {
        const EventRow row = rows[i];
        const QString date = shortDateText(dateOf(snapshot(), row), locale());
        const QAction *action =
            menu.addAction(menuText(eventTitle(snapshot(), row)) + QLatin1Char('\t') + date);
        connect(action, &QAction::triggered, this, [this, lane = hit.lane, row] {
            pick({lane, row}, Pick::Only);
        });
    }
    if (rows.size() > kMostInMenu)
        menu.addAction(
                tr("%1 more: zoom in to see them")
                    .arg(locale().toString(static_cast<qulonglong>(rows.size() - kMostInMenu))))
            ->setEnabled(false);
    menu.addSeparator();
    const QAction *zoom = menu.addAction(tr("Zoom in on these"));
    connect(zoom, &QAction::triggered, this, [this, rows] {
        const EventColumns &events = *snapshot().events;
        TimeSpan whole = events.when(rows.front()).bounds.whole();
        for (const EventRow row : rows) {
            const TimeSpan span = events.when(row).bounds.whole();
            whole = TimeSpan::between(std::min(whole.begin(), span.begin()),
                                      std::max(whole.end(), span.end()));
        }
        fit(whole, Travel::Glide);
    });
    const QAction *all = menu.addAction(tr("Select all of these"));
    connect(all, &QAction::triggered, this, [this, rows] {
        std::vector<ItemRef> items;
        for (const EventRow row : rows)
            items.emplace_back(snapshot().events->id(row));
        m_context.selection.setItems(items);
    });
    menu.exec(globalPlace);
}

void TimelineCanvas::addItemActions(QMenu &menu, EventRow row)
{
    const EventId id = snapshot().events->id(row);
    connect(menu.addAction(tr("Show in Details")), &QAction::triggered, this,
            [this, id] { Q_EMIT openRequested(id); });
    QAction *edit = menu.addAction(tr("Edit event…"));
    edit->setEnabled(isEditable());
    connect(edit, &QAction::triggered, this, [this, id] { Q_EMIT editRequested(id); });
    QAction *remove = menu.addAction(tr("Delete…"));
    remove->setEnabled(isEditable());
    connect(remove, &QAction::triggered, this, [this] { Q_EMIT removeRequested(); });
    menu.addSeparator();
    const TimeSpan whole = snapshot().events->when(row).bounds.whole();
    connect(menu.addAction(tr("Zoom to this event")), &QAction::triggered, this,
            [this, whole] { fit(whole, Travel::Glide); });
    QAction *filter = menu.addAction(tr("Only what happened meanwhile"));
    filter->setEnabled(!whole.begin().isDistant() && !whole.end().isDistant());
    connect(filter, &QAction::triggered, this, [this, whole] { Q_EMIT rangeBrushed(whole); });
    QAction *asOf = menu.addAction(tr("Read roles and relations as of then"));
    asOf->setEnabled(!whole.begin().isDistant());
    connect(asOf, &QAction::triggered, this, [this, whole] {
        const std::string text =
            edtfFor(TimeSpan::between(whole.begin(), whole.begin()), Precision::Day);
        m_context.filter.setAsOf(whole.begin(), toQString(text));
    });
    menu.addSeparator();
}

void TimelineCanvas::showMenu(const TimelineHit &hit, const QPointF &place,
                              const QPoint &globalPlace)
{
    const std::vector<EventRow> rows = eventsAt(hit);
    if (rows.size() > 1) {
        chooseAmong(hit, globalPlace);
        return;
    }
    QMenu menu(this);
    if (rows.size() == 1) {
        if (!std::binary_search(m_emphasis.selected.begin(), m_emphasis.selected.end(),
                                rows.front()))
            pick({hit.lane, rows.front()}, Pick::Only);
        addItemActions(menu, rows.front());
    } else if (hit.part == TimelinePart::Plot) {
        const NewEventPlace where = placeAt(place);
        QAction *create = menu.addAction(tr("New event, %1…").arg(dateText(where.when, locale())));
        create->setEnabled(isEditable());
        connect(create, &QAction::triggered, this,
                [this, where] { Q_EMIT createRequested(where); });
        menu.addSeparator();
    } else if (hit.part == TimelinePart::LaneName && hit.lane < lanes().lanes.size() &&
               !lanes().item(lanes().lanes[hit.lane]).isNull()) {
        const ItemRef item = lanes().item(lanes().lanes[hit.lane]);
        pickLane(hit.lane, Pick::Only);
        connect(menu.addAction(tr("Show in Details")), &QAction::triggered, this,
                [this, item] { Q_EMIT openRequested(item); });
        menu.addSeparator();
    }
    Q_EMIT rowsMenuAsked(&menu, hit.part == TimelinePart::LaneName ? hit.lane : Lanes::kNone);
    connect(menu.addAction(tr("Show all")), &QAction::triggered, this,
            [this] { fitAll(Travel::Glide); });
    connect(menu.addAction(tr("Only what is in view")), &QAction::triggered, this,
            [this] { Q_EMIT rangeBrushed(visibleSpan()); });
    menu.addSeparator();
    connect(menu.addAction(tr("Copy as image")), &QAction::triggered, this,
            &TimelineCanvas::copyPictureRequested);
    connect(menu.addAction(tr("Export picture…")), &QAction::triggered, this,
            &TimelineCanvas::exportPictureRequested);
    menu.exec(globalPlace);
}

}  // namespace dateline::ui
