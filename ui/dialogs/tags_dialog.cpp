// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tags_dialog.h"

#include <algorithm>
#include <functional>
#include <map>

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

namespace {

constexpr int kPathRole = Qt::UserRole;

class TagsDialog final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(TagsDialog)

public:
    TagsDialog(const ViewContext &context, QWidget *parent)
        : QDialog(parent), m_context(context), m_tree(new QTreeWidget), m_hint(new QLabel)
    {
        setWindowTitle(tr("Tags"));
        m_tree->setAccessibleName(tr("Tags"));
        m_tree->setHeaderLabels({tr("Tag"), tr("Used")});
        m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
        m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
        m_tree->header()->setStretchLastSection(false);
        m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed |
                                QAbstractItemView::DoubleClicked);
        m_hint->setProperty("faint", true);
        m_hint->setWordWrap(true);

        m_rename = new QPushButton(tr("Rename or merge…"));
        m_remove = new QPushButton(tr("Delete"));
        m_filter = new QPushButton(tr("Show only these"));
        auto *row = new QHBoxLayout;
        for (QPushButton *button : {m_rename, m_remove, m_filter}) {
            button->setAutoDefault(false);
            button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
            row->addWidget(button);
        }
        row->addStretch();
        auto *close = new QDialogButtonBox(QDialogButtonBox::Close);
        row->addWidget(close);
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_tree, 1);
        column->addWidget(m_hint);
        column->addLayout(row);
        connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
        connect(m_rename, &QPushButton::clicked, this, [this] {
            if (QTreeWidgetItem *item = m_tree->currentItem())
                m_tree->editItem(item, 0);
        });
        connect(m_remove, &QPushButton::clicked, this, [this] { removeCurrent(); });
        connect(m_filter, &QPushButton::clicked, this, [this] { filterByCurrent(); });
        connect(m_tree, &QTreeWidget::itemChanged, this,
                [this](QTreeWidgetItem *item, int changed) {
                    if (changed == 0 && !m_isFilling)
                        rename(item);
                });
        connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] { updateButtons(); });
        fill(QString());
        resize(std::max(fontMetrics().averageCharWidth() * 60, sizeHint().width()),
               fontMetrics().height() * 24);
    }

private:
    void fill(const QString &current)
    {
        m_isFilling = true;
        m_tree->clear();
        std::map<QString, qlonglong> uses;
        for (const Tagging &tagging : *m_context.hub.snapshot()->taggings)
            ++uses[toQString(tagging.tag)];
        std::map<QString, QTreeWidgetItem *> items;
        for (const auto &[path, count] : uses)
            itemOf(path, items)->setText(1, numberText(count));
        m_tree->sortItems(0, Qt::AscendingOrder);
        m_tree->expandAll();
        const auto found = items.find(current);
        m_tree->setCurrentItem(found != items.end() ? found->second : m_tree->topLevelItem(0));
        m_hint->setText(uses.empty()
                            ? tr("No tags yet. Select words in a source and press T, or fill in "
                                 "Tags in Details.")
                            : tr("A slash makes a branch: “arms/artillery”. The name of another "
                                 "tag merges the two. Undo brings everything back."));
        m_isFilling = false;
        updateButtons();
    }

    QTreeWidgetItem *itemOf(const QString &path, std::map<QString, QTreeWidgetItem *> &items)
    {
        QTreeWidgetItem *&item = items[path];
        if (item != nullptr)
            return item;
        const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
        QTreeWidgetItem *above = slash > 0 ? itemOf(path.left(slash), items) : nullptr;
        auto *made = above != nullptr ? new QTreeWidgetItem(above) : new QTreeWidgetItem(m_tree);
        made->setText(0, path.mid(slash + 1));
        made->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        made->setData(0, kPathRole, path);
        if (!m_context.hub.isReadOnly())
            made->setFlags(made->flags() | Qt::ItemIsEditable);
        return items[path] = made;
    }

    bool isUsed(const QString &path) const
    {
        for (const Tagging &tagging : *m_context.hub.snapshot()->taggings) {
            if (toQString(tagging.tag) == path)
                return true;
        }
        return false;
    }

    // A name with a slash is a path of its own, another one stays on its branch.
    void rename(QTreeWidgetItem *item)
    {
        const QString before = item->data(0, kPathRole).toString();
        const QString name = item->text(0).trimmed();
        const qsizetype slash = before.lastIndexOf(QLatin1Char('/'));
        const QString after =
            name.contains(QLatin1Char('/')) || slash < 0 ? name : before.left(slash + 1) + name;
        bool isDone = after == before || name.isEmpty();
        if (!isDone && isUsed(after)) {
            const auto answer = QMessageBox::question(
                this, tr("Merge tags"),
                tr("There is a tag “%1” already. Make the two one?").arg(after));
            isDone = answer != QMessageBox::Yes;
        }
        const bool isRenamed = !isDone && m_context.intents.renameTag(before, after);
        // What the tree shows follows the file, not what was typed.
        QMetaObject::invokeMethod(
            this, [this, path = isRenamed ? after : before] { fill(path); }, Qt::QueuedConnection);
    }

    void removeCurrent()
    {
        const QTreeWidgetItem *item = m_tree->currentItem();
        if (item == nullptr || !m_context.intents.removeTag(item->data(0, kPathRole).toString()))
            return;
        fill(QString());
    }

    void filterByCurrent()
    {
        const QTreeWidgetItem *item = m_tree->currentItem();
        if (item == nullptr)
            return;
        Filter filter = m_context.filter.filter();
        filter.tags.clear();
        const std::function<void(const QTreeWidgetItem *)> add = [&](const QTreeWidgetItem *one) {
            const QString path = one->data(0, kPathRole).toString();
            if (isUsed(path))
                filter.tags.push_back(toUtf8(path));
            for (int i = 0; i < one->childCount(); ++i)
                add(one->child(i));
        };
        add(item);
        m_context.filter.setFilter(filter);
        accept();
    }

    void updateButtons()
    {
        const bool hasTag = m_tree->currentItem() != nullptr;
        m_rename->setEnabled(hasTag && !m_context.hub.isReadOnly());
        m_remove->setEnabled(hasTag && !m_context.hub.isReadOnly());
        m_filter->setEnabled(hasTag);
    }

    ViewContext m_context;
    QTreeWidget *m_tree;
    QLabel *m_hint;
    QPushButton *m_rename = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_filter = nullptr;
    bool m_isFilling = false;
};

}  // namespace

void showTagsDialog(const ViewContext &context, QWidget *parent)
{
    TagsDialog(context, parent).exec();
}

}  // namespace dateline::ui
