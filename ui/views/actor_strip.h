// SPDX-License-Identifier: GPL-3.0-or-later
// Under the lanes of the timeline, on the same scale: the posts and relations of the selected actor
// over time, one row each, with ends as rough as they are known; what holds on the as-of date is
// set in bold. Gone while no actor is selected. A row is a button that selects what it shows. Costs
// what this one actor has. GUI thread.
#pragma once

#include <QAbstractButton>

#include "ui/bridge/view_context.h"
#include "ui/views/ribbon_entries.h"

namespace dateline::ui {

class TimelineCanvas;

class ActorStripRow final : public QAbstractButton {
    Q_OBJECT

public:
    ActorStripRow(const ViewContext &context, TimelineCanvas *canvas, QWidget *parent = nullptr);

    void setEntry(const RibbonEntry &entry, const RibbonFrame &frame);
    // In the column of names, beside the first rows.
    void setCaption(const QString &caption, bool isName);
    ItemRef item() const { return m_entry.item; }
    QRectF labelBox() const;  // where its words stand; empty where there is no room for them

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Ribbon ribbon() const;
    QFont labelFont() const;

    TimelineCanvas *m_canvas;
    RibbonEntry m_entry;
    RibbonFrame m_frame;
    QString m_caption;
    bool m_isNameCaption = false;
};

class ActorStrip final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t kMostRows = 7;

    ActorStrip(const ViewContext &context, TimelineCanvas *canvas, QWidget *parent = nullptr);

    void setOn(bool isOn);  // off: shows nothing, and reads nothing
    bool isOn() const { return m_isOn; }
    ActorId actor() const { return m_actor; }  // none while nothing shows
    void showSelection();
    void refresh();  // another snapshot or as-of date
    void follow();   // the canvas moved

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ActorId actorMeant() const;

    ViewContext m_context;
    TimelineCanvas *m_canvas;
    RowPool<ActorStripRow> m_rows;
    ActorId m_actor;
    bool m_isOn = true;
};

}  // namespace dateline::ui
