// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/view_filter.h"

#include <chrono>
#include <utility>

#include <QTimer>

#include "ui/bridge/session_hub.h"
#include "ui/bridge/text.h"
#include "ui/bridge/view_settings.h"
#include "ui/bridge/words_lookup.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kMostSteps = 100;
constexpr std::chrono::milliseconds kPatience{150};

QString joined(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(word.empty() ? ViewFilter::tr("(none)") : toQString(word));
    return list.join(ViewFilter::tr(" or "));
}

void clearIn(Filter &filter, ViewFilter::Part part)
{
    switch (part) {
    case ViewFilter::Part::Range:
        filter.range.reset();
        filter.rangeText.clear();
        break;
    case ViewFilter::Part::Text:
        filter.text.clear();
        filter.textHits.reset();
        break;
    case ViewFilter::Part::Kinds:
        filter.kinds.clear();
        break;
    case ViewFilter::Part::Statuses:
        filter.statuses.clear();
        break;
    case ViewFilter::Part::Places:
        filter.places.clear();
        break;
    case ViewFilter::Part::Tags:
        filter.tags.clear();
        break;
    case ViewFilter::Part::Actors:
        filter.actors.clear();
        break;
    case ViewFilter::Part::Sources:
        filter.sources.clear();
        break;
    case ViewFilter::Part::Known:
        filter.knownBefore.reset();
        filter.knownText.clear();
        break;
    }
}

}  // namespace

ViewFilter::ViewFilter(SessionHub &hub, QObject *parent)
    : QObject(parent), m_hub(hub), m_words(new WordsLookup(hub, this))
{
    connect(&m_hub, &SessionHub::opened, this, [this] {
        // As the view is that the file opens with.
        const SavedView *view = m_hub.snapshot()->views->find(kDefaultView);
        ViewLook look = view ? viewLookIn(view->settings) : ViewLook{};
        const bool wasLooking = m_wished.has_value();
        m_wished.reset();
        m_filter = std::move(look.filter);
        m_back.clear();
        m_forward.clear();
        // Everybody is told with the snapshot that comes next, once.
        const bool hadAsOf = m_asOf.has_value() || look.asOf;
        m_asOf = look.asOf;
        m_asOfText = look.asOfText;
        m_grouping = look.grouping.value_or(m_grouping);
        m_colouring = look.colouring.value_or(m_colouring);
        m_shown.reset();
        ++m_revision;
        if (hadAsOf)
            Q_EMIT asOfChanged();
        if (wasLooking)
            Q_EMIT lookingChanged();
    });
    connect(&m_hub, &SessionHub::snapshotChanged, this, [this] {
        const quint64 before = m_revision;
        if (m_wished)
            lookForWished();
        else
            findTextAgain();
        if (m_revision == before)
            invalidate();
    });
}

void ViewFilter::setFilter(Filter filter)
{
    // What the words find is no choice of its own: the same words are the same filter.
    if (filter.text == m_filter.text)
        filter.textHits = m_filter.textHits;
    if (filter == m_filter)
        return stopLooking();
    wish(std::move(filter), Step::Onwards);
}

void ViewFilter::wish(Filter filter, Step step)
{
    if (filter.text.empty() || filter.textHits)
        return take(std::move(filter), step);
    m_wished = std::move(filter);
    m_step = step;
    lookForWished();
}

void ViewFilter::take(Filter filter, Step step)
{
    const bool wasLooking = m_wished.has_value();
    m_wished.reset();
    Filter before = std::exchange(m_filter, std::move(filter));
    before.textHits.reset();
    if (step == Step::Back)
        m_back.pop_back();
    else if (step == Step::Forward)
        m_forward.pop_back();
    else
        m_forward.clear();
    (step == Step::Back ? m_forward : m_back).push_back(std::move(before));
    if (m_back.size() > kMostSteps)
        m_back.erase(m_back.begin());
    // Whatever is still being looked for was of the filter before, or of before an edit.
    if (m_words->isBusy())
        findTextAgain();
    invalidate();
    if (wasLooking)
        Q_EMIT lookingChanged();
}

void ViewFilter::lookForWished()
{
    m_words->start(toQString(m_wished->text), [this](Column<EventId> events) {
        Filter filter = *std::exchange(m_wished, std::nullopt);
        filter.textHits = std::move(events);
        take(std::move(filter), m_step);
        Q_EMIT lookingChanged();
    });
    // Most words are found before one could read that they are being looked for.
    if (m_wished)
        QTimer::singleShot(kPatience, this, &ViewFilter::lookingChanged);
}

void ViewFilter::stopLooking()
{
    if (!m_wished)
        return;
    m_wished.reset();
    findTextAgain();  // in place of the words that were wanted
    Q_EMIT lookingChanged();
}

QString ViewFilter::lookingFor() const
{
    return m_wished ? toQString(m_wished->text) : QString();
}

