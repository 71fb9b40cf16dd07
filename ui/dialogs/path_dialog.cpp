// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/path_dialog.h"

#include <map>

#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/network/network.h"
#include "app/network/network_metrics.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"

namespace dateline::ui {

namespace {

constexpr int kItemKindRole = Qt::UserRole;
constexpr int kItemIdRole = Qt::UserRole + 1;

QString linkText(const Snapshot &snapshot, const NetworkLink &link)
{
    switch (link.origin) {
    case LinkOrigin::Relation:
        return toQString(snapshot.relations->kindWords().word(link.kind));
    case LinkOrigin::Role: {
        const Role *role = snapshot.roles->find(link.role);
        return role ? toQString(role->title) : QString();
    }
    case LinkOrigin::SharedEvents:
        return counted(static_cast<qlonglong>(link.weight), QObject::tr("1 shared event"),
                       QObject::tr("%1 shared events"));
    case LinkOrigin::Quotation:
        return QObject::tr("quotes");
    }
    return {};
}

QString itemText(const Snapshot &snapshot, ItemRef item)
{
    if (item.kind == ItemKind::Event) {
        const EventRow row = snapshot.events->rowOf(item.event());
        return row ? toQString(snapshot.events->title(row)) : QString();
    }
    if (item.kind == ItemKind::Claim) {
        const Claim *claim = snapshot.claims->find(item.claim());
        if (!claim)
            return {};
        const Annotation *annotation = snapshot.annotations->find(claim->annotation);
        return annotation ? QStringLiteral("“%1”").arg(toQString(annotation->exact))
                          : toQString(claim->value);
    }
    return {};
}

class PathDialog final : public QDialog {
    Q_OBJECT

public:
    PathDialog(const ViewContext &context, QWidget *parent);

private:
    QComboBox *actorField(const QString &name);
    void fillActors();
    void find();
    void addRest(QTreeWidgetItem *step, ItemRef item);

