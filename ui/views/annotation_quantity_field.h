// SPDX-License-Identifier: GPL-3.0-or-later
// A quantity in one line, as people write it ("about 10,000 to 12,000 troops") or as files do
// ("10000..12000 troops"); says below how it is understood. GUI thread.
#pragma once

#include <optional>

#include <QString>
#include <QWidget>

#include "app/model/event.h"

class QLabel;

namespace dateline::ui {

class TextField;

// What such a line means; none where it is not understood.
std::optional<Quantity> readQuantity(const QString &text);
// The reverse, in words wherever those can be read again. Says nothing of total and additional.
QString editableText(Quantity quantity);

class QuantityField final : public QWidget {
    Q_OBJECT

public:
    explicit QuantityField(const QString &name, QWidget *parent = nullptr);

    std::optional<Quantity> value() const;
    QString problem() const;  // "" where it is empty or understood
    void setValue(const Quantity &quantity);

private:
    void showMeaning();

    TextField *m_edit;
    QLabel *m_meaning;
};

}  // namespace dateline::ui
