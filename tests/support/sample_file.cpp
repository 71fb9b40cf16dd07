// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_file.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "app/base/sha256.h"
#include "app/store/database.h"
#include "app/store/recorder.h"

namespace dateline {

namespace {

template <typename T>
T need(Result<T> result)
{
    if (!result)
        throw std::runtime_error("sample file: " + result.error().detail);
    return std::move(*result);
}

void addActors(SampleFile &file, Stores &stores)
{
    ActorStore &actors = stores.actors;
    file.russia = actors.put({{}, "a-1", "Russia", "state", "", {{{}, {}, "Россия", "ru"}}});
    file.northKorea =
        actors.put({{},
                    "a-2",
                    "North Korea",
                    "state",
                    "Often called by its own abbreviation",
                    {{{}, {}, "조선민주주의인민공화국", "ko"}, {{}, {}, "КНДР", "ru"}}});
    file.shoigu = actors.put({{},
                              "a-3",
                              "Sergei Shoigu",
                              "person",
                              "",
                              {{{}, {}, "Сергей Шойгу", "ru"}, {{}, {}, "Shoygu", ""}}});
    file.ministry = actors.put({{}, "a-4", "Ministry of Defence", "body", "", {}});
    file.interfax = actors.put({{}, "a-5", "Interfax", "outlet", "", {}});
    file.minister =
        actors.put(Role{{}, file.shoigu, "minister", file.ministry, edtf("2012-11-06/2024-05-12")});
    file.secretary = actors.put(Role{{}, file.shoigu, "secretary", {}, edtf("2024-05-12/..")});
    file.grade = actors.put(
        Reliability{{}, file.interfax, 'B', edtf("2025-01-01"), "Corrects what it got wrong"});
    file.alliance = stores.relations.put({{},
                                          "r-1",
                                          file.russia,
                                          file.northKorea,
                                          "alliance",
                                          false,
                                          edtf("2024-06-19/.."),
                                          "confirmed",
                                          ""});
    file.service = stores.relations.put({{},
                                         "r-2",
                                         file.shoigu,
                                         file.ministry,
                                         "leads",
                                         true,
                                         edtf("2012-11-06/2024-05-12"),
                                         "",
                                         "From the first day to the last"});
}

void addEvents(SampleFile &file, Stores &stores)
{
    EventStore &events = stores.events;
    file.treaty = events.put({{},
                              "e-1",
                              "Treaty signed in Pyongyang",
                              "agreement",
                              edtf("2024-06-19"),
                              "confirmed",
                              "Pyongyang",
                              "Signed in the evening"});
    file.visit = events.put({{},
                             "e-2",
                             "Shoigu visits Pyongyang",
                             "visit",
                             edtf("2025-03"),
                             "reported",
                             "Pyongyang",
                             ""});
    file.deployment = events.put(
        {{}, "e-3", "Troops are sent", "deployment", edtf("2024-10/2024-12~"), "assessed", "", ""});
    file.rumour = events.put({{}, "", "A rumour", "", {}, "suspected", "", ""});
    events.put(Participation{{}, file.treaty, file.russia, "signatory"});
    events.put(Participation{{}, file.treaty, file.northKorea, "signatory"});
    file.visitor = events.put(Participation{{}, file.visit, file.shoigu, "visitor"});
    events.put(Participation{{}, file.visit, file.northKorea, "host"});
    events.put(Participation{{}, file.deployment, file.northKorea, "sender"});
    file.troops = events.put(Quantity{
        {}, file.deployment, "troops", 10'000.0, 12'000.0, "about", "people", QuantityMode::Total});
    events.put(Quantity{{},
                        file.deployment,
                        "troops",
                        3'000.0,
                        std::nullopt,
                        "at least",
                        "people",
                        QuantityMode::Additional});
}

void addSources(SampleFile &file, Stores &stores)
{
    Source report;
    report.externalId = "s-1";
    report.title = "A visit is announced";
    report.outlet = file.interfax;
    report.author = "Staff";
    report.published = edtf("2025-03-21");
    report.retrieved = edtf("2025-07-20");
    report.address = "https://example.org/visit";
    report.language = "en";
    report.sha256 = sha256Hex("Mr Shoigu arrived in March. He stayed one day.");
    report.length = 46;
    file.report = stores.sources.add(report, "Mr Shoigu arrived in March. He stayed one day.",
                                     "Mr Shoigu arrived in March. He stayed one day.");
    Source correction = report;
    correction.externalId = "s-2";
    correction.title = "A visit is announced (corrected)";
    correction.sha256 = sha256Hex(std::string_view("<p>Mr Shoigu arrived in April.</p>\0", 35));
    correction.length = 27;
    correction.supersedes = file.report;
    file.correction =
        stores.sources.add(correction, "Mr Shoigu arrived in April.",
                           std::string_view("<p>Mr Shoigu arrived in April.</p>\0", 35));
    file.sentence = stores.annotations.put({{},
                                            "n-1",
                                            file.report,
                                            0,
                                            27,
                                            "Mr Shoigu arrived in March.",
                                            "",
                                            " He stayed one day.",
                                            "The date of the visit",
                                            "analyst",
                                            "2025-07-20"});
    file.remark = stores.annotations.put({{},
                                          "n-2",
                                          file.report,
                                          28,
                                          46,
                                          "He stayed one day.",
                                          "Mr Shoigu arrived in March. ",
                                          "",
                                          "",
                                          "analyst",
                                          "2025-07-20"});
}

void addClaims(SampleFile &file, Stores &stores)
{
    ClaimStore &claims = stores.claims;
    Claim claim;
    claim.source = file.report;
    claim.annotation = file.sentence;
    claim.about = file.visit;
    claim.field = "date";
    claim.value = "2025-03";
    claim.status = "took place";
    claim.credibility = 2;
    claim.attribution = {file.shoigu, file.interfax};
    file.visitInMarch = claims.put(claim);
    claim.source = file.correction;
    claim.annotation = {};
    claim.value = "2025-04";
    claim.likelihood = "likely";
    claim.attribution = {file.ministry};
    claim.notes = "Differs by a month";
    file.visitInApril = claims.put(claim);
    claim = {};
    claim.externalId = "c-3";
    claim.source = file.report;
    claim.about = file.treaty;
    claim.field = "date";
    claim.value = "2024-06-19";
    claim.attribution = {file.interfax};
    file.treatyDate = claims.put(claim);
    claim = {};
    claim.source = file.correction;
    claim.notes = "About nothing in particular";
    claim.stance = Stance::Contradicts;
    claim.handling = "TLP:AMBER";
    file.loose = claims.put(claim);
    claims.put(Decision{file.treaty, "date", file.treatyDate, "The only one"});
}

void addJudgements(SampleFile &file, Stores &stores)
{
    file.accepted = stores.judgements.put(Acceptance{{},
                                                     "report_before_event",
                                                     {file.visitInMarch, file.visit, file.report},
                                                     "2025-03-21 2025-03",
                                                     "Announced ahead"});
    stores.judgements.put(Ruling{file.alliance, Standing::Corroborated, "Seen by both"});
    const std::vector<MergePart> parts{{"role", file.secretary.value},
                                       {"alias", 0, 0, "S. K. Shoigu", "en"},
                                       {"alias_added", 0, 0, "Shoygu", ""}};
    file.merged = stores.judgements.add(
        {{}, file.shoigu, ActorId{900}, "a-900", "S. Shoigu", "person", "", "Same office"}, parts);
}

void addViews(SampleFile &file, Stores &stores)
{
    stores.tags.setTags(file.visit, std::vector<std::string>{"visit", "2025"});
    stores.tags.setTags(file.shoigu, std::vector<std::string>{"visit"});
    file.view = stores.views.put({{}, "Two states", R"({"lanes":"actor"})", {}});
    stores.views.putPositions(file.view,
                              std::vector<ActorPosition>{{file.russia, -1.5, 0.25, true},
                                                         {file.northKorea, 1.5, -0.25, false}});
    stores.views.putPositions(kDefaultView,
                              std::vector<ActorPosition>{{file.shoigu, 0.0, 1.0, true}});
    stores.views.putSetting("title", "A small case");
}

}  // namespace

std::string dumpOf(const std::filesystem::path &path)
{
    Database database(path, Database::Mode::Read);
    std::vector<std::string> lines;
    for (const std::string_view table : recordedTables()) {
        std::string columns;
        Statement names(database, "SELECT name FROM pragma_table_info(?)");
        names.bind(table);
        while (names.step()) {
            const std::string name(names.text(0));
            columns += (columns.empty() ? "'" : " || '|") + name + "=' || quote(\"" + name + "\")";
        }
        Statement rows(database, "SELECT " + columns + " FROM \"" + std::string(table) + "\"");
        while (rows.step())
            lines.push_back(std::string(table) + "|" + std::string(rows.text(0)));
    }
    std::sort(lines.begin(), lines.end());
    std::string dump;
    for (const std::string &line : lines)
        dump += line + "\n";
    return dump;
}

void SampleFile::reopen()
{
    session.reset();
    session = need(Session::open(path));
}

SampleFile makeSampleFile()
{
    SampleFile file;
    file.path = file.folder / "sample.dateline";
    file.session = need(Session::create(file.path));
    file.session->setAuthor("Analyst");
    const Result<void> made = file.session->perform("Make the sample", [&](Stores &stores) {
        addActors(file, stores);
        addEvents(file, stores);
        addSources(file, stores);
        addClaims(file, stores);
        addJudgements(file, stores);
        addViews(file, stores);
    });
    if (!made)
        throw std::runtime_error("sample file: " + made.error().detail);
    return file;
}

std::unique_ptr<Session> makeEmptyFile(const std::filesystem::path &path)
{
    return need(Session::create(path));
}

Edtf edtf(std::string_view text)
{
    return need(Edtf::parse(text));
}

}  // namespace dateline
