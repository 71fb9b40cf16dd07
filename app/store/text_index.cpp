// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/text_index.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "app/store/database.h"
#include "app/store/search_words.h"
#include "app/store/short_word_search.h"
#include "app/store/store_error.h"
#include "app/store/text_index_builder.h"

namespace dateline {

namespace {

constexpr std::size_t kManyChanges = 20'000;

// What is found of each kind: id, title, body. One item's row and all rows are read by the same
// words, so that an index that was kept and one that was made anew are equal.
struct IndexedKind {
    ItemKind kind;
    const char *all;
    const char *one;
};
#define DATELINE_EVENT_TEXT                                                                        \
    "SELECT id, title, notes || char(10) || place || char(10) || kind || char(10) || status "      \
    "FROM event"
#define DATELINE_ACTOR_TEXT                                                                        \
    "SELECT id, name, coalesce((SELECT group_concat(text, char(10)) FROM alias "                   \
    "WHERE actor_id = actor.id), '') || char(10) || notes FROM actor"
#define DATELINE_SOURCE_TEXT                                                                       \
    "SELECT source.id, source.title, source.author || char(10) || coalesce(actor.name, '') || "    \
    "char(10) || coalesce(document.text, '') FROM source "                                         \
    "LEFT JOIN actor ON actor.id = source.outlet_id "                                              \
    "LEFT JOIN document ON document.source_id = source.id"
#define DATELINE_ANNOTATION_TEXT "SELECT id, exact, note FROM annotation"
constexpr std::array<IndexedKind, 4> kIndexed{{
    {ItemKind::Event, DATELINE_EVENT_TEXT, DATELINE_EVENT_TEXT " WHERE id = ?"},
    {ItemKind::Actor, DATELINE_ACTOR_TEXT, DATELINE_ACTOR_TEXT " WHERE id = ?"},
    {ItemKind::Source, DATELINE_SOURCE_TEXT, DATELINE_SOURCE_TEXT " WHERE source.id = ?"},
    {ItemKind::Annotation, DATELINE_ANNOTATION_TEXT, DATELINE_ANNOTATION_TEXT " WHERE id = ?"},
}};
#undef DATELINE_EVENT_TEXT
#undef DATELINE_ACTOR_TEXT
#undef DATELINE_SOURCE_TEXT
#undef DATELINE_ANNOTATION_TEXT

constexpr std::string_view kWriteRow =
    "INSERT OR REPLACE INTO text_index(rowid, title, body) VALUES (?, ?, ?)";

bool isKnown(Database &database, std::int64_t row, std::string_view title, std::string_view body)
{
    Statement known(database, "SELECT title, body FROM text_index WHERE rowid = ?");
    return known.bind(row).step() && known.text(0) == title && known.text(1) == body;
}

void writeRow(Database &database, ItemKind kind, const Statement &text)
{
    const std::int64_t row = textRowOf({kind, text.integer(0)});
    const std::string title = composed(text.text(1));
    const std::string body = composed(text.text(2));
    // Most edits are of dates, actors and numbers; the same words again would cost the index a
    // segment, and every few of them a merge.
    if (isKnown(database, row, title, body))
        return;
    Statement write(database, kWriteRow);
    write.bind(row, title, body).run();
}

// Looks for the words that MATCH has not looked for, or not to their end.
bool holdsTheRest(std::string_view text, const std::vector<SearchWord> &words)
{
    return std::all_of(words.begin(), words.end(), [&](const SearchWord &word) {
        return word.isMatchedWhole || contains(text, word);
    });
}

SearchHit hitOf(const Statement &row, const std::vector<SearchWord> &words)
{
    SearchHit hit{textItemOf(row.integer(0)), std::string(row.text(1)),
                  excerptOf(row.text(2), words)};
    if (hit.excerpt.empty())
        hit.excerpt = excerptOf(row.text(1), words);
    return hit;
}

// Whether more rows match than are worth ranking for a list of this length.
bool areMany(Database &database, const std::string &expression, std::size_t limit)
{
    constexpr std::size_t kFewLists = 40;
    Statement row(database, "SELECT 1 FROM text_index WHERE text_index MATCH ? LIMIT ?");
    const std::size_t few = limit * kFewLists;
    row.bind(expression, static_cast<std::int64_t>(few) + 1);
    std::size_t count = 0;
    while (row.step())
        ++count;
    return count > few;
}

// The first rows that match, in the order of the index: to rank all would mean to read all, for a
// list of fifty. Hits in the title first, the shorter title before the longer.
std::vector<SearchHit> searchAmongMany(Database &database, const std::vector<SearchWord> &words,
                                       std::size_t limit)
{
    constexpr std::size_t kRankedLists = 6;
    struct Found {
        SearchHit hit;
        bool isInTitle;
    };
    std::vector<Found> found;
    const std::string expression = matchExpression(words);
    Statement row(database, "SELECT rowid, title, body FROM text_index WHERE text_index MATCH ?");
    row.bind(expression);
    while (found.size() < limit * kRankedLists && row.step()) {
        const std::string title(row.text(1));
        const bool isInTitle = std::all_of(words.begin(), words.end(), [&](const SearchWord &word) {
            return contains(title, word);
        });
        if (isInTitle || holdsTheRest(title + '\n' + std::string(row.text(2)), words))
            found.push_back({hitOf(row, words), isInTitle});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        if (a.isInTitle != b.isInTitle)
            return a.isInTitle;
        return a.hit.title.size() < b.hit.title.size();
    });
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i)
        hits.push_back(std::move(found[i].hit));
    return hits;
}

