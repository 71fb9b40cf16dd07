// SPDX-License-Identifier: GPL-3.0-or-later
// The header of rows of one height, which is never seen. With other rows it keeps those that it has
// and makes or drops only the difference: a header of Qt's makes a million anew, on every change of
// the filter. GUI thread.
#pragma once

#include <QHeaderView>

namespace dateline::ui {

class RowHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit RowHeader(QWidget *parent = nullptr);

    void reset() override;
};

}  // namespace dateline::ui
