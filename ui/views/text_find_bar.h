// SPDX-License-Identifier: GPL-3.0-or-later
// Finds words in the text of a source: a line below the header with "n of m", next and previous.
// Matches are shown in the text while it is open; Enter goes on, Shift+Enter back, Esc closes.
#pragma once

#include <QWidget>

#include "ui/views/source_text.h"

class QLabel;
class QLineEdit;

namespace dateline::ui {

class TextFindBar final : public QWidget {
    Q_OBJECT

public:
    explicit TextFindBar(SourceText &text, QWidget *parent = nullptr);

    void open();  // with the selected words, if they are few
    void step(int direction);
    void textChanged();  // another source is shown

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();
    void close();
    void showCount();

    SourceText &m_text;
    QLineEdit *m_words;
    QLabel *m_count;
    std::vector<TextRange> m_found;
    int m_current = -1;
};

}  // namespace dateline::ui
