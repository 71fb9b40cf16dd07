// SPDX-License-Identifier: GPL-3.0-or-later
// A small picture of one date, drawn as the timeline draws it, with some room before and after what
// it can mean: what is sure, what fades, what is open. GUI thread.
#pragma once

#include <QWidget>

#include "app/model/date_bounds.h"
#include "app/model/edtf.h"

namespace dateline::ui {

class DateMark final : public QWidget {
    Q_OBJECT

public:
    explicit DateMark(QWidget *parent = nullptr);

    void setDate(const Edtf &date);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Edtf m_date;
};

}  // namespace dateline::ui
