// SPDX-License-Identifier: GPL-3.0-or-later
// Picks a date as exactly as it is known: a day, a month, a season, a year or a decade; the result
// is the EDTF for just that. Arrow keys move, Page Up and Down turn the leaf, Enter picks, Esc
// leaves everything as it was. GUI thread.
#pragma once

#include <vector>

#include <QFrame>

#include "app/model/civil_date.h"
#include "app/model/edtf.h"

class QButtonGroup;
class QGridLayout;
class QLabel;
class QToolButton;

namespace dateline::ui {

class CalendarPopup final : public QFrame {
    Q_OBJECT

public:
    enum class Unit { Day, Month, Season, Year, Decade };

    explicit CalendarPopup(QWidget *parent = nullptr);

    // Opens on the leaf of the date, or of the day where it is none, at the date's own precision.
    void open(const Edtf &date, const CivilDate &otherwise, const QPoint &topLeft);
    Unit unit() const { return m_unit; }
    void setUnit(Unit unit);
    void turn(int leaves);

Q_SIGNALS:
    void picked(const dateline::Edtf &date);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Cell {
        QString text;
        QString name;  // whole, for a screen reader
        std::string edtf;
        bool isFaint = false;
        bool isToday = false;
    };
    std::vector<Cell> cells(int &columns) const;
    QString title() const;
    void showLeaf();
    void focusCell(int index);
    QToolButton *makeStep(const QString &sign, const QString &name, int leaves);

    Unit m_unit = Unit::Day;
    CivilDate m_leaf;
    std::string m_current;  // the EDTF that the field has
    QButtonGroup *m_units;
    QLabel *m_title;
    QGridLayout *m_grid;
    std::vector<QLabel *> m_weekdays;
    std::vector<QToolButton *> m_buttons;
    std::vector<Cell> m_cells;
    int m_columns = 7;
};

}  // namespace dateline::ui
