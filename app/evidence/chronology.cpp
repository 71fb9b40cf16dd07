// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/chronology.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/evidence/disagreement.h"
#include "app/evidence/event_titles.h"
#include "app/model/date_order.h"
#include "app/model/grade.h"

namespace dateline {

namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char &c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    }
    return out;
}

bool isLoose(const When &when)
{
    return when.has(kApproximate) || when.has(kUncertain);
}

// Nothing of the one lies in the other, whatever each of them means.
bool areApart(const When &a, const When &b)
{
    return certainlyBefore(a, b) || certainlyBefore(b, a);
}

Severity severityOf(const When &a, const When &b)
{
    return isLoose(a) || isLoose(b) ? Severity::May : Severity::Must;
}

std::string termText(const Role &role)
{
    return role.when.text().empty() ? std::string("no known time") : role.when.text();
}

// Days on which a claim says that the role was held.
void checkClaimedDays(Findings &findings, const Snapshot &snapshot)
{
    for (const Claim &claim : *snapshot.claims) {
        const Role *role = snapshot.roles->find(claim.about.role());
        if (role == nullptr || claim.field != "date" || claim.stance == Stance::Contradicts)
            continue;
        const Result<Edtf> day = Edtf::parse(claim.value);
        if (!day || !areApart(day->when(), role->when.when()))
            continue;
        findings.push_back({severityOf(day->when(), role->when.when()),
                            "role_outside_term",
                            {role->id, claim.id, role->actor},
                            described(snapshot, role->id) + " is held on " + claim.value +
                                " by a claim, outside its term " + termText(*role) + ".",
                            FindingGroup::Chronology,
                            claim.value + "; " + role->when.text()});
    }
}

// Events in which somebody acts in an office that they do not hold then.
void checkActingIn(Findings &findings, const Snapshot &snapshot)
{
    std::map<std::pair<ActorId, std::string>, std::vector<const Role *>> terms;
    for (const Role &role : *snapshot.roles)
        terms[{role.actor, lower(role.title)}].push_back(&role);
    if (terms.empty())
        return;
    const EventColumns &events = *snapshot.events;
    const ParticipationColumns &participations = *snapshot.participations;
    for (const auto &[held, roles] : terms) {
        const ActorId holder = held.first;
        const std::string &office = held.second;
        const ActorRow actor = snapshot.actorRow(holder);
        if (actor.isNull())
            continue;
        for (const EventRow row : participations.eventsOf(actor)) {
            const auto entries = participations.ofEvent(row);
            const bool acts = std::any_of(
                entries.begin(), entries.end(), [&](const ParticipationColumns::Entry &entry) {
                    return entry.actor == actor &&
                           lower(participations.partWords().word(entry.part)) == office;
                });
            const When when = events.when(row);
            if (!acts || !when.isDated() ||
                !std::all_of(roles.begin(), roles.end(),
                             [&](const Role *role) { return areApart(when, role->when.when()); }))
                continue;
            findings.push_back(
                {severityOf(when, roles.front()->when.when()),
                 "role_outside_term",
                 {events.id(row), roles.front()->id, holder},
                 quoted(snapshot.actor(actor).name) + " acts as " + roles.front()->title + " in " +
                     quoted(events.title(row)) + " (" + std::string(events.whenText(row)) +
                     "), outside the term " + termText(*roles.front()) + ".",
                 FindingGroup::Chronology,
                 std::string(events.whenText(row)) + "; " + roles.front()->when.text()});
        }
    }
}

enum class Order { None, ComesAfter, ComesBefore };

Order orderOf(std::string_view field)
{
    constexpr std::array<std::string_view, 5> kAfter{"cause", "caused by", "follows", "response to",
                                                     "after"};
    constexpr std::array<std::string_view, 5> kBefore{"effect", "leads to", "precedes", "causes",
                                                      "before"};
    if (std::find(kAfter.begin(), kAfter.end(), field) != kAfter.end())
        return Order::ComesAfter;
    return std::find(kBefore.begin(), kBefore.end(), field) != kBefore.end() ? Order::ComesBefore
                                                                             : Order::None;
}

// Begins earlier than the other one can, and may end later: in some readings it comes first.
bool mayComeFirst(const When &effect, const When &cause)
{
    return effect.bounds.earliestBegin < cause.bounds.earliestBegin &&
           possiblyBefore(effect, cause);
}

bool isMeeting(std::string_view kind)
{
    constexpr std::array<std::string_view, 7> kMeetings{"meeting", "talks",       "visit", "summit",
                                                        "treaty",  "negotiation", "call"};
    return std::find(kMeetings.begin(), kMeetings.end(), lower(kind)) != kMeetings.end();
}

}  // namespace

