// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter of the window with its own back and forward, the as-of date, and how the timeline
// groups and colours. Not edits: nothing here is written into the file. GUI thread.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>

#include "app/model/filter.h"
#include "app/model/view_choice.h"

namespace dateline::ui {

class SessionHub;
class WordsLookup;

class ViewFilter final : public QObject {
    Q_OBJECT

public:
    enum class FilteredOut { Hidden, Dimmed, Shown };
    enum class Part { Range, Text, Kinds, Statuses, Places, Tags, Actors, Sources, Known };

    explicit ViewFilter(SessionHub &hub, QObject *parent = nullptr);

    const Filter &filter() const { return m_filter; }
    // Remembers the old one for back(). Words are looked for in a large file first: until they are
    // found all is as it was.
    void setFilter(Filter filter);
    bool isLooking() const { return m_wished.has_value(); }
    QString lookingFor() const;  // the words; empty: for none
    void setRange(std::optional<TimeSpan> range, const QString &text = QString());
    void setText(const QString &text);
    // Only what a source had published before; none: whenever it was.
    void setKnownBefore(std::optional<Instant> instant, const QString &text = QString());
    void clearPart(Part part);
    void clear();

    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }
    void goBack();
    void goForward();

    // The events of the hub's snapshot that pass; computed once per filter and snapshot.
    const RowSet &shown() const { return *sharedShown(); }
    const std::shared_ptr<const RowSet> &sharedShown() const;  // for a worker
    QString sentence() const;  // "none", or "2024 · kind visit or talks · with Kim Jong Un"
    // One per part in use, for the status bar's chips.
    struct Chip {
        Part part;
        QString text;
    };
    std::vector<Chip> chips() const;

    FilteredOut filteredOut() const { return m_filteredOut; }
    void setFilteredOut(FilteredOut choice);

    // The day on which roles, labels and relations are read; none: now known (the newest).
    std::optional<Instant> asOf() const { return m_asOf; }
    QString asOfText() const { return m_asOfText; }
    void setAsOf(std::optional<Instant> asOf, const QString &text = QString());

    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);
    Colouring colouring() const { return m_colouring; }
    void setColouring(Colouring colouring);

    // Counts whatever changes what is shown or how: two equal numbers, the same picture.
    quint64 revision() const { return m_revision; }

Q_SIGNALS:
    void changed();  // filter, or what passes it
    void lookingChanged();
    void asOfChanged();
    void appearanceChanged();  // grouping, colouring, filteredOut

private:
    void invalidate();
    const Filter &wished() const { return m_wished ? *m_wished : m_filter; }
    enum class Step { Onwards, Back, Forward };
    void wish(Filter filter, Step step);
    void take(Filter filter, Step step);
    void lookForWished();
    void stopLooking();
    void findTextAgain();

    SessionHub &m_hub;
    WordsLookup *m_words;
    Filter m_filter;
    std::optional<Filter> m_wished;  // its words are being looked for
    Step m_step = Step::Onwards;     // by which it is reached
    // Without what their words found: of a common word that is every seventh event.
    std::vector<Filter> m_back;
    std::vector<Filter> m_forward;
    FilteredOut m_filteredOut = FilteredOut::Hidden;
    std::optional<Instant> m_asOf;
    QString m_asOfText;
    Grouping m_grouping = Grouping::Actor;
    Colouring m_colouring = Colouring::Kind;
    mutable std::shared_ptr<const RowSet> m_shown;  // when asked for
    quint64 m_revision = 0;
};

}  // namespace dateline::ui
