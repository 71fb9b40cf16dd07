// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/picture_caption.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/model/edtf.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

constexpr int kMostSources = 12;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("PictureCaption", text, nullptr, n);
}

QString sourceText(const Snapshot &snapshot, const Source &source)
{
    QStringList parts;
    if (const Actor *outlet = snapshot.actor(source.outlet))
        parts.append(toQString(outlet->name));
    parts.append(QStringLiteral("“%1”").arg(toQString(source.title)));
    if (source.published.isDated())
        parts.append(shortDateText(source.published));
    return parts.join(QStringLiteral(", "));
}

}  // namespace

QStringList pictureCaption(const Snapshot &snapshot, const RowSet &shown,
                           const QString &filterSentence, const QString &asOf)
{
    const QLocale locale;
    QStringList parts;
    parts.append(
        tr("%1 of %2 events").arg(locale.toString(shown.count()), locale.toString(shown.size())));
    if (!filterSentence.isEmpty())
        parts.append(tr("Filter: %1").arg(filterSentence));
    if (!asOf.isEmpty())
        parts.append(tr("As of %1").arg(asOf));
    QStringList caption{parts.join(QStringLiteral(" · "))};

    std::vector<bool> isUsed(snapshot.sources->size(), false);
    for (const Claim &claim : *snapshot.claims) {
        const EventRow row = snapshot.events->rowOf(claim.about.event());
        if (claim.about.kind == ItemKind::Event && (!row || !shown.contains(row)))
            continue;
        const std::size_t place = snapshot.sources->rowOf(claim.source);
        if (place < isUsed.size())
            isUsed[place] = true;
    }
    QStringList sources;
    int number = 0;
    for (std::size_t i = 0; i < isUsed.size(); ++i) {
        if (!isUsed[i])
            continue;
        ++number;
        if (number <= kMostSources)
            sources.append(QStringLiteral("[%1] %2").arg(number).arg(
                sourceText(snapshot, (*snapshot.sources)[i])));
    }
    if (number > kMostSources)
        sources.append(tr("and %n more", number - kMostSources));
    if (!sources.isEmpty())
        caption.append(tr("Sources: %1").arg(sources.join(QStringLiteral("; "))));
    return caption;
}

}  // namespace dateline::ui
