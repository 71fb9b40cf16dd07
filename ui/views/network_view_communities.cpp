// SPDX-License-Identifier: GPL-3.0-or-later
// What the graph's pane does to look well whatever its size: the one network of all actors is
// shared where nothing is left out, and communities are looked for beside the work.
#include "ui/bridge/post.h"
#include "ui/views/network_view.h"

namespace dateline::ui {

// Whether the query asks for all that is laid out: then the links need not be gathered again.
bool NetworkView::isWhole(const NetworkQuery &query) const
{
    const std::uint32_t events = m_context.hub.snapshot()->events->size();
    return m_whole->nodeCount() > 0 && (!query.events || query.events->count() == events) &&
           (!query.actors || query.actors->size() == m_whole->nodeCount()) && !query.asOf &&
           !query.range && query.folded.empty();
}

void NetworkView::setCommunitiesShown(bool isShown)
{
    GraphLook look = m_look;
    look.withCommunities = isShown;
    setLook(look);
}

void NetworkView::showCommunities()
{
    const std::shared_ptr<const Network> shown = m_canvas->content().network;
    if (!m_look.withCommunities || shown->nodeCount() == 0)
        return;
    const auto take = [this, shown](std::shared_ptr<const Communities> communities) {
        if (!m_look.withCommunities || m_canvas->content().network != shown)
            return;
        NetworkContent content = m_canvas->content();
        content.communities = std::move(communities);
        m_canvas->setContent(std::move(content));
    };
    const auto find = [shown](const std::stop_token &stop) {
        return std::make_shared<const Communities>(
            communitiesOf(shown->nodeCount(), shown->pairs(), stop));
    };
    if (!isLargeGraph(*shown)) {
        take(find({}));
        return;
    }
    m_communityJob.start([this, take, find](std::stop_token stop) {
        auto communities = find(stop);
        if (!stop.stop_requested())
            post(this, [take, communities = std::move(communities)] { take(communities); });
    });
}

}  // namespace dateline::ui
