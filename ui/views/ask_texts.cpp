// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/ask_texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AskTexts)
};

QString stepsText(std::uint32_t steps)
{
    return counted(steps, Texts::tr("1 step"), Texts::tr("%1 steps"));
}

QString tiedText(std::uint32_t before, std::uint32_t after)
{
    const QLocale locale;
    if (before == 0 || after == 0)
        return counted(before + after, Texts::tr("1 tie"), Texts::tr("%1 ties"));
    return Texts::tr("%1 → %2 ties").arg(locale.toString(before), locale.toString(after));
}

QString fromTo(std::uint32_t before, std::uint32_t after, const QString &one, const QString &many)
{
    const QLocale locale;
    if (before == 0 || after == 0)
        return counted(before + after, one, many);
    return many.arg(QStringLiteral("%1 → %2").arg(locale.toString(before), locale.toString(after)));
}

// What made the difference, as it counts.
QString strengthText(const TieStrength &before, const TieStrength &after)
{
    if (before.stored != after.stored)
        return fromTo(before.stored, after.stored, Texts::tr("1 relation"),
                      Texts::tr("%1 relations"));
    if (before.stored == 0)
        return fromTo(before.weight, after.weight, Texts::tr("1 shared event"),
                      Texts::tr("%1 shared events"));
    if (before.surest != after.surest)
        return before.surest < after.surest ? Texts::tr("surer") : Texts::tr("less sure");
    return fromTo(before.sources, after.sources, Texts::tr("1 source"), Texts::tr("%1 sources"));
}

}  // namespace

QString questionText(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::ShortestPaths:
        return Texts::tr("Shortest ways between two actors");
    case QuestionKind::AdvancingPaths:
        return Texts::tr("Ways whose dates advance");
    case QuestionKind::CommonNeighbours:
        return Texts::tr("Whom two actors have in common");
    case QuestionKind::Neighbourhood:
        return Texts::tr("Who is around an actor");
    case QuestionKind::Bridges:
        return Texts::tr("Who bridges");
    case QuestionKind::Changes:
        return Texts::tr("What changed between two dates");
    }
    return {};
}

QString entryText(const Snapshot &snapshot, QuestionKind kind, const AnswerEntry &entry)
{
    QStringList names;
    for (const ActorId actor : entry.actors)
        names += actorName(snapshot, actor);
    return names.join(kind == QuestionKind::AdvancingPaths ? QStringLiteral(" → ")
                                                           : QStringLiteral(" – "));
}

QString entryAside(QuestionKind kind, const AnswerEntry &entry)
{
    const QLocale locale;
    switch (kind) {
    case QuestionKind::ShortestPaths:
        return stepsText(entry.steps);
    case QuestionKind::AdvancingPaths:
        return entry.isCertain ? stepsText(entry.steps)
                               : Texts::tr("%1, perhaps").arg(stepsText(entry.steps));
    case QuestionKind::CommonNeighbours:
    case QuestionKind::Neighbourhood:
        return counted(static_cast<qlonglong>(entry.ties.size()), Texts::tr("1 link"),
                       Texts::tr("%1 links"));
    case QuestionKind::Bridges: {
        const QString share = Texts::tr("between %1").arg(locale.toString(entry.share, 'f', 1));
        return entry.parts < 2
                   ? share
                   : Texts::tr("%1 · %2 parts without").arg(share, locale.toString(entry.parts));
    }
    case QuestionKind::Changes:
        return entry.actors.size() == 2 ? strengthText(entry.before, entry.after)
                                        : tiedText(entry.tiedBefore, entry.tiedAfter);
    }
    return {};
}

QString tieText(const Snapshot &snapshot, const AnswerTie &tie)
{
    QString what = toQString(tie.kind);
    if (tie.origin == LinkOrigin::SharedEvents)
        what = counted(tie.weight, Texts::tr("1 shared event"), Texts::tr("%1 shared events"));
    else if (tie.origin == LinkOrigin::Quotation)
        what =
            counted(tie.weight, Texts::tr("quoted in 1 claim"), Texts::tr("quoted in %1 claims"));
    else if (tie.origin == LinkOrigin::Relation && tie.certainty != Certainty::Confirmed)
        what = Texts::tr("%1, %2").arg(what, toQString(nameOf(tie.certainty)));
    return QStringLiteral("%1 %2 %3: %4")
        .arg(actorName(snapshot, tie.from),
             tie.isDirected ? QStringLiteral("→") : QStringLiteral("–"),
             actorName(snapshot, tie.to), what);
}

QString groupText(QuestionKind kind, const AnswerEntry &entry)
{
    if (kind == QuestionKind::Neighbourhood)
        return Texts::tr("%1 away").arg(stepsText(entry.steps));
    if (kind != QuestionKind::Changes || !entry.change)
        return {};
    const bool isTie = entry.actors.size() == 2;
    switch (*entry.change) {
    case Change::Added:
        return isTie ? Texts::tr("New ties") : Texts::tr("Actors that came");
    case Change::Gone:
        return isTie ? Texts::tr("Ties that are gone") : Texts::tr("Actors that left");
    case Change::Stronger:
        return isTie ? Texts::tr("Stronger ties") : Texts::tr("Actors with more ties");
    case Change::Weaker:
        return isTie ? Texts::tr("Weaker ties") : Texts::tr("Actors with fewer ties");
    }
    return {};
}

}  // namespace dateline::ui
