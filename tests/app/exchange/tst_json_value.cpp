// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/json_value.h"

#include <QTest>

using namespace dateline;

class tst_json_value : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersStayAsWritten();
    void membersKeepTheirOrder();
    void pointersReachValues();
    void deepNestingIsRefused();
    void brokenTextIsRefusedWithItsPlace();
    void aByteOrderMarkIsSkipped();
};

void tst_json_value::numbersStayAsWritten()
{
    const Result<JsonValue> value = parseJson("[1.50, 10000, -7, 1e2, true, null, \"x\"]");
    QVERIFY(value.has_value());
    QCOMPARE(value->elements[0].text, std::string("1.50"));
    QCOMPARE(value->elements[1].text, std::string("10000"));
    QCOMPARE(value->elements[2].text, std::string("-7"));
    QCOMPARE(value->elements[3].text, std::string("1e2"));
    QCOMPARE(value->elements[4].text, std::string("true"));
    QVERIFY(value->elements[5].kind == JsonValue::Kind::Null);
}

void tst_json_value::membersKeepTheirOrder()
{
    const Result<JsonValue> value = parseJson(R"({"z":1,"a":{"b":[2]},"m":3})");
    QVERIFY(value.has_value());
    QCOMPARE(value->members[0].name, std::string("z"));
    QCOMPARE(value->members[2].name, std::string("m"));
}

void tst_json_value::pointersReachValues()
{
    const Result<JsonValue> value = parseJson(R"({"a/b":{"~":[10,20]},"":5})");
    QVERIFY(value.has_value());
    QCOMPARE(value->at("/a~1b/~0/1")->text, std::string("20"));
    QCOMPARE(value->at("/")->text, std::string("5"));
    QVERIFY(value->at("/a~1b/~0/2") == nullptr);
    QVERIFY(value->at("") == &*value);
}

void tst_json_value::deepNestingIsRefused()
{
    for (const std::string open : {"[", "{\"a\":"}) {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += open;
        const Result<JsonValue> value = parseJson(text);
        QVERIFY(!value);
        QVERIFY(value.error().detail.find("deep") != std::string::npos);
    }
}

void tst_json_value::brokenTextIsRefusedWithItsPlace()
{
    const Result<JsonValue> value = parseJson("{\n  \"a\": tru\n}");
    QVERIFY(!value);
    QVERIFY2(value.error().detail.find("line 2") != std::string::npos,
             value.error().detail.c_str());
    QVERIFY(!parseJson(""));
    QVERIFY(!parseJson("[1] 2"));
    QVERIFY(!parseJson("\"\xFF\""));
}

void tst_json_value::aByteOrderMarkIsSkipped()
{
    QVERIFY(parseJson("\xEF\xBB\xBF{}").has_value());
}

QTEST_GUILESS_MAIN(tst_json_value)
#include "tst_json_value.moc"
