// SPDX-License-Identifier: GPL-3.0-or-later
// The painted part of the graph: one scene for one camera, and small overlays for what is hovered,
// selected or asked for. It turns mouse and keys into signals and moves its camera; it knows no
// file and no filter. A large graph is painted by another thread (network_renderer.h): while it
// moves, the last picture is shown where it would be from here, its names in their places, until
// the next comes. GUI thread; a frame of 100,000 actors costs it some milliseconds.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "app/network/network_hit.h"
#include "ui/paint/network_fonts.h"
#include "ui/paint/theme.h"
#include "ui/views/canvas_accessible.h"
#include "ui/views/network_content.h"
#include "ui/views/network_minimap.h"
#include "ui/views/network_renderer.h"

namespace dateline::ui {

// Marks and links, as positions in the network.
struct NetworkMarks {
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> links;

    bool isEmpty() const { return nodes.empty() && links.empty(); }
    bool operator==(const NetworkMarks &) const = default;
};

class NetworkCanvas final : public QWidget, public AccessibleCanvas {
    Q_OBJECT

public:
    explicit NetworkCanvas(QWidget *parent = nullptr);
    ~NetworkCanvas() override;

    void setContent(NetworkContent content);
    // After an edit of events that leaves every mark, link and name as it is.
    void setSnapshot(SnapshotPointer snapshot);
    const NetworkContent &content() const { return m_content; }
    // Ringed. Picked are the marks that were selected themselves, not by an event that they take
    // part in: they move together, and the keyboard starts from the last one.
    void setSelected(NetworkMarks marks, std::vector<std::uint32_t> picked);
    const NetworkMarks &selected() const { return m_selected; }
    void setDoubted(NetworkMarks marks);  // amber: they fall with what is doubted
    const NetworkMarks &doubted() const { return m_doubted; }
    void setSpotlight(NetworkMarks marks);  // all else pales; empty: nothing does
    const NetworkMarks &spotlight() const { return m_spotlight; }
    void setHint(const QString &hint);  // stands in the middle of an empty canvas

    const NetworkCamera &camera() const { return m_camera; }
    void setCamera(const NetworkCamera &camera);
    void fit();  // and keeps fitting while the pane is resized, until the camera is moved
    bool isFitted() const { return m_isFitted; }
    void zoomBy(double factor);  // about the middle
    void centreOn(std::uint32_t node);
    void reveal(const std::vector<std::uint32_t> &nodes);  // moves only where none is in view

    // As drawn; of a large graph, as it was when last painted. Built when asked for.
    const NetworkScene &scene();
    // What is seen is the whole picture from here, not a sample or an earlier one.
    bool isSharp() const;
    // Where the whole graph is shown in small; empty: it is not.
    QRectF minimapArea() const;
    NetworkMeasure measure() const { return m_measure; }
    const Theme &theme() const { return m_theme; }
    // Pixels to keep free around the nodes: the legend is at the lower edge.
    PlaneBox margins() const;

    // AccessibleCanvas
    std::vector<CanvasItem> canvasItems() const override;
    const QWidget *canvasSurface() const override { return this; }
    void pressCanvasItem(qint64 key) override;

Q_SIGNALS:
    void clicked(const dateline::NetworkHit &hit, Qt::KeyboardModifiers modifiers);
    void opened(std::uint32_t node);   // Enter
    void reached(std::uint32_t node);  // by the keyboard
    void
    nodesMoved(const std::vector<std::uint32_t> &nodes);  // on release; see content().positions
    void menuRequested(const dateline::NetworkHit &hit, const QPoint &globalPlace);
    void cancelled();  // Esc
    void resized();
    void sharpened();  // isSharp() again

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Gesture { None, Pressed, Pan, MoveNodes, MoveView };

    void takeTheme();
    void invalidate();
    void moved();  // the camera, by the user
    void buildIfNeeded();
    NetworkScene build() const;
    NetworkSceneRequest sceneRequest() const;
    bool isLarge() const { return isLargeGraph(*m_content.network); }
    void requestFrame();
    void takeFrame(const std::shared_ptr<const NetworkFrame> &frame);
    void takeOverview(const std::shared_ptr<const NetworkOverview> &overview);
    void paintSmall(QPainter &painter);
    void paintLarge(QPainter &painter);
    void paintPicture(QPainter &painter, const QImage &picture, const NetworkCamera &from) const;
    NetworkScene movedWords() const;
    void paintLoose(QPainter &painter);
    void paintMarks(QPainter &painter, const NetworkMarks &marks, OverlayStyle style, bool isDoubt);
    void paintMinimap(QPainter &painter);
    void drawMinimap();
    void moveViewTo(const QPointF &place);
    NetworkHit hit(const QPointF &place);
    void setHovered(std::uint32_t node);
    void paintOverlays(QPainter &painter);
    qint64 keyOfLink(std::uint32_t link) const;
    NetworkMarks neighbourhood(std::uint32_t node) const;
    std::optional<std::uint32_t> current() const;  // the node that the keyboard starts from
    void step(Point direction);
    void beginGesture();
    void dragNodes(const QPointF &place);
    std::vector<std::uint32_t> inReadingOrder();

    NetworkContent m_content;
    NetworkMarks m_selected;
    std::vector<std::uint32_t> m_picked;
    NetworkMarks m_spotlight;
    NetworkMarks m_doubted;
    QString m_hint;
    Theme m_theme;
    NetworkFonts m_fonts;
    NetworkMeasure m_measure;
    NetworkCamera m_camera;
    std::optional<NetworkScene> m_scene;
    QPixmap m_ground;  // the scene of a small graph, painted once
    NetworkRenderer m_renderer;
    std::shared_ptr<const NetworkContent> m_shared;  // what the renderer was given; null: changed
    std::shared_ptr<const NetworkFrame> m_frame;     // the last of a large graph
    std::shared_ptr<const NetworkOverview> m_overview;
    NetworkMinimap m_minimap;
    bool m_isFitted = true;
    bool m_isMoving = false;
    QTimer m_rest;  // after a movement
    QTimer m_hoverDelay;
    std::uint32_t m_hovered = Network::kNone;
    std::uint32_t m_willHover = Network::kNone;
    Gesture m_gesture = Gesture::None;
    QPointF m_pressedAt;
    QPointF m_lastAt;
    NetworkHit m_pressedHit;
    std::vector<std::uint32_t> m_dragged;
};

}  // namespace dateline::ui
