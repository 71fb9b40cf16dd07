// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/matrix_canvas.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/bridge/post.h"
#include "ui/bridge/text.h"
#include "ui/views/network_texts.h"

namespace dateline::ui {

namespace {

constexpr double kZoomStep = 1.2;
constexpr std::uint32_t kManyLinks = 20'000;  // ordered off the GUI thread
constexpr qint64 kRowKey = qint64{1} << 40;
constexpr std::size_t kMostItems = 300;

}  // namespace

MatrixCanvas::MatrixCanvas(QWidget *parent)
    : QWidget(parent), m_network(std::make_shared<const Network>()),
      m_matrix(std::make_shared<const NetworkMatrix>()),
      m_theme(Theme::fromPalette(palette(), font()))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Matrix of who is tied to whom"));
    installCanvasAccessibility();
    takeTheme();
}

MatrixCanvas::~MatrixCanvas()
{
    m_job.cancel();
}

void MatrixCanvas::takeTheme()
{
    m_theme = Theme::fromPalette(palette(), font());
    m_fonts = std::make_unique<NetworkFonts>(m_theme);
    m_scene.reset();
    update();
}

void MatrixCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        takeTheme();
    QWidget::changeEvent(event);
}

void MatrixCanvas::setContent(const NetworkContent &content)
{
    if (content.network == m_network && content.snapshot == m_snapshot)
        return;
    m_snapshot = content.snapshot;
    const std::uint64_t run = ++m_run;
    m_job.cancel();
    auto network = content.network;
    m_isReady = false;
    if (network->linkCount() <= kManyLinks) {
        m_network = network;
        take(run, std::make_shared<const NetworkMatrix>(matrixOf(*network)));
        return;
    }
    m_job.start([this, run, network](std::stop_token stop) {
        auto matrix = std::make_shared<const NetworkMatrix>(matrixOf(*network, stop));
        if (!stop.stop_requested())
            post(this, [this, run, network, matrix] {
                if (run != m_run)
                    return;
                m_network = network;
                take(run, matrix);
            });
    });
}

void MatrixCanvas::take(std::uint64_t run, std::shared_ptr<const NetworkMatrix> matrix)
{
    if (run != m_run)
        return;
    m_matrix = std::move(matrix);
    m_isReady = true;
    m_emphasis.hoveredRow.reset();
    m_emphasis.hoveredColumn.reset();
    setSelected(m_selectedNodes, false);
    if (m_isFitted)
        fit();
    else
        moveTo(m_camera);
    noteCanvasChanged(this);
    Q_EMIT ordered();
}

void MatrixCanvas::setSelected(const std::vector<std::uint32_t> &nodes, bool isToReveal)
{
    m_selectedNodes = nodes;
    m_emphasis.selected.clear();
    for (const std::uint32_t node : nodes)
        if (node < m_matrix->rowOf.size())
            m_emphasis.selected.push_back(m_matrix->rowOf[node]);
    if (isToReveal && !m_emphasis.selected.empty() && !m_isFitted) {
        const double row = m_emphasis.selected.back();
        MatrixCamera camera = m_camera;
        if (camera.y(row) < camera.top || camera.y(row + 1) > camera.height) {
            camera.row = row - (camera.height - camera.top) / camera.cell / 2;
            moveTo(camera);
        }
    }
    m_scene.reset();
    update();
}

void MatrixCanvas::fit()
{
    m_isFitted = true;
    MatrixCamera camera = m_camera;
    camera.width = width() - 1;
    camera.height = height() - matrixLegendHeight(*m_fonts) - 1;
    if (m_snapshot)
        fitMatrix(camera, *m_snapshot, *m_network, *m_matrix, m_fonts->measure());
    moveTo(camera);
}

void MatrixCanvas::zoomBy(double factor)
{
    MatrixCamera camera = m_camera;
    camera.zoom(factor, (camera.left + camera.width) / 2, (camera.top + camera.height) / 2);
    m_isFitted = false;
    moveTo(camera);
}

void MatrixCanvas::moveTo(const MatrixCamera &camera)
{
    m_camera = camera;
    m_camera.clamp(m_matrix->size());
    m_scene.reset();
    noteCanvasChanged(this);
    update();
}

void MatrixCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_isFitted)
        return fit();
    MatrixCamera camera = m_camera;
    camera.width = width() - 1;
    camera.height = height() - matrixLegendHeight(*m_fonts) - 1;
    moveTo(camera);
}

void MatrixCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.paper());
    if (!m_snapshot || m_matrix->size() == 0)
        return;
    if (!m_isReady) {
        painter.setPen(m_theme.faintInk());
        painter.drawText(rect(), Qt::AlignCenter, tr("Putting the actors in order…"));
        return;
    }
    if (!m_scene) {
        std::vector<std::uint32_t> named;
        for (const auto &hovered : {m_emphasis.hoveredRow, m_emphasis.hoveredColumn})
            if (hovered)
                named.push_back(*hovered);
        named.insert(named.end(), m_emphasis.selected.begin(), m_emphasis.selected.end());
        m_scene = buildMatrixScene(*m_snapshot, *m_network, *m_matrix, m_camera, m_fonts->measure(),
                                   named);
    }
    paintMatrix(painter, *m_scene, *m_matrix, m_theme, *m_fonts, m_emphasis);
    const double legend = matrixLegendHeight(*m_fonts);
    paintMatrixLegend(painter, QRectF(8, height() - legend, width() - 16, legend), m_theme,
                      *m_fonts);
}

MatrixCanvas::Place MatrixCanvas::placeAt(const QPointF &at) const
{
    Place place;
    const auto inside = [this](double position) -> std::optional<std::uint32_t> {
        if (position < 0 || position >= m_matrix->size())
            return std::nullopt;
        return static_cast<std::uint32_t>(position);
    };
    if (!m_isReady || at.y() > m_camera.height)
        return place;
    if (at.y() >= m_camera.top)
        place.row = inside(m_camera.rowAt(at.y()));
    if (at.x() >= m_camera.left)
        place.column = inside(m_camera.columnAt(at.x()));
    // Beyond the last row there is no column either.
    if ((at.y() >= m_camera.top && !place.row) || (at.x() >= m_camera.left && !place.column))
        return {};
    return place;
}

void MatrixCanvas::setHovered(const Place &place)
{
    if (place.row == m_emphasis.hoveredRow && place.column == m_emphasis.hoveredColumn)
        return;
    m_emphasis.hoveredRow = place.row;
    m_emphasis.hoveredColumn = place.column;
    m_scene.reset();  // who is hovered has a name
    update();
}

QString MatrixCanvas::nameOf(const Place &place) const
{
    if (place.row && place.column) {
        const std::vector<std::uint32_t> links =
            linksOfCell(*m_network, *m_matrix, *place.row, *place.column);
        QStringList lines;
        for (const std::uint32_t link : links) {
            if (lines.size() == 8)
                break;
            lines += linkName(*m_snapshot, *m_network, link);
        }
        if (lines.isEmpty())
            lines +=
                tr("%1 and %2: no tie")
                    .arg(toQString(markName(*m_snapshot, *m_network, m_matrix->order[*place.row])),
                         toQString(
                             markName(*m_snapshot, *m_network, m_matrix->order[*place.column])));
        return lines.join(QLatin1Char('\n'));
    }
    const std::optional<std::uint32_t> one = place.row ? place.row : place.column;
    return one ? nodeName(*m_snapshot, *m_network, m_matrix->order[*one], std::nullopt) : QString();
}

bool MatrixCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = nameOf(placeAt(help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(
                help->globalPos(),
                text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")), this);
        return true;
    }
    return QWidget::event(event);
}

void MatrixCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->position();
    m_cameraAtPress = m_camera;
    m_isDragged = false;
}

void MatrixCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressedAt || !(event->buttons() & Qt::LeftButton)) {
        setHovered(placeAt(event->position()));
        return;
    }
    const QPointF way = event->position() - *m_pressedAt;
    constexpr double kStill = 4;
    if (!m_isDragged && std::hypot(way.x(), way.y()) < kStill)
        return;
    m_isDragged = true;
    m_isFitted = false;
    MatrixCamera camera = m_cameraAtPress;
    camera.column -= way.x() / camera.cellWidth();
    camera.row -= way.y() / camera.cell;
    moveTo(camera);
}

void MatrixCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_pressedAt && !m_isDragged)
        press(placeAt(event->position()), event->modifiers());
    m_pressedAt.reset();
}

