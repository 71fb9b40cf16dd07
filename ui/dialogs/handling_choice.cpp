// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/handling_choice.h"

#include <algorithm>

#include <QLocale>

#include "app/evidence/handling.h"
#include "app/model/grade.h"
#include "ui/bridge/text.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

HandlingChoice::HandlingChoice(const ViewContext &context, QWidget *parent)
    : QComboBox(parent), m_context(context)
{
    setAccessibleName(tr("Handling"));
    setToolTip(tr("Nothing that is marked stricter will be written"));
    addItem(tr("Anything"), QString());
    for (const std::string_view mark : handlingMarks())
        addItem(tr("Nothing above %1").arg(toQString(mark)), toQString(mark));
}

std::string HandlingChoice::mark() const
{
    return toUtf8(currentData().toString());
}

QString HandlingChoice::problem(const std::function<bool(ItemRef)> &isShown) const
{
    constexpr std::size_t kMostNamed = 3;
    if (mark().empty())
        return {};
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const std::vector<ItemRef> above = aboveMark(snapshot, mark(), isShown);
    if (above.empty())
        return {};
    QStringList names;
    for (std::size_t i = 0; i < std::min(above.size(), kMostNamed); ++i)
        names.append(
            QStringLiteral("%1 “%2”").arg(kindText(above[i].kind), titleOf(snapshot, above[i])));
    if (above.size() > kMostNamed)
        names.append(
            tr("and %1 more")
                .arg(QLocale().toString(static_cast<qulonglong>(above.size() - kMostNamed))));
    return tr("Not written: marked stricter than %1: %2.")
        .arg(currentData().toString(), names.join(QStringLiteral(", ")));
}

std::function<bool(ItemRef)> HandlingChoice::shownByFilter() const
{
    return [this](ItemRef item) {
        const EventRow row = m_context.hub.snapshot()->events->rowOf(item.event());
        return item.kind != ItemKind::Event ||
               (!row.isNull() && m_context.filter.shown().contains(row));
    };
}

}  // namespace dateline::ui
