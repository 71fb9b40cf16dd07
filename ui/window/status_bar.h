// SPDX-License-Identifier: GPL-3.0-or-later
// The bottom line: how much is shown of what there is, the filter as a sentence whose parts can be
// taken off one by one, whether everything is saved, and in which zone times stand.
#pragma once

#include <QStatusBar>

#include "ui/bridge/view_context.h"

class QHBoxLayout;
class QLabel;

namespace dateline::ui {

class StatusBar final : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusBar(const ViewContext &context, QWidget *parent = nullptr);

private:
    void showCounts();
    void showFilter();
    void showState();

    ViewContext m_context;
    QLabel *m_counts;
    QLabel *m_filter;
    QHBoxLayout *m_chips;
    QLabel *m_state;
};

}  // namespace dateline::ui
