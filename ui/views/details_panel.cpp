// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/details_panel.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>

#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

// A claim that was picked on the page of what it is about stays on that page.
ItemRef shownFor(const Selection &selection)
{
    const std::vector<ItemRef> &items = selection.items();
    if (items.size() == 2 && items.back().kind == ItemKind::Claim &&
        items.front().kind != ItemKind::Claim)
        return items.front();
    return items.size() == 1 ? items.front() : ItemRef();
}

}  // namespace

DetailsPanel::DetailsPanel(const ViewContext &context, QWidget *parent)
    : QScrollArea(parent), m_context(context)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Details"));
    connect(&context.selection, &Selection::changed, this, &DetailsPanel::showSelection);
    connect(&context.hub, &SessionHub::snapshotChanged, this, &DetailsPanel::refresh);
    connect(&context.hub, &SessionHub::opened, this, [this] {
        m_item = {};
        m_page = nullptr;
        showSelection();
    });
    showSelection();
}

QWidget *DetailsPanel::summary() const
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop);
    label->setMargin(fontMetrics().height());
    label->setProperty("faint", true);
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const QLocale locale;
    const std::size_t count = m_context.selection.items().size();
    if (count > 1) {
        label->setText(
            tr("%1 items are selected.\n\nDelete removes them all in one step; Only what "
               "is selected, in the menu Analyse, filters by them.")
                .arg(locale.toString(static_cast<qulonglong>(count))));
    } else if (m_context.hub.isOpen()) {
        label->setText(tr("%1\n\n%2 events, %3 actors, %4 sources, %5 claims.\n\nPick a mark, an "
                          "actor, a link or underlined words to see what they rest on.")
                           .arg(m_context.hub.projectTitle(),
                                locale.toString(snapshot.events->size()),
                                locale.toString(static_cast<qulonglong>(snapshot.actors->size())),
                                locale.toString(static_cast<qulonglong>(snapshot.sources->size())),
                                locale.toString(static_cast<qulonglong>(snapshot.claims->size()))));
    }
    return label;
}

void DetailsPanel::showSelection()
{
    const ItemRef item = shownFor(m_context.selection);
    if (m_page && item == m_item)
        return;
    m_item = item;
    m_page = item.isNull() ? nullptr : makeDetailsPage(m_context, item, m_measures);
    if (!m_page) {
        setWidget(summary());
        return;
    }
    connect(m_page, &DetailsPage::removeRequested, this, &DetailsPanel::removeRequested);
    connect(m_page, &DetailsPage::addClaimRequested, this,
            [this] { Q_EMIT addRequested(ItemKind::Claim); });
    connect(m_page, &DetailsPage::addRoleRequested, this,
            [this] { Q_EMIT addRequested(ItemKind::Role); });
    connect(m_page, &DetailsPage::addRelationRequested, this,
            [this] { Q_EMIT addRequested(ItemKind::Relation); });
    setWidget(m_page);
    verticalScrollBar()->setValue(0);
}

void DetailsPanel::refresh()
{
    if (!m_page) {
        showSelection();
        return;
    }
    const int place = verticalScrollBar()->value();
    m_page->refresh();
    verticalScrollBar()->setValue(place);
}

}  // namespace dateline::ui
