// SPDX-License-Identifier: GPL-3.0-or-later
// The events of one snapshot as columns, sorted by earliest begin, then id; undated events last.
// All vectors have the same length. Built once (add, then finish), then shared as const.
#pragma once

#include <string_view>
#include <vector>

#include "app/base/text_pool.h"
#include "app/model/date_bounds.h"
#include "app/model/ids.h"
#include "app/model/vocabulary.h"

namespace dateline {

class ColumnReader;
class ColumnWriter;

class EventColumns {
public:
    // Appends a row in any order. Only before finish().
    void add(EventId id, std::string_view title, std::string_view kind, std::string_view whenText,
             const When &when, std::string_view status, std::string_view place);
    // Sorts the rows and builds the indexes: O(n log n), O(n) where few rows are out of order.
    void finish();
    // A copy without these events, to which more can be added before it is finished: for the few
    // rows that an edit touches. Their titles stay in its memory.
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
    const std::vector<EventId> &ids() const { return m_id; }
    const std::vector<Instant> &begins() const { return m_begin; }  // earliestBegin
    const std::vector<Instant> &latestBegins() const { return m_latestBegin; }
    const std::vector<Instant> &earliestEnds() const { return m_earliestEnd; }
    const std::vector<Instant> &ends() const { return m_end; }                // latestEnd
    const std::vector<Instant> &runningEnds() const { return m_runningEnd; }  // max of ends so far
    const std::vector<std::uint32_t> &kinds() const { return m_kind; }
    const std::vector<std::uint32_t> &statuses() const { return m_status; }
    const std::vector<std::uint32_t> &places() const { return m_place; }

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
    TextRef addWhenText(std::string_view text);
    void indexRows();  // running ends, extent and rows by id, of rows in order
    void indexIds();

    TextPool m_text;
    std::vector<EventId> m_id;
    std::vector<TextRef> m_title;
    std::vector<TextRef> m_whenText;
    std::vector<Instant> m_begin;
    std::vector<Instant> m_latestBegin;
    std::vector<Instant> m_earliestEnd;
    std::vector<Instant> m_end;
    std::vector<Instant> m_runningEnd;
    std::vector<std::uint32_t> m_kind;
    std::vector<std::uint32_t> m_status;
    std::vector<std::uint32_t> m_place;
    std::vector<DateForm> m_form;
    std::vector<Precision> m_precision;
    std::vector<std::uint8_t> m_flags;
    std::vector<TextRef> m_lastWhenTexts;   // by hash, while rows are added: dates repeat
    std::vector<std::uint32_t> m_rowsById;  // sorted by id; empty where the next one serves
    std::vector<EventRow> m_rowOfId;        // from m_firstId on
    EventId m_firstId;
    Vocabulary m_kindWords;
    Vocabulary m_statusWords;
    Vocabulary m_placeWords;
    std::uint32_t m_datedSize = 0;
    TimeSpan m_extent;
};

}  // namespace dateline
