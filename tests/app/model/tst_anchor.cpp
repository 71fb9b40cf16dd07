// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/anchor.h"

using namespace dateline;

namespace {

// "begin-end", or "none".
QByteArray place(std::string_view text, std::string_view exact, std::string_view prefix = {},
                 std::string_view suffix = {})
{
    const auto found = anchor(text, exact, prefix, suffix);
    return found ? QByteArray::number(qint64(found->first)) + '-' +
                       QByteArray::number(qint64(found->second))
                 : QByteArray("none");
}

}  // namespace

class tst_anchor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuoteThatStandsOnceNeedsNoContext();
    void placesAreCodePoints();
    void contextChoosesAmongSeveral();
    void theBetterContextWins();
    void equallyGoodPlacesAreNone();
    void aQuoteThatIsNotThereIsNone();
    void lettersThatShareBytesDoNotCountAsContext();
    void overlappingPlacesAreBothSeen();
    void quotesCarryTheirContext();
    void aQuoteIsFoundAgainWhereItWasTaken();
};

void tst_anchor::aQuoteThatStandsOnceNeedsNoContext()
{
    QCOMPARE(place("Shoigu meets Kim.", "Kim"), QByteArray("13-16"));
    QCOMPARE(place("Shoigu meets Kim.", "Kim", "nothing like it", "!"), QByteArray("13-16"));
}

void tst_anchor::placesAreCodePoints()
{
    QCOMPARE(place("😀 김정은 met Шойгу", "Шойгу"), QByteArray("10-15"));
}

void tst_anchor::contextChoosesAmongSeveral()
{
    constexpr std::string_view kText = "Kim said. Then Kim left.";
    QCOMPARE(place(kText, "Kim", "", " left"), QByteArray("15-18"));
    QCOMPARE(place(kText, "Kim", "Then ", ""), QByteArray("15-18"));
    QCOMPARE(place(kText, "Kim", "", " said"), QByteArray("0-3"));
}

void tst_anchor::theBetterContextWins()
{
    // Both are followed by " and"; only one by " and Kim".
    constexpr std::string_view kText = "Putin and Xi; Putin and Kim";
    QCOMPARE(place(kText, "Putin", "", " and Kim"), QByteArray("14-19"));
}

void tst_anchor::equallyGoodPlacesAreNone()
{
    QCOMPARE(place("Kim and Kim", "Kim"), QByteArray("none"));
    QCOMPARE(place("a Kim b, a Kim b", "Kim", "a ", " b"), QByteArray("none"));
}

void tst_anchor::aQuoteThatIsNotThereIsNone()
{
    QCOMPARE(place("Shoigu", "Kim"), QByteArray("none"));
    QCOMPARE(place("Shoigu", ""), QByteArray("none"));
    QCOMPARE(place("", "Kim"), QByteArray("none"));
}

void tst_anchor::lettersThatShareBytesDoNotCountAsContext()
{
    // U+0401 and U+0441 end in the same byte, U+0440 and U+0441 begin with the same one.
    QCOMPARE(place("Ёx, ыx", "x", "с", ""), QByteArray("none"));
    QCOMPARE(place("xр, xы", "x", "", "с"), QByteArray("none"));
}

void tst_anchor::overlappingPlacesAreBothSeen()
{
    QCOMPARE(place("aaa", "aa"), QByteArray("none"));
    QCOMPARE(place("aaab", "aa", "", "b"), QByteArray("1-3"));
}

void tst_anchor::quotesCarryTheirContext()
{
    const std::string before(40, 'x');
    const Quote quote = quoteAt(before + "김정은" + "после", 40, 43);
    QCOMPARE(quote.exact, std::string("김정은"));
    QCOMPARE(quote.prefix, std::string(32, 'x'));
    QCOMPARE(quote.suffix, std::string("после"));
    const Quote atStart = quoteAt("김정은", 0, 1);
    QCOMPARE(atStart.exact, std::string("김"));
    QCOMPARE(atStart.prefix, std::string());
    QCOMPARE(atStart.suffix, std::string("정은"));
}

void tst_anchor::aQuoteIsFoundAgainWhereItWasTaken()
{
    constexpr std::string_view kText = "Kim met Шойгу; 김정은 met Шойгу; Kim left";
    for (std::int64_t begin = 0; begin < 40; ++begin) {
        const Quote quote = quoteAt(kText, begin, begin + 3);
        if (quote.exact.empty())
            continue;
        const auto found = anchor(kText, quote.exact, quote.prefix, quote.suffix);
        QVERIFY(found.has_value());
        QCOMPARE(found->first, begin);
    }
}

QTEST_GUILESS_MAIN(tst_anchor)
#include "tst_anchor.moc"