    ViewContext m_context;
    QComboBox *m_from;
    QComboBox *m_to;
    QLabel *m_result = new QLabel;
    QTreeWidget *m_steps = new QTreeWidget;
};

PathDialog::PathDialog(const ViewContext &context, QWidget *parent)
    : QDialog(parent), m_context(context), m_from(actorField(tr("From"))),
      m_to(actorField(tr("To")))
{
    setWindowTitle(tr("Shortest path"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_result->setWordWrap(true);
    m_steps->setAccessibleName(tr("Steps of the path"));
    m_steps->setHeaderHidden(true);
    m_steps->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_result);
    column->addWidget(m_steps, 1);
    column->addWidget(buttons);
    const int unit = fontMetrics().height();
    resize(unit * 32, unit * 26);

    fillActors();
    connect(m_from, &QComboBox::currentIndexChanged, this, &PathDialog::find);
    connect(m_to, &QComboBox::currentIndexChanged, this, &PathDialog::find);
    connect(&context.filter, &ViewFilter::changed, this, &PathDialog::find);
    connect(&context.filter, &ViewFilter::asOfChanged, this, &PathDialog::find);
    connect(&context.hub, &SessionHub::snapshotChanged, this, [this] {
        fillActors();
        find();
    });
    connect(m_steps, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        const auto kind = static_cast<ItemKind>(item->data(0, kItemKindRole).toInt());
        m_context.selection.select(ItemRef(kind, item->data(0, kItemIdRole).toLongLong()));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    find();
}

QComboBox *PathDialog::actorField(const QString &name)
{
    auto *field = new QComboBox;
    field->setAccessibleName(name);
    field->setEditable(true);
    field->lineEdit()->setAccessibleName(name);
    field->setInsertPolicy(QComboBox::NoInsert);
    field->completer()->setFilterMode(Qt::MatchContains);
    field->completer()->setCompletionMode(QCompleter::PopupCompletion);
    return field;
}

void PathDialog::fillActors()
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const std::vector<ActorId> selected = m_context.selection.actors(snapshot);
    std::map<QString, qlonglong> byName;
    for (const Actor &actor : *snapshot.actors)
        byName.emplace(toQString(actor.name), actor.id.value);
    int place = 0;
    for (QComboBox *field : {m_from, m_to}) {
        const QVariant before = field->currentData();
        const QSignalBlocker blocker(field);
        field->clear();
        for (const auto &[name, id] : byName)
            field->addItem(name, id);
        const auto wanted = static_cast<std::size_t>(place++);
        const QVariant id = before.isValid() ? before
                            : wanted < selected.size()
                                ? QVariant::fromValue<qlonglong>(selected[wanted].value)
                                : QVariant();
        field->setCurrentIndex(field->findData(id));
    }
}

void PathDialog::addRest(QTreeWidgetItem *step, ItemRef item)
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    if (item.kind == ItemKind::Relation || item.kind == ItemKind::Role) {
        for (const Claim *claim : snapshot.claimsAbout(item))
            addRest(step, claim->id);
        return;
    }
    auto *row = new QTreeWidgetItem(step, {itemText(snapshot, item)});
    row->setData(0, kItemKindRole, static_cast<int>(item.kind));
    row->setData(0, kItemIdRole, static_cast<qlonglong>(item.id));
}

void PathDialog::find()
{
    m_steps->clear();
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const ActorId fromId{m_from->currentData().toLongLong()};
    const ActorId toId{m_to->currentData().toLongLong()};
    if (!fromId || !toId || fromId == toId) {
        m_result->setText(tr("Pick two actors."));
        return;
    }
    NetworkQuery query;
    query.events = &m_context.filter.shown();
    query.asOf = m_context.filter.asOf();
    query.range = m_context.filter.filter().range;
    const Network network = buildNetwork(snapshot, query);
    const std::uint32_t from = network.nodeOf(snapshot.actorRow(fromId));
    const std::uint32_t to = network.nodeOf(snapshot.actorRow(toId));
    ShortestPaths paths;
    if (from != Network::kNone && to != Network::kNone)
        paths = shortestPaths(network, from, to);
    if (paths.nodes.empty()) {
        m_result->setText(tr("There is no way between them in what is shown."));
        return;
    }
    m_result->setText(
        counted(static_cast<qlonglong>(paths.length()), tr("1 step"), tr("%1 steps")));

    const auto nameOf = [&](std::uint32_t node) {
        return toQString(snapshot.actor(network.nodes()[node].actor).name);
    };
    std::vector<ItemRef> items;
    for (std::size_t i = 0; i < paths.nodes.size(); ++i)
        items.push_back(snapshot.actor(network.nodes()[paths.nodes[i]].actor).id);
    for (std::size_t i = 0; i + 1 < paths.nodes.size(); ++i) {
        for (const std::uint32_t link : paths.links) {
            const NetworkLink &tie = network.links()[link];
            const bool isForward = tie.from == paths.nodes[i] && tie.to == paths.nodes[i + 1];
            const bool isBackward = tie.to == paths.nodes[i] && tie.from == paths.nodes[i + 1];
            if (!isForward && !isBackward)
                continue;
            auto *step = new QTreeWidgetItem(
                m_steps, {QStringLiteral("%1 %2 %3 · %4")
                              .arg(nameOf(paths.nodes[i]),
                                   !tie.isDirected ? QStringLiteral("—")
                                   : isForward     ? QStringLiteral("→")
                                                   : QStringLiteral("←"),
                                   nameOf(paths.nodes[i + 1]), linkText(snapshot, tie))});
            const std::vector<ItemRef> behind = itemsBehind(snapshot, query, network, link);
            if (!behind.empty()) {
                step->setData(0, kItemKindRole, static_cast<int>(behind.front().kind));
                step->setData(0, kItemIdRole, static_cast<qlonglong>(behind.front().id));
            }
            for (const ItemRef item : behind)
                addRest(step, item);
        }
    }
    m_steps->expandAll();
    m_context.selection.setItems(items);
}

}  // namespace

void showPathDialog(const ViewContext &context, QWidget *parent)
{
    (new PathDialog(context, parent))->show();
}

}  // namespace dateline::ui

#include "path_dialog.moc"
