// SPDX-License-Identifier: GPL-3.0-or-later
// Paints pictures of a large graph on a thread of its own: of every request first a sample of the
// links, within some ten milliseconds, then all of them; now and then the whole graph as a small
// picture. The newest request wins. GUI thread; the frames that come back are never changed again.
#pragma once

#include <memory>
#include <vector>

#include <QImage>
#include <QObject>
#include <QSizeF>

#include "app/base/newest_job.h"
#include "ui/paint/theme.h"
#include "ui/views/network_content.h"

namespace dateline::ui {

struct NetworkFrame {
    std::shared_ptr<const NetworkContent> content;
    std::vector<std::uint32_t> leftOut;  // nodes that are not in it: they are being moved
    NetworkCamera camera;
    NetworkScene scene;    // without its mass: that is in the picture
    QImage marks;          // hulls, links and marks, on paper
    QImage picture;        // these and the words
    bool isWhole = false;  // false: a sample of the links
};

// All of the graph, small: behind what a frame does not reach, and in the corner of the canvas.
struct NetworkOverview {
    std::shared_ptr<const NetworkContent> content;
    NetworkCamera camera;
    QImage picture;
};

struct NetworkFrameRequest {
    std::shared_ptr<const NetworkContent> content;
    std::vector<std::uint32_t> leftOut;
    NetworkCamera camera;
    Theme theme;
    double pixelScale = 1;
};

class NetworkRenderer final : public QObject {
    Q_OBJECT

public:
    explicit NetworkRenderer(QObject *parent = nullptr);
    ~NetworkRenderer() override;

    void request(NetworkFrameRequest request);
    void cancel();

Q_SIGNALS:
    void rendered(const std::shared_ptr<const dateline::ui::NetworkFrame> &frame);
    void overviewRendered(const std::shared_ptr<const dateline::ui::NetworkOverview> &overview);

private:
    struct Kept;

    std::shared_ptr<Kept> m_kept;  // only the worker looks into it
    NewestJob m_job;
};

}  // namespace dateline::ui
