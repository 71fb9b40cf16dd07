// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mapping_template.h"

#include <QTest>

using namespace dateline;

namespace {

// Columns "a" (1,234 = value), "b" (missing) and "c".
const std::vector<std::string> kColumns = {"a", "b", "c"};

std::vector<WordMap> maps()
{
    WordMap map;
    map.name = "words";
    map.values["one"] = "1";
    map.rules.push_back({{"t*o", "*ee"}, "several"});
    map.otherwise = "";
    return {map};
}

TemplateNames names()
{
    return {[](std::string_view name) {
                for (std::size_t i = 0; i < kColumns.size(); ++i)
                    if (kColumns[i] == name)
                        return static_cast<int>(i);
                return -1;
            },
            [](std::string_view name) { return name == "words" ? 0 : -1; }};
}

struct Answer {
    std::optional<std::string> value;
    bool isRefused = false;
};

Answer answer(std::initializer_list<const char *> alternatives, const std::string &a)
{
    ValueTemplate value;
    for (const char *text : alternatives) {
        Result<std::vector<TemplatePart>> parts = parseTemplate(text, names());
        if (!parts)
            return {"broken: " + parts.error().detail, false};
        value.alternatives.push_back(*std::move(parts));
    }
    RecordValues record;
    record.columns = {a, std::nullopt, "third"};
    const std::optional<std::string> result = evaluate(value, record, maps());
    return {result, record.fault.has_value()};
}

}  // namespace

class tst_mapping_template : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void templatesGiveValues_data();
    void templatesGiveValues();
    void brokenTemplatesAreRefused_data();
    void brokenTemplatesAreRefused();
    void whatIsNoDateOrNumberRefusesTheRecord();
    void patternsMatchWholeTexts_data();
    void patternsMatchWholeTexts();
};

void tst_mapping_template::templatesGiveValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("expected");  // null: no value
    const auto row = [](const char *name, const char *text, const char *a, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(a)
                            << (expected != nullptr ? QString::fromUtf8(expected) : QString());
    };
    row("a column", "x {a} y", "1", "x 1 y");
    row("a missing column", "x {b}", "1", nullptr);
    row("an optional part", "{a}[ of {b}]!", "1", "1!");
    row("an optional part that is there", "{a}[ and {c}]", "1", "1 and third");
    row("brackets", "{{a}} [[b]]", "1", "{a} [b]");
    row("blanks are cut", "  {a} ", "1", "1");
    row("lower", "{a|lower}", "ПУТИН", "путин");
    row("upper", "{a|upper}", "straße", "STRASSE");
    row("before", "{a|before: (}", "Lee (South Korea)", "Lee");
    row("before what is not there", "{a|before:!}", "Lee", "Lee");
    row("after", "{a|after:-}", "a-b-c", "b-c");
    row("after what is not there", "{a|after:!}", "Lee", nullptr);
    row("before the last", "{a|beforelast:-}", "a-b-c", "a-b");
    row("after the last", "{a|afterlast:-}", "a-b-c", "c");
    row("a chain", "{a|afterlast: (|before:)}", "Lee (South Korea)", "South Korea");
    row("pad", "{a|pad:3}", "7", "007");
    row("slug", "{a|slug}", " Kim Jong-Un, 김정은! ", "kim-jong-un-김정은");
    row("plain", "{a|plain}", "<b>A</b> &amp; B", "A & B");
    row("short", "{a|short:4}", "김정은 위원장", "김정은…");
    row("short enough", "{a|short:4}", "abcd", "abcd");
    row("number", "{a|number}", "1,234’567.5", "1234567.5");
    row("date", "{a|date:DD.MM.YYYY}", "09.03.2025", "2025-03-09");
    row("date of one digit", "{a|date:D/M/YYYY}", "9/11/2025", "2025-11-09");
    row("date without a day", "{a|date:YYYYMM}", "202503", "2025-03");
    row("date and time", "{a|date:YYYYMMDDhhmm}", "202503091405", "2025-03-09T14:05");
    row("a map's value", "{a|map:words}", "one", "1");
    row("a map's rule", "{a|map:words}", "three", "several");
    row("a map's otherwise", "{a|map:words}", "none", nullptr);
    row("or", "{b|or:none}", "1", "none");
    row("or after another filter", "{b|lower|or:none}", "1", "none");
}

void tst_mapping_template::templatesGiveValues()
{
    QFETCH(QString, text);
    QFETCH(QString, a);
    QFETCH(QString, expected);
    const Answer given = answer({text.toUtf8().constData()}, a.toStdString());
    QVERIFY(!given.isRefused);
    QCOMPARE(given.value ? QString::fromStdString(*given.value) : QString(), expected);
    QCOMPARE(given.value.has_value(), !expected.isNull());
}

void tst_mapping_template::brokenTemplatesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"{a", "a}", "[a", "a]", "[[[", "[x[{a}]]y]", "{unknown}", "{a|unknown}", "{a|pad}",
          "{a|pad:x}", "{a|lower:x}", "{a|map:unknown}", "{a|date:DD.MM.}", "{}"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_mapping_template::brokenTemplatesAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!parseTemplate(text.toStdString(), names()));
}

void tst_mapping_template::whatIsNoDateOrNumberRefusesTheRecord()
{
    QVERIFY(answer({"{a|date:DD.MM.YYYY}", "{c}"}, "soon").isRefused);
    QVERIFY(answer({"{a|number}"}, "many").isRefused);
    QVERIFY(answer({"{a|number}"}, "-").isRefused);
    QVERIFY(!answer({"{b|date:YYYY}", "{c}"}, "x").isRefused);
    QCOMPARE(answer({"{b|date:YYYY}", "{c}"}, "x").value.value(), std::string("third"));
}

void tst_mapping_template::patternsMatchWholeTexts_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMatch");
    QTest::newRow("plain") << "abc"
                           << "abc" << true;
    QTest::newRow("only whole") << "abc"
                                << "abcd" << false;
    QTest::newRow("star at the end") << "Deny*"
                                     << "Deny" << true;
    QTest::newRow("stars around") << "*visit*"
                                  << "Host a visit" << true;
    QTest::newRow("star inside") << "* (*)"
                                 << "Citizen (Japan)" << true;
    QTest::newRow("backs up") << "*ab*ab"
                              << "aabaab" << true;
    QTest::newRow("letter for letter") << "deny*"
                                       << "Deny" << false;
    QTest::newRow("empty") << ""
                           << "" << true;
    QTest::newRow("only a star") << "*"
                                 << "" << true;
    QTest::newRow("no match in time") << "*a*a*a*a*a*a*a*a*a*b" << QString(5000, u'a') << false;
}

void tst_mapping_template::patternsMatchWholeTexts()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QTEST(matchesPattern(pattern.toStdString(), text.toStdString()), "isMatch");
}

QTEST_GUILESS_MAIN(tst_mapping_template)
#include "tst_mapping_template.moc"
