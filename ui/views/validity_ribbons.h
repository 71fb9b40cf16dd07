// SPDX-License-Identifier: GPL-3.0-or-later
// Ribbons over time: what an actor was and to whom it was tied, one row each, all on one axis, with
// the line of the as-of date or of today. A row is a button that selects what it shows; it says in
// words whether that is valid then. Rows without dates are words alone. GUI thread.
#pragma once

#include <memory>
#include <vector>

#include <QAbstractButton>

#include "app/timeline/ribbons.h"
#include "ui/bridge/view_context.h"
#include "ui/paint/text_measure.h"
#include "ui/views/row_pool.h"

class QVBoxLayout;

namespace dateline::ui {

// What the ribbons of a page have in common.
struct RibbonFrame {
    TimeSpan span;
    Instant at;         // the as-of date, else now
    bool isNow = true;  // no as-of date is set
    QString atText;     // "now", or the date as it is set

    bool operator==(const RibbonFrame &) const = default;
};

struct RibbonEntry {
    ItemRef item;
    QString text;
    Edtf when;
    std::vector<When> attested;  // dates of claims that say so
    Certainty certainty = Certainty::Confirmed;
};

// "valid now", "perhaps valid then"; empty where it is not.
QString validityText(const When &when, const RibbonFrame &frame);

class RibbonRow final : public QAbstractButton {
    Q_OBJECT

public:
    explicit RibbonRow(const ViewContext &context, QWidget *parent = nullptr);

    void setEntry(const RibbonEntry &entry, const RibbonFrame &frame);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int ribbonHeight() const;

    RibbonEntry m_entry;
    RibbonFrame m_frame;
    QString m_date;
    QString m_validity;
};

// Years below the ribbons, and the name of the line that crosses them.
class RibbonAxis final : public QWidget {
    Q_OBJECT

public:
    explicit RibbonAxis(QWidget *parent = nullptr);

    void setFrame(const RibbonFrame &frame);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RibbonFrame m_frame;
};

class ValidityRibbons final : public QWidget {
    Q_OBJECT

public:
    explicit ValidityRibbons(const ViewContext &context, QWidget *parent = nullptr);

    // The earliest first, what has no dates last.
    void setEntries(std::vector<RibbonEntry> entries, const RibbonFrame &frame);

private:
    ViewContext m_context;
    RowPool<RibbonRow> m_rows;
    RibbonAxis *m_axis;
};

}  // namespace dateline::ui
