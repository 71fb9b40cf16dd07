// SPDX-License-Identifier: GPL-3.0-or-later
// The graph pane: actors and their links as the filter and the as-of date leave them, on a canvas
// that shares the window's selection. Layouts run off the GUI thread and are one undo step; what
// was never placed by the user is laid out by itself, without an edit. GUI thread.
#pragma once

#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "app/base/newest_job.h"
#include "app/model/change_set.h"
#include "app/network/network_layout.h"
#include "app/network/network_metrics.h"
#include "ui/bridge/view_context.h"
#include "ui/views/network_arrangement.h"
#include "ui/views/network_canvas.h"

class QMenu;

namespace dateline::ui {

class NetworkChip;

class NetworkView final : public QWidget {
    Q_OBJECT

public:
    explicit NetworkView(const ViewContext &context, QWidget *parent = nullptr);
    ~NetworkView() override;

    void zoomIn();
    void zoomOut();
    void fit();

    // Lays all actors out and writes the result as one edit. Pinned actors stay.
    void startLayout(LayoutKind kind = LayoutKind::ByLinks,
                     LayoutStart start = LayoutStart::FromThere);
    void stopLayout();
    bool isLayingOut() const { return m_layout != Layout::None; }
    // Where the actors stand, sorted by actor; also those that no edit has placed.
    std::vector<ActorPosition> positions() const { return m_arrangement.all(); }

    // The shortest way between two actors over the links shown, lit and told; false where there is
    // none, which is told too.
    bool showPath(ActorId from, ActorId to);
    void clearPath();

    void hideActor(ActorId actor);
    void collapse(ActorId actor);        // hides neighbours that are tied to nobody else
    void expand(ActorId actor);          // shows all neighbours that are hidden
    void showOnlyAround(ActorId actor);  // the actor and its neighbours
    void showAllActors();
    void pin(ActorId actor);
    void unpin(ActorId actor);

    // "as of 21 March 2025 · 16 of 26 actors", for the title of the pane.
    QString statusText() const;
    // Layouts, what is drawn, sizes: for a button in the pane's title.
    void fillMenu(QMenu &menu);
    void fillNodeMenu(QMenu &menu, ActorId actor);

    NetworkCanvas *canvas() const { return m_canvas; }
    NetworkChip *chip() const { return m_chip; }
    const Network &network() const { return *m_canvas->content().network; }

Q_SIGNALS:
    void statusChanged(const QString &status);
    void layoutFinished();  // also after a stop
    void relationRequested(dateline::ActorId from, dateline::ActorId to);
    void openRequested(dateline::ItemRef item);  // Enter: show it in Details

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Layout { None, Automatic, Asked };
    enum class Pick { None, PathEnd, RelationEnd };

    void showFile();      // another file
    void showSnapshot();  // another revision of it
    void follow(const ChangeSet &changes);
    void showContent();  // another filter, as-of date or choice of actors
    void takeWhole(std::shared_ptr<const Network> whole);
    void takeContent(NetworkContent content);
    bool isLarge() const;
    // What the canvas shows; beside the work on a large file it may be older than the hub's.
    const Snapshot &shownSnapshot() const { return *m_canvas->content().snapshot; }
    void showSelection();
    void showDoubt();  // what falls with the doubted turns amber
    void showPathMarks();
    void wireCanvas();
    NetworkQuery query(const RowSet &all) const;
    std::vector<ActorRow> candidates(const RowSet &all) const;
    std::vector<std::uint8_t> dimmed(const Network &network) const;
    bool isChosen(ActorId actor) const;
    ActorId actorOf(std::uint32_t node) const;
    std::vector<ActorId> allNeighbours(ActorId actor) const;
    void click(const NetworkHit &hit, Qt::KeyboardModifiers modifiers);
    void pickItems(const std::vector<ItemRef> &items, Qt::KeyboardModifiers modifiers);
    void startPick(Pick pick, ActorId from);
    void endPick();
    void finishPick(ActorId to);
    void keepMoved(const std::vector<std::uint32_t> &nodes);
    void place(std::vector<ActorPosition> positions, const QString &editName);
    void showMenu(const NetworkHit &hit, const QPoint &globalPlace);

    void arrangeIfNeeded();
    void arrangeForSize();
    void runLayout(Layout purpose, LayoutKind kind, LayoutStart start);
    void showProgress(std::uint64_t run, double share);
    void takeLayout(std::uint64_t run, const LayoutResult &result);

    ViewContext m_context;
    NetworkCanvas *m_canvas;
    NetworkChip *m_chip;
    NetworkArrangement m_arrangement;
    std::shared_ptr<const Network> m_whole;  // all actors, at any time: what is laid out
    std::unordered_set<ActorId> m_hidden;
    std::optional<std::unordered_set<ActorId>> m_only;
    bool m_withSharedEvents = true;
    bool m_withRoles = true;
    bool m_withQuotations = false;
    NodeSizing m_sizing = NodeSizing::ByLinks;
    QString m_status;

    struct Path {
        ActorId from;
        ActorId to;
    };
    std::optional<Path> m_path;
    Pick m_pick = Pick::None;
    ActorId m_pickFrom;
    bool m_isPicking = false;  // the selection changes because of this view

    Layout m_layout = Layout::None;
    LayoutKind m_layoutKind = LayoutKind::ByLinks;
    std::uint64_t m_run = 0;
    std::vector<ActorId> m_layoutActors;  // in the order of the nodes that are laid out
    QSize m_arrangedFor;                  // the size that automatic positions were made for
    QTimer m_sizeDelay;
    SnapshotPointer m_seen;      // the last that snapshotChanged told of
    bool m_isGathering = false;  // links for another content
    std::uint64_t m_contentRun = 0;
    std::uint64_t m_wholeRun = 0;
    NewestJob m_contentJob;
    NewestJob m_wholeJob;
    NewestJob m_job;  // the last member: it ends before what its results go to
};

}  // namespace dateline::ui
