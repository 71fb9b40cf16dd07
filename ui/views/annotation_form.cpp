// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/annotation_form.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/model/mentions.h"
#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/views/actor_annotation_form.h"
#include "ui/views/annotation_chips.h"
#include "ui/views/claim_annotation_form.h"
#include "ui/views/event_annotation_form.h"
#include "ui/views/note_annotation_form.h"
#include "ui/views/relation_annotation_form.h"

namespace dateline::ui {

AnnotationForm::AnnotationForm(const ViewContext &context, const SelectedWords &words,
                               QWidget *parent)
    : QFrame(parent), m_context(context), m_words(words), m_heading(new QLabel),
      m_remark(new QLabel), m_hint(new QLabel), m_scroll(new QScrollArea), m_body(new QWidget),
      m_rows(new QGridLayout), m_foot(new QWidget)
{
    setObjectName(QStringLiteral("annotationForm"));
    setProperty("card", true);
    setAutoFillBackground(true);
    const Theme theme = Theme::fromPalette(palette(), QApplication::font());
    // The one frame in colour says where the keyboard is.
    setStyleSheet(
        QStringLiteral("#annotationForm { border: 1px solid %1; }").arg(theme.accent().name()));
    m_heading->setProperty("heading", true);
    m_heading->setTextFormat(Qt::PlainText);
    m_remark->setProperty("faint", true);
    m_remark->setWordWrap(true);
    m_remark->hide();
    m_hint->setWordWrap(true);
    m_hint->setFont(theme.smallFont());

    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(8);
    m_rows->setVerticalSpacing(4);
    m_rows->setColumnStretch(1, 1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(4);
    body->addWidget(m_remark);
    body->addLayout(m_rows);
    body->addStretch();
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);  // the area has turned it on
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);

    auto *keep = new QToolButton;
    keep->setText(tr("Keep"));
    keep->setAccessibleName(tr("Keep the annotation"));
    auto *leave = new QToolButton;
    leave->setText(tr("Leave"));
    leave->setAccessibleName(tr("Leave without annotating"));
    for (QToolButton *button : {keep, leave})
        button->setFocusPolicy(Qt::TabFocus);
    connect(keep, &QToolButton::clicked, this, &AnnotationForm::accept);
    connect(leave, &QToolButton::clicked, this, &AnnotationForm::cancelled);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->addWidget(m_hint, 1);
    foot->addWidget(keep);
    foot->addWidget(leave);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 7, 10, 7);
    column->setSpacing(5);
    column->addWidget(m_heading);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_foot);
    showHint();
    hide();
}

void AnnotationForm::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    setAccessibleName(heading);
}

void AnnotationForm::setRemark(const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    Q_EMIT grown();
}

void AnnotationForm::addRow(const QString &label, QWidget *field)
{
    auto *name = new QLabel(label);
    name->setProperty("faint", true);
    name->setBuddy(field);
    name->setContentsMargins(0, 3, 0, 0);
    const int row = m_rows->rowCount();
    m_rows->addWidget(name, row, 0, Qt::AlignTop);
    m_rows->addWidget(field, row, 1);
    if (m_first == nullptr)
        m_first = field;
}

std::string AnnotationForm::wordsUtf8() const
{
    return toUtf8(m_words.words);
}

std::string AnnotationForm::sayingUtf8() const
{
    return m_words.isSuggestion && !m_words.sentence.isEmpty() ? toUtf8(m_words.sentence)
                                                               : wordsUtf8();
}

std::optional<Quantity> AnnotationForm::suggestedQuantity() const
{
    const std::string text = wordsUtf8();
    std::vector<ByteRange> dates;
    for (const FoundDate &date : findDates(text, m_words.setting))
        dates.push_back(date.place);
    return suggestQuantity(text, dates);
}

std::vector<ActorId> AnnotationForm::suggestedAttribution() const
{
    const std::string text = sayingUtf8();
    const ActorId speaker = speakerIn(text, mentionsIn(text, *snapshot().actors));
    std::vector<ActorId> hops;
    if (speaker && speaker != m_words.outlet)
        hops.push_back(speaker);
    if (m_words.outlet)
        hops.push_back(m_words.outlet);
    return hops;
}

void AnnotationForm::start()
{
    watch(this);
    show();
    raise();
    if (m_first != nullptr) {
        m_first->setFocus(Qt::OtherFocusReason);
        if (auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget())) {
            // Selected from the end, so that a long text shows its beginning.
            line->end(false);
            line->home(true);
        }
    }
}

