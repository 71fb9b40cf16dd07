// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/details_panel.h"

#include <array>
#include <chrono>

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QTimer>

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

constexpr std::chrono::milliseconds kPreparePagesAfter{700};  // when the first picture stands
constexpr std::chrono::milliseconds kBetweenSteps{50};
constexpr std::array kFirstWanted{ItemKind::Event, ItemKind::Actor};
constexpr int kStepsOfPage = 2;  // it is made, and its fields are given their look
constexpr int kPreparationSteps = kStepsOfPage * static_cast<int>(kFirstWanted.size());

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
    : QScrollArea(parent), m_context(context), m_summary(new QLabel)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Details"));
    m_summary->setWordWrap(true);
    m_summary->setAlignment(Qt::AlignTop);
    m_summary->setMargin(fontMetrics().height());
    m_summary->setProperty("faint", true);
    auto *ground = new QWidget;
    m_column = new QVBoxLayout(ground);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_summary);
    setWidget(ground);
    connect(&context.selection, &Selection::changed, this, &DetailsPanel::showSelection);
    connect(&context.hub, &SessionHub::snapshotChanged, this, &DetailsPanel::refresh);
    connect(&context.hub, &SessionHub::lentChanged, this, &DetailsPanel::refresh);
    connect(&context.filter, &ViewFilter::asOfChanged, this, &DetailsPanel::refresh);
    connect(&context.hub, &SessionHub::opened, this, [this] {
        m_item = {};
        if (m_page)
            m_page->hide();
        m_page = nullptr;
        showSelection();
        QTimer::singleShot(kPreparePagesAfter, this, [this] { preparePages(0); });
    });
    // Beside the start page there is time for all of them.
    QTimer::singleShot(0, this, [this] {
        for (int step = 0; !m_context.hub.isOpen() && step < kPreparationSteps; ++step)
            prepare(step);
    });
    showSelection();
}

// The pages that the first selections will want: making one takes as long as showing ten.
void DetailsPanel::prepare(int step)
{
    DetailsPage *page = pageOf(kFirstWanted[static_cast<std::size_t>(step / kStepsOfPage)]);
    if (page && step % kStepsOfPage == 1)
        page->sizeHint();
}

// Apart from each other, so that no frame that is moved meanwhile waits for more than one of them.
void DetailsPanel::preparePages(int step)
{
    if (step == kPreparationSteps)
        return;
    prepare(step);
    QTimer::singleShot(kBetweenSteps, this, [this, step] { preparePages(step + 1); });
}

QString DetailsPanel::summary() const
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const QLocale locale;
    const std::size_t count = m_context.selection.items().size();
    if (count > 1)
        return tr("%1 items are selected.\n\nDelete removes them all in one step; Only what "
                  "is selected, in the menu Analyse, filters by them.")
            .arg(locale.toString(static_cast<qulonglong>(count)));
    if (!m_context.hub.isOpen())
        return {};
    if (snapshot.events->size() == 0 && snapshot.sources->size() == 0)
        return tr("%1 is empty.\n\nPaste a text in the pane Source and annotate its words, or "
                  "begin "
                  "with an event: double-click the timeline.")
            .arg(m_context.hub.projectTitle());
    const auto number = [](std::size_t rows, const QString &one, const QString &many) {
        return counted(static_cast<qlonglong>(rows), one, many);
    };
    const QStringList counts{
        number(snapshot.events->size(), tr("1 event"), tr("%1 events")),
        number(snapshot.actors->size(), tr("1 actor"), tr("%1 actors")),
        number(snapshot.sources->size(), tr("1 source"), tr("%1 sources")),
        number(snapshot.claims->size(), tr("1 claim"), tr("%1 claims")),
    };
    return tr("%1\n\n%2.\n\nPick a mark, an actor, a link or underlined words to see what they "
              "rest on.")
        .arg(m_context.hub.projectTitle(), counts.join(QStringLiteral(", ")));
}

DetailsPage *DetailsPanel::pageFor(ItemRef item)
{
    const bool isGone = titleOf(*m_context.hub.snapshot(), item).isEmpty() &&
                        item.kind != ItemKind::Annotation && item.kind != ItemKind::Claim;
    if (item.isNull() || isGone)
        return nullptr;
    return pageOf(item.kind);
}

DetailsPage *DetailsPanel::pageOf(ItemKind kind)
{
    const auto [known, isNew] = m_pages.try_emplace(kind, nullptr);
    if (!isNew)
        return known->second;
    DetailsPage *page = makeDetailsPage(m_context, kind, m_measures);
    known->second = page;
    if (!page)
        return nullptr;
    page->hide();
    m_column->addWidget(page);
    connect(page, &DetailsPage::removeRequested, this, &DetailsPanel::removeRequested);
    connect(page, &DetailsPage::addClaimRequested, this,
            [this] { Q_EMIT addRequested(ItemKind::Claim); });
    connect(page, &DetailsPage::addRoleRequested, this,
            [this] { Q_EMIT addRequested(ItemKind::Role); });
    connect(page, &DetailsPage::addRelationRequested, this,
            [this] { Q_EMIT addRequested(ItemKind::Relation); });
    return page;
}

// A field that keeps what somebody types would otherwise write it to the next item.
void DetailsPanel::decideWhatIsTyped()
{
    QWidget *focus = QApplication::focusWidget();
    if (m_page && focus && m_page->isAncestorOf(focus))
        focus->clearFocus();
}

void DetailsPanel::showSelection()
{
    const ItemRef item = shownFor(m_context.selection);
    if (m_page && item == m_item)
        return;
    decideWhatIsTyped();
    m_item = item;
    DetailsPage *page = pageFor(item);
    if (page)
        page->showItem(item);
    else
        m_summary->setText(summary());
    if (page != m_page) {
        if (m_page)
            m_page->hide();
        m_summary->setVisible(!page);
        if (page)
            page->show();
        m_page = page;
    }
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
