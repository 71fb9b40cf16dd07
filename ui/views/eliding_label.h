// SPDX-License-Identifier: GPL-3.0-or-later
// A line of plain text that ends in an ellipsis where there is no room for it; the whole of it is
// its accessible name and its tooltip. GUI thread.
#pragma once

#include <QLabel>

namespace dateline::ui {

class ElidingLabel final : public QLabel {
    Q_OBJECT

public:
    explicit ElidingLabel(QWidget *parent = nullptr);

    void setLine(const QString &line);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

}  // namespace dateline::ui
