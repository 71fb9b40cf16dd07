// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/what_if_panel.h"

#include <QComboBox>
#include <QDate>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/model/grade.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/item_text.h"

namespace dateline::ui {

namespace {

constexpr int kItemRole = Qt::UserRole;
constexpr std::size_t kMostKeystones = 12;

ItemRef itemOf(const QTreeWidgetItem *row)
{
    return row ? row->data(0, kItemRole).value<ItemRef>() : ItemRef();
}

// What becomes of outlets and speakers, and why.
bool askForGrade(QWidget *parent, bool hasActors, Reliability &grade)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(WhatIfPanel::tr("Confirm the doubt"));
    auto *note = new QLabel(
        WhatIfPanel::tr("Sources will be marked doubtful and count for nothing; outlets and "
                        "speakers get a new grade. What they said stays, and this can be undone."));
    note->setWordWrap(true);
    auto *grades = new QComboBox;
    grades->setAccessibleName(WhatIfPanel::tr("New reliability"));
    for (const char letter : {'E', 'D', 'C', 'F'})
        grades->addItem(QStringLiteral("%1  %2")
                            .arg(QLatin1Char(letter))
                            .arg(toQString(reliabilityText(letter))),
                        QChar(QLatin1Char(letter)));
    auto *reason = new QLineEdit;
    reason->setAccessibleName(WhatIfPanel::tr("Reason"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(WhatIfPanel::tr("Confirm"));
    buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    QObject::connect(reason, &QLineEdit::textChanged, &dialog, [buttons](const QString &text) {
        buttons->button(QDialogButtonBox::Ok)->setEnabled(!text.trimmed().isEmpty());
    });
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *form = new QFormLayout(&dialog);
    form->addRow(note);
    if (hasActors)
        form->addRow(WhatIfPanel::tr("Reliability"), grades);
    form->addRow(WhatIfPanel::tr("Why?"), reason);
    form->addRow(buttons);
    reason->setFocus();
    if (dialog.exec() != QDialog::Accepted)
        return false;
    grade.grade = grades->currentData().toChar().toLatin1();
    grade.reason = toUtf8(reason->text().trimmed());
    const Result<Edtf> today = Edtf::parse(toUtf8(QDate::currentDate().toString(Qt::ISODate)));
    if (today)
        grade.since = *today;
    return true;
}

}  // namespace

WhatIfPanel::WhatIfPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_summary(new QLabel), m_list(new QTreeWidget),
      m_doubt(new QPushButton), m_confirm(new QPushButton(tr("Confirm…"))),
      m_clear(new QPushButton(tr("Doubt nothing")))
{
    setAccessibleName(tr("What if"));
    m_summary->setWordWrap(true);
    m_summary->setProperty("faint", true);
    m_summary->setMargin(fontMetrics().height() / 2);
    m_list->setAccessibleName(tr("What falls"));
    m_list->setHeaderLabels({tr("What"), tr("How")});
    m_list->setHeaderHidden(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 6);
    row->addWidget(m_doubt);
    row->addStretch();
    row->addWidget(m_clear);
    row->addWidget(m_confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    column->addLayout(row);

    const auto showDoubt = [this] {
        ItemRef item = itemOf(m_list->currentItem());
        if (!WhatIf::canDoubt(item))
            item = m_context.selection.current();
        const bool isDoubted = m_context.whatIf.isDoubted(item);
        m_doubt->setText(isDoubted ? tr("Trust it again") : tr("What if it is wrong?"));
        m_doubt->setEnabled(WhatIf::canDoubt(item));
    };
    connect(m_list, &QTreeWidget::currentItemChanged, this, showDoubt);
    connect(m_list, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        const ItemRef picked = itemOf(item);
        if (!picked.isNull())
            m_context.selection.select(picked);
    });
    connect(m_doubt, &QPushButton::clicked, this, [this] {
        ItemRef item = itemOf(m_list->currentItem());
        if (!WhatIf::canDoubt(item))
            item = m_context.selection.current();
        m_context.whatIf.setDoubted(item, !m_context.whatIf.isDoubted(item));
    });
    connect(m_clear, &QPushButton::clicked, &context.whatIf, &WhatIf::clear);
    connect(m_confirm, &QPushButton::clicked, this, &WhatIfPanel::confirm);
    connect(&context.whatIf, &WhatIf::changed, this, [this, showDoubt] {
        fill();
        showDoubt();
    });
    connect(&context.selection, &Selection::changed, this, showDoubt);
    connect(&context.hub, &SessionHub::snapshotChanged, this, [this] {
        if (isVisible())
            fill();
    });
    fill();
    showDoubt();
}

void WhatIfPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fill();
}

QString WhatIfPanel::statusText() const
{
    if (m_context.whatIf.doubted().empty())
        return {};
    const Fallen &fallen = m_context.whatIf.fallen();
    const QLocale locale;
    return tr("%1 fall · %2 claims")
        .arg(locale.toString(static_cast<qulonglong>(fallen.items.size())),
             locale.toString(static_cast<qulonglong>(fallen.claims.size())));
}

QTreeWidgetItem *WhatIfPanel::addGroup(const QString &title)
{
    auto *group = new QTreeWidgetItem(m_list, {title});
    group->setFirstColumnSpanned(true);
    group->setFlags(Qt::ItemIsEnabled);
    group->setExpanded(true);
    return group;
}

void WhatIfPanel::addItem(QTreeWidgetItem *group, ItemRef item, const QString &aside)
{
    const QString title = titleOf(*m_context.hub.snapshot(), item);
    auto *row = new QTreeWidgetItem(group, {title, aside});
    row->setData(0, kItemRole, QVariant::fromValue(item));
    row->setToolTip(0, QStringLiteral("%1: %2").arg(kindText(item.kind), title));
}

void WhatIfPanel::fill()
{
    m_list->clear();
    const bool isDoubting = !m_context.whatIf.doubted().empty();
    m_confirm->setEnabled(isDoubting && !m_context.hub.isReadOnly());
    m_clear->setEnabled(isDoubting);
    if (isDoubting)
        fillFallen();
    else if (m_context.hub.isOpen() && isVisible())
        fillKeystones();
    Q_EMIT statusChanged(statusText());
}

void WhatIfPanel::fillKeystones()
{
    m_summary->setText(tr("Pick a source, an outlet or a speaker and ask what would fall if it "
                          "were wrong. Nothing is written until you confirm it."));
    QTreeWidgetItem *group = addGroup(tr("What this file leans on"));
    std::size_t listed = 0;
    for (const SupportGraph::Keystone &keystone : m_context.whatIf.keystones()) {
        if (listed++ == kMostKeystones)
            break;
        addItem(group, keystone.support,
                counted(static_cast<qlonglong>(keystone.items), tr("1 rests on it alone"),
                        tr("%1 rest on it alone")));
    }
    group->setHidden(listed == 0);
}

void WhatIfPanel::fillFallen()
{
    const Fallen &fallen = m_context.whatIf.fallen();
    const QLocale locale;
    m_summary->setText(
        tr("If this is wrong, %1 rest on nothing any more and %2 claims fall. Amber marks them in "
           "the timeline, the graph and the lists.")
            .arg(counted(static_cast<qlonglong>(fallen.items.size()), tr("1 item"), tr("%1 items")),
                 locale.toString(static_cast<qulonglong>(fallen.claims.size()))));
    QTreeWidgetItem *doubted = addGroup(tr("Doubted"));
    for (const ItemRef item : m_context.whatIf.doubted())
        addItem(doubted, item, kindText(item.kind));
    for (const ItemKind kind :
         {ItemKind::Event, ItemKind::Relation, ItemKind::Role, ItemKind::Actor}) {
        QTreeWidgetItem *group = nullptr;
        for (const ItemRef item : fallen.items) {
            if (item.kind != kind)
                continue;
            if (!group)
                group = addGroup(kind == ItemKind::Event      ? tr("Events that fall")
                                 : kind == ItemKind::Relation ? tr("Relations that fall")
                                 : kind == ItemKind::Role     ? tr("Roles that fall")
                                                              : tr("Actors nobody else tells of"));
            addItem(group, item);
        }
    }
    if (!fallen.fields.empty()) {
        QTreeWidgetItem *group = addGroup(tr("Stands, but loses its only word on"));
        for (const Fallen::Field &field : fallen.fields)
            addItem(group, field.item, fieldText(field.field));
    }
}

void WhatIfPanel::confirm()
{
    const std::vector<ItemRef> doubted = m_context.whatIf.doubted();
    const bool hasActors = std::any_of(doubted.begin(), doubted.end(),
                                       [](ItemRef item) { return item.kind == ItemKind::Actor; });
    Reliability grade;
    if (askForGrade(this, hasActors, grade) && m_context.intents.confirmDoubt(doubted, grade))
        m_context.whatIf.clear();
}

}  // namespace dateline::ui
