// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/event_annotation_form.h"

#include <algorithm>

#include "app/model/date_order.h"
#include "app/model/grade.h"
#include "app/model/mentions.h"
#include "app/model/quantity_notation.h"
#include "app/suggestions/clause_title.h"
#include "ui/bridge/date_setting.h"
#include "ui/bridge/text.h"
#include "ui/views/annotation_chips.h"
#include "ui/views/annotation_quantity_field.h"
#include "ui/views/date_field.h"
#include "ui/views/word_field.h"

namespace dateline::ui {

namespace {

constexpr int kLongestTitle = 60;
constexpr int kLongestClause = 76;  // what leads to a date is of no use without its end

// The kind, of those that the file has, that the words name first: "tests" names "test".
QString kindNamed(const Snapshot &snapshot, const QString &words)
{
    constexpr qsizetype kShortestKind = 4;
    const Vocabulary &kinds = snapshot.events->kindWords();
    QString found;
    qsizetype first = -1;
    for (std::uint32_t i = 0; i < kinds.size(); ++i) {
        const QString kind = toQString(kinds.word(i));
        if (kind.size() < kShortestKind)
            continue;
        for (qsizetype at = words.indexOf(kind, 0, Qt::CaseInsensitive); at >= 0;
             at = words.indexOf(kind, at + 1, Qt::CaseInsensitive)) {
            if (at > 0 && words.at(at - 1).isLetter())
                continue;
            if (first < 0 || at < first) {
                first = at;
                found = kind;
            }
            break;
        }
    }
    return found;
}

}  // namespace

QString shortTitle(const QString &words, int longest)
{
    QString title = words.simplified();
    while (!title.isEmpty() && (title.endsWith(u'.') || title.endsWith(u',') ||
                                title.endsWith(u';') || title.endsWith(u':')))
        title.chop(1);
    if (title.size() > longest) {
        // At the last blank that leaves most of it, so that no word is cut.
        qsizetype end = title.lastIndexOf(u' ', longest - 1);
        if (end < longest / 2)
            end = title[longest - 1].isLowSurrogate() ? longest - 2 : longest - 1;
        title = title.left(end) + QChar(0x2026);
    }
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

EventAnnotationForm::EventAnnotationForm(const ViewContext &viewContext,
                                         const SelectedWords &selected, QWidget *parent)
    : AnnotationForm(viewContext, selected, parent),
      m_title(new TextField(tr("Title"), FieldLook::Framed)),
      m_kind(new WordField(tr("Kind"), FieldLook::Framed)),
      m_when(new DateField(tr("When"), FieldLook::Framed)),
      m_status(new WordField(tr("Status"), FieldLook::Framed)),
      m_who(new ActorChips(viewContext, tr("Who took part"))),
      m_quantity(new QuantityField(tr("Quantity"))),
      m_saidBy(new ActorChips(viewContext, tr("Said by"), QStringLiteral("→")))
{
    setHeading(tr("New event"));
    addRow(tr("Title"), m_title);
    addRow(tr("Kind"), m_kind);
    addRow(tr("When"), m_when);
    addRow(tr("Status"), m_status);
    addRow(tr("Who"), m_who);
    addRow(tr("Quantity"), m_quantity);
    addRow(tr("Said by"), m_saidBy);
    m_kind->setChoices(&snapshot().events->kindWords());
    m_kind->setHint(tr("talks, visit, treaty …"));
    m_status->setChoices(nullptr, eventStatuses());
    suggest();
}

void EventAnnotationForm::suggest()
{
    const std::string text = sayingUtf8();
    m_status->setValue(toQString(eventStatuses().front()));
    m_when->setSetting(words().setting, dateWidthsOf(context().hub));
    // The words themselves, or a phrase in them, with all that it can mean.
    const std::string selected = wordsUtf8();
    if (const std::vector<DateReading> readings = dateReadings(selected, words().setting);
        !readings.empty()) {
        m_when->setReadings(words().words.simplified(), readings);
    } else if (const std::vector<FoundDate> found = findDates(selected, words().setting);
               !found.empty()) {
        const ByteRange place = found.front().place;
        m_when->setReadings(
            toQString(selected.substr(place.begin, place.end - place.begin)).simplified(),
            found.front().readings);
    }
    suggestTitle(!m_when->value().text().empty());
    if (const std::optional<Quantity> quantity = suggestedQuantity())
        m_quantity->setValue(*quantity);

    const std::vector<ActorId> attribution = suggestedAttribution();
    std::vector<ActorId> who;
    for (const ActorId actor : actorsOf(mentionsIn(text, *snapshot().actors))) {
        if (std::find(attribution.begin(), attribution.end(), actor) == attribution.end())
            who.push_back(actor);
    }
    m_who->setActors(who);
    m_saidBy->setActors(attribution);
}

// The clause around a date says what was then; other words speak for themselves. What is dated
// after the day of publication is only expected.
void EventAnnotationForm::suggestTitle(bool isDated)
{
    QString title = words().isSuggestion ? words().sentence : words().words;
    int longest = kLongestTitle;
    if (words().isSuggestion && isDated) {
        const std::size_t begin = toUtf8(words().sentence.left(words().place)).size();
        title = toQString(
            clauseTitle(toUtf8(words().sentence), {begin, begin + toUtf8(words().words).size()}));
        longest = kLongestClause;
    }
    m_title->setValue(shortTitle(title, longest));
    m_kind->setValue(kindNamed(snapshot(), title));
    const When when = m_when->value().when();
    const When published = words().setting.published.when();
    if (when.isDated() && published.isDated() && certainlyBefore(published, when))
        m_status->setValue(QStringLiteral("expected"));
}

QString EventAnnotationForm::problem() const
{
    if (m_title->value().isEmpty())
        return tr("An event needs a title.");
    if (!m_when->problem().isEmpty())
        return m_when->problem();
    return m_quantity->problem();
}

AnnotationTarget EventAnnotationForm::target() const
{
    AnnotationTarget target;
    target.kind = AnnotationTarget::Kind::NewEvent;
    target.event.title = toUtf8(m_title->value());
    target.event.kind = toUtf8(m_kind->value());
    target.event.when = m_when->value();
    target.event.status = toUtf8(m_status->value());
    for (const ActorChips::Chip &chip : m_who->chips()) {
        if (chip.actor)
            target.participations.push_back({{}, {}, chip.actor, {}});
        else
            target.named.push_back({toUtf8(chip.name), "person", {}});
    }

    Claim claim;
    claim.status = target.event.status;
    claim.attribution = m_saidBy->actors();
    std::vector<Claim> claims;
    const auto say = [&](const char *field, std::string value) {
        claim.field = field;
        claim.value = std::move(value);
        claims.push_back(claim);
    };
    if (target.event.when.isDated())
        say("date", target.event.when.text());
    if (std::optional<Quantity> quantity = m_quantity->value()) {
        say("quantity", toNotation({quantity->low, quantity->high, quantity->unit}));
        quantity->what = quantity->unit.empty() ? target.event.title : quantity->unit;
        target.quantities.push_back(*quantity);
    }
    // That it happened is what the words say where they say nothing more exact.
    if (claims.empty())
        say("status", target.event.status);
    target.claim = claims.front();
    target.moreClaims.assign(claims.begin() + 1, claims.end());
    return target;
}

}  // namespace dateline::ui
