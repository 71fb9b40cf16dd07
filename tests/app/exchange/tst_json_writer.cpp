// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/json_writer.h"

#include <QTest>

#include <limits>

using namespace dateline;

class tst_json_writer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void membersComeInTheirOrder();
    void layoutIndents();
    void whatJsonForbidsIsEscaped();
    void invalidUtf8IsRepaired();
    void whatIsNoNumberIsNull();
};

void tst_json_writer::membersComeInTheirOrder()
{
    std::string out;
    JsonWriter json(out);
    json.beginObject().member("z", 1).member("a", true).key("list").beginArray();
    json.value("x").value(2.5).null().end().key("empty").beginObject().end().end();
    QCOMPARE(out, std::string(R"({"z":1,"a":true,"list":["x",2.5,null],"empty":{}})"));
}

void tst_json_writer::layoutIndents()
{
    std::string out;
    JsonWriter json(out, JsonWriter::Layout::Indented);
    json.beginObject().key("a").beginArray().value(1).end().end();
    QCOMPARE(out, std::string("{\n  \"a\": [\n    1\n  ]\n}"));
}

void tst_json_writer::whatJsonForbidsIsEscaped()
{
    std::string out;
    appendJsonText(out, std::string_view("\"\\\n\t\x01\0\x7F é", 9));
    QCOMPARE(out, std::string("\"\\\"\\\\\\n\\t\\u0001\\u0000\\u007f \xC3\""));
}

void tst_json_writer::invalidUtf8IsRepaired()
{
    std::string out;
    JsonWriter(out).value("a\xFF");
    QCOMPARE(out, std::string("\"a\xEF\xBF\xBD\""));
}

void tst_json_writer::whatIsNoNumberIsNull()
{
    std::string out;
    JsonWriter json(out);
    json.beginArray().value(std::numeric_limits<double>::infinity());
    json.value(std::numeric_limits<double>::quiet_NaN()).value(100000.0).end();
    QCOMPARE(out, std::string("[null,null,100000]"));
}

QTEST_GUILESS_MAIN(tst_json_writer)
#include "tst_json_writer.moc"
