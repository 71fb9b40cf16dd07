// SPDX-License-Identifier: GPL-3.0-or-later
// Charts from plain values, as widgets and as pictures. Qt Charts stays inside this layer's .cpp
// files. A picture is built anew for its size and theme, without animation. GUI thread, and a
// QApplication.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include <QRectF>
#include <QString>
#include <QStringList>
#include <QWidget>

#include "ui/paint/theme.h"

namespace dateline::ui {

enum class BarDirection { Upright, Sideways };

// Stacked bars: one value per category and series.
struct BarContent {
    BarDirection direction = BarDirection::Upright;
    QStringList categories;
    struct Series {
        QString name;
        std::uint32_t colour = 0;  // a category of the theme
        std::vector<double> values;
    };
    std::vector<Series> series;
    QString valueTitle;
};

// Low-high bands over time: each step holds from its instant to the next one's.
struct BandContent {
    struct Step {
        qint64 milliseconds = 0;  // since 1970
        double low = 0;
        double high = 0;
    };
    struct Band {
        QString name;
        std::uint32_t colour = 0;
        std::vector<Step> steps;
    };
    std::vector<Band> bands;
    qint64 end = 0;  // where the last steps end
    QString valueTitle;
};

using ChartContent = std::variant<BarContent, BandContent>;

void paintChart(QPainter &painter, const QRectF &area, const ChartContent &content,
                const Theme &theme);

class Chart final : public QWidget {
    Q_OBJECT

public:
    explicit Chart(QWidget *parent = nullptr);
    ~Chart() override;

    void setContent(ChartContent content);
    const ChartContent &content() const;

Q_SIGNALS:
    void barClicked(int series, int category);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    void rebuild();
    std::unique_ptr<Private> d;
};

}  // namespace dateline::ui
