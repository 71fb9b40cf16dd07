// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every text: no crash, spans inside of it and in order, readings that are EDTF.
#include <QTest>

#include <rapidcheck.h>

#include "app/phrases/date_phrase.h"

using namespace dateline;

namespace {

// Words of dates in any order come nearer to what can go wrong than letters do.
const std::vector<std::string> kPieces = {
    "last ",   "next ",     "the ",     "first ",  "week ",       "of ",       "May ",    "march ",
    "Friday ", "2024 ",     "3 ",       "31 ",     "12/13/2024 ", "29.2. ",    "10:30 ",  "pm ",
    "ago ",    "two ",      "years ",   "before ", "since ",      "until ",    "from ",   "to ",
    "and ",    "between ",  "early ",   "end of ", "quarter ",    "century ",  "'s ",     "1990s ",
    "fiscal ", "autumn ",   "weekend ", "Easter ", "GMT ",        ", ",        ". ",      "- ",
    "/",       "99999999 ", "0 ",       "a ",      "day ",        "days ",     "after ",  "every ",
    "circa ",  "perhaps ",  "\xED\x95", "지난 ",   "달",          "년 ",       "월 ",     "일",
    "부터 ",   "прошлой ",  "осенью ",  "года ",   "vor ",        "Tagen ",    "il y a ", "ans ",
    "\n\n",    "\xC3",      "’s ",      "–",       "hundred ",    "thousand ", "second ", "decade ",
    "later ",  "now "};

std::string anyText()
{
    if (*rc::gen::arbitrary<bool>())
        return *rc::gen::arbitrary<std::string>();
    std::string text;
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i)
        text += kPieces[static_cast<std::size_t>(
            *rc::gen::inRange(0, static_cast<int>(kPieces.size())))];
    return text;
}

PhraseContext anyContext()
{
    static const std::vector<std::string> kLanguages = {"", "en", "de", "fr", "ru", "uk", "ko"};
    PhraseContext context;
    context.reference = addDays({1900, 1, 1}, *rc::gen::inRange(-700'000, 2'900'000));
    context.language = kLanguages[static_cast<std::size_t>(*rc::gen::inRange(0, 7))];
    context.isSouthernHemisphere = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>())
        context.preceding = addDays(context.reference, *rc::gen::inRange(-9'000, 9'000));
    return context;
}

void checkReadings(const std::vector<PhraseReading> &readings)
{
    for (const PhraseReading &reading : readings) {
        const Result<Edtf> again = Edtf::parse(reading.date.text());
        RC_ASSERT(again.has_value() && again->isDated() && *again == reading.date);
        RC_ASSERT(!phraseRuleWords(reading.rule).empty());
        RC_ASSERT(!reading.begin || !reading.end || *reading.begin < *reading.end);
        const DateBounds &bounds = reading.date.when().bounds;
        RC_ASSERT(bounds.earliestBegin.isDistant() == !reading.begin);
        RC_ASSERT(bounds.latestEnd.isDistant() == !reading.end);
        const bool hasTime = reading.date.text().find('T') != std::string::npos;
        if (reading.begin && !hasTime)
            RC_ASSERT(civilDateAt(bounds.earliestBegin) == *reading.begin);
        if (reading.end && !hasTime)
            RC_ASSERT(civilDateAt(bounds.latestEnd) == *reading.end);
    }
}

}  // namespace

class tst_phrase_properties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReadingIsADateWithTheBoundsItSays();
    void spansLieInsideTheTextInOrder();
};

void tst_phrase_properties::everyReadingIsADateWithTheBoundsItSays()
{
    QVERIFY(rc::check([] { checkReadings(readDatePhrase(anyText(), anyContext())); }));
}

void tst_phrase_properties::spansLieInsideTheTextInOrder()
{
    QVERIFY(rc::check([] {
        const std::string text = anyText();
        std::size_t last = 0;
        for (const DatePhrase &phrase : findDatePhrases(text, anyContext())) {
            RC_ASSERT(phrase.begin >= last && phrase.begin < phrase.end);
            RC_ASSERT(phrase.end <= text.size());
            RC_ASSERT((phrase.kind == PhraseKind::Date) == !phrase.readings.empty());
            checkReadings(phrase.readings);
            last = phrase.end;
        }
    }));
}

QTEST_GUILESS_MAIN(tst_phrase_properties)
#include "tst_phrase_properties.moc"
