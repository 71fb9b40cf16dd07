// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/annotation_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHBoxLayout>
#include <QPaintEvent>
#include <QPainter>

#include "ui/paint/theme.h"

namespace dateline::ui {

namespace {

// A name whose first letter is the key: set in bold and underlined.
class KeyButton final : public QAbstractButton {
public:
    explicit KeyButton(const AnnotatingKey &key)
    {
        setText(key.name);
        setAccessibleName(key.sentence);
        setToolTip(AnnotationBar::tr("%1 (%2)", "what a button does, its key")
                       .arg(key.sentence, key.letter));
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::ArrowCursor);
        setAttribute(Qt::WA_Hover);
        QFont small = Theme::fromPalette(palette(), QApplication::font()).smallFont();
        setFont(small);
    }

    QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setBold(true);
        const QFontMetrics metrics(font());
        const int width = QFontMetrics(bold).horizontalAdvance(text().left(1)) +
                          metrics.horizontalAdvance(text().mid(1));
        return {width + metrics.height() * 3 / 4, metrics.height() + metrics.height() / 2};
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::fromPalette(palette(), QApplication::font());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isDown() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isDown() ? theme.rule() : theme.band());
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
        }
        QFont key = font();
        key.setBold(true);
        key.setUnderline(true);
        const QFontMetrics metrics(font());
        const int keyWidth = QFontMetrics(key).horizontalAdvance(text().left(1));
        const int whole = keyWidth + metrics.horizontalAdvance(text().mid(1));
        const int left = (width() - whole) / 2;
        const int baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
        painter.setPen(theme.ink());
        painter.setFont(key);
        painter.drawText(left, baseline, text().left(1));
        painter.setFont(font());
        painter.drawText(left + keyWidth, baseline, text().mid(1));
    }
};

}  // namespace

const QList<AnnotatingKey> &annotatingKeys()
{
    static const QList<AnnotatingKey> keys{
        {u'E', AnnotationBar::tr("Event"), AnnotationBar::tr("Make an event of these words")},
        {u'A', AnnotationBar::tr("Actor"), AnnotationBar::tr("Make an actor of these words")},
        {u'C', AnnotationBar::tr("Claim"), AnnotationBar::tr("Make a claim of these words")},
        {u'N', AnnotationBar::tr("Note"), AnnotationBar::tr("Write a note on these words")},
        {u'T', AnnotationBar::tr("Tag"), AnnotationBar::tr("Tag these words")},
        {u'R', AnnotationBar::tr("Relation"), AnnotationBar::tr("Make a relation of these words")},
    };
    return keys;
}

bool isAnnotatingKey(int key)
{
    for (const AnnotatingKey &annotating : annotatingKeys()) {
        if (annotating.letter.unicode() == key)
            return true;
    }
    return false;
}

AnnotationBar::AnnotationBar(QWidget *parent) : QFrame(parent)
{
    setAccessibleName(tr("What these words become"));
    setProperty("card", true);
    setAutoFillBackground(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3, 2, 3, 2);
    row->setSpacing(0);
    for (const AnnotatingKey &key : annotatingKeys()) {
        auto *button = new KeyButton(key);
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this,
                [this, letter = key.letter] { Q_EMIT chosen(letter); });
    }
    hide();
}

void AnnotationBar::showNear(const QRect &words, const QRect &room)
{
    constexpr int kGap = 3;
    adjustSize();
    const int left = qBound(room.left(), words.left(), qMax(room.left(), room.right() - width()));
    int top = words.top() - height() - kGap;
    if (top < room.top())
        top = words.bottom() + kGap;
    if (top + height() > room.bottom()) {
        hide();
        return;
    }
    move(left, top);
    raise();
    show();
}

}  // namespace dateline::ui
