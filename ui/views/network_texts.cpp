// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/network_texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "app/network/node_labels.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/network_fonts.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

namespace {

constexpr qsizetype kMostOnTheWay = 8;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(NetworkTexts)
};

const Actor &actorOf(const Snapshot &snapshot, const Network &network, std::uint32_t node)
{
    return snapshot.actor(network.nodes()[node].actor);
}

QString nameOfNode(const Snapshot &snapshot, const Network &network, std::uint32_t node)
{
    return toQString(actorOf(snapshot, network, node).name);
}

QString statusOf(const Snapshot &snapshot, const NetworkLink &link)
{
    const RelationColumns &relations = *snapshot.relations;
    return toQString(relations.statusWords().word(relations.status(link.relation)));
}

QString kindOf(const Snapshot &snapshot, const NetworkLink &link)
{
    switch (link.origin) {
    case LinkOrigin::Relation:
        return toQString(snapshot.relations->kindWords().word(link.kind));
    case LinkOrigin::Role: {
        const Role *role = snapshot.roles->find(link.role);
        return role ? toQString(role->title) : QString();
    }
    case LinkOrigin::SharedEvents:
        return counted(static_cast<qlonglong>(link.weight), Texts::tr("1 event in common"),
                       Texts::tr("%1 events in common"));
    case LinkOrigin::Quotation:
        return counted(static_cast<qlonglong>(link.weight), Texts::tr("quoted in 1 claim"),
                       Texts::tr("quoted in %1 claims"));
    }
    return {};
}

QString row(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<br>") + text.toHtmlEscaped();
}

}  // namespace

QString nodeName(const Snapshot &snapshot, const Network &network, std::uint32_t node,
                 std::optional<Instant> asOf)
{
    const Actor &actor = actorOf(snapshot, network, node);
    QStringList parts{toQString(actor.name), actorKindText(actor.kind)};
    if (const std::string post = postOf(snapshot, actor.id, asOf); !post.empty())
        parts += toQString(post);
    parts += counted(static_cast<qlonglong>(network.linksOf(node).size()), Texts::tr("1 link"),
                     Texts::tr("%1 links"));
    return parts.join(QStringLiteral(", "));
}

QString linkName(const Snapshot &snapshot, const Network &network, std::uint32_t number)
{
    const NetworkLink &link = network.links()[number];
    const QString ends =
        (link.isDirected ? Texts::tr("%1 → %2") : Texts::tr("%1 and %2"))
            .arg(nameOfNode(snapshot, network, link.from), nameOfNode(snapshot, network, link.to));
    QString name = Texts::tr("%1: %2").arg(ends, kindOf(snapshot, link));
    if (link.origin == LinkOrigin::Relation)
        if (const QString status = statusOf(snapshot, link); !status.isEmpty())
            name += QStringLiteral(", ") + status;
    return name;
}

QString nodeToolTip(const Snapshot &snapshot, const Network &network, std::uint32_t node,
                    std::optional<Instant> asOf)
{
    const Actor &actor = actorOf(snapshot, network, node);
    QString text =
        QStringLiteral("<b>%1</b>, %2")
            .arg(toQString(actor.name).toHtmlEscaped(), actorKindText(actor.kind).toHtmlEscaped());
    QStringList aliases;
    for (const Alias &alias : actor.aliases)
        aliases += toQString(alias.text);
    text += row(aliases.join(QStringLiteral(" · ")));
    if (const std::string post = postOf(snapshot, actor.id, asOf); !post.empty()) {
        text += row(asOf && !asOf->isDistant()
                        ? Texts::tr("%1 (as of %2)")
                              .arg(toQString(post), instantText(*asOf, Precision::Day))
                        : toQString(post));
    }
    const QString links = counted(static_cast<qlonglong>(network.linksOf(node).size()),
                                  Texts::tr("1 link"), Texts::tr("%1 links"));
    const QString neighbours = counted(static_cast<qlonglong>(network.neighboursOf(node).size()),
                                       Texts::tr("to 1 actor"), Texts::tr("to %1 actors"));
    const QString events = counted(static_cast<qlonglong>(network.nodes()[node].events),
                                   Texts::tr("1 event"), Texts::tr("%1 events"));
    return text + row(Texts::tr("%1 %2 · %3").arg(links, neighbours, events));
}

QString linkToolTip(const Snapshot &snapshot, const Network &network, std::uint32_t number)
{
    const NetworkLink &link = network.links()[number];
    QString text = QStringLiteral("<b>%1</b>").arg(kindOf(snapshot, link).toHtmlEscaped());
    text += row(
        (link.isDirected ? Texts::tr("%1 → %2") : Texts::tr("%1 – %2"))
            .arg(nameOfNode(snapshot, network, link.from), nameOfNode(snapshot, network, link.to)));
    if (link.origin != LinkOrigin::Relation)
        return text;
    text += row(statusOf(snapshot, link));
    const auto when = Edtf::parse(snapshot.relations->whenText(link.relation));
    if (when && when->isDated())
        text += row(dateText(*when));
    if (link.sources > 0)
        text += row(counted(static_cast<qlonglong>(link.sources), Texts::tr("1 independent source"),
                            Texts::tr("%1 independent sources")));
    return text;
}

QString networkStatus(std::size_t shown, std::size_t all, std::optional<Instant> asOf)
{
    const QLocale locale;
    const QString counts = Texts::tr("%1 of %2 actors")
                               .arg(locale.toString(static_cast<qulonglong>(shown)),
                                    locale.toString(static_cast<qulonglong>(all)));
    if (!asOf || asOf->isDistant())
        return counts;
    return Texts::tr("as of %1 · %2").arg(instantText(*asOf, Precision::Day), counts);
}

QString pathText(const Snapshot &snapshot, const Network &network, const ShortestPaths &paths)
{
    QStringList names;
    for (const std::uint32_t node : paths.nodes)
        names += nameOfNode(snapshot, network, node);
    if (names.size() > kMostOnTheWay)
        names = QStringList{names.first(), QStringLiteral("…"), names.last()};
    const QString length =
        counted(static_cast<qlonglong>(paths.length()), Texts::tr("1 link"), Texts::tr("%1 links"));
    return Texts::tr("%1: %2").arg(length, names.join(QStringLiteral(" – ")));
}

}  // namespace dateline::ui