void checkTerms(Findings &findings, const Snapshot &snapshot)
{
    checkClaimedDays(findings, snapshot);
    checkActingIn(findings, snapshot);
}

void checkOrder(Findings &findings, const Snapshot &snapshot)
{
    const EventColumns &events = *snapshot.events;
    const auto speaksOfOrder = [](const Claim &claim) {
        return claim.about.kind == ItemKind::Event && claim.stance == Stance::Supports &&
               orderOf(claim.field) != Order::None;
    };
    if (std::none_of(snapshot.claims->begin(), snapshot.claims->end(), speaksOfOrder))
        return;
    const EventTitles titles(events);
    for (const Claim &claim : *snapshot.claims) {
        if (!speaksOfOrder(claim))
            continue;
        const EventRow about = events.rowOf(claim.about.event());
        const EventRow named = titles.find(claim.value);
        if (about.isNull() || named.isNull() || about == named)
            continue;
        const bool isEffect = orderOf(claim.field) == Order::ComesAfter;
        const EventRow effect = isEffect ? about : named;
        const EventRow cause = isEffect ? named : about;
        const When effectWhen = events.when(effect);
        const When causeWhen = events.when(cause);
        const bool isCertain = certainlyBefore(effectWhen, causeWhen);
        if (!isCertain && !mayComeFirst(effectWhen, causeWhen))
            continue;
        const std::string when(events.whenText(effect));
        const std::string causedOn(events.whenText(cause));
        findings.push_back({isCertain ? severityOf(effectWhen, causeWhen) : Severity::May,
                            "effect_before_cause",
                            {events.id(effect), events.id(cause), claim.id},
                            quoted(events.title(effect)) + " (" + when + ") " +
                                (isCertain ? "comes before " : "may come before ") +
                                quoted(events.title(cause)) + " (" + causedOn +
                                "), which it is said to follow.",
                            FindingGroup::Chronology,
                            when + "; " + causedOn});
    }
}

void checkSides(Findings &findings, const Snapshot &snapshot)
{
    const EventColumns &events = *snapshot.events;
    std::vector<std::uint8_t> isMeetingWord(events.kindWords().size(), 0);
    for (std::uint32_t word = 0; word < isMeetingWord.size(); ++word)
        isMeetingWord[word] = isMeeting(events.kindWords().word(word)) ? 1 : 0;
    for (EventRow row{0}; row.value < events.size(); ++row.value) {
        if (isMeetingWord[events.kinds()[row.value]] == 0)
            continue;
        std::set<std::uint32_t> sides;
        for (const ParticipationColumns::Entry &entry : snapshot.participations->ofEvent(row))
            sides.insert(entry.actor.value);
        if (sides.size() > 1)
            continue;
        findings.push_back({Severity::May,
                            "meeting_one_sided",
                            {events.id(row)},
                            described(snapshot, events.id(row)) +
                                (sides.empty() ? " has nobody who takes part."
                                               : " has one side only: who was the other?"),
                            FindingGroup::Chronology,
                            std::to_string(sides.size())});
    }
}

void checkVersions(Findings &findings, const Snapshot &snapshot)
{
    const auto report = [&](const Source &source, const char *code, const Edtf &first,
                            const Edtf &second, const std::string &words) {
        if (!certainlyBefore(second.when(), first.when()))
            return;
        findings.push_back({severityOf(first.when(), second.when()),
                            code,
                            {source.id},
                            described(snapshot, source.id) + " " + words + " on " + second.text() +
                                ", before " + first.text() + ".",
                            FindingGroup::Chronology,
                            first.text() + "; " + second.text()});
    };
    for (const Source &source : *snapshot.sources) {
        report(source, "source_dates_reversed", source.published, source.updated,
               "was updated before it was published:");
        report(source, "source_dates_reversed", source.published, source.retrieved,
               "was retrieved before it was published:");
        if (const Source *first = snapshot.sources->find(source.supersedes))
            report(source, "version_before_first", first->published, source.published,
                   "supersedes a version that is newer: it was published");
    }
}

Findings checkChronology(const Snapshot &snapshot)
{
    Findings findings;
    checkStays(findings, snapshot);
    checkTerms(findings, snapshot);
    checkOrder(findings, snapshot);
    checkWholes(findings, snapshot);
    checkSides(findings, snapshot);
    checkVersions(findings, snapshot);
    return findings;
}

}  // namespace dateline
