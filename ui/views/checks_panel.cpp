// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/checks_panel.h"

#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/evidence/checks.h"
#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/views/in_sight.h"

namespace dateline::ui {

namespace {

// A larger file is looked at when somebody asks.
constexpr std::uint32_t kMostEventsUnasked = 100'000;

enum Which { All, Must, May, Accepted };

QString weightText(const Finding &finding)
{
    if (finding.accepted)
        return ChecksPanel::tr("accepted");
    if (finding.severity == Severity::May)
        return ChecksPanel::tr("may");
    return ChecksPanel::tr("must");
}

// As high as the sentence is when it is broken to the column's width, which the style's own hint
// takes for wider than the text gets.
class SentenceDelegate final : public QStyledItemDelegate {
public:
    explicit SentenceDelegate(QTreeWidget *list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(option.font);
        const int padding = metrics.height() / 3;
        const int width = std::max(m_list->columnWidth(index.column()) - 4 * padding, 40);
        const QRect box = metrics.boundingRect(QRect(0, 0, width, 100'000), Qt::TextWordWrap,
                                               index.data().toString());
        return {width, box.height() + padding};
    }

private:
    QTreeWidget *m_list;
};

bool isShown(const Finding &finding, int which)
{
    switch (which) {
    case Must:
        return finding.severity == Severity::Must && !finding.accepted;
    case May:
        return finding.severity == Severity::May && !finding.accepted;
    case Accepted:
        return !finding.accepted.isNull();
    default:
        return true;
    }
}

}  // namespace

ChecksPanel::ChecksPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_which(new QComboBox), m_hint(new QLabel),
      m_list(new QTreeWidget), m_accept(new QPushButton(tr("Let it stand…"))),
      m_withdraw(new QPushButton(tr("No longer accepted")))
{
    setAccessibleName(tr("Checks"));
    m_which->setAccessibleName(tr("Findings shown"));
    m_which->addItems(
        {tr("All findings"), tr("Must: cannot be so"), tr("May: worth a look"), tr("Accepted")});
    m_list->setAccessibleName(tr("Findings"));
    m_list->setHeaderLabels({tr("Weight"), tr("What"), tr("Rule")});
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegateForColumn(1, new SentenceDelegate(m_list));
    m_list->setWordWrap(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    // Sentences are broken anew when the column gets its width.
    connect(m_list->header(), &QHeaderView::sectionResized, m_list, &QTreeWidget::doItemsLayout,
            Qt::QueuedConnection);
    m_hint->setWordWrap(true);
    m_hint->setProperty("faint", true);
    m_hint->setMargin(fontMetrics().height());
    auto *everything = new QPushButton(tr("Check documents too"));
    everything->setToolTip(tr("Reads every document: its checksum, its text, and whether each "
                              "quote stands where it was marked"));
    auto *copy = new QPushButton(tr("Copy all"));

    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_which);
    row->addWidget(m_accept);
    row->addWidget(m_withdraw);
    row->addStretch();
    row->addWidget(everything);
    row->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_hint);
    column->addWidget(m_list, 1);

    m_soon.setSingleShot(true);
    m_soon.setInterval(150);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isInSight(*this))
            checkRows();
    });
    connect(m_which, &QComboBox::currentIndexChanged, this, &ChecksPanel::fill);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        showActions();
        const Finding *shown = finding(item);
        if (shown && !shown->items.empty() && m_list->hasFocus())
            m_context.selection.select(shown->items.front());
    });
    connect(m_list, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        const Finding *shown = finding(item);
        if (!shown || shown->items.empty())
            return;
        m_context.selection.select(shown->items.front());
        m_context.selection.dropMissing(*m_context.hub.snapshot());
    });
    connect(m_accept, &QPushButton::clicked, this, &ChecksPanel::askToAccept);
    connect(m_withdraw, &QPushButton::clicked, this, [this] {
        const Finding *shown = finding(m_list->currentItem());
        if (shown)
            m_context.intents.withdrawAcceptance(shown->accepted);
    });
    connect(everything, &QPushButton::clicked, this, &ChecksPanel::checkEverything);
    connect(copy, &QPushButton::clicked, this, &ChecksPanel::copyAll);
    connect(&context.hub, &SessionHub::opened, this, [this] {
        m_fileFindings.clear();
        m_findings.clear();
        fill();
    });
    connect(&context.hub, &SessionHub::snapshotChanged, this, &ChecksPanel::checkSoon);
    fill();
}

void ChecksPanel::checkSoon()
{
    m_soon.start();
}

void ChecksPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_soon.start();
}

void ChecksPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Rows have colours of their own.
    if (event->type() == QEvent::PaletteChange && isVisible())
        m_soon.start();
}

void ChecksPanel::checkRows()
{
    if (!m_context.hub.isOpen() || m_context.hub.snapshot()->events->size() > kMostEventsUnasked)
        return fill();
    lookAgain(Depth::Rows);
}

