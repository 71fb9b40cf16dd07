// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline unfolds of a selected event whose date several claims tell of, or which is
// contested.
#include <algorithm>
#include <set>

#include <QRegularExpression>

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/item_text.h"
#include "ui/views/timeline_canvas.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kMostWhiskers = 8;
constexpr std::size_t kMostPublications = 24;

bool isPreferred(const Snapshot &snapshot, const Claim &claim)
{
    return std::any_of(snapshot.decisions->begin(), snapshot.decisions->end(),
                       [&](const Decision &decision) { return decision.preferred == claim.id; });
}

TimelineEmphasis::Whisker whiskerOf(const Snapshot &snapshot, const Claim &claim, const When &when)
{
    TimelineEmphasis::Whisker whisker;
    whisker.when = when;
    whisker.isAgainst = claim.stance == Stance::Contradicts;
    whisker.isPreferred = isPreferred(snapshot, claim);
    QString outlet;
    if (const Source *source = snapshot.sources->find(claim.source)) {
        outlet = actorName(snapshot, source->outlet);
        if (outlet.isEmpty())
            outlet = toQString(source->title);
        if (source->published.isDated())
            whisker.published = source->published.when().bounds.earliestBegin;
    }
    const QString grade = gradeText(snapshot, claim);
    whisker.label = toUtf8(QStringList{toQString(claim.value), outlet, grade}
                               .filter(QRegularExpression(QStringLiteral(".")))
                               .join(QStringLiteral(" · ")));
    return whisker;
}

}  // namespace

void TimelineCanvas::takeWhiskers()
{
    m_emphasis.whiskers.clear();
    m_emphasis.published.clear();
    if (m_emphasis.selected.size() != 1 || !m_context.selection.current().event())
        return;
    const Snapshot &rows = snapshot();
    const EventRow row = m_emphasis.selected.front();
    std::vector<TimelineEmphasis::Whisker> whiskers;
    std::set<Instant> published;
    for (const Claim *claim : rows.claimsAbout(rows.events->id(row))) {
        const Source *source = rows.sources->find(claim->source);
        if (source != nullptr && source->published.isDated())
            published.insert(source->published.when().bounds.earliestBegin);
        if (claim->field != "date")
            continue;
        const Result<Edtf> date = Edtf::parse(claim->value);
        if (date && date->isDated())
            whiskers.push_back(whiskerOf(rows, *claim, date->when()));
    }
    if (published.size() <= kMostPublications)
        m_emphasis.published.assign(published.begin(), published.end());
    if (whiskers.size() < 2 && !rows.evidenceOf(row).isContested)
        return;
    std::stable_sort(whiskers.begin(), whiskers.end(),
                     [](const TimelineEmphasis::Whisker &a, const TimelineEmphasis::Whisker &b) {
                         return a.isPreferred && !b.isPreferred;
                     });
    if (whiskers.size() > kMostWhiskers)
        whiskers.resize(kMostWhiskers);
    m_emphasis.whiskers = std::move(whiskers);
}

}  // namespace dateline::ui
