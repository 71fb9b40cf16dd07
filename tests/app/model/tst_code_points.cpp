// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/code_points.h"

using namespace dateline;
using namespace std::string_view_literals;

class tst_code_points : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanTextsAreTold_data();
    void cleanTextsAreTold();
    void countsCodePointsNotBytesOrUnits();
    void placesGoBetweenCodePointsAndBytes();
    void slicesAreCutToTheText();
    void endsAreWholeCodePoints();
};

void tst_code_points::cleanTextsAreTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isClean");
    const auto row = [](const char *name, std::string_view bytes, bool isClean) {
        QTest::newRow(name) << QByteArray(bytes.data(), qsizetype(bytes.size())) << isClean;
    };
    row("empty", ""sv, true);
    row("ascii with line ends", "a\r\n\tb\x7f"sv, true);
    row("two, three and four bytes", "é 김 😀"sv, true);
    row("the last code point", "\xF4\x8F\xBF\xBF"sv, true);
    row("beyond the last", "\xF4\x90\x80\x80"sv, false);
    row("lone continuation", "a\x80"sv, false);
    row("cut short", "\xEA\xB9"sv, false);
    row("cut short, four bytes", "\xF0\x9F\x98"sv, false);
    row("overlong slash", "\xC0\xAF"sv, false);
    row("overlong, three bytes", "\xE0\x80\xAF"sv, false);
    row("overlong, four bytes", "\xF0\x80\x80\xAF"sv, false);
    row("surrogate", "\xED\xA0\x80"sv, false);
    row("just before the surrogates", "\xED\x9F\xBF"sv, true);
    row("latin-1", "caf\xE9 "sv, false);
    row("never a byte of UTF-8", "\xFF"sv, false);
    row("null character", "a\0b"sv, false);
}

void tst_code_points::cleanTextsAreTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isClean);
    QCOMPARE(isCleanUtf8({bytes.data(), std::size_t(bytes.size())}), isClean);
}

void tst_code_points::countsCodePointsNotBytesOrUnits()
{
    QCOMPARE(codePointCount(""), std::int64_t(0));
    QCOMPARE(codePointCount("김정은"), std::int64_t(3));
    QCOMPARE(codePointCount("a😀b"), std::int64_t(3));      // four units of UTF-16
    QCOMPARE(codePointCount("e\u0301"), std::int64_t(2));  // a letter and its accent
}

void tst_code_points::placesGoBetweenCodePointsAndBytes()
{
    constexpr std::string_view kText = "a김😀b";
    QCOMPARE(byteOffset(kText, 0), std::size_t(0));
    QCOMPARE(byteOffset(kText, 1), std::size_t(1));
    QCOMPARE(byteOffset(kText, 2), std::size_t(4));
    QCOMPARE(byteOffset(kText, 3), std::size_t(8));
    QCOMPARE(byteOffset(kText, 4), std::size_t(9));
    QCOMPARE(byteOffset(kText, 99), std::size_t(9));
    QCOMPARE(byteOffset(kText, -5), std::size_t(0));
}

void tst_code_points::slicesAreCutToTheText()
{
    constexpr std::string_view kText = "a김😀b";
    QCOMPARE(codePointSlice(kText, 1, 3), "김😀"sv);
    QCOMPARE(codePointSlice(kText, 0, 4), kText);
    QCOMPARE(codePointSlice(kText, 3, 99), "b"sv);
    QCOMPARE(codePointSlice(kText, 7, 9), ""sv);
    QCOMPARE(codePointSlice(kText, 2, 2), ""sv);
    QCOMPARE(codePointSlice(kText, 3, 1), ""sv);
    QCOMPARE(codePointSlice(kText, -2, 1), "a"sv);
}

void tst_code_points::endsAreWholeCodePoints()
{
    constexpr std::string_view kText = "a김😀b";
    QCOMPARE(lastCodePoints(kText, 2), "😀b"sv);
    QCOMPARE(lastCodePoints(kText, 0), ""sv);
    QCOMPARE(lastCodePoints(kText, 99), kText);
    QCOMPARE(firstCodePoints(kText, 2), "a김"sv);
    QCOMPARE(firstCodePoints(kText, 0), ""sv);
    QCOMPARE(firstCodePoints(kText, 99), kText);
}

QTEST_GUILESS_MAIN(tst_code_points)
#include "tst_code_points.moc"