// Words of which at least one is long: the title's matches by rank, then the others by rank.
std::vector<SearchHit> searchByTrigram(Database &database, const std::vector<SearchWord> &words,
                                       std::size_t limit)
{
    const std::string anywhere = matchExpression(words);
    if (areMany(database, anywhere, limit))
        return searchAmongMany(database, words, limit);
    const std::string inTitle = "{title} : (" + anywhere + ")";
    std::vector<SearchHit> hits;
    std::unordered_set<std::int64_t> seen;
    for (const bool isTitleAlone : {true, false}) {
        Statement found(database,
                        "SELECT rowid, title, body FROM text_index WHERE text_index MATCH ? "
                        "AND rank MATCH 'bm25(10.0, 1.0)' ORDER BY rank");
        found.bind(isTitleAlone ? inTitle : anywhere);
        while (hits.size() < limit && found.step()) {
            const std::string title(found.text(1));
            const bool fits = isTitleAlone
                                  ? holdsTheRest(title, words)
                                  : holdsTheRest(title + '\n' + std::string(found.text(2)), words);
            if (fits && seen.insert(found.integer(0)).second)
                hits.push_back(hitOf(found, words));
        }
    }
    return hits;
}

}  // namespace

void TextIndex::update(const ChangeSet &changes)
{
    // Additions cost the same either way; taking trigrams out again costs more than anew.
    const std::size_t replaced = changes.changed.size() + changes.removed.size();
    const auto indexed = [&] { return static_cast<std::size_t>(size()); };
    if (m_database.integer("SELECT EXISTS (SELECT 1 FROM text_index)") == 0 ||
        (replaced > kManyChanges && replaced > indexed() / 2)) {
        return rebuild();
    }
    for (const ItemRef item : changes.removed)
        remove(item);
    for (const ItemRef item : changes.added)
        put(item);
    for (const ItemRef item : changes.changed) {
        put(item);
        if (item.kind != ItemKind::Actor)
            continue;
        // The name of an outlet stands in its sources' text.
        Statement sources(m_database, "SELECT id FROM source WHERE outlet_id = ?");
        sources.bind(item.id);
        while (sources.step())
            put({ItemKind::Source, sources.integer(0)});
    }
}

void TextIndex::rebuild()
{
    TextIndexBuilder builder(m_database);
    forEachText(m_database, [&](ItemRef item, std::string_view title, std::string_view body) {
        builder.add(item, std::string(title), std::string(body));
    });
    builder.finish();
}

std::int64_t TextIndex::size() const
{
    return m_database.integer("SELECT count(*) FROM text_index_docsize");
}

void TextIndex::forEachText(Database &database, const Visit &visit)
{
    for (const IndexedKind &indexed : kIndexed) {
        Statement text(database, indexed.all);
        while (text.step())
            visit({indexed.kind, text.integer(0)}, text.text(1), text.text(2));
    }
}

std::vector<SearchHit> TextIndex::search(std::string_view text, int limit, const Snapshot &titles,
                                         const OnHits &onHits,
                                         const std::function<bool()> &isToStop) const
{
    const std::vector<SearchWord> words = searchWords(text);
    if (words.empty() || limit <= 0)
        return {};
    const auto most = static_cast<std::size_t>(limit);
    const bool areAllShort =
        std::all_of(words.begin(), words.end(), [](const SearchWord &w) { return w.isShort(); });
    if (!areAllShort)
        return searchByTrigram(m_database, words, most);
    // A small file is read row by row as quickly, and then annotations have their place, too.
    if (titles.events->size() > kManyChanges)
        return searchShortWords({m_database, words, most, titles, onHits, isToStop});
    return searchRowByRow(m_database, words, most);
}

std::int64_t TextIndex::lastRow() const
{
    Statement row(m_database, "SELECT rowid FROM text_index ORDER BY rowid DESC LIMIT 1");
    return row.step() ? row.integer(0) : 0;
}

std::vector<ItemRef> TextIndex::matches(std::string_view text,
                                        const std::function<bool()> &isToStop, TextRows rows) const
{
    const std::vector<SearchWord> words = searchWords(text);
    std::vector<ItemRef> items;
    if (words.empty())
        return items;
    const std::string expression = matchExpression(words);
    const bool isAnsweredByIndex = std::all_of(
        words.begin(), words.end(), [](const SearchWord &w) { return w.isMatchedWhole; });
    std::string query = isAnsweredByIndex ? "SELECT rowid FROM text_index"
                                          : "SELECT rowid, title, body FROM text_index";
    query += " WHERE rowid BETWEEN ? AND ?";
    if (!expression.empty())
        query += " AND text_index MATCH ?";
    Statement found(m_database, query);
    if (expression.empty())
        found.bind(rows.first, rows.last);
    else
        found.bind(rows.first, rows.last, expression);
    while (found.step()) {
        constexpr std::size_t kBetweenStops = 1'024;
        if (items.size() % kBetweenStops == 0 && isToStop && isToStop())
            throw StoreError(ErrorCode::Cancelled, "the search was stopped");
        if (isAnsweredByIndex ||
            holdsTheRest(std::string(found.text(1)) + '\n' + std::string(found.text(2)), words))
            items.push_back(textItemOf(found.integer(0)));
    }
    return items;
}

void TextIndex::put(ItemRef item)
{
    for (const IndexedKind &indexed : kIndexed) {
        if (indexed.kind != item.kind)
            continue;
        Statement text(m_database, indexed.one);
        if (text.bind(item.id).step())
            writeRow(m_database, item.kind, text);
        else
            remove(item);
    }
}

void TextIndex::remove(ItemRef item)
{
    Statement(m_database, "DELETE FROM text_index WHERE rowid = ?").bind(textRowOf(item)).run();
}

}  // namespace dateline
