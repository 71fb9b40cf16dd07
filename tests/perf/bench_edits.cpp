// SPDX-License-Identifier: GPL-3.0-or-later
// What one edit of each kind costs in a large file, from its statement to the next snapshot: on a
// copy, which is removed.
//
//     build/release/tests/perf/bench_edits --file FILE [CLAIMS]   claims added before, on one
//     source
// and then what Google Benchmark understands.
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <benchmark/benchmark.h>

#include "app/edit/edits.h"
#include "app/edit/session.h"
#include "tests/support/temporary_folder.h"

using namespace dateline;

namespace {

std::unique_ptr<Session> session;
SourceId source;

const Snapshot &rows()
{
    return *session->snapshot();
}

// Each run is another one among the rows, far from the last.
template <typename Edit>
void measure(const char *name, Edit &&edit)
{
    benchmark::RegisterBenchmark(name,
                                 [edit](benchmark::State &state) {
                                     std::uint32_t number = 0;
                                     for (auto run : state) {
                                         number += 7'919;
                                         const auto work = [&](Stores &stores) {
                                             edit(stores, number);
                                         };
                                         if (!session->perform("Measure", work))
                                             state.SkipWithError("refused");
                                     }
                                 })
        ->Unit(benchmark::kMillisecond)
        ->Iterations(12);
}

EventId anyEvent(std::uint32_t number)
{
    return rows().events->id({number % rows().events->size()});
}

ActorId anyActor(std::uint32_t number)
{
    return (*rows().actors)[number % rows().actors->size()].id;
}

Claim claimAbout(EventId event)
{
    Claim claim;
    claim.source = source;
    claim.about = event;
    claim.field = "exists";
    claim.value = "yes";
    return claim;
}

void registerAll()
{
    measure("move_event", [](Stores &stores, std::uint32_t number) {
        moveEvent(stores, anyEvent(number), *Edtf::parse("19" + std::to_string(70 + number % 20)));
    });
    measure("rename_event", [](Stores &stores, std::uint32_t number) {
        Event event = *stores.events.find(anyEvent(number));
        event.title += " again";
        changeEvent(stores, event);
    });
    measure("add_participation", [](Stores &stores, std::uint32_t number) {
        addParticipation(stores, {{}, anyEvent(number), anyActor(number), "measured"});
    });
    measure("rename_actor", [](Stores &stores, std::uint32_t number) {
        Actor actor = *stores.actors.find(anyActor(number));
        actor.name += " again";
        changeActor(stores, actor);
    });
    measure("add_relation", [](Stores &stores, std::uint32_t number) {
        Relation relation;
        relation.from = anyActor(number);
        relation.to = anyActor(number + 1);
        relation.kind = "ally";
        addRelation(stores, relation);
    });
    measure("add_claim", [](Stores &stores, std::uint32_t number) {
        addClaim(stores, claimAbout(anyEvent(number)));
    });
    measure("add_event", [](Stores &stores, std::uint32_t number) {
        Event event;
        event.title = "Measured";
        event.when = *Edtf::parse("19" + std::to_string(70 + number % 20) + "-05");
        addEvent(stores, event);
    });
}

bool addClaims(std::uint32_t count)
{
    return session
        ->perform("Claims",
                  [count](Stores &stores) {
                      Source book;
                      book.title = "Measured";
                      source = addSource(stores, book, "", "");
                      for (std::uint32_t i = 0; i < count; ++i)
                          addClaim(stores, claimAbout(anyEvent(i * 31)));
                  })
        .has_value();
}

}  // namespace

int main(int count, char **words)
{
    if (count < 3 || std::strcmp(words[1], "--file") != 0) {
        std::fprintf(stderr, "bench_edits --file FILE [CLAIMS]   [--benchmark_...]\n");
        return EXIT_FAILURE;
    }
    const TemporaryFolder folder;
    const auto copy = folder / "copy.dateline";
    std::filesystem::copy_file(words[2], copy);
    const bool hasCount = count > 3 && std::atoi(words[3]) > 0;
    auto opened = Session::open(copy);
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().detail.c_str());
        return EXIT_FAILURE;
    }
    session = std::move(*opened);
    if (!addClaims(hasCount ? static_cast<std::uint32_t>(std::atoi(words[3])) : 1'000))
        return EXIT_FAILURE;
    registerAll();
    const int taken = hasCount ? 3 : 2;
    int left = count - taken;
    benchmark::Initialize(&left, words + taken);
    benchmark::RunSpecifiedBenchmarks();
    session.reset();
    return EXIT_SUCCESS;
}
