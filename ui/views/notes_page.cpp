// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/notes_page.h"

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/views/eliding_label.h"
#include "ui/views/item_text.h"
#include "ui/views/list_page.h"
#include "ui/views/note_table_model.h"
#include "ui/views/row_list.h"
#include "ui/views/text_field.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

constexpr int kMarks = -1;

// "Note on the actor Kim Jong Un"
QString captionFor(const Snapshot &snapshot, ItemRef item)
{
    const QString title = titleOf(snapshot, item);
    switch (item.kind) {
    case ItemKind::Event:
        return NotesPage::tr("Note on the event %1").arg(title);
    case ItemKind::Actor:
        return NotesPage::tr("Note on the actor %1").arg(title);
    case ItemKind::Relation:
        return NotesPage::tr("Note on the relation %1").arg(title);
    case ItemKind::Source:
        return NotesPage::tr("Note on the source %1").arg(title);
    case ItemKind::Claim:
        return NotesPage::tr("Note on the claim %1").arg(title);
    case ItemKind::Annotation:
        return NotesPage::tr("Note on %1").arg(title);
    case ItemKind::Role:
        return NotesPage::tr("A post has no note of its own: note it on its holder, or on a claim");
    default:
        break;
    }
    return NotesPage::tr("Select anything to write a note on it");
}

}  // namespace

