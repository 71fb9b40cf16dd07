// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/view_arguments.h"

#include <algorithm>
#include <charconv>

#include "app/exchange/generated_id.h"
#include "app/model/civil_date.h"
#include "ui/command_line/console.h"

namespace dateline::ui {

namespace {

std::optional<Edtf> dateFrom(const char *option, const std::string &text, int &status)
{
    Result<Edtf> date = Edtf::parse(text);
    if (date && date->isDated())
        return *std::move(date);
    status = failArguments(std::string(option) + ": " +
                           (date ? "a date is needed" : date.error().detail));
    return {};
}

std::string lowered(std::string text)
{
    for (char &c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// "Shoigu" for Sergei Shoigu: the one actor in whose name, or else in one of whose aliases, the
// text occurs. Null where there is none, or more than one.
const Actor *actorByPartOfName(const Snapshot &snapshot, const std::string &text)
{
    const std::string wanted = lowered(text);
    const auto contains = [&](const std::string &name) {
        return lowered(name).find(wanted) != std::string::npos;
    };
    for (const bool isAlias : {false, true}) {
        const Actor *found = nullptr;
        int count = 0;
        for (const Actor &actor : *snapshot.actors) {
            const bool isMeant =
                isAlias ? std::any_of(actor.aliases.begin(), actor.aliases.end(),
                                      [&](const Alias &alias) { return contains(alias.text); })
                        : contains(actor.name);
            if (isMeant) {
                found = &actor;
                ++count;
            }
        }
        if (count > 0)
            return count == 1 ? found : nullptr;
    }
    return nullptr;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text.append(text.empty() ? "" : " or ").append(word);
    return text;
}

void addPart(std::string &sentence, const std::string &part)
{
    sentence.append(sentence.empty() ? "" : " · ").append(part);
}

bool addRange(const ViewArguments &arguments, View &view, int &status)
{
    if (arguments.from.empty() && arguments.to.empty())
        return true;
    Instant begin = Instant::distantPast();
    Instant end = Instant::distantFuture();
    if (!arguments.from.empty()) {
        const std::optional<Edtf> from = dateFrom("--from", arguments.from, status);
        if (!from)
            return false;
        begin = from->when().bounds.earliestBegin;
    }
    if (!arguments.to.empty()) {
        const std::optional<Edtf> to = dateFrom("--to", arguments.to, status);
        if (!to)
            return false;
        end = to->when().bounds.latestEnd;
    }
    if (end < begin) {
        status = failArguments("--to lies before --from");
        return false;
    }
    view.filter.range = TimeSpan::between(begin, end);
    view.filter.rangeText = (arguments.from.empty() ? ".." : arguments.from) + "/" +
                            (arguments.to.empty() ? ".." : arguments.to);
    addPart(view.sentence, view.filter.rangeText);
    return true;
}

bool addActors(const Session &session, const ViewArguments &arguments, View &view, int &status)
{
    std::vector<std::string> names;
    for (const std::string &text : arguments.actors) {
        const Actor *actor = actorFor(session, text);
        if (actor == nullptr) {
            status = failArguments("--actor: nobody, or more than one, is called " + text);
            return false;
        }
        view.filter.actors.push_back(actor->id);
        names.push_back(actor->name);
    }
    if (!names.empty())
        addPart(view.sentence, "with " + joined(names));
    return true;
}

bool addQuery(const Session &session, const ViewArguments &arguments, View &view, int &status)
{
    if (arguments.query.empty())
        return true;
    const Result<std::vector<ItemRef>> found = session.matches(arguments.query);
    if (!found) {
        status = fail(found.error());
        return false;
    }
    view.filter.text = arguments.query;
    view.filter.textHits = eventsMeantBy(*found, *session.snapshot());
    addPart(view.sentence, "“" + arguments.query + "”");
    return true;
}

}  // namespace

std::optional<View> viewFor(const Session &session, const ViewArguments &arguments, int &status)
{
    View view;
    if (!addRange(arguments, view, status))
        return {};
    view.filter.kinds = arguments.kinds;
    if (!arguments.kinds.empty())
        addPart(view.sentence, "kind " + joined(arguments.kinds));
    if (!addActors(session, arguments, view, status) || !addQuery(session, arguments, view, status))
        return {};
    if (!arguments.asOf.empty()) {
        view.asOf = asOfInstant(arguments.asOf, status);
        if (!view.asOf)
            return {};
        view.asOfText = arguments.asOf;
    }
    if (!arguments.knownOn.empty()) {
        const std::optional<Edtf> day = dateFrom("--known-on", arguments.knownOn, status);
        if (!day)
            return {};
        view.filter.knownBefore = day->when().bounds.latestEnd;
        view.filter.knownText = arguments.knownOn;
        addPart(view.sentence, "known on " + arguments.knownOn);
    }
    view.shown = apply(view.filter, *session.snapshot());
    return view;
}

std::optional<Instant> asOfInstant(const std::string &text, int &status)
{
    const std::optional<Edtf> date = dateFrom("--as-of", text, status);
    if (!date)
        return {};
    const DateBounds &bounds = date->when().bounds;
    return bounds.latestEnd.isDistant() ? bounds.latestEnd : addSeconds(bounds.latestEnd, -1);
}

const Actor *actorFor(const Session &session, const std::string &text)
{
    const SnapshotPointer snapshot = session.snapshot();
    if (const ActorId id = session.stores().actors.findExternal(text))
        return snapshot->actor(id);
    if (const Actor *actor = snapshot->actorNamed(text))
        return actor;
    const Actor *numbered = snapshot->actor(ActorId{generatedNumber("actor", text)});
    if (numbered != nullptr && numbered->externalId.empty())
        return numbered;
    return actorByPartOfName(*snapshot, text);
}

std::optional<PixelSize> pixelSizeFrom(const std::string &text)
{
    constexpr int kSmallest = 64;
    constexpr int kLargest = 20'000;
    PixelSize size;
    const char *end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x')
        return {};
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    const bool isFine = height.ec == std::errc() && height.ptr == end && size.width >= kSmallest &&
                        size.height >= kSmallest && size.width <= kLargest &&
                        size.height <= kLargest;
    return isFine ? std::optional(size) : std::nullopt;
}

}  // namespace dateline::ui
