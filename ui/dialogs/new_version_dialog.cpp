// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/new_version_dialog.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

namespace {

constexpr int kContext = 40;  // letters shown of the new surroundings

class NewVersionDialog final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(NewVersionDialog)

public:
    NewVersionDialog(const Snapshot &snapshot, const std::vector<AnchorMove> &moves,
                     const QString &text, QWidget *parent)
        : QDialog(parent), m_moved(new QListWidget)
    {
        setWindowTitle(tr("Annotations in the new version"));
        const auto count = [&moves](AnchorFate fate) {
            return static_cast<qlonglong>(
                std::count_if(moves.begin(), moves.end(),
                              [fate](const AnchorMove &move) { return move.fate == fate; }));
        };
        auto *column = new QVBoxLayout(this);
        auto *kept = new QLabel(counted(count(AnchorFate::Kept),
                                        tr("1 annotation stands as before and moves on."),
                                        tr("%1 annotations stand as before and move on.")));
        column->addWidget(kept);
        const auto addList = [&](const QString &heading, QListWidget *list, AnchorFate fate) {
            auto *label = new QLabel(heading);
            label->setWordWrap(true);
            label->setBuddy(list);
            list->setAccessibleName(heading);
            list->setWordWrap(true);
            for (const AnchorMove &move : moves) {
                if (move.fate == fate)
                    addItem(snapshot, move, text, list);
            }
            label->setVisible(list->count() > 0);
            list->setVisible(list->count() > 0);
            column->addWidget(label);
            column->addWidget(list, 1);
        };
        addList(tr("In other surroundings now. Those that are ticked move on, too:"), m_moved,
                AnchorFate::Moved);
        addList(tr("Not in the new version. They stay with the old one, and their claims, too:"),
                new QListWidget, AnchorFate::Lost);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
        auto *agree =
            buttons->addButton(tr("Take in the new version"), QDialogButtonBox::AcceptRole);
        agree->setDefault(true);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        column->addWidget(buttons);
        resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
    }

    bool isAgreed(AnnotationId annotation) const
    {
        for (int i = 0; i < m_moved->count(); ++i) {
            const QListWidgetItem *item = m_moved->item(i);
            if (item->data(Qt::UserRole).toLongLong() == annotation.value)
                return item->checkState() == Qt::Checked;
        }
        return true;
    }

private:
    static void addItem(const Snapshot &snapshot, const AnchorMove &move, const QString &text,
                        QListWidget *list)
    {
        const Annotation *annotation = snapshot.annotations->find(move.annotation);
        QString words = QStringLiteral("“%1”").arg(toQString(annotation->exact).simplified());
        if (move.fate == AnchorFate::Moved) {
            const auto begin = static_cast<qsizetype>(move.begin);
            const auto end = static_cast<qsizetype>(move.end);
            words += QStringLiteral("\n…%1…").arg(
                text.mid(std::max<qsizetype>(0, begin - kContext), end - begin + 2 * kContext)
                    .simplified());
        }
        auto *item = new QListWidgetItem(words, list);
        item->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(move.annotation.value));
        if (move.fate == AnchorFate::Moved) {
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Checked);
        }
    }

    QListWidget *m_moved;
};

}  // namespace

std::optional<std::vector<AnchorMove>> agreeOnMoves(const ViewContext &context, QWidget *parent,
                                                    SourceId older, const QString &text)
{
    const SnapshotPointer snapshot = context.hub.snapshot();
    const std::vector<const Annotation *> annotations = snapshot->annotationsOf(older);
    std::vector<AnchorMove> moves = reanchor(toUtf8(text), annotations);
    const bool areAllKept = std::all_of(moves.begin(), moves.end(), [](const AnchorMove &move) {
        return move.fate == AnchorFate::Kept;
    });
    if (areAllKept)
        return moves;
    NewVersionDialog dialog(*snapshot, moves, text, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    std::erase_if(moves, [&dialog](const AnchorMove &move) {
        return move.fate == AnchorFate::Lost || !dialog.isAgreed(move.annotation);
    });
    return moves;
}

}  // namespace dateline::ui