// A name is an actor, a mark the ties behind it; where there is none, the two who have none.
void MatrixCanvas::press(const Place &place, Qt::KeyboardModifiers modifiers)
{
    if (place.row && place.column) {
        const std::vector<std::uint32_t> links =
            linksOfCell(*m_network, *m_matrix, *place.row, *place.column);
        if (links.empty())
            Q_EMIT nothingPressed(modifiers);
        else
            Q_EMIT linksPressed(links, modifiers);
    } else if (place.row || place.column) {
        Q_EMIT nodePressed(m_matrix->order[place.row ? *place.row : *place.column], modifiers);
    } else {
        Q_EMIT nothingPressed(modifiers);
    }
}

void MatrixCanvas::leaveEvent(QEvent *)
{
    setHovered({});
}

void MatrixCanvas::wheelEvent(QWheelEvent *event)
{
    const double turns = event->angleDelta().y() / 120.0;
    if (turns == 0)
        return;
    MatrixCamera camera = m_camera;
    camera.zoom(std::pow(kZoomStep, turns), event->position().x(), event->position().y());
    m_isFitted = false;
    moveTo(camera);
    event->accept();
}

void MatrixCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    const Place place = placeAt(event->pos());
    NetworkHit hit{Network::kNone, Network::kNone};
    if (place.row.has_value() != place.column.has_value())
        hit.node = m_matrix->order[place.row ? *place.row : *place.column];
    else if (place.row)
        hit.node = m_matrix->order[*place.row];
    Q_EMIT menuRequested(hit, event->globalPos());
}

void MatrixCanvas::keyPressEvent(QKeyEvent *event)
{
    const std::uint32_t size = m_matrix->size();
    Place place{m_emphasis.hoveredRow, m_emphasis.hoveredColumn};
    const auto step = [size](std::optional<std::uint32_t> &at, int by) {
        if (size == 0)
            return;
        const auto from = static_cast<std::int64_t>(at.value_or(0));
        at = static_cast<std::uint32_t>(std::clamp<std::int64_t>(from + by, 0, size - 1));
    };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        step(place.column, event->key() == Qt::Key_Left ? -1 : 1);
        step(place.row, 0);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        step(place.row, event->key() == Qt::Key_Up ? -1 : 1);
        step(place.column, 0);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        press(place, event->modifiers());
        return;
    case Qt::Key_Plus:
        zoomBy(kZoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / kZoomStep);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    setHovered(place);
    MatrixCamera camera = m_camera;
    if (place.row && place.column) {
        const double room = (camera.height - camera.top) / camera.cell;
        const double wide = (camera.width - camera.left) / camera.cellWidth();
        camera.row =
            std::min(std::max(camera.row, *place.row + 1 - room), static_cast<double>(*place.row));
        camera.column = std::min(std::max(camera.column, *place.column + 1 - wide),
                                 static_cast<double>(*place.column));
        moveTo(camera);
        setAccessibleDescription(nameOf(place));
    }
}

std::vector<CanvasItem> MatrixCanvas::canvasItems() const
{
    std::vector<CanvasItem> items;
    if (!m_isReady || !m_snapshot)
        return items;
    const auto first = static_cast<std::uint32_t>(std::max(0.0, m_camera.row));
    const double last =
        std::min<double>(m_matrix->size(), std::ceil(m_camera.rowAt(m_camera.height)));
    for (std::uint32_t row = first; row < last && items.size() < kMostItems; ++row) {
        CanvasItem item;
        item.key = kRowKey + row;
        item.name = nodeName(*m_snapshot, *m_network, m_matrix->order[row], std::nullopt);
        item.box = QRectF(0, m_camera.y(row), m_camera.width, m_camera.cell);
        item.isSelected = std::find(m_emphasis.selected.begin(), m_emphasis.selected.end(), row) !=
                          m_emphasis.selected.end();
        items.push_back(std::move(item));
    }
    return items;
}

void MatrixCanvas::pressCanvasItem(qint64 key)
{
    const auto row = static_cast<std::uint32_t>(key - kRowKey);
    if (row < m_matrix->size())
        Q_EMIT nodePressed(m_matrix->order[row], Qt::NoModifier);
}

}  // namespace dateline::ui