NotesPage::NotesPage(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(new NoteTableModel(context)),
      m_list(new ListPage(context, m_model, {tr("Notes"), tr("Write a note"), QString()})),
      m_choice(new ChoiceField(tr("Which notes"), FieldLook::Quiet)), m_about(new ElidingLabel),
      m_field(new NotesField(tr("Note"), FieldLook::Framed)), m_cut(new QLabel)
{
    m_choice->addItem(tr("All notes"), static_cast<int>(ItemKind::None));
    m_choice->addItem(tr("On events"), static_cast<int>(ItemKind::Event));
    m_choice->addItem(tr("On actors"), static_cast<int>(ItemKind::Actor));
    m_choice->addItem(tr("On relations"), static_cast<int>(ItemKind::Relation));
    m_choice->addItem(tr("On claims"), static_cast<int>(ItemKind::Claim));
    m_choice->addItem(tr("On sources"), static_cast<int>(ItemKind::Source));
    m_choice->addItem(tr("On words in sources"), static_cast<int>(ItemKind::Annotation));
    m_choice->addItem(tr("All words that are marked"), kMarks);
    m_cut->setText(tr("The first %1 of them are listed.")
                       .arg(QLocale().toString(static_cast<qulonglong>(NoteBook::kMost))));
    m_cut->setProperty("faint", true);
    m_cut->setWordWrap(true);
    m_cut->hide();
    m_list->addUnderFilter(m_choice);
    m_list->addUnderFilter(m_cut);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(makeWriting());

    connect(m_choice, &ChoiceField::committed, this, &NotesPage::choose);
    connect(m_list, &ListPage::addRequested, this, [this] { writeNote(); });
    connect(m_list, &ListPage::openRequested, this, [this] { writeNote(); });
    connect(m_list, &ListPage::removeRequested, this, &NotesPage::removeNote);
    connect(m_field, &NotesField::committed, this, &NotesPage::write);
    connect(&m_model->book(), &NoteBook::changed, this, &NotesPage::showReading);
    connect(&m_context.selection, &Selection::changed, this, &NotesPage::followSelection);
    connect(&m_context.hub, &SessionHub::snapshotChanged, this, &NotesPage::showNote);
    connect(&m_context.hub, &SessionHub::lentChanged, this, &NotesPage::showNote);
    const auto keepWritten = [this] {
        if (m_field->hasFocus())
            m_field->clearFocus();
    };
    connect(&m_context.hub, &SessionHub::aboutToClose, this, keepWritten);
    connect(&m_context.hub, &SessionHub::aboutToLend, this, keepWritten);
    connect(&m_context.hub, &SessionHub::opened, this, [this] {
        m_item = {};
        showNote();
    });
    showReading();
    showNote();
}

QWidget *NotesPage::makeWriting()
{
    auto *writing = new QWidget;
    auto *rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setForegroundRole(QPalette::Mid);
    rule->setFixedHeight(1);
    m_about->setProperty("faint", true);
    m_field->setPlaceholderText(tr("Write a note. Ctrl+Enter keeps it."));
    m_field->installEventFilter(this);
    const int gap = fontMetrics().height() / 2;
    auto *rows = new QVBoxLayout;
    rows->setContentsMargins(gap + 2, gap / 2, gap, gap);
    rows->setSpacing(gap / 2);
    rows->addWidget(m_about);
    rows->addWidget(m_field);
    auto *column = new QVBoxLayout(writing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(rule);
    column->addLayout(rows);
    return writing;
}

// Nothing is read as long as nobody looks.
void NotesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->book().want();
    showReading();
}

void NotesPage::showReading()
{
    m_list->setNothing(m_model->book().isReading()
                           ? tr("Reading the notes…")
                           : tr("No notes yet. Select anything and press N, or select words in a "
                                "source and press N there."));
    m_cut->setVisible(m_model->book().isCut());
}

void NotesPage::choose()
{
    const int chosen = m_choice->value().toInt();
    if (chosen == kMarks)
        m_model->setChoice(ItemKind::Annotation, NoteTableModel::Which::Marks);
    else
        m_model->setChoice(static_cast<ItemKind>(chosen));
}

bool NotesPage::hasNoteOn(ItemRef item) const
{
    return m_model->rowOf(item) >= 0;
}

// What is being typed belongs to what was selected before.
void NotesPage::followSelection()
{
    const ItemRef item = m_context.selection.current();
    if (item == m_item)
        return;
    if (m_field->isBeingTyped())
        m_field->clearFocus();
    m_item = item;
    showNote();
    // The field takes its room from the list.
    QTimer::singleShot(0, this, [this] {
        if (m_list->list()->selectionModel()->hasSelection())
            m_list->list()->scrollTo(m_list->list()->currentIndex());
    });
}

void NotesPage::showNote()
{
    const bool canBear = m_context.hub.isOpen() && !m_item.isNull() && canBearNote(m_item.kind);
    m_about->setLine(captionFor(*m_context.hub.snapshot(), m_item));
    m_field->setEnabled(canBear);
    m_field->setVisible(canBear);
    m_field->setReadOnly(m_context.hub.isReadOnly());
    m_field->setAccessibleName(canBear ? m_about->text() : tr("Note"));
    m_field->setValue(canBear ? toQString(NoteBook::noteOn(m_context.hub, m_item).text)
                              : QString());
}

void NotesPage::writeNote()
{
    writeNote(QApplication::focusWidget());
}

void NotesPage::writeNote(QWidget *before)
{
    if (before != m_field)
        m_before = before;
    if (!m_field->isVisible())
        return;
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->moveCursor(QTextCursor::End);
}

void NotesPage::write()
{
    if (m_item.isNull() || m_context.hub.isReadOnly())
        return;
    const QString before = toQString(NoteBook::noteOn(m_context.hub, m_item).text);
    if (m_field->value() != before)
        m_context.intents.setNote(m_item, m_field->value());
}

// Words that are marked go as a whole, which is asked for; of all else the note alone goes.
void NotesPage::removeNote()
{
    if (m_item.kind == ItemKind::Annotation || m_context.selection.items().size() != 1) {
        if (m_item.kind == ItemKind::Annotation)
            Q_EMIT removeRequested();
        return;
    }
    if (!m_context.hub.isReadOnly())
        m_context.intents.setNote(m_item, QString());
}

void NotesPage::leaveField()
{
    Q_EMIT leftField(m_before);
    m_before = nullptr;
}

bool NotesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool isKeeping = isReturn && key->modifiers().testFlag(Qt::ControlModifier);
        if (isKeeping || (key->key() == Qt::Key_Escape && !m_field->isBeingTyped())) {
            leaveField();  // which commits
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace dateline::ui