void ChecksPanel::checkEverything()
{
    lookAgain(Depth::Everything);
}

void ChecksPanel::lookAgain(Depth depth)
{
    m_soon.stop();
    if (depth == Depth::Everything) {
        m_findings = m_context.hub.findings();
        m_fileFindings.clear();
        std::copy_if(m_findings.begin(), m_findings.end(), std::back_inserter(m_fileFindings),
                     [](const Finding &finding) {
                         return finding.code != "about_missing" &&
                                finding.group == FindingGroup::File;
                     });
    } else {
        m_findings = checkEvidence(*m_context.hub.snapshot());
        m_findings.insert(m_findings.begin(), m_fileFindings.begin(), m_fileFindings.end());
    }
    fill();
}

const Finding *ChecksPanel::finding(const QTreeWidgetItem *item) const
{
    if (!item)
        return nullptr;
    const auto row = static_cast<std::size_t>(item->data(0, Qt::UserRole).toULongLong());
    return row < m_findings.size() ? &m_findings[row] : nullptr;
}

QString ChecksPanel::statusText() const
{
    qlonglong counts[3] = {};
    for (const Finding &finding : m_findings)
        ++counts[finding.accepted ? 2 : finding.severity == Severity::Must ? 0 : 1];
    const QLocale locale;
    return tr("%1 must · %2 may · %3 accepted")
        .arg(locale.toString(counts[0]), locale.toString(counts[1]), locale.toString(counts[2]));
}

void ChecksPanel::fill()
{
    const Finding *kept = finding(m_list->currentItem());
    const std::vector<ItemRef> keptItems = kept ? kept->items : std::vector<ItemRef>();
    const std::string keptCode = kept ? kept->code : std::string();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const Theme theme = Theme::fromPalette(QApplication::palette(), font());
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        const Finding &finding = m_findings[i];
        if (!isShown(finding, m_which->currentIndex()))
            continue;
        QString sentence = toQString(finding.sentence);
        if (finding.accepted)
            sentence += QLatin1Char('\n') + tr("Accepted: %1").arg(toQString(finding.acceptedWhy));
        auto *item =
            new QTreeWidgetItem(m_list, {weightText(finding), sentence, toQString(finding.code)});
        item->setData(0, Qt::UserRole, static_cast<qulonglong>(i));
        item->setTextAlignment(0, Qt::AlignTop);
        item->setTextAlignment(1, Qt::AlignTop);
        item->setTextAlignment(2, Qt::AlignTop);
        item->setForeground(2, theme.faintInk());
        if (finding.accepted)
            item->setForeground(1, theme.faintInk());
        else if (finding.severity == Severity::Must)
            item->setForeground(0, theme.warning());
        if (finding.items == keptItems && finding.code == keptCode && !keptCode.empty())
            m_list->setCurrentItem(item);
    }
    const bool isLarge = m_context.hub.snapshot()->events->size() > kMostEventsUnasked;
    m_hint->setText(isLarge && m_findings.empty()
                        ? tr("This file is large: it is checked when you ask for it.")
                        : tr("Nothing to show: no two claims contradict each other, and no date "
                             "stands against another."));
    m_hint->setVisible(m_list->topLevelItemCount() == 0);
    m_list->setVisible(m_list->topLevelItemCount() > 0);
    showActions();
    Q_EMIT statusChanged(statusText());
}

void ChecksPanel::showActions()
{
    const Finding *shown = finding(m_list->currentItem());
    const bool canWrite = shown && !m_context.hub.isReadOnly();
    // What is broken in the file is mended, not accepted.
    m_accept->setEnabled(canWrite && !shown->accepted && shown->group != FindingGroup::File &&
                         !shown->items.empty());
    m_withdraw->setEnabled(canWrite && shown->accepted);
}

void ChecksPanel::accept(const Finding &finding, const QString &reason)
{
    m_context.intents.acceptFinding(
        {{}, finding.code, finding.items, finding.basis, toUtf8(reason)});
    checkRows();
}

void ChecksPanel::askToAccept()
{
    const Finding *shown = finding(m_list->currentItem());
    if (!shown)
        return;
    const Finding finding = *shown;
    bool isAccepted = false;
    const QString reason = QInputDialog::getText(
        this, tr("Let it stand"),
        toQString(finding.sentence) + QStringLiteral("\n\n") + tr("Why may this stand?"),
        QLineEdit::Normal, QString(), &isAccepted);
    if (isAccepted && !reason.trimmed().isEmpty())
        accept(finding, reason.trimmed());
}

void ChecksPanel::copyAll() const
{
    QStringList lines;
    for (const Finding &finding : m_findings)
        lines.append(
            QStringLiteral("%1\t%2\t%3")
                .arg(weightText(finding), toQString(finding.code), toQString(finding.sentence)));
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace dateline::ui
