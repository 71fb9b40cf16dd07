// SPDX-License-Identifier: GPL-3.0-or-later
// The mark that an export promises, and what of the file is stricter than it. GUI thread.
#pragma once

#include <functional>

#include <QComboBox>

#include "ui/bridge/view_context.h"

namespace dateline::ui {

class HandlingChoice final : public QComboBox {
    Q_OBJECT

public:
    explicit HandlingChoice(const ViewContext &context, QWidget *parent = nullptr);

    std::string mark() const;  // empty: anything may be in it
    // A sentence that names what is stricter; empty where nothing is.
    QString problem(const std::function<bool(ItemRef)> &isShown = {}) const;
    // Of events only those that the window's filter shows.
    std::function<bool(ItemRef)> shownByFilter() const;

private:
    ViewContext m_context;
};

}  // namespace dateline::ui
