// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/lane_finder.h"

#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kMostListed = 50;
constexpr int kRowsHigh = 10;

}  // namespace

FoundLanes lanesNamed(const Lanes &lanes, const QString &words, std::size_t limit)
{
    const QStringList wanted = words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    FoundLanes found;
    for (std::uint32_t lane = 0; lane < lanes.lanes.size(); ++lane) {
        const QString name = toQString(lanes.name(lanes.lanes[lane]));
        const bool holds = std::all_of(wanted.begin(), wanted.end(), [&name](const QString &word) {
            return name.contains(word, Qt::CaseInsensitive);
        });
        if (!holds)
            continue;
        ++found.total;
        if (found.lanes.size() < limit)
            found.lanes.push_back(lane);
    }
    return found;
}

LaneFinder::LaneFinder(std::shared_ptr<const Lanes> lanes, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_lanes(std::move(lanes)), m_line(new QLineEdit(this)),
      m_list(new QListWidget(this)), m_count(new QLabel(this))
{
    setAccessibleName(tr("Find a row of the timeline"));
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_DeleteOnClose);
    m_line->setPlaceholderText(tr("Find a row"));
    m_line->setAccessibleName(tr("Words in the name of the row"));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_list->setAccessibleName(tr("Rows that were found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(fontMetrics().height() * 3 / 2 * kRowsHigh);
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(m_line);
    column->addWidget(m_list);
    column->addWidget(m_count);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &LaneFinder::find);
    connect(m_line, &QLineEdit::returnPressed, this, &LaneFinder::choose);
    connect(m_list, &QListWidget::itemClicked, this, &LaneFinder::choose);
    find();
}

void LaneFinder::find()
{
    const FoundLanes found = lanesNamed(*m_lanes, m_line->text(), kMostListed);
    m_list->clear();
    for (const std::uint32_t lane : found.lanes) {
        const Lane &row = m_lanes->lanes[lane];
        auto *item = new QListWidgetItem(toQString(m_lanes->name(row)) + QStringLiteral("   ") +
                                             toQString(m_lanes->note(row)),
                                         m_list);
        item->setData(Qt::UserRole, lane);
    }
    m_list->setCurrentRow(0);
    m_count->setText(tr("%1 of %2 rows")
                         .arg(locale().toString(static_cast<qulonglong>(found.total)),
                              locale().toString(static_cast<qulonglong>(m_lanes->lanes.size()))));
}

void LaneFinder::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item == nullptr)
        return;
    Q_EMIT chosen(item->data(Qt::UserRole).toUInt());
    close();
}

bool LaneFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
            key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace dateline::ui
