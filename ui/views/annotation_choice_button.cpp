// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/annotation_choice_button.h"

#include <QFrame>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/paint/icons.h"
#include "ui/paint/theme.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

namespace {

enum Group { kTags, kKinds, kAuthors };
constexpr int kValueRole = Qt::UserRole;

QString kindText(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Event:
        return AnnotationChoiceButton::tr("Supports an event");
    case ItemKind::Actor:
        return AnnotationChoiceButton::tr("Supports an actor");
    case ItemKind::Role:
        return AnnotationChoiceButton::tr("Supports a role");
    case ItemKind::Relation:
        return AnnotationChoiceButton::tr("Supports a relation");
    default:
        return AnnotationChoiceButton::tr("A note alone");
    }
}

}  // namespace

AnnotationChoiceButton::AnnotationChoiceButton(QWidget *parent)
    : QToolButton(parent), m_popup(new QFrame(this, Qt::Popup)), m_list(new QTreeWidget),
      m_all(new QPushButton(tr("Show all")))
{
    setAccessibleName(tr("Choose which annotations are shown"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(ui::icon(QStringLiteral("filter")));
    setAutoRaise(true);
    static_cast<QFrame *>(m_popup)->setFrameShape(QFrame::StyledPanel);
    m_list->setAccessibleName(tr("Annotations shown"));
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(fontMetrics().height() / 2);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(4, 4, 4, 6);
    column->addWidget(m_list, 1);
    column->addWidget(m_all, 0, Qt::AlignLeft);
    connect(this, &QToolButton::clicked, this, &AnnotationChoiceButton::open);
    connect(m_list, &QTreeWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            readList();
    });
    connect(m_all, &QPushButton::clicked, this, [this] {
        setChoice({});
        m_popup->hide();
    });
}

void AnnotationChoiceButton::setChoice(const AnnotationChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    fillList();
    Q_EMIT choiceChanged();
}

void AnnotationChoiceButton::setTallies(const AnnotationTallies &tallies, qlonglong shown)
{
    m_tallies = tallies;
    setVisible(tallies.all > 0 || !m_choice.isAll());
    const QString counts = tr("%1 of %2").arg(numberText(shown), numberText(tallies.all));
    setText(m_choice.isAll() ? numberText(tallies.all) : counts);
    setToolTip(tr("%1 annotations shown. Choose by tag, kind and author.")
                   .arg(m_choice.isAll() ? numberText(tallies.all) : counts));
    setAccessibleDescription(toolTip());
    if (!m_isFilling)
        fillList();
}

void AnnotationChoiceButton::open()
{
    fillList();
    // The style draws the outline of a check mark in a shade of the window's colour, which is lost
    // on a dark ground.
    QPalette colours = palette();
    if (const Theme theme = Theme::fromPalette(colours, font()); theme.isDark())
        colours.setColor(QPalette::Window, theme.faintInk());
    m_list->setPalette(colours);
    const int line = fontMetrics().height();
    int rows = 3;
    for (const std::size_t count :
         {m_tallies.tags.size(), m_tallies.kinds.size(), m_tallies.authors.size()})
        rows += static_cast<int>(count);
    m_popup->resize(line * 18, qMin(line * 26, rows * (line + 8) + line * 3));
    QPoint place = mapToGlobal(QPoint(width() - m_popup->width(), height()));
    const QRect room = screen()->availableGeometry();
    place.setX(qBound(room.left(), place.x(), room.right() - m_popup->width()));
    if (place.y() + m_popup->height() > room.bottom())
        place.setY(mapToGlobal(QPoint()).y() - m_popup->height());
    m_popup->move(place);
    m_popup->show();
    m_list->setFocus();
}

// Rows are kept where they are, so that a check mark does not move what is under the pointer.
void AnnotationChoiceButton::fillList()
{
    m_isFilling = true;
    m_list->clear();
    const auto group = [this](const QString &name) {
        auto *item = new QTreeWidgetItem(m_list, {name});
        item->setFlags(Qt::ItemIsEnabled);
        QFont strong = m_list->font();
        strong.setWeight(QFont::DemiBold);
        item->setFont(0, strong);
        return item;
    };
    const auto add = [](QTreeWidgetItem *above, const QString &name, const QVariant &value,
                        qlonglong count, bool isChecked) {
        auto *item = new QTreeWidgetItem(above, {name, numberText(count)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, kValueRole, value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, isChecked ? Qt::Checked : Qt::Unchecked);
    };
    QTreeWidgetItem *tags = group(tr("Tags"));
    for (const std::string &chosen : m_choice.tags)
        m_tallies.tags.try_emplace(chosen, 0);
    for (const auto &[tag, count] : m_tallies.tags)
        add(tags, toQString(tag), toQString(tag), count, m_choice.tags.contains(tag));
    QTreeWidgetItem *kinds = group(tr("Kinds"));
    for (const ItemKind chosen : m_choice.kinds)
        m_tallies.kinds.try_emplace(chosen, 0);
    for (const auto &[kind, count] : m_tallies.kinds)
        add(kinds, kindText(kind), static_cast<int>(kind), count, m_choice.kinds.contains(kind));
    QTreeWidgetItem *authors = group(tr("Made by"));
    for (const std::string &chosen : m_choice.authors)
        m_tallies.authors.try_emplace(chosen, 0);
    for (const auto &[author, count] : m_tallies.authors)
        add(authors, author.empty() ? tr("nobody named") : toQString(author), toQString(author),
            count, m_choice.authors.contains(author));
    tags->setHidden(m_tallies.tags.empty());
    m_list->expandAll();
    m_all->setEnabled(!m_choice.isAll());
    m_isFilling = false;
}

void AnnotationChoiceButton::readList()
{
    AnnotationChoice choice;
    const auto eachChecked = [this](Group group, auto take) {
        const QTreeWidgetItem *above = m_list->topLevelItem(group);
        for (int i = 0; i < above->childCount(); ++i) {
            if (above->child(i)->checkState(0) == Qt::Checked)
                take(above->child(i)->data(0, kValueRole));
        }
    };
    eachChecked(kTags,
                [&](const QVariant &value) { choice.tags.insert(toUtf8(value.toString())); });
    eachChecked(kKinds, [&](const QVariant &value) {
        choice.kinds.insert(static_cast<ItemKind>(value.toInt()));
    });
    eachChecked(kAuthors,
                [&](const QVariant &value) { choice.authors.insert(toUtf8(value.toString())); });
    if (choice == m_choice)
        return;
    m_choice = choice;
    m_isFilling = true;  // the rows stand as they are
    Q_EMIT choiceChanged();
    m_isFilling = false;
    m_all->setEnabled(!m_choice.isAll());
}

}  // namespace dateline::ui