void ViewFilter::setRange(std::optional<TimeSpan> range, const QString &text)
{
    Filter filter = wished();
    filter.range = range;
    filter.rangeText = toUtf8(text);
    setFilter(std::move(filter));
}

void ViewFilter::setText(const QString &text)
{
    Filter filter = wished();
    filter.text = toUtf8(text.trimmed());
    filter.textHits.reset();
    setFilter(std::move(filter));
}

void ViewFilter::setKnownBefore(std::optional<Instant> instant, const QString &text)
{
    Filter filter = wished();
    filter.knownBefore = instant;
    filter.knownText = toUtf8(text);
    setFilter(std::move(filter));
}

void ViewFilter::clearPart(Part part)
{
    Filter filter = wished();
    clearIn(filter, part);
    setFilter(std::move(filter));
}

void ViewFilter::clear()
{
    setFilter({});
}

void ViewFilter::goBack()
{
    if (!m_back.empty())
        wish(m_back.back(), Step::Back);
}

void ViewFilter::goForward()
{
    if (!m_forward.empty())
        wish(m_forward.back(), Step::Forward);
}

// After an edit: what was found before it stays until it is known what the words mean now.
void ViewFilter::findTextAgain()
{
    if (m_filter.text.empty()) {
        m_words->cancel();
        m_filter.textHits.reset();
        return;
    }
    m_words->start(toQString(m_filter.text), [this](Column<EventId> events) {
        if (m_filter.textHits == events)
            return;
        m_filter.textHits = std::move(events);
        invalidate();
    });
}

const std::shared_ptr<const RowSet> &ViewFilter::sharedShown() const
{
    if (!m_shown)
        m_shown = std::make_shared<const RowSet>(apply(m_filter, *m_hub.snapshot()));
    return m_shown;
}

std::vector<ViewFilter::Chip> ViewFilter::chips() const
{
    std::vector<Chip> chips;
    if (m_filter.range) {
        const QString text = toQString(m_filter.rangeText);
        chips.push_back({Part::Range, text.isEmpty() ? tr("a stretch of time") : text});
    }
    if (!m_filter.text.empty())
        chips.push_back({Part::Text, tr("“%1”").arg(toQString(m_filter.text))});
    if (!m_filter.kinds.empty())
        chips.push_back({Part::Kinds, tr("kind %1").arg(joined(m_filter.kinds))});
    if (!m_filter.statuses.empty())
        chips.push_back({Part::Statuses, tr("status %1").arg(joined(m_filter.statuses))});
    if (!m_filter.places.empty())
        chips.push_back({Part::Places, tr("in %1").arg(joined(m_filter.places))});
    if (!m_filter.tags.empty())
        chips.push_back({Part::Tags, tr("tag %1").arg(joined(m_filter.tags))});
    const Snapshot &snapshot = *m_hub.snapshot();
    if (!m_filter.actors.empty()) {
        std::vector<std::string> names;
        for (const ActorId id : m_filter.actors) {
            const Actor *actor = snapshot.actor(id);
            names.push_back(actor ? actor->name : toUtf8(tr("somebody deleted")));
        }
        chips.push_back({Part::Actors, tr("with %1").arg(joined(names))});
    }
    if (!m_filter.sources.empty()) {
        std::vector<std::string> titles;
        for (const SourceId id : m_filter.sources) {
            const Source *source = snapshot.sources->find(id);
            titles.push_back(source ? source->title : toUtf8(tr("a deleted source")));
        }
        chips.push_back({Part::Sources, tr("by %1").arg(joined(titles))});
    }
    if (m_filter.knownBefore)
        chips.push_back({Part::Known, tr("as known on %1").arg(toQString(m_filter.knownText))});
    return chips;
}

QString ViewFilter::sentence() const
{
    QStringList parts;
    for (const Chip &chip : chips())
        parts.append(chip.text);
    return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral(" · "));
}

void ViewFilter::setFilteredOut(FilteredOut choice)
{
    if (choice == m_filteredOut)
        return;
    m_filteredOut = choice;
    ++m_revision;
    Q_EMIT appearanceChanged();
}

void ViewFilter::setAsOf(std::optional<Instant> asOf, const QString &text)
{
    if (asOf == m_asOf && text == m_asOfText)
        return;
    m_asOf = asOf;
    m_asOfText = text;
    ++m_revision;
    Q_EMIT asOfChanged();
}

void ViewFilter::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    ++m_revision;
    Q_EMIT appearanceChanged();
}

void ViewFilter::setColouring(Colouring colouring)
{
    if (colouring == m_colouring)
        return;
    m_colouring = colouring;
    ++m_revision;
    Q_EMIT appearanceChanged();
}

void ViewFilter::invalidate()
{
    m_shown.reset();
    ++m_revision;
    Q_EMIT changed();
}

}  // namespace dateline::ui
