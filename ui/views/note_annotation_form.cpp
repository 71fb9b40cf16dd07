// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/note_annotation_form.h"

#include <map>

#include <QCompleter>
#include <QStringListModel>

#include "ui/bridge/text.h"
#include "ui/views/text_field.h"

namespace dateline::ui {

namespace {

// Completes the tag that is being typed and keeps those before it.
class TagCompleter final : public QCompleter {
public:
    using QCompleter::QCompleter;

    QStringList splitPath(const QString &text) const override
    {
        return {text.mid(text.lastIndexOf(u',') + 1).trimmed()};
    }

    QString pathFromIndex(const QModelIndex &index) const override
    {
        const auto *line = static_cast<QLineEdit *>(widget());
        const QString before = line->text().left(line->text().lastIndexOf(u',') + 1);
        const QString tag = index.data().toString();
        return before.isEmpty() ? tag : before + u' ' + tag;
    }
};

// Those in use, most used first.
QStringList knownTags(const Snapshot &snapshot)
{
    std::map<std::string, int> counts;
    for (const Tagging &tagging : *snapshot.taggings)
        ++counts[tagging.tag];
    std::vector<std::pair<int, QString>> byCount;
    for (const auto &[tag, count] : counts)
        byCount.emplace_back(-count, toQString(tag));
    std::sort(byCount.begin(), byCount.end());
    QStringList tags;
    for (const auto &[count, tag] : byCount)
        tags.append(tag);
    return tags;
}

}  // namespace

NoteAnnotationForm::NoteAnnotationForm(const ViewContext &viewContext,
                                       const SelectedWords &selected, Start start, QWidget *parent)
    : AnnotationForm(viewContext, selected, parent),
      m_note(new NotesField(tr("Note"), FieldLook::Framed)),
      m_tags(new TagField(tr("Tags"), FieldLook::Framed))
{
    setHeading(start == Start::Note ? tr("New note") : tr("New tags"));
    addRow(tr("Note"), m_note);
    addRow(tr("Tags"), m_tags);
    m_note->setTabChangesFocus(true);
    m_tags->setPlaceholderText(tr("with commas between them"));
    auto *completer = new TagCompleter(this);
    completer->setModel(new QStringListModel(knownTags(snapshot()), completer));
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_tags->setCompleter(completer);
    if (start == Start::Tags)
        setFirstField(m_tags);
}

void NoteAnnotationForm::setExisting(const Annotation &annotation)
{
    m_existing = annotation.id;
    setHeading(tr("Annotation"));
    m_note->setValue(toQString(annotation.note));
    m_note->moveCursor(QTextCursor::End);
    QStringList tags;
    for (const std::string &tag : snapshot().tagsOf(annotation.id))
        tags.append(toQString(tag));
    m_tags->setTags(tags);
}

std::vector<std::string> NoteAnnotationForm::tags() const
{
    std::vector<std::string> tags;
    for (const QString &tag : m_tags->tags())
        tags.push_back(toUtf8(tag));
    return tags;
}

QString NoteAnnotationForm::note() const
{
    return m_note->value();
}

QString NoteAnnotationForm::problem() const
{
    return !m_existing && note().isEmpty() && m_tags->tags().isEmpty()
               ? tr("Write a note or a tag, or leave with Esc.")
               : QString();
}

AnnotationTarget NoteAnnotationForm::target() const
{
    AnnotationTarget target;
    target.tags = tags();
    return target;
}

}  // namespace dateline::ui
