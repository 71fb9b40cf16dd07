// SPDX-License-Identifier: GPL-3.0-or-later
// The graph pane: actors and their links as the filter and the as-of date leave them, on a canvas
// that shares the window's selection. Layouts run off the GUI thread and are one undo step; what
// was never placed by the user is laid out by itself, without an edit. GUI thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "app/base/newest_job.h"
#include "app/model/change_set.h"
#include "app/network/arranging.h"
#include "app/network/network_layout.h"
#include "app/network/network_question.h"
#include "app/network/shown_graph.h"
#include "ui/bridge/view_context.h"
#include "ui/bridge/view_settings.h"
#include "ui/views/network_arrangement.h"
#include "ui/views/network_canvas.h"

class QMenu;

namespace dateline::ui {

class CrossFade;
class MatrixCanvas;
class NetworkChip;
class TimeStrip;

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
    // What an answer is about, lit like a path: the actors, and all links between each tie's two.
    void light(const std::vector<ActorId> &actors,
               const std::vector<std::pair<ActorId, ActorId>> &ties);

    // Each is an edit of the view that is open; in a file that cannot be written it holds until
    // the file is closed.
    void hideActor(ActorId actor);
    void hideActors(const std::vector<ActorId> &actors);
    void collapse(ActorId actor);        // hides neighbours that are tied to nobody else
    void expand(ActorId actor);          // shows all neighbours that are hidden
    void showOnlyAround(ActorId actor);  // the actor and its neighbours
    void showAllActors();
    void pin(ActorId actor);
    void unpin(ActorId actor);
    void align(const std::vector<ActorId> &actors, Alignment alignment);
    void distribute(const std::vector<ActorId> &actors, PlaneAxis axis);
    void group(const QString &name, const std::vector<ActorId> &actors);
    void foldGroup(ActorId member, bool isFolded);
    void dissolveGroup(ActorId member);
    const GraphChoice &choice() const { return m_choice; }

    // What ties the actors and how they look. No edit: it is kept when the view is saved.
    const GraphLook &look() const { return m_look; }
    void setLook(const GraphLook &look);
    // All that decides what is shown of what the filter leaves, for pictures.
    ShownGraph shown() const;

    // The other picture of a dense graph: actors by actors. Both show the same.
    void setMatrixShown(bool isShown);
    bool isMatrixShown() const { return m_isMatrix; }
    MatrixCanvas *matrix() const { return m_matrix; }

    // The strip below: as-of day, window, Play. Shown where anything is dated.
    TimeStrip *strip() const { return m_strip; }
    void setStripShown(bool isShown);

    // Another saved view: its positions, its groups, who is hidden in it. Not an edit.
    void openView(ViewId view);
    ViewId view() const { return m_view; }

    // Soft hulls about those who belong together.
    void setCommunitiesShown(bool isShown);
    bool areCommunitiesShown() const { return m_look.withCommunities; }

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
    void viewChanged();     // another saved view is open
    void matrixShown(bool isShown);
    void relationRequested(dateline::ActorId from, dateline::ActorId to);
    void openRequested(dateline::ItemRef item);  // Enter: show it in Details
    void asked(dateline::QuestionKind kind, dateline::ActorId from, dateline::ActorId to);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Layout { None, Automatic, Asked };
    enum class Pick { None, PathEnd, RelationEnd };

    void showFile();      // another file
    void showSnapshot();  // another revision of it
    void follow(const ChangeSet &changes);
    void showContent();  // another filter, as-of date or choice of actors
    void readView();     // of the hub's snapshot
    void changeChoice(const QString &editName, GraphChoice choice);
    std::vector<ActorId> pickedActors() const;
    void move(const std::vector<ActorId> &actors, const QString &editName,
              const std::function<std::vector<Point>(std::vector<Point>)> &arrange);
    void askForGroup(const std::vector<ActorId> &actors);
    void addArrangeEntries(QMenu &menu, ActorId actor);
    void takeWhole(std::shared_ptr<const Network> whole);
    void takeContent(NetworkContent content);
    void tellStatus();  // how many of all actors show
    bool isLarge() const;
    // What the canvas shows; beside the work on a large file it may be older than the hub's.
    const Snapshot &shownSnapshot() const { return *m_canvas->content().snapshot; }
    void showSelection();
    void showDoubt();  // what falls with the doubted turns amber
    void showPathMarks();
    void showLit();
    void addAskEntries(QMenu &menu, ActorId actor);
    void wireCanvas();
    void wireMatrix();
    NetworkQuery query(const RowSet &all) const;
    void updateStrip();
    std::vector<ActorRow> candidates(const RowSet &all) const;
    std::vector<std::uint8_t> dimmed(const Network &network) const;
    ActorId actorOf(std::uint32_t node) const;
    std::vector<ActorId> allNeighbours(ActorId actor) const;
    void click(const NetworkHit &hit, Qt::KeyboardModifiers modifiers);
    void pickLinks(const std::vector<std::uint32_t> &links, Qt::KeyboardModifiers modifiers);
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
    void showFirstView(std::uint64_t run, const std::vector<Point> &positions);
    void keepFirstView(Layout purpose);
    void keepLayout(std::vector<ActorPosition> positions, const std::vector<Point> &points);
    void showCommunities();  // on the content that is shown
    bool isWhole(const NetworkQuery &query) const;
    void takeLayout(std::uint64_t run, const LayoutResult &result);

    ViewContext m_context;
    NetworkCanvas *m_canvas;
    NetworkChip *m_chip;
    MatrixCanvas *m_matrix;
    bool m_isMatrix = false;
    TimeStrip *m_strip;
    CrossFade *m_fade;
    bool m_isStripWanted = true;
    std::optional<Instant> m_shownAsOf;  // of what the canvas shows
    mutable RowSet m_windowEvents;       // of the last query with a window
    NetworkArrangement m_arrangement;
    std::shared_ptr<const Network> m_whole;  // all actors, at any time: what is laid out
    ViewId m_view = kDefaultView;
    GraphChoice m_choice;
    std::string m_settings;  // of which the choice was read
    GraphLook m_look;
    QString m_status;

    struct Path {
        ActorId from;
        ActorId to;
    };
    std::optional<Path> m_path;
    struct Lit {
        std::vector<ActorId> actors;
        std::vector<std::pair<ActorId, ActorId>> ties;
    };
    Lit m_lit;
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
    NewestJob m_communityJob;
    NewestJob m_job;  // the last member: it ends before what its results go to
};

}  // namespace dateline::ui
