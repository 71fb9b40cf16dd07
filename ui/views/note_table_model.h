// SPDX-License-Identifier: GPL-3.0-or-later
// The notes of the file as a table, whatever they are on, and on wish the words that are marked
// without a note: by kind, then by place in the text, by date or by name. GUI thread.
#pragma once

#include <string>
#include <unordered_map>

#include "ui/bridge/note_book.h"
#include "ui/tables/item_table_model.h"

namespace dateline::ui {

class NoteTableModel final : public ItemTableModel {
    Q_OBJECT

public:
    enum Column { Text, About, By, Tags, ColumnCount };

    explicit NoteTableModel(const ViewContext &context, QObject *parent = nullptr);

    // None: notes on anything. Marks: words that are marked, with a note and without.
    enum class Which { Notes, Marks };
    void setChoice(ItemKind kind, Which which = Which::Notes);
    NoteBook &book() { return m_book; }
    const Note *noteOn(ItemRef item) const;  // null where it is not among the rows

    int columnCount(const QModelIndex &parent = {}) const override;

private:
    std::uint32_t size() const override { return static_cast<std::uint32_t>(m_chosen.size()); }
    ItemRef itemAt(std::uint32_t row) const override { return note(row).about; }
    std::uint32_t snapshotRow(ItemRef item) const override;
    bool passesFilter(std::uint32_t row) const override;
    QString searchText(std::uint32_t row) const override;
    void sortRows(std::vector<std::uint32_t> &rows, int column) const override;
    QString heading(int column) const override;
    bool isNumber(int) const override { return false; }
    QString text(std::uint32_t row, int column) const override;
    QVariant roleOf(std::uint32_t row, int column, int role) const override;
    void forget() override;

    const Note &note(std::uint32_t row) const { return m_book.notes()[m_chosen[row]]; }
    bool passes(ItemRef item) const;
    bool isActorShown(ActorRow row) const;
    bool isMarkShown(AnnotationId id) const;
    void fillMarks() const;
    void choose();
    QString aboutText(const Note &note) const;
    QString tagsOf(ItemRef item) const;

    NoteBook m_book;
    ItemKind m_kind = ItemKind::None;
    Which m_which = Which::Notes;
    std::vector<std::uint32_t> m_chosen;  // of the book, in its order
    mutable std::vector<std::uint8_t> m_passingActors;
    mutable std::vector<std::uint8_t> m_passingAnnotations;
    mutable bool m_areActorsKnown = false;
    mutable bool m_areMarksKnown = false;
    mutable std::unordered_map<ItemRef, QStringList> m_tags;
    mutable bool m_areTagsKnown = false;
};

}  // namespace dateline::ui
