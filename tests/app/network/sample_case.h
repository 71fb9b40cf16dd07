// SPDX-License-Identifier: GPL-3.0-or-later
// A case of the size that people look at: the actors, relations, roles and participations of the
// built-in sample, in memory, so that graph tests need no file.
#pragma once

#include <array>

#include "tests/support/snapshot_of.h"

namespace dateline::test {

inline SnapshotPointer sampleCase()
{
    struct ActorLine {
        const char *name;
        const char *kind;
        const char *alias;
    };
    struct EventLine {
        const char *title;
        const char *when;
    };
    struct RelationLine {
        int from;
        int to;
        const char *kind;
        bool isDirected;
        const char *when;
        const char *status;
    };
    static constexpr std::array kActors{
        ActorLine{"Sergei Shoigu", "person", "Сергей Шойгу"},
        ActorLine{"Kim Jong Un", "person", "김정은"},
        ActorLine{"Vladimir Putin", "person", "Владимир Путин"},
        ActorLine{"Donald Trump", "person", "Дональд Трамп"},
        ActorLine{"Russia", "state", "Россия"},
        ActorLine{"North Korea", "state", "조선"},
        ActorLine{"South Korea", "state", "대한민국"},
        ActorLine{"Ukraine", "state", "Україна"},
        ActorLine{"United States", "state", "США"},
        ActorLine{"Security Council of Russia", "body", "Совет Безопасности Российской Федерации"},
        ActorLine{"Russian Defence Ministry", "body", "Министерство обороны Российской Федерации"},
        ActorLine{"North Korean Defence Ministry", "body", "국방성"},
        ActorLine{"NIS", "body", "국가정보원"},
        ActorLine{"Unification Ministry", "body", "통일부"},
        ActorLine{"Tass", "outlet", "ТАСС"},
        ActorLine{"Interfax", "outlet", "Интерфакс"},
        ActorLine{"KCNA", "outlet", "조선중앙통신"},
        ActorLine{"Associated Press", "outlet", ""},
        ActorLine{"Express & Star", "outlet", ""},
        ActorLine{"Hexham Courant", "outlet", ""},
        ActorLine{"South Korean media", "outlet", ""},
        ActorLine{"US intelligence officials", "group", ""},
        ActorLine{"South Korean intelligence officials", "group", ""},
        ActorLine{"Ukrainian intelligence officials", "group", ""},
        ActorLine{"Unnamed experts", "group", ""},
        ActorLine{"Unnamed observers", "group", ""},
        ActorLine{"Unnamed critics", "group", ""},
    };
    static constexpr std::array kEvents{
        EventLine{"US–North Korea nuclear talks", "2018/2019"},
        EventLine{"Kim shows Shoigu an arms exhibition", "2023"},
        EventLine{"Mutual defence treaty signed", "2024-06"},
        EventLine{"Putin invites Kim to Moscow", "2024-06"},
        EventLine{"Shoigu meets Kim on cooperation", "2024-09"},
        EventLine{"10,000–12,000 troops to Russia", "2024-23"},
        EventLine{"Weapons supplied in bulk", "../2025-03"},
        EventLine{"1,000–3,000 more troops", "2025-02-2X"},
        EventLine{"Ceasefire agreed in principle", "2025-03~"},
        EventLine{"US–South Korea exercises end", "2025-03~"},
        EventLine{"Missile tests, the sixth of 2025", "2025-03~"},
        EventLine{"North warns against new drills", "2025-03~"},
        EventLine{"South cautions North over drills", "2025-03~"},
        EventLine{"Trump open to new nuclear talks", "2025~"},
        EventLine{"Shoigu arrives in Pyongyang", "2025-03-21"},
        EventLine{"Shoigu meets Kim Jong Un", "2025-03-21"},
        EventLine{"Kim may travel to Russia", "2025-03-21/.."},
    };
    static constexpr std::array<std::array<int, 2>, 43> kParticipations{{
        {0, 8},  {0, 5},  {0, 3},   {0, 1},  {1, 1},  {1, 0},   {2, 2},  {2, 2},  {2, 1},
        {2, 1},  {2, 4},  {2, 5},   {3, 2},  {3, 1},  {4, 1},   {4, 0},  {5, 5},  {5, 4},
        {6, 5},  {6, 4},  {7, 5},   {7, 4},  {8, 3},  {8, 4},   {8, 7},  {9, 8},  {9, 6},
        {10, 1}, {10, 5}, {11, 11}, {11, 8}, {11, 6}, {12, 13}, {12, 5}, {13, 3}, {13, 1},
        {14, 0}, {14, 5}, {15, 0},  {15, 1}, {15, 2}, {16, 1},  {16, 4},
    }};
    static constexpr std::array kRelations{
        RelationLine{5, 4, "mutual defence treaty", false, "2024-06/..", "confirmed"},
        RelationLine{5, 4, "weapons", true, "../2025-03", "assessed"},
        RelationLine{5, 4, "troops", true, "2024-23/..", "assessed"},
        RelationLine{4, 5, "aid in return", true, "", "suspected"},
        RelationLine{4, 7, "war", true, "", "confirmed"},
        RelationLine{8, 6, "joint exercises", false, "", "confirmed"},
        RelationLine{8, 4, "mediates", true, "2025-03~/..", "reported"},
        RelationLine{8, 7, "mediates", true, "2025-03~/..", "reported"},
        RelationLine{5, 8, "warns", true, "2025-03~/..", "confirmed"},
        RelationLine{5, 6, "warns", true, "2025-03~/..", "confirmed"},
        RelationLine{0, 1, "thanks", true, "2025-03-21", "reported"},
        RelationLine{2, 1, "invites", true, "2024-06/..", "confirmed"},
        RelationLine{2, 1, "message", true, "2025-03-21", "reported"},
        RelationLine{0, 10, "member of", true, "/2024", "confirmed"},
        RelationLine{0, 9, "member of", true, "2024/..", "confirmed"},
        RelationLine{0, 4, "member of", true, "", "confirmed"},
        RelationLine{2, 4, "member of", true, "", "confirmed"},
        RelationLine{1, 5, "member of", true, "", "confirmed"},
        RelationLine{3, 8, "member of", true, "", "confirmed"},
        RelationLine{9, 4, "part of", true, "", "confirmed"},
        RelationLine{10, 4, "part of", true, "", "confirmed"},
        RelationLine{11, 5, "part of", true, "", "confirmed"},
        RelationLine{12, 6, "part of", true, "", "confirmed"},
        RelationLine{13, 6, "part of", true, "", "confirmed"},
        RelationLine{14, 4, "part of", true, "", "confirmed"},
        RelationLine{16, 5, "part of", true, "", "confirmed"},
        RelationLine{15, 4, "based in", true, "", "confirmed"},
        RelationLine{20, 6, "based in", true, "", "confirmed"},
        RelationLine{21, 8, "part of", true, "", "confirmed"},
        RelationLine{22, 6, "part of", true, "", "confirmed"},
        RelationLine{23, 7, "part of", true, "", "confirmed"},
    };

    SnapshotOf rows;
    for (const ActorLine &line : kActors)
        rows.alias(rows.actor(line.name, line.kind), line.alias);
    for (const EventLine &line : kEvents)
        rows.event(line.title, line.when);
    for (const auto &[event, actor] : kParticipations)
        rows.participation(EventId{event + 1}, ActorId{actor + 1});
    for (const RelationLine &line : kRelations) {
        const ActorId from{line.from + 1};
        const ActorId to{line.to + 1};
        if (line.isDirected)
            rows.relation(from, to, line.kind, line.when, line.status);
        else
            rows.undirectedRelation(from, to, line.kind, line.when, line.status);
    }
    rows.role(ActorId{1}, "Defence Minister", ActorId{11}, "/2024");
    rows.role(ActorId{1}, "Secretary", ActorId{10}, "2024/..");
    rows.role(ActorId{2}, "Leader", ActorId{6}, "");
    rows.role(ActorId{3}, "President", ActorId{5}, "");
    rows.role(ActorId{4}, "President", ActorId{9}, "2025/..");
    return rows.build();
}

}  // namespace dateline::test
