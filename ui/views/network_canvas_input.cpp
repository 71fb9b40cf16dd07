// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse and the keys of the graph.
#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/views/network_canvas.h"
#include "ui/views/network_texts.h"

namespace dateline::ui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kWheelUnit = 120;  // of a notch
constexpr double kLineHeight = 12;  // two nodes whose heights differ by less are on one line

Point toPoint(const QPointF &place)
{
    return {place.x(), place.y()};
}

}  // namespace

NetworkHit NetworkCanvas::hit(const QPointF &place)
{
    if (m_content.positions.empty())
        return {};
    if (!isLarge())
        return hitTest(scene(), toPoint(place));
    // Where the place is in the last picture.
    if (!m_frame || minimapArea().contains(place))
        return {};
    return hitTest(m_frame->scene, m_frame->camera.toPixel(m_camera.toUnits(toPoint(place))));
}

bool NetworkCanvas::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const NetworkHit under = hit(help->pos());
    if (under.node != Network::kNone)
        QToolTip::showText(
            help->globalPos(),
            nodeToolTip(*m_content.snapshot, *m_content.network, under.node, m_content.asOf), this);
    else if (under.link != Network::kNone)
        QToolTip::showText(help->globalPos(),
                           linkToolTip(*m_content.snapshot, *m_content.network, under.link), this);
    else
        QToolTip::hideText();
    return true;
}

void NetworkCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressedAt = m_lastAt = event->position();
    m_pressedHit = event->button() == Qt::LeftButton ? hit(event->position()) : NetworkHit{};
    m_gesture = Gesture::Pressed;
    m_hoverDelay.stop();
    if (event->button() == Qt::LeftButton && minimapArea().contains(event->position())) {
        m_gesture = Gesture::MoveView;
        moveViewTo(event->position());
    }
}

void NetworkCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF place = event->position();
    if (m_gesture == Gesture::None) {
        if (m_isMoving)
            return;
        const NetworkHit under = hit(place);
        setCursor(under.isNothing() ? Qt::ArrowCursor : Qt::PointingHandCursor);
        if (under.node == m_hovered) {
            m_hoverDelay.stop();
        } else if (under.node != m_willHover || !m_hoverDelay.isActive()) {
            m_willHover = under.node;
            m_hoverDelay.start();
        }
        return;
    }
    if (m_gesture == Gesture::Pressed) {
        if ((place - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
            return;
        beginGesture();
    }
    if (m_gesture == Gesture::Pan) {
        m_camera.panBy(place.x() - m_lastAt.x(), place.y() - m_lastAt.y());
        moved();
    } else if (m_gesture == Gesture::MoveNodes) {
        dragNodes(place);
    } else if (m_gesture == Gesture::MoveView && minimapArea().contains(place)) {
        moveViewTo(place);
    }
    m_lastAt = place;
}

// A mark takes the other selected ones along.
void NetworkCanvas::beginGesture()
{
    if (m_pressedHit.node == Network::kNone) {
        m_gesture = Gesture::Pan;
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    m_gesture = Gesture::MoveNodes;
    const bool isPicked =
        std::find(m_picked.begin(), m_picked.end(), m_pressedHit.node) != m_picked.end();
    m_dragged = isPicked ? m_picked : std::vector<std::uint32_t>{m_pressedHit.node};
    m_isFitted = false;
    if (isLarge())
        requestFrame();
}

void NetworkCanvas::dragNodes(const QPointF &place)
{
    const Point by =
        Point{place.x() - m_lastAt.x(), place.y() - m_lastAt.y()} * (1 / m_camera.pixelsPerUnit());
    for (const std::uint32_t node : m_dragged) {
        m_content.positions[node] = m_content.positions[node] + by;
        if (node < m_content.isPinned.size())
            m_content.isPinned[node] = 1;
    }
    if (!isLarge())
        invalidate();
    update();  // a large graph's picture is without what is moved
}

void NetworkCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const Gesture gesture = m_gesture;
    m_gesture = Gesture::None;
    if (gesture == Gesture::MoveNodes) {
        const auto dragged = std::move(m_dragged);
        m_dragged.clear();
        m_shared.reset();
        m_minimap.clear();
        invalidate();
        Q_EMIT nodesMoved(dragged);
    } else if (gesture == Gesture::Pressed && event->button() == Qt::LeftButton) {
        Q_EMIT clicked(m_pressedHit, event->modifiers());
    }
    unsetCursor();
    update();
}

void NetworkCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const NetworkHit under = hit(event->position());
    if (under.node != Network::kNone) {
        centreOn(under.node);
    } else {
        m_camera.centre = m_camera.toUnits(toPoint(event->position()));
        moved();
    }
}

