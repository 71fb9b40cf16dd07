// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/short_word_search.h"

#include <algorithm>
#include <unordered_set>

#include "app/store/database.h"
#include "app/store/store_error.h"
#include "app/store/text_index_builder.h"

namespace dateline {

namespace {

constexpr std::uint32_t kFirstTitles = 30'000;  // some milliseconds
constexpr std::uint32_t kTitlesBetweenStops = 8'192;
constexpr std::size_t kMostLookedAt = 1'000;  // rows with a trigram that begins with the word

bool holdsAll(std::string_view text, const std::vector<SearchWord> &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const SearchWord &word) { return contains(text, word); });
}

SearchHit hitOf(ItemRef item, std::string_view title, std::string_view body,
                const std::vector<SearchWord> &words)
{
    SearchHit hit{item, std::string(title), excerptOf(body, words)};
    if (hit.excerpt.empty())
        hit.excerpt = excerptOf(title, words);
    return hit;
}

class Steps {
public:
    explicit Steps(const ShortSearch &search) : m_search(search) {}

    bool isFull() const { return m_inTitles.size() >= m_search.limit; }
    // Hits in titles first.
    std::vector<SearchHit> hits() const
    {
        std::vector<SearchHit> all = m_inTitles;
        const std::size_t rest =
            std::min(m_elsewhere.size(), m_search.limit - std::min(all.size(), m_search.limit));
        all.insert(all.end(), m_elsewhere.begin(),
                   m_elsewhere.begin() + static_cast<std::ptrdiff_t>(rest));
        return all;
    }
    void tell() const
    {
        if (m_search.onHits)
            m_search.onHits(hits());
    }

    void lookAtNames()
    {
        for (const Actor &actor : *m_search.titles.actors)
            lookAtTitle(actor.id, actor.name);
        for (const Source &source : *m_search.titles.sources)
            lookAtTitle(source.id, source.title);
    }
    void lookAtTitles(std::uint32_t first, std::uint32_t last)
    {
        const EventColumns &events = *m_search.titles.events;
        for (EventRow row{first}; row.value < std::min(last, events.size()) && !isFull();
             ++row.value) {
            if (row.value % kTitlesBetweenStops == 0 && m_search.isToStop && m_search.isToStop())
                throw StoreError(ErrorCode::Cancelled, "the search was stopped");
            lookAtTitle(events.id(row), events.title(row));
        }
    }
    // Texts that hold a trigram beginning with the word: all that have it, but for those that end
    // with it.
    void lookByTrigrams()
    {
        // A name for what is there; it stands in no file, which SQLite does not tell apart.
        Database &database = m_search.database;
        const bool isGuarded = database.integer("PRAGMA query_only") != 0;
        if (isGuarded)
            database.execute("PRAGMA query_only = OFF");
        database.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.text_trigram "
                         "USING fts5vocab(main, text_index, instance)");
        if (isGuarded)
            database.execute("PRAGMA query_only = ON");
        const auto longest = std::max_element(m_search.words.begin(), m_search.words.end(),
                                              [](const SearchWord &a, const SearchWord &b) {
                                                  return a.folded.size() < b.folded.size();
                                              });
        const std::string begin = foldedText(*longest);
        const std::string end = begin + "\xf4\x8f\xbf\xbf";
        Statement found(database, "SELECT doc FROM temp.text_trigram WHERE term >= ? AND term < ?");
        found.bind(begin, end);
        std::unordered_set<std::int64_t> seen;
        while (seen.size() < kMostLookedAt && hits().size() < m_search.limit && found.step()) {
            if (seen.insert(found.integer(0)).second)
                lookAtRow(found.integer(0));
        }
    }

private:
    void lookAtTitle(ItemRef item, std::string_view title)
    {
        if (!isFull() && holdsAll(title, m_search.words) && m_items.insert(textRowOf(item)).second)
            m_inTitles.push_back(hitOf(item, title, {}, m_search.words));
    }
    void lookAtRow(std::int64_t number)
    {
        Statement row(m_search.database, "SELECT title, body FROM text_index WHERE rowid = ?");
        if (!row.bind(number).step() || m_items.contains(number))
            return;
        const std::string title(row.text(0));
        const std::string body(row.text(1));
        const bool isInTitle = holdsAll(title, m_search.words);
        if (!isInTitle && !holdsAll(title + '\n' + body, m_search.words))
            return;
        m_items.insert(number);
        (isInTitle ? m_inTitles : m_elsewhere)
            .push_back(hitOf(textItemOf(number), title, body, m_search.words));
    }

    const ShortSearch &m_search;
    std::vector<SearchHit> m_inTitles;
    std::vector<SearchHit> m_elsewhere;
    std::unordered_set<std::int64_t> m_items;  // by the number of their row in the index
};

}  // namespace

std::vector<SearchHit> searchRowByRow(Database &database, const std::vector<SearchWord> &words,
                                      std::size_t limit)
{
    std::vector<SearchHit> inTitles;
    std::vector<SearchHit> elsewhere;
    Statement row(database, "SELECT rowid, title, body FROM text_index");
    while (inTitles.size() < limit && row.step()) {
        const std::string title(row.text(1));
        const std::string_view body = row.text(2);
        if (holdsAll(title, words))
            inTitles.push_back(hitOf(textItemOf(row.integer(0)), title, body, words));
        else if (elsewhere.size() < limit && holdsAll(title + '\n' + std::string(body), words))
            elsewhere.push_back(hitOf(textItemOf(row.integer(0)), title, body, words));
    }
    const std::size_t rest = std::min(elsewhere.size(), limit - inTitles.size());
    std::move(elsewhere.begin(), elsewhere.begin() + static_cast<std::ptrdiff_t>(rest),
              std::back_inserter(inTitles));
    return inTitles;
}

std::vector<SearchHit> searchShortWords(const ShortSearch &search)
{
    Steps steps(search);
    steps.lookAtNames();
    steps.lookAtTitles(0, kFirstTitles);
    if (!steps.isFull())
        steps.lookByTrigrams();
    if (steps.hits().size() >= search.limit)
        return steps.hits();
    steps.tell();
    steps.lookAtTitles(kFirstTitles, search.titles.events->size());
    if (steps.isFull())
        return steps.hits();
    steps.tell();
    return searchRowByRow(search.database, search.words, search.limit);
}

}  // namespace dateline
