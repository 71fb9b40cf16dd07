// SPDX-License-Identifier: GPL-3.0-or-later
// The Charts pane: events per period by kind, activity per actor, quantities as low-high bands, of
// what the filter shows. A click on a bar filters. GUI thread.
#pragma once

#include <vector>

#include <QWidget>

#include "app/base/newest_job.h"
#include "app/model/time_span.h"
#include "ui/bridge/view_context.h"
#include "ui/charts/chart_contents.h"
#include "ui/paint/picture.h"

class QLabel;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace dateline::ui {

class Chart;

class ChartsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ChartsPanel(const ViewContext &context, QWidget *parent = nullptr);
    ~ChartsPanel() override;

    void showInSight();  // to be called when the pane came to the front: charts are made when seen
    PictureSubject subject() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void invalidate();
    void fill();
    // Makes what a chart shows, on a worker where events are many, and takes it here.
    template <typename Make, typename Take>
    void fillWith(Make make, Take take);
    void takePeriods(PeriodChart chart, const QString &counted);
    void takeActors(ActorChart chart, const QString &counted);
    void takeQuantities(const std::vector<QuantityChart> &charts);
    void filterByPeriod(int series, int category);
    void filterByActor(int category);

    ViewContext m_context;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    Chart *m_periods;
    Chart *m_actors;
    QVBoxLayout *m_quantities;
    QLabel *m_note;
    std::vector<TimeSpan> m_periodSpans;
    std::vector<std::string> m_periodTexts;
    std::vector<std::vector<std::string>> m_kinds;  // per series of the periods
    std::vector<ActorId> m_actorIds;
    bool m_isStale = true;
    quint64 m_run = 0;
    NewestJob m_job;  // last: ends before what it works for
};

}  // namespace dateline::ui