void NetworkCanvas::leaveEvent(QEvent *)
{
    m_hoverDelay.stop();
    setHovered(Network::kNone);
}

void NetworkCanvas::setHovered(std::uint32_t node)
{
    m_willHover = node;
    if (node == m_hovered)
        return;
    m_hovered = node;
    update();
}

void NetworkCanvas::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    const double notches = event->angleDelta().y() / kWheelUnit;
    if (!pixels.isNull() && !(event->modifiers() & Qt::ControlModifier) &&
        event->device()->type() == QInputDevice::DeviceType::TouchPad) {
        m_camera.panBy(pixels.x(), pixels.y());  // two fingers move, as everywhere
    } else if (notches != 0) {
        m_camera.zoomBy(std::pow(kZoomStep, notches), toPoint(event->position()));
    } else {
        return;
    }
    setHovered(Network::kNone);
    moved();
    event->accept();
}

void NetworkCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Keyboard) {
        Q_EMIT menuRequested(hit(event->pos()), event->globalPos());
        return;
    }
    NetworkHit under;
    QPoint place = rect().center();
    if (const auto node = current()) {
        under.node = *node;
        const Point at = m_camera.toPixel(m_content.positions[*node]);
        place = QPoint(qRound(at.x), qRound(at.y));
    }
    Q_EMIT menuRequested(under, mapToGlobal(place));
}

void NetworkCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kZoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / kZoomStep);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Left:
        step({-1, 0});
        return;
    case Qt::Key_Right:
        step({1, 0});
        return;
    case Qt::Key_Up:
        step({0, -1});
        return;
    case Qt::Key_Down:
        step({0, 1});
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (const auto node = current())
            Q_EMIT opened(*node);
        return;
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

std::optional<std::uint32_t> NetworkCanvas::current() const
{
    if (!m_picked.empty())
        return m_picked.back();
    if (!m_selected.nodes.empty())
        return m_selected.nodes.back();
    return std::nullopt;
}

// To the neighbour that lies most in that direction; where none does, to the nearest mark that
// does.
void NetworkCanvas::step(Point direction)
{
    const auto order = inReadingOrder();
    if (order.empty())
        return;
    const auto from = current();
    if (!from) {
        Q_EMIT reached(order.front());
        return;
    }
    const auto neighbours = m_content.network->neighboursOf(*from);
    const Point here = m_content.positions[*from];
    const auto best = [&](const std::vector<std::uint32_t> &candidates) {
        std::uint32_t found = Network::kNone;
        double least = 0;
        for (const std::uint32_t node : candidates) {
            const Point away = m_content.positions[node] - here;
            const double along = away.x * direction.x + away.y * direction.y;
            const double aside = std::abs(cross(direction, away));
            if (node == *from || along <= 0 || aside > 1.6 * along)
                continue;
            const double cost = along + 2 * aside;
            if (found == Network::kNone || cost < least) {
                found = node;
                least = cost;
            }
        }
        return found;
    };
    std::uint32_t next = best(neighbours);
    if (next == Network::kNone)
        next = best(order);
    if (next != Network::kNone)
        Q_EMIT reached(next);
}

std::vector<std::uint32_t> NetworkCanvas::inReadingOrder()
{
    std::vector<std::pair<Point, std::uint32_t>> places;
    for (std::uint32_t i = 0; i < m_content.positions.size(); ++i)
        places.emplace_back(m_camera.toPixel(m_content.positions[i]), i);
    std::sort(places.begin(), places.end(), [](const auto &a, const auto &b) {
        const double rowA = std::floor(a.first.y / kLineHeight);
        const double rowB = std::floor(b.first.y / kLineHeight);
        if (rowA != rowB)
            return rowA < rowB;
        return a.first.x != b.first.x ? a.first.x < b.first.x : a.second < b.second;
    });
    std::vector<std::uint32_t> order;
    for (const auto &[at, node] : places)
        order.push_back(node);
    return order;
}

// Tab goes through the marks and leaves the canvas after the last one.
bool NetworkCanvas::focusNextPrevChild(bool next)
{
    const auto order = inReadingOrder();
    if (!hasFocus() || order.empty())
        return QWidget::focusNextPrevChild(next);
    const auto from = current();
    const auto found = from ? std::find(order.begin(), order.end(), *from) : order.end();
    if (found == order.end()) {
        Q_EMIT reached(next ? order.front() : order.back());
        return true;
    }
    if (next ? found + 1 == order.end() : found == order.begin())
        return QWidget::focusNextPrevChild(next);
    Q_EMIT reached(next ? *(found + 1) : *(found - 1));
    return true;
}

}  // namespace dateline::ui
