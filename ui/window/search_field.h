// SPDX-License-Identifier: GPL-3.0-or-later
// "Search everything": hits of all kinds while typing, arrow keys and Enter to go to one, and as
// the first entry the words as a filter. The hits hang below the field and go when it loses focus.
// A worker finds them; typing on, Escape and leaving the field stop it.
#pragma once

#include <vector>

#include <QLineEdit>

#include "app/model/ids.h"
#include "ui/bridge/live_search.h"
#include "ui/bridge/view_context.h"

class QListWidget;
class QTimer;

namespace dateline::ui {

class SearchField final : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(const ViewContext &context, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void search();
    void showFound(const std::vector<SearchHit> &hits);
    void showHits();
    void accept(int row);
    void closeHits();

    ViewContext m_context;
    QListWidget *m_hits;
    QTimer *m_delay;
    LiveSearch m_search;
    QString m_words;              // that were looked for last
    bool m_acceptsFirst = false;  // Enter was pressed before anything was found
    std::vector<ItemRef>
        m_items;  // one per row that leads somewhere; none in the first: the filter
};

}  // namespace dateline::ui
