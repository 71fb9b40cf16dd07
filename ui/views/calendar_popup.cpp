// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/calendar_popup.h"

#include <algorithm>

#include <QButtonGroup>
#include <QDate>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScreen>
#include <QToolButton>

#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

constexpr int kDaysShown = 42;
constexpr int kYearsShown = 12;
constexpr std::int64_t kLastYear = 9999;  // later ones are typed

// The first letters of "2024-06-01": 10 for the day, 7 for the month, 4 for the year.
std::string isoText(const CivilDate &day, std::size_t letters)
{
    return isoDate(instantOf(day)).substr(0, letters);
}

constexpr std::size_t kDayText = 10;
constexpr std::size_t kMonthText = 7;
constexpr std::size_t kYearText = 4;
constexpr std::size_t kDecadeText = 3;

CalendarPopup::Unit unitOf(const Edtf &date)
{
    switch (date.when().precision) {
    case Precision::Month:
        return CalendarPopup::Unit::Month;
    case Precision::Season:
        return CalendarPopup::Unit::Season;
    case Precision::Year:
        return CalendarPopup::Unit::Year;
    case Precision::Decade:
        return CalendarPopup::Unit::Decade;
    default:
        return CalendarPopup::Unit::Day;
    }
}

}  // namespace

CalendarPopup::CalendarPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_units(new QButtonGroup(this)), m_title(new QLabel),
      m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("CalendarPopup"));
    setAccessibleName(tr("Calendar"));
    setFrameShape(QFrame::StyledPanel);

    auto *units = new QHBoxLayout;
    units->setSpacing(0);
    const std::pair<Unit, QString> names[] = {{Unit::Day, tr("Day")},
                                              {Unit::Month, tr("Month")},
                                              {Unit::Season, tr("Season")},
                                              {Unit::Year, tr("Year")},
                                              {Unit::Decade, tr("Decade")}};
    for (const auto &[unit, name] : names) {
        auto *button = new QToolButton;
        button->setText(name);
        button->setAccessibleName(tr("Known to the %1").arg(name.toLower()));
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_units->addButton(button, static_cast<int>(unit));
        units->addWidget(button);
    }
    connect(m_units, &QButtonGroup::idClicked, this,
            [this](int id) { setUnit(static_cast<Unit>(id)); });

    auto *head = new QHBoxLayout;
    m_title->setProperty("heading", true);
    m_title->setAlignment(Qt::AlignCenter);
    head->addWidget(makeStep(QStringLiteral("‹"), tr("Earlier"), -1));
    head->addWidget(m_title, 1);
    head->addWidget(makeStep(QStringLiteral("›"), tr("Later"), 1));

    m_grid->setSpacing(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addLayout(units);
    column->addLayout(head);
    column->addLayout(m_grid);
}

QToolButton *CalendarPopup::makeStep(const QString &sign, const QString &name, int leaves)
{
    auto *button = new QToolButton;
    button->setText(sign);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this, [this, leaves] { turn(leaves); });
    return button;
}

void CalendarPopup::open(const Edtf &date, const CivilDate &otherwise, const QPoint &topLeft)
{
    m_current = date.text();
    m_leaf = otherwise;
    if (date.isDated() && !date.when().bounds.earliestBegin.isDistant())
        m_leaf = civilDateAt(date.when().bounds.earliestBegin);
    m_leaf.year = std::clamp<std::int64_t>(m_leaf.year, 0, kLastYear);
    setUnit(date.isDated() ? unitOf(date) : Unit::Day);
    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(topLeft);
    const QRect room =
        (screen != nullptr ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    move(std::min(topLeft.x(), room.right() - width()),
         std::min(topLeft.y(), room.bottom() - height()));
    show();
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (m_cells[i].edtf == m_current || (m_current.empty() && m_cells[i].isToday))
            focusCell(static_cast<int>(i));
    }
}

void CalendarPopup::setUnit(Unit unit)
{
    m_unit = unit;
    m_units->button(static_cast<int>(unit))->setChecked(true);
    showLeaf();
}

void CalendarPopup::turn(int leaves)
{
    CivilDate leaf = m_leaf;
    switch (m_unit) {
    case Unit::Day:
        leaf = addMonths({leaf.year, leaf.month, 1}, leaves);
        break;
    case Unit::Month:
    case Unit::Season:
        leaf.year += leaves;
        break;
    case Unit::Year:
        leaf.year += kYearsShown * leaves;
        break;
    case Unit::Decade:
        leaf.year += 10 * kYearsShown * leaves;
        break;
    }
    if (leaf.year < 0 || leaf.year > kLastYear)
        return;
    m_leaf = leaf;
    showLeaf();
}

QString CalendarPopup::title() const
{
    const QLocale locale;
    if (m_unit == Unit::Day)
        return tr("%1 %2", "month, year")
            .arg(locale.standaloneMonthName(m_leaf.month), QString::number(m_leaf.year));
    if (m_unit == Unit::Month || m_unit == Unit::Season)
        return QString::number(m_leaf.year);
    return tr("%1 – %2").arg(toQString(m_cells.front().edtf).replace(u'X', u'0'),
                             toQString(m_cells.back().edtf).replace(u'X', u'9'));
}

