// SPDX-License-Identifier: GPL-3.0-or-later
// A small case with every kind of row, in a file of its own, and the whole file as text.
//
//     SampleFile file = makeSampleFile();
//     const std::string before = file.dump();
//     file.session->perform("Move event", [&](Stores &stores) { ... });
//     file.session->undo();
//     QCOMPARE(file.dump(), before);
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/edit/session.h"
#include "tests/support/temporary_folder.h"

namespace dateline {

// Every row of every recorded table, one a line: "table|column=value|...", sorted. Two files with
// the same dump hold the same case.
std::string dumpOf(const std::filesystem::path &path);

struct SampleFile {
    TemporaryFolder folder;
    std::filesystem::path path;
    std::unique_ptr<Session> session;

    ActorId russia;      // state; alias Россия
    ActorId northKorea;  // state; aliases 조선, КНДР
    ActorId shoigu;  // person; aliases Сергей Шойгу, Shoygu; two roles at russia and ministry
    ActorId ministry;    // body
    ActorId interfax;    // outlet, graded B
    EventId treaty;      // 2024-06-19, signatories russia and northKorea; preferred date claim
    EventId visit;       // 2025-03, shoigu visits; contested date; tagged "visit"
    EventId deployment;  // 2024-10/2024-12, with two quantities
    EventId rumour;      // undated
    ParticipationId visitor;
    QuantityId troops;
    RoleId minister;
    RoleId secretary;
    RelationId alliance;  // russia - northKorea, undirected
    RelationId service;   // shoigu -> ministry
    ReliabilityId grade;
    SourceId report;        // outlet interfax
    SourceId correction;    // supersedes report
    AnnotationId sentence;  // in report
    AnnotationId remark;    // in report, without claims
    ClaimId treatyDate;     // preferred
    ClaimId visitInMarch;   // on the sentence; shoigu -> interfax
    ClaimId visitInApril;   // contradicts it
    ClaimId loose;          // about nothing; marked TLP:AMBER
    AcceptanceId accepted;  // report_before_event of visitInMarch
    MergeId merged;         // "S. Shoigu" into shoigu, with a role and an alias
    ViewId view;            // "Two states", with two positions

    std::string dump() const { return dumpOf(path); }
    void reopen();  // closes the session, as at the end of the program, and opens the file again
};

// Made by edits of the session, in one entry of its history.
SampleFile makeSampleFile();

// An empty project beside it.
std::unique_ptr<Session> makeEmptyFile(const std::filesystem::path &path);

Edtf edtf(std::string_view text);  // the text must be a date

}  // namespace dateline
