// SPDX-License-Identifier: GPL-3.0-or-later
// make_sample FOLDER OUT.dateline: the built-in sample from its readable tables, at build time. The
// same tables give the same bytes. The history is left empty, so that nobody's undo can take the
// sample away, and the file is whole on its own.
#include <cstdio>
#include <exception>
#include <filesystem>

#include "app/edit/edits.h"
#include "app/exchange/own_tables_reader.h"
#include "app/exchange/tables_import.h"
#include "app/store/release_copy.h"

using namespace dateline;

namespace {

int fail(const std::string &text)
{
    std::fprintf(stderr, "make_sample: %s\n", text.c_str());
    return 1;
}

// Interfax writes its speaker in Cyrillic letters: once taken for somebody else, then found to be
// the same. So the sample has a merge to look at and to take apart.
void mergeRussianSpelling(Stores &stores)
{
    const ActorId kept = stores.actors.findExternal("shoigu");
    const ActorId interfax = stores.actors.findExternal("interfax");
    Actor asWritten;
    asWritten.name = "Сергей Шойгу";
    asWritten.kind = "person";
    asWritten.notes = "As Interfax names him.";
    const ActorId gone = addActor(stores, asWritten);
    for (const ClaimId id : stores.claims.attributedTo(interfax)) {
        Claim claim = stores.claims.find(id).value();
        if (claim.attribution.front() != kept)
            continue;
        claim.attribution.front() = gone;
        changeClaim(stores, claim);
    }
    mergeActors(stores, kept, gone,
                "The same name in Russian; Interfax quotes him on the same talks.");
}

int makeSample(const std::filesystem::path &folder, const std::filesystem::path &out)
{
    ProjectTables tables;
    ImportReport report;
    if (const Result<void> read = readOwnTables(folder, tables, report.refused); !read)
        return fail(read.error().detail);

    Result<std::unique_ptr<Session>> session = Session::create(out);
    if (!session)
        return fail(session.error().detail);
    (*session)->setAuthor("Dateline");
    const Result<void> imported = importTables(**session, tables, {}, report);
    const Result<void> titled = (*session)->perform("Make the sample whole", [](Stores &stores) {
        changeSetting(stores, "title", "Russia and North Korea");
        mergeRussianSpelling(stores);
    });
    session->reset();
    for (const Refusal &refusal : report.refused)
        std::fprintf(stderr, "%s\n", sentenceOf(refusal).c_str());
    if (!imported || !titled || !report.isDone) {
        std::filesystem::remove(out);
        return fail("the tables were refused; nothing is made");
    }
    makeReleaseCopy(out);
    return 0;
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return fail("give the folder of the tables and the file to make");
    try {
        return makeSample(argv[1], argv[2]);
    } catch (const std::exception &error) {
        return fail(error.what());
    }
}