std::vector<CalendarPopup::Cell> CalendarPopup::cells(int &columns) const
{
    std::vector<Cell> cells;
    const QLocale locale;
    const QDate now = QDate::currentDate();
    const CivilDate today{now.year(), now.month(), now.day()};
    const auto add = [&cells](QString text, std::string edtf, bool isToday = false,
                              bool isFaint = false) {
        const Result<Edtf> date = Edtf::parse(edtf);
        cells.push_back({std::move(text), date ? dateText(*date) : QString(), std::move(edtf),
                         isFaint, isToday});
    };
    switch (m_unit) {
    case Unit::Day: {
        columns = 7;
        const CivilDate first{m_leaf.year, m_leaf.month, 1};
        const int begin = static_cast<int>(locale.firstDayOfWeek());
        const int skipped = (weekdayAt(instantOf(first)) - begin + 7) % 7;
        for (int i = 0; i < kDaysShown; ++i) {
            const CivilDate day = addDays(first, i - skipped);
            add(QString::number(day.day), isoText(day, kDayText), day == today,
                day.month != first.month);
        }
        break;
    }
    case Unit::Month:
        columns = 3;
        for (int month = 1; month <= 12; ++month)
            add(locale.standaloneMonthName(month), isoText({m_leaf.year, month, 1}, kMonthText),
                today.year == m_leaf.year && today.month == month);
        break;
    case Unit::Season:
        columns = 2;
        for (int season = 21; season <= 24; ++season) {
            const std::string edtf =
                isoText({m_leaf.year, 1, 1}, kYearText) + '-' + std::to_string(season);
            const Result<Edtf> date = Edtf::parse(edtf);
            add(date ? dateText(*date) : QString(), edtf);
        }
        break;
    case Unit::Year:
        columns = 3;
        for (int i = 0; i < kYearsShown; ++i) {
            const std::int64_t year = m_leaf.year / kYearsShown * kYearsShown + i;
            if (year <= kLastYear)
                add(QString::number(year), isoText({year, 1, 1}, kYearText), year == today.year);
        }
        break;
    case Unit::Decade:
        columns = 3;
        for (int i = 0; i < kYearsShown; ++i) {
            const std::int64_t decade = m_leaf.year / 10 / kYearsShown * kYearsShown + i;
            if (decade * 10 > kLastYear)
                break;
            const std::string edtf = isoText({decade * 10, 1, 1}, kDecadeText) + 'X';
            const Result<Edtf> date = Edtf::parse(edtf);
            add(date ? dateText(*date) : QString(), edtf, decade == today.year / 10);
        }
        break;
    }
    return cells;
}

void CalendarPopup::showLeaf()
{
    m_cells = cells(m_columns);
    m_title->setText(title());
    const QLocale locale;
    const int letter = fontMetrics().height();
    for (int i = 0; i < 7; ++i) {
        if (m_weekdays.size() <= static_cast<std::size_t>(i)) {
            auto *label = new QLabel(this);
            label->setProperty("faint", true);
            label->setAlignment(Qt::AlignCenter);
            m_weekdays.push_back(label);
            m_grid->addWidget(label, 0, i);
        }
        QLabel *label = m_weekdays[static_cast<std::size_t>(i)];
        const int day = (static_cast<int>(locale.firstDayOfWeek()) - 1 + i) % 7 + 1;
        label->setText(locale.standaloneDayName(day, QLocale::ShortFormat));
        label->setVisible(m_unit == Unit::Day);
    }
    while (m_buttons.size() < m_cells.size()) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        const std::size_t index = m_buttons.size();
        connect(button, &QToolButton::clicked, this, [this, index] {
            if (const Result<Edtf> date = Edtf::parse(m_cells[index].edtf)) {
                hide();
                Q_EMIT picked(*date);
            }
        });
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QToolButton *button = m_buttons[i];
        m_grid->removeWidget(button);
        button->setVisible(i < m_cells.size());
        if (i >= m_cells.size())
            continue;
        const Cell &cell = m_cells[i];
        button->setText(cell.text);
        button->setAccessibleName(cell.name);
        button->setToolTip(cell.name);
        button->setChecked(cell.edtf == m_current);
        button->setProperty("faint", cell.isFaint);
        QFont bold = font();
        bold.setBold(cell.isToday);
        button->setFont(bold);
        QPalette ink = palette();
        if (cell.isFaint)
            ink.setColor(QPalette::ButtonText, palette().color(QPalette::PlaceholderText));
        button->setPalette(ink);
        button->setMinimumSize(m_unit == Unit::Day ? 2 * letter : 5 * letter,
                               m_unit == Unit::Day ? letter * 3 / 2 : letter * 2);
        const int index = static_cast<int>(i);
        m_grid->addWidget(button, 1 + index / m_columns, index % m_columns);
    }
    if (isVisible())
        adjustSize();
}

void CalendarPopup::focusCell(int index)
{
    if (index < 0 || index >= static_cast<int>(m_cells.size())) {
        // Beyond the leaf's edge lies the next leaf.
        turn(index < 0 ? -1 : 1);
        const int size = static_cast<int>(m_cells.size());
        index = index < 0 ? size - 1 : 0;
    }
    m_buttons[static_cast<std::size_t>(index)]->setFocus(Qt::PopupFocusReason);
}

void CalendarPopup::keyPressEvent(QKeyEvent *event)
{
    int focused = -1;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (m_buttons[i]->hasFocus())
            focused = static_cast<int>(i);
    }
    switch (event->key()) {
    case Qt::Key_PageUp:
        turn(-1);
        break;
    case Qt::Key_PageDown:
        turn(1);
        break;
    case Qt::Key_Left:
        focusCell(focused - 1);
        break;
    case Qt::Key_Right:
        focusCell(focused + 1);
        break;
    case Qt::Key_Up:
        focusCell(focused - m_columns);
        break;
    case Qt::Key_Down:
        focusCell(focused < 0 ? 0 : focused + m_columns);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (focused >= 0)
            m_buttons[static_cast<std::size_t>(focused)]->click();
        break;
    default:
        QFrame::keyPressEvent(event);  // Esc closes a pop-up
        return;
    }
    event->accept();
}

}  // namespace dateline::ui