int AnnotationForm::heightFor(int width) const
{
    const QMargins margins = layout()->contentsMargins();
    const int inner = width - margins.left() - margins.right() - 2 * frameWidth() - 2;
    m_body->layout()->activate();
    const int body = m_body->layout()->hasHeightForWidth()
                         ? m_body->layout()->totalHeightForWidth(inner)
                         : m_body->sizeHint().height();
    const int foot = qMax(m_foot->sizeHint().height(), m_hint->heightForWidth(inner * 2 / 3));
    return margins.top() + margins.bottom() + 2 * layout()->spacing() + 2 +
           m_heading->sizeHint().height() + body + foot;
}

void AnnotationForm::showHint()
{
    const bool isWrong = !m_problem.isEmpty();
    m_hint->setProperty("faint", !isWrong);
    m_hint->setProperty("wrong", isWrong);
    style()->unpolish(m_hint);
    style()->polish(m_hint);
    m_hint->setText(isWrong ? m_problem : tr("Enter keeps · Tab moves on · Esc leaves"));
}

void AnnotationForm::accept()
{
    m_problem = problem();
    showHint();
    if (m_problem.isEmpty())
        Q_EMIT accepted();
    else
        Q_EMIT grown();
}

// Fields commit on Enter, and Esc takes back what was typed into them; in this form both belong to
// the form. A list of completions that is open comes first, and so does a name that Enter adds.
bool AnnotationForm::takeKey(QObject *watched, const QKeyEvent &event)
{
    const auto isChoosing = [](const QCompleter *completer) {
        return completer != nullptr && completer->popup()->isVisible();
    };
    const auto *line = qobject_cast<QLineEdit *>(watched);
    const auto *combo = qobject_cast<QComboBox *>(watched);
    if ((line != nullptr && isChoosing(line->completer())) ||
        (combo != nullptr && (isChoosing(combo->completer()) || combo->view()->isVisible())))
        return false;
    if (event.key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return true;
    }
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    if (auto *text = qobject_cast<QPlainTextEdit *>(watched);
        text != nullptr && event.modifiers().testFlag(Qt::ShiftModifier)) {
        text->insertPlainText(QStringLiteral("\n"));
        return true;
    }
    if (auto *button = qobject_cast<QToolButton *>(watched)) {
        button->click();
        return true;
    }
    if (line != nullptr && !line->text().trimmed().isEmpty() &&
        qobject_cast<ActorChips *>(line->parentWidget()) != nullptr)
        return false;
    accept();
    return true;
}

bool AnnotationForm::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (takeKey(watched, *static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::ChildAdded:
        if (auto *child = qobject_cast<QWidget *>(static_cast<QChildEvent *>(event)->child()))
            watch(child);
        break;
    case QEvent::LayoutRequest:
        if (watched == m_body)
            Q_EMIT grown();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void AnnotationForm::watch(QWidget *widget)
{
    if (widget->isWindow())
        return;
    if (widget != this) {
        widget->removeEventFilter(this);
        widget->installEventFilter(this);
    }
    for (QObject *child : widget->children()) {
        if (child->isWidgetType())
            watch(static_cast<QWidget *>(child));
    }
}

bool AnnotationForm::focusNextPrevChild(bool next)
{
    // Round inside the form, so that Tab never wanders off while something is half filled in.
    QWidget *from = QApplication::focusWidget();
    if (from == nullptr || !isAncestorOf(from))
        return QFrame::focusNextPrevChild(next);
    QWidget *to = from;
    do {
        to = next ? to->nextInFocusChain() : to->previousInFocusChain();
        const bool isStop = isAncestorOf(to) && to->isVisible() && to->isEnabled() &&
                            (to->focusPolicy() & Qt::TabFocus) && to->focusProxy() == nullptr;
        if (isStop) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            m_scroll->ensureWidgetVisible(to, 4, 4);
            return true;
        }
    } while (to != from);
    return true;
}

void AnnotationForm::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(this, *event))
        QFrame::keyPressEvent(event);
    event->accept();
}

void AnnotationForm::wheelEvent(QWheelEvent *event)
{
    event->accept();
}

void AnnotationForm::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

AnnotationForm *makeAnnotationForm(QChar letter, const ViewContext &context,
                                   const SelectedWords &words, QWidget *parent)
{
    switch (letter.unicode()) {
    case u'E':
        return new EventAnnotationForm(context, words, parent);
    case u'A':
        return new ActorAnnotationForm(context, words, parent);
    case u'C':
        return new ClaimAnnotationForm(context, words, parent);
    case u'N':
        return new NoteAnnotationForm(context, words, NoteAnnotationForm::Start::Note, parent);
    case u'T':
        return new NoteAnnotationForm(context, words, NoteAnnotationForm::Start::Tags, parent);
    case u'R':
        return new RelationAnnotationForm(context, words, parent);
    default:
        return nullptr;
    }
}

}  // namespace dateline::ui
