// SPDX-License-Identifier: GPL-3.0-or-later
// What the text itself suggests: faint marks, what they would mean, and going through them by key.
#include <algorithm>

#include "ui/bridge/date_setting.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/tables/cell_text.h"
#include "ui/views/annotation_form.h"
#include "ui/views/item_text.h"
#include "ui/views/source_view.h"

namespace dateline::ui {

namespace {

bool endsSentence(const QString &text, int at)
{
    const QChar letter = text.at(at);
    if (letter == u'\n')
        return at + 1 < text.size() && text.at(at + 1) == u'\n';
    if (letter == u'。' || letter == u'…')
        return true;
    if (letter != u'.' && letter != u'!' && letter != u'?')
        return false;
    // "3.5" and "e.g. this" go on; a capital or the text's end begins anew.
    int next = at + 1;
    while (next < text.size() && (text.at(next) == u'"' || text.at(next) == u'”'))
        ++next;
    if (next < text.size() && !text.at(next).isSpace())
        return false;
    while (next < text.size() && text.at(next).isSpace())
        ++next;
    const bool isInitial =
        at >= 1 && text.at(at - 1).isUpper() && (at < 2 || !text.at(at - 2).isLetter());
    return next >= text.size() || (!text.at(next).isLower() && !isInitial);
}

// From the words to the ends of the sentence that they stand in.
TextRange sentenceAround(const QString &text, TextRange range)
{
    constexpr int kLongest = 600;
    int begin = range.begin;
    while (begin > 0 && range.begin - begin < kLongest && !endsSentence(text, begin - 1))
        --begin;
    int end = range.end;
    while (end < text.size() && end - range.end < kLongest && !endsSentence(text, end))
        ++end;
    if (end < text.size() && text.at(end) != u'\n')
        ++end;
    while (begin < end && text.at(begin).isSpace())
        ++begin;
    return {begin, end};
}

}  // namespace

void SourceView::setSuggesting(bool isSuggesting)
{
    if (isSuggesting == m_isSuggesting)
        return;
    m_isSuggesting = isSuggesting;
    suggest();
}

void SourceView::suggest()
{
    const Source *source = m_shown->sources->find(m_source);
    if (!m_isSuggesting || source == nullptr) {
        m_suggester.clear();
        return;
    }
    m_suggester.read(m_text->text(),
                     dateSettingOf(m_context.hub, source->published, source->language));
}

QString SourceView::suggestionTip(int index) const
{
    const std::vector<SuggestedText> &found = m_suggester.found();
    if (index < 0 || static_cast<std::size_t>(index) >= found.size())
        return {};
    const TextSuggestion &suggestion = found[static_cast<std::size_t>(index)].suggestion;
    QString tip;
    switch (suggestion.kind) {
    case TextSuggestion::Kind::Date: {
        const DateReading &reading = suggestion.readings.front();
        tip = joined({dateText(reading.date), boundsText(reading.date)});
        if (const std::string_view because = becauseOf(reading.rule); !because.empty())
            tip += QStringLiteral("\n") + toQString(because);
        if (const std::size_t others = suggestion.readings.size() - 1; others > 0)
            tip += QStringLiteral("\n") + tr("or %1").arg(dateText(suggestion.readings[1].date));
        break;
    }
    case TextSuggestion::Kind::Quantity:
        tip = tr("A quantity: %1").arg(quantityText(suggestion.quantity));
        break;
    case TextSuggestion::Kind::Attribution:
        tip = tr("Somebody says so");
        break;
    }
    return tip + QStringLiteral("\n") + tr("Only a suggestion. Click, then a key, annotates it.");
}

void SourceView::stepSuggestion(int direction)
{
    const std::vector<SuggestedWords> &all = m_text->suggestions();
    const TextRange selected = m_text->selectedRange();
    const int from = selected.isEmpty() ? m_text->caret() : selected.begin;
    const SuggestedWords *next = nullptr;
    for (const SuggestedWords &words : all) {
        const bool isOpen = m_text->marks().at(words.range.begin).empty();
        if (!isOpen)
            continue;
        if (direction < 0 && words.range.begin < from)
            next = &words;
        const bool isAhead =
            selected.isEmpty() ? words.range.begin >= from : words.range.begin > from;
        if (direction > 0 && isAhead) {
            next = &words;
            break;
        }
    }
    if (next == nullptr)
        return;
    const TextRange range = next->range;
    m_text->selectRange(range);
    m_text->reveal(range);
    showBar();
}

bool SourceView::selectNextDate()
{
    for (const SuggestedWords &words : m_text->suggestions()) {
        if (words.kind != SuggestedWords::Kind::Date || words.range.begin < m_text->caret() ||
            !m_text->marks().at(words.range.begin).empty())
            continue;
        const TextRange range = words.range;
        m_text->selectRange(range);
        return true;
    }
    return false;
}

SelectedWords SourceView::wordsOf(TextRange range) const
{
    SelectedWords words;
    const QString &text = m_text->text();
    words.words = text.mid(range.begin, range.end - range.begin);
    const TextRange sentence = sentenceAround(text, range);
    words.sentence = text.mid(sentence.begin, sentence.end - sentence.begin);
    words.place = range.begin - sentence.begin;
    const auto &all = m_text->suggestions();
    words.isSuggestion = std::any_of(all.begin(), all.end(), [range](const SuggestedWords &found) {
        return found.range == range;
    });
    words.source = m_source;
    if (const Source *source = m_shown->sources->find(m_source)) {
        words.setting = dateSettingOf(m_context.hub, source->published, source->language);
        words.outlet = source->outlet;
    }
    return words;
}

}  // namespace dateline::ui
