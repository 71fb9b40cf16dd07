// SPDX-License-Identifier: GPL-3.0-or-later
// The small mark before a name: a dot in the colour of an event's kind, the shape of an actor's
// kind, a sheet or a quotation mark. The same colours and shapes as on the canvases. Painting only.
#pragma once

#include <QRectF>
#include <QString>
#include <QWidget>

#include "app/model/ids.h"
#include "ui/paint/theme.h"

class QPainter;

namespace dateline::ui {

// The number is that of the kind's word in the snapshot's vocabulary.
void drawKindDot(QPainter *painter, const QRectF &box, std::uint32_t kindNumber,
                 const Theme &theme);
void drawActorShape(QPainter *painter, const QRectF &box, const QString &actorKind,
                    const Theme &theme);
// For items that have no kind of their own.
void drawItemMark(QPainter *painter, const QRectF &box, ItemKind kind, const Theme &theme);

// One of the marks as a widget, as high as a line of text.
class ItemGlyph final : public QWidget {
    Q_OBJECT

public:
    explicit ItemGlyph(QWidget *parent = nullptr);

    void showKind(std::uint32_t kindNumber);
    void showActor(const QString &actorKind);
    void showItem(ItemKind kind);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ItemKind m_item = ItemKind::None;
    std::uint32_t m_kindNumber = 0;
    QString m_actorKind;
};

}  // namespace dateline::ui
