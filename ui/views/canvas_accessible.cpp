// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/canvas_accessible.h"

#include <algorithm>
#include <map>

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QAccessibleWidget>
#include <QWidget>

namespace dateline::ui {

namespace {

class CanvasInterface;

class ItemInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ItemInterface(CanvasInterface &canvas, qint64 key) : m_canvas(canvas), m_key(key) {}

    bool isValid() const override { return item() != nullptr; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text which) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::State state() const override;
    QWindow *window() const override;
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    qint64 key() const { return m_key; }

private:
    const CanvasItem *item() const;

    CanvasInterface &m_canvas;
    qint64 m_key;
};

class CanvasInterface final : public QAccessibleWidget {
public:
    CanvasInterface(QWidget *widget, AccessibleCanvas &canvas)
        : QAccessibleWidget(widget, QAccessible::List), m_canvas(canvas)
    {
    }
    ~CanvasInterface() override
    {
        for (const auto &[key, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override
    {
        refresh();
        return static_cast<int>(m_items.size());
    }
    QAccessibleInterface *child(int index) const override
    {
        refresh();
        if (index < 0 || index >= static_cast<int>(m_items.size()))
            return nullptr;
        return interfaceOf(m_items[static_cast<std::size_t>(index)].key);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        refresh();
        const auto *wanted = dynamic_cast<const ItemInterface *>(child);
        if (wanted == nullptr)
            return -1;
        const auto found = find(wanted->key());
        return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        refresh();
        const QPointF place = m_canvas.canvasSurface()->mapFromGlobal(QPointF(x, y));
        for (const CanvasItem &item : m_items) {
            if (item.box.contains(place))
                return interfaceOf(item.key);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        refresh();
        for (const CanvasItem &item : m_items) {
            if (item.isFocused)
                return interfaceOf(item.key);
        }
        return QAccessibleWidget::focusChild();
    }

    const CanvasItem *item(qint64 key) const
    {
        refresh();
        const auto found = find(key);
        return found == m_items.end() ? nullptr : &*found;
    }
    QAccessibleInterface *interfaceOf(qint64 key) const
    {
        const auto known = m_ids.find(key);
        if (known != m_ids.end())
            return QAccessible::accessibleInterface(known->second);
        auto *made = new ItemInterface(const_cast<CanvasInterface &>(*this), key);
        m_ids.emplace(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    AccessibleCanvas &canvas() const { return m_canvas; }
    void forget() const { m_isStale = true; }

private:
    std::vector<CanvasItem>::const_iterator find(qint64 key) const
    {
        return std::find_if(m_items.begin(), m_items.end(),
                            [key](const CanvasItem &item) { return item.key == key; });
    }
    // Things on a canvas come and go; interfaces of those that are gone are let go of too.
    void refresh() const
    {
        // A canvas that does not count its changes tells them only while somebody listens: without,
        // every question looks anew.
        const quint64 revision = m_canvas.canvasRevision();
        const bool isTold = revision != 0 || QAccessible::isActive();
        if (!m_isStale && isTold && revision == m_revision)
            return;
        m_isStale = false;
        m_revision = revision;
        m_items = m_canvas.canvasItems();
        for (auto entry = m_ids.begin(); entry != m_ids.end();) {
            if (find(entry->first) != m_items.end()) {
                ++entry;
                continue;
            }
            const QAccessible::Id id = entry->second;
            entry = m_ids.erase(entry);
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    AccessibleCanvas &m_canvas;
    mutable std::vector<CanvasItem> m_items;
    mutable std::map<qint64, QAccessible::Id> m_ids;
    mutable bool m_isStale = true;
    mutable quint64 m_revision = 0;
};

const CanvasItem *ItemInterface::item() const
{
    return m_canvas.isValid() ? m_canvas.item(m_key) : nullptr;
}

QAccessibleInterface *ItemInterface::parent() const
{
    return &m_canvas;
}

QWindow *ItemInterface::window() const
{
    return m_canvas.window();
}

QString ItemInterface::text(QAccessible::Text which) const
{
    const CanvasItem *shown = item();
    if (shown == nullptr)
        return {};
    if (which == QAccessible::Name)
        return shown->name;
    return which == QAccessible::Description ? shown->description : QString();
}

QRect ItemInterface::rect() const
{
    const CanvasItem *shown = item();
    if (shown == nullptr)
        return {};
    const QRect box = shown->box.toAlignedRect();
    return {m_canvas.canvas().canvasSurface()->mapToGlobal(box.topLeft()), box.size()};
}

QAccessible::State ItemInterface::state() const
{
    QAccessible::State state;
    const CanvasItem *shown = item();
    if (shown == nullptr) {
        state.invalid = true;
        return state;
    }
    state.selectable = true;
    state.focusable = true;
    state.selected = shown->isSelected;
    state.focused = shown->isFocused;
    return state;
}

void ItemInterface::doAction(const QString &name)
{
    if (name == pressAction() || name == setFocusAction())
        m_canvas.canvas().pressCanvasItem(m_key);
}

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    auto *canvas = dynamic_cast<AccessibleCanvas *>(object);
    return widget != nullptr && canvas != nullptr ? new CanvasInterface(widget, *canvas) : nullptr;
}

CanvasInterface *interfaceFor(QWidget *canvas)
{
    return dynamic_cast<CanvasInterface *>(QAccessible::queryAccessibleInterface(canvas));
}

}  // namespace

void installCanvasAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void noteCanvasChanged(QWidget *canvas)
{
    if (!QAccessible::isActive())
        return;
    CanvasInterface *shown = interfaceFor(canvas);
    if (shown == nullptr)
        return;
    shown->forget();
    QAccessibleEvent event(canvas, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void noteCanvasFocus(QWidget *canvas, qint64 key)
{
    if (!QAccessible::isActive())
        return;
    CanvasInterface *shown = interfaceFor(canvas);
    if (shown == nullptr)
        return;
    shown->forget();
    const int index = shown->indexOfChild(shown->interfaceOf(key));
    if (index < 0)
        return;
    QAccessibleEvent event(canvas, QAccessible::Focus);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

}  // namespace dateline::ui
