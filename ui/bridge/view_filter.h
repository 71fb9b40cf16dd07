// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter of the window with its own back and forward, the as-of date, and how the timeline
// groups and colours. Not edits: nothing here is written into the file. GUI thread.
#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>

#include "app/model/filter.h"
#include "app/model/view_choice.h"

namespace dateline::ui {

class SessionHub;

class ViewFilter final : public QObject {
    Q_OBJECT

public:
    enum class FilteredOut { Hidden, Dimmed, Shown };
    enum class Part { Range, Text, Kinds, Statuses, Places, Tags, Actors, Sources, Known };

    explicit ViewFilter(SessionHub &hub, QObject *parent = nullptr);

    const Filter &filter() const { return m_filter; }
    void setFilter(Filter filter);  // remembers the old one for back()
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
    const RowSet &shown() const;
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
    void asOfChanged();
    void appearanceChanged();  // grouping, colouring, filteredOut

private:
    void invalidate();
    void findText();

    SessionHub &m_hub;
    Filter m_filter;
    std::vector<Filter> m_back;
    std::vector<Filter> m_forward;
    FilteredOut m_filteredOut = FilteredOut::Hidden;
    std::optional<Instant> m_asOf;
    QString m_asOfText;
    Grouping m_grouping = Grouping::Actor;
    Colouring m_colouring = Colouring::Kind;
    mutable std::optional<RowSet> m_shown;
    quint64 m_revision = 0;
};

}  // namespace dateline::ui
