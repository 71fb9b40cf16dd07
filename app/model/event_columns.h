// SPDX-License-Identifier: GPL-3.0-or-later
// The events of one snapshot as columns, sorted by earliest begin, then id; undated events last.
// All vectors have the same length. Built once (add, then finish), then shared as const.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "app/base/column.h"
#include "app/base/text_pool.h"
#include "app/model/date_bounds.h"
#include "app/model/ids.h"
#include "app/model/vocabulary.h"

namespace dateline {

class ColumnReader;
class ColumnWriter;
class RowRuns;

class EventColumns {
public:
    // Appends a row in any order. Only before finish().
    void add(EventId id, std::string_view title, std::string_view kind, std::string_view whenText,
             const When &when, std::string_view status, std::string_view place);
    // Sorts the rows and builds the indexes: O(n log n), O(n) where few rows are out of order.
    void finish();
    // These columns without the events that are gone, to which others can be added before they are
    // finished: for the few rows that an edit touches. Columns that come out alike are the same
    // memory, the others are copied in long runs. The titles of what is gone stay in memory.
    EventColumns without(const std::vector<EventId> &gone) const;
    // To the column cache and back (column_archive.h). restore() throws DamagedColumns where the
    // columns cannot be what save() wrote; it costs little more than copying the bytes.
    void save(ColumnWriter &writer) const;
    static EventColumns restore(ColumnReader &reader);

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_id.size()); }
    std::uint32_t datedSize() const { return m_datedSize; }  // rows [0, datedSize) are dated

    EventId id(EventRow row) const { return m_id[row.value]; }
    EventRow rowOf(EventId id) const;  // none where unknown; O(1) unless ids are far apart
    std::string_view title(EventRow row) const { return m_text.view(m_title[row.value]); }
    std::string_view whenText(EventRow row) const { return m_text.view(m_whenText[row.value]); }
    std::uint32_t kind(EventRow row) const { return m_kind[row.value]; }
    std::uint32_t status(EventRow row) const { return m_status[row.value]; }
    std::uint32_t place(EventRow row) const { return m_place[row.value]; }
    When when(EventRow row) const;

    // Whole columns, for scans.
    const Column<EventId> &ids() const { return m_id; }
    const Column<Instant> &begins() const { return m_begin; }  // earliestBegin
    const Column<Instant> &latestBegins() const { return m_latestBegin; }
    const Column<Instant> &earliestEnds() const { return m_earliestEnd; }
    const Column<Instant> &ends() const { return m_end; }                // latestEnd
    const Column<Instant> &runningEnds() const { return m_runningEnd; }  // max of ends so far
    const Column<Precision> &precisions() const { return m_precision; }
    const Column<std::uint32_t> &kinds() const { return m_kind; }
    const Column<std::uint32_t> &statuses() const { return m_status; }
    const Column<std::uint32_t> &places() const { return m_place; }

    const Vocabulary &kindWords() const { return m_kindWords; }
    const Vocabulary &statusWords() const { return m_statusWords; }
    const Vocabulary &placeWords() const { return m_placeWords; }

    // Dated rows that can overlap the span lie in [first, last): two binary searches. Rows in it
    // must still be tested against ends().
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    Range candidates(TimeSpan span) const;
    // From the first earliest begin to the last latest end that are not distant; empty at 0 for
    // no dated event.
    TimeSpan extent() const { return m_extent; }

private:
    struct Before;  // what an edit begins with
    struct Reach;

    // Calls f with the name of each column in the cache, and with that column of each of these.
    template <typename F, typename... Columns>
    static void forEachColumn(F &&f, Columns &...columns)
    {
        f("event.id", columns.m_id...);
        f("event.title", columns.m_title...);
        f("event.when_text", columns.m_whenText...);
        f("event.earliest_begin", columns.m_begin...);
        f("event.latest_begin", columns.m_latestBegin...);
        f("event.earliest_end", columns.m_earliestEnd...);
        f("event.latest_end", columns.m_end...);
        f("event.kind", columns.m_kind...);
        f("event.status", columns.m_status...);
        f("event.place", columns.m_place...);
        f("event.form", columns.m_form...);
        f("event.precision", columns.m_precision...);
        f("event.flags", columns.m_flags...);
    }

    TextRef addWhenText(std::string_view text);
    // Whether a row stands before that row of other columns.
    bool precedes(std::uint32_t row, const EventColumns &others, std::uint32_t other) const;
    void sort();
    void joinWith(const EventColumns &before, const std::vector<std::uint32_t> &gone);
    void indexRows();  // all that follows, of rows in order
    void indexDates();
    void indexIds();
    // What indexIds() would make, from what it made before. False where it has to make it anew.
    bool followIds(const EventColumns &before, const std::vector<std::uint32_t> &gone,
                   const RowRuns &runs);

    TextPool m_text;
    Column<EventId> m_id;
    Column<TextRef> m_title;
    Column<TextRef> m_whenText;
    Column<Instant> m_begin;
    Column<Instant> m_latestBegin;
    Column<Instant> m_earliestEnd;
    Column<Instant> m_end;
    Column<Instant> m_runningEnd;
    Column<std::uint32_t> m_kind;
    Column<std::uint32_t> m_status;
    Column<std::uint32_t> m_place;
    Column<DateForm> m_form;
    Column<Precision> m_precision;
    Column<std::uint8_t> m_flags;
    std::vector<TextRef> m_lastWhenTexts;  // by hash, while rows are added: dates repeat
    Column<std::uint32_t> m_rowsById;      // sorted by id; empty where the next one serves
    Column<EventRow> m_rowOfId;            // from m_firstId on
    EventId m_firstId;
    Vocabulary m_kindWords;
    Vocabulary m_statusWords;
    Vocabulary m_placeWords;
    std::uint32_t m_datedSize = 0;
    TimeSpan m_extent;
    std::shared_ptr<const Before> m_before;  // from without() to finish()
};

}  // namespace dateline
