// SPDX-License-Identifier: GPL-3.0-or-later
// One person in two places at once.
#include <algorithm>
#include <array>

#include "app/evidence/chronology.h"
#include "app/evidence/disagreement.h"
#include "app/evidence/place_names.h"
#include "app/model/grade.h"

namespace dateline {

namespace {

// Who sends, is spoken of or is spoken to need not be there.
constexpr std::array<std::string_view, 10> kAwayParts{"sender",   "target",  "recipient", "subject",
                                                      "mediator", "source",  "addressee", "author",
                                                      "speaker",  "reporter"};

// A later stay is held against this many of those that began before it and may go on.
constexpr std::size_t kMostCompared = 32;

struct Stay {
    EventRow event;
    When when;
    std::string_view place;
    bool isFact = false;  // told as having taken place
};

bool isThere(std::string_view part)
{
    return std::find(kAwayParts.begin(), kAwayParts.end(), part) == kAwayParts.end();
}

// "Some day in March" holds a meeting here and one there with ease; a day, or a stay from one day
// to another, does not.
bool isNarrow(const When &when)
{
    return when.form == DateForm::Moment || when.form == DateForm::Span;
}

bool covers(const When &outer, const When &inner)
{
    return outer.form == DateForm::Span && outer.bounds.latestBegin < inner.bounds.earliestBegin &&
           inner.bounds.latestEnd < outer.bounds.earliestEnd;
}

bool sameMoment(const When &a, const When &b)
{
    return a.form == DateForm::Moment && b.form == DateForm::Moment &&
           a.precision < Precision::Day && b.precision < Precision::Day &&
           a.bounds.whole().overlaps(b.bounds.whole());
}

bool isLoose(const When &when)
{
    return when.has(kApproximate) || when.has(kUncertain);
}

std::vector<Stay> staysOf(const Snapshot &snapshot, ActorRow actor)
{
    const EventColumns &events = *snapshot.events;
    const ParticipationColumns &participations = *snapshot.participations;
    std::vector<Stay> stays;
    for (const EventRow row : participations.eventsOf(actor)) {
        const When when = events.when(row);
        const std::string_view place = events.placeWords().word(events.place(row));
        const Certainty certainty =
            certaintyOf(events.statusWords().word(events.statuses()[row.value]));
        if (place.empty() || !isNarrow(when) || certainty == Certainty::Denied)
            continue;
        for (const ParticipationColumns::Entry &entry : participations.ofEvent(row)) {
            if (entry.actor == actor && isThere(participations.partWords().word(entry.part))) {
                stays.push_back(
                    {row, when, place,
                     certainty == Certainty::Confirmed || certainty == Certainty::Reported});
                break;
            }
        }
    }
    return stays;
}

}  // namespace

void checkStays(Findings &findings, const Snapshot &snapshot)
{
    const PlaceNames places(snapshot);
    const EventColumns &events = *snapshot.events;
    for (ActorRow actor{0}; actor.value < snapshot.actors->size(); ++actor.value) {
        if (snapshot.actor(actor).kind != "person")
            continue;
        const std::vector<Stay> stays = staysOf(snapshot, actor);
        for (std::size_t later = 1; later < stays.size(); ++later) {
            const Stay &b = stays[later];
            const std::size_t first = later > kMostCompared ? later - kMostCompared : 0;
            for (std::size_t earlier = later; earlier-- > first;) {
                const Stay &a = stays[earlier];
                if (!a.when.bounds.whole().overlaps(b.when.bounds.whole()) ||
                    places.canBeOne(a.place, b.place))
                    continue;
                const bool isCertain = (covers(a.when, b.when) || covers(b.when, a.when) ||
                                        sameMoment(a.when, b.when)) &&
                                       a.isFact && b.isFact && !isLoose(a.when) && !isLoose(b.when);
                const std::string when(events.whenText(b.event));
                const std::string other(events.whenText(a.event));
                findings.push_back(
                    {isCertain ? Severity::Must : Severity::May,
                     "person_in_two_places",
                     {events.id(b.event), events.id(a.event), snapshot.actor(actor).id},
                     quoted(snapshot.actor(actor).name) +
                         (isCertain ? " cannot be in both: " : " is hardly in both: ") +
                         quoted(events.title(a.event)) + " in " + std::string(a.place) + " (" +
                         other + ") and " + quoted(events.title(b.event)) + " in " +
                         std::string(b.place) + " (" + when + ").",
                     FindingGroup::Chronology,
                     std::string(a.place) + " " + other + "; " + std::string(b.place) + " " +
                         when});
                break;
            }
        }
    }
}

}  // namespace dateline
