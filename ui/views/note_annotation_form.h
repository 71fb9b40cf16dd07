// SPDX-License-Identifier: GPL-3.0-or-later
// A note on words, and tags; also for changing those of an annotation that exists. Shift+Enter
// begins a new line in the note. GUI thread.
#pragma once

#include "ui/views/annotation_form.h"

namespace dateline::ui {

class NotesField;
class TagField;

class NoteAnnotationForm final : public AnnotationForm {
    Q_OBJECT

public:
    enum class Start { Note, Tags };

    NoteAnnotationForm(const ViewContext &context, const SelectedWords &words, Start start,
                       QWidget *parent);

    void setExisting(const Annotation &annotation);
    AnnotationId existing() const { return m_existing; }

    AnnotationTarget target() const override;
    QString note() const override;
    QString problem() const override;
    std::vector<std::string> tags() const;

private:
    NotesField *m_note;
    TagField *m_tags;
    AnnotationId m_existing;
};

}  // namespace dateline::ui
