// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/text_decoding.h"

#include <QTest>

using namespace dateline;

class tst_text_decoding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void utf8IsTakenAsItIs();
    void marksDecide_data();
    void marksDecide();
    void otherEncodingsAreGuessedAndNamed();
    void utf16WithoutAMarkIsSeen();
    void anyBytesBecomeValidUtf8();
    void invalidPartsAreReplacedOneByOne();
    void aNamedEncodingIsUsed();
    void anUnknownEncodingIsRefused();
};

void tst_text_decoding::utf8IsTakenAsItIs()
{
    const DecodedText decoded = decodeText("Шойгу 김정은 é");
    QCOMPARE(decoded.text, std::string("Шойгу 김정은 é"));
    QCOMPARE(decoded.encoding, std::string("UTF-8"));
    QVERIFY(!decoded.isGuessed);
    QVERIFY(decoded.remark().empty());
}

void tst_text_decoding::marksDecide_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8") << QByteArray("\xEF\xBB\xBFhi");
    QTest::newRow("UTF-16LE") << QByteArray("\xFF\xFEh\0i\0", 6);
    QTest::newRow("UTF-16BE") << QByteArray("\xFE\xFF\0h\0i", 6);
    QTest::newRow("UTF-32LE") << QByteArray("\xFF\xFE\0\0h\0\0\0i\0\0\0", 12);
}

void tst_text_decoding::marksDecide()
{
    QFETCH(QByteArray, bytes);
    const DecodedText decoded =
        decodeText(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    QCOMPARE(decoded.text, std::string("hi"));
    QVERIFY(!decoded.isGuessed);
}

void tst_text_decoding::otherEncodingsAreGuessedAndNamed()
{
    // "Встреча с Владимиром Путиным во Владивостоке" in windows-1251.
    const std::string bytes =
        "\xC2\xF1\xF2\xF0\xE5\xF7\xE0 \xF1 \xC2\xEB\xE0\xE4\xE8\xEC\xE8\xF0\xEE\xEC "
        "\xCF\xF3\xF2\xE8\xED\xFB\xEC \xE2\xEE "
        "\xC2\xEB\xE0\xE4\xE8\xE2\xEE\xF1\xF2\xEE\xEA\xE5";
    const DecodedText decoded = decodeText(bytes);
    QCOMPARE(decoded.text, std::string("Встреча с Владимиром Путиным во Владивостоке"));
    QVERIFY(decoded.isGuessed);
    QVERIFY(decoded.remark().find("windows-1251") != std::string::npos);
}

void tst_text_decoding::utf16WithoutAMarkIsSeen()
{
    std::string bytes;
    for (const char c : std::string_view("A table without a mark\n"))
        bytes.append(1, c).append(1, '\0');
    QCOMPARE(decodeText(bytes).text, std::string("A table without a mark\n"));
}

void tst_text_decoding::anyBytesBecomeValidUtf8()
{
    std::string bytes;
    unsigned state = 1;
    for (int i = 0; i < 20'000; ++i) {
        state = state * 1'103'515'245 + 12'345;
        bytes += static_cast<char>(state >> 16);
        if (i % 500 == 0)
            QVERIFY(!firstInvalidUtf8(decodeText(bytes).text));
    }
}

void tst_text_decoding::invalidPartsAreReplacedOneByOne()
{
    QCOMPARE(repairedUtf8("a\xF0\x9F\x98 b"), std::string("a\xEF\xBF\xBD b"));
    QCOMPARE(repairedUtf8("\xED\xA0\x80"),
             std::string("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"));  // a surrogate
    QCOMPARE(firstInvalidUtf8("0123456789\xC0\x80").value(), 10u);  // overlong
}

void tst_text_decoding::aNamedEncodingIsUsed()
{
    const Result<DecodedText> decoded = decodeTextAs("Stra\xDF"
                                                     "e",
                                                     "windows-1252");
    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->text, std::string("Straße"));
    const Result<DecodedText> strict = decodeTextAs("Stra\xDF"
                                                    "e",
                                                    "utf-8");
    QVERIFY(!strict);
    QVERIFY(strict.error().detail.find('5') != std::string::npos);
}

void tst_text_decoding::anUnknownEncodingIsRefused()
{
    QVERIFY(!decodeTextAs("x", "klingon"));
}

QTEST_GUILESS_MAIN(tst_text_decoding)
#include "tst_text_decoding.moc"
