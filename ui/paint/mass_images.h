// SPDX-License-Identifier: GPL-3.0-or-later
// What is too much for a painter's lines and rectangles, as images: the mass of very many links and
// very many dots. Some ten milliseconds for a picture of 1400 x 900. Any thread.
#pragma once

#include <functional>
#include <span>

#include <QColor>
#include <QImage>

#include "app/network/network_scene.h"

namespace dateline::ui {

using LinkTint = std::function<QColor(std::uint8_t colour, bool isDimmed)>;

// Transparent where no link passes. How many pass is told by opacity, on a scale from a single one
// to the most crowded pixels of this picture; whose they are, by the mean of their colours, in
// which those that say more than grey ones count more.
QImage massImage(const LinkMass &mass, const LinkTint &tint);

// Small marks as plain squares with soft edges, at so many device pixels a pixel.
QImage dotsImage(std::span<const SceneNode> nodes, double width, double height, double scale,
                 const std::function<QColor(const SceneNode &)> &colour);

// Marks with a smaller radius are dots, without outline and shape.
inline constexpr float kLeastOutlined = 4;

}  // namespace dateline::ui
