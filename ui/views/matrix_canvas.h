// SPDX-License-Identifier: GPL-3.0-or-later
// The graph as a table of actors by actors: hovered and selected like the canvas of marks and
// lines, with the same content. Ctrl and wheel zoom about the pointer, dragging pans, the arrow
// keys walk from cell to cell, Enter selects. GUI thread; the order of many actors is found by
// another one.
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "app/base/newest_job.h"
#include "ui/paint/matrix_painter.h"
#include "ui/views/canvas_accessible.h"
#include "ui/views/network_canvas.h"

namespace dateline::ui {

class MatrixCanvas final : public QWidget, public AccessibleCanvas {
    Q_OBJECT

public:
    explicit MatrixCanvas(QWidget *parent = nullptr);
    ~MatrixCanvas() override;

    void setContent(const NetworkContent &content);
    void setSelected(const std::vector<std::uint32_t> &nodes, bool isToReveal);
    void fit();
    void zoomBy(double factor);  // about the middle
    bool isReady() const { return m_isReady; }
    const NetworkMatrix &matrix() const { return *m_matrix; }
    const MatrixCamera &camera() const { return m_camera; }

    // AccessibleCanvas
    std::vector<CanvasItem> canvasItems() const override;
    const QWidget *canvasSurface() const override { return this; }
    void pressCanvasItem(qint64 key) override;

Q_SIGNALS:
    void nodePressed(std::uint32_t node, Qt::KeyboardModifiers modifiers);
    void linksPressed(const std::vector<std::uint32_t> &links, Qt::KeyboardModifiers modifiers);
    void nothingPressed(Qt::KeyboardModifiers modifiers);
    void menuRequested(const dateline::NetworkHit &hit, const QPoint &globalPlace);
    void cancelled();
    void ordered();  // isReady()

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    // What is at a pixel: a row's or a column's name has only one of the two.
    struct Place {
        std::optional<std::uint32_t> row;
        std::optional<std::uint32_t> column;
    };
    Place placeAt(const QPointF &at) const;
    void takeTheme();
    void take(std::uint64_t run, std::shared_ptr<const NetworkMatrix> matrix);
    void setHovered(const Place &place);
    void press(const Place &place, Qt::KeyboardModifiers modifiers);
    void moveTo(const MatrixCamera &camera);
    QString nameOf(const Place &place) const;

    SnapshotPointer m_snapshot;
    std::shared_ptr<const Network> m_network;
    std::shared_ptr<const NetworkMatrix> m_matrix;
    Theme m_theme;
    std::unique_ptr<NetworkFonts> m_fonts;
    MatrixCamera m_camera;
    std::optional<MatrixScene> m_scene;
    MatrixEmphasis m_emphasis;
    std::vector<std::uint32_t> m_selectedNodes;
    bool m_isFitted = true;
    bool m_isReady = false;
    bool m_isDragged = false;
    std::optional<QPointF> m_pressedAt;
    MatrixCamera m_cameraAtPress;
    std::uint64_t m_run = 0;
    NewestJob m_job;  // the last member: it ends before what its results go to
};

}  // namespace dateline::ui
