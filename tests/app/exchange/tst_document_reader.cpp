// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/document_reader.h"

#include <QTest>

#include "tests/support/temporary_folder.h"

using namespace dateline;

class tst_document_reader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainTextKeepsItsBytesAndLosesCarriageReturns();
    void theTitleIsTheFirstLineOrTheName();
    void aPageGivesTextAndGuesses();
    void theDayOfPublicationIsGuessed_data();
    void theDayOfPublicationIsGuessed();
    void theLanguageIsGuessed_data();
    void theLanguageIsGuessed();
    void anEncodingNamedInThePageIsUsed();
    void whatIsNoTextIsRefused_data();
    void whatIsNoTextIsRefused();
    void aMissingFileIsNotFound();
};

void tst_document_reader::plainTextKeepsItsBytesAndLosesCarriageReturns()
{
    const std::string bytes("\xEF\xBB\xBF"
                            "A line\r\nanother\rthird",
                            24);
    const Result<NewDocument> document = documentFrom(bytes, "x.txt");
    QVERIFY(document.has_value());
    QCOMPARE(document->text, std::string("A line\nanother\nthird"));
    QCOMPARE(document->bytes, bytes);
    QCOMPARE(document->mediaType, std::string("text/plain"));
}

void tst_document_reader::theTitleIsTheFirstLineOrTheName()
{
    QCOMPARE(documentFrom("\n\n# A heading #\nwords", "x.md")->title, std::string("A heading"));
    QCOMPARE(documentFrom(std::string(500, 'x'), "report one.txt")->title,
             std::string("report one"));
    QCOMPARE(documentFrom("", "empty.txt")->title, std::string("empty"));
}

void tst_document_reader::aPageGivesTextAndGuesses()
{
    const Result<NewDocument> document = documentFrom(
        "<!doctype html><html lang=en><title>T</title><meta name=author content=A>"
        "<meta property=article:published_time content=2025-03-21T09:30:00.000Z><p>Words",
        "page");
    QVERIFY(document.has_value());
    QCOMPARE(document->mediaType, std::string("text/html"));
    QCOMPARE(document->text, std::string("Words"));
    QCOMPARE(document->author, std::string("A"));
    QCOMPARE(document->published.text(), std::string("2025-03-21T09:30:00Z"));
    QCOMPARE(document->language, std::string("en"));
}

void tst_document_reader::theDayOfPublicationIsGuessed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("day");
    const auto row = [](const char *name, const char *text, const char *day) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(text)
                            << QString::fromUtf8(day);
    };
    row("2024-10-30-statement.txt", "Words of 2 May 2020.", "2024-10-30");
    row("note 20241030.txt", "", "2024-10-30");
    row("note 2024103099.txt", "", "");
    row("2024-13-30.txt", "", "");
    row("dateline.txt", "SEOUL, 21 March 2025. Words.", "2025-03-21");
    row("weekday.txt", "On Friday they met.", "");
    row("month.txt", "In March 2025 they met.", "");
}

void tst_document_reader::theDayOfPublicationIsGuessed()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, day);
    const Result<NewDocument> document = documentFrom(text.toStdString(), name.toStdString());
    QVERIFY(document.has_value());
    QCOMPARE(QString::fromStdString(document->published.text()), day);
}

void tst_document_reader::theLanguageIsGuessed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    const auto row = [](const char *language, const char *text) {
        QTest::newRow(language) << QString::fromUtf8(text) << QString::fromLatin1(language);
    };
    row("en", "The envoy of the North is in the capital and that was for the talks.");
    row("de", "Der Gesandte ist in der Hauptstadt und das war nicht mit den anderen.");
    row("fr", "Le ministre est dans la capitale et les soldats pour une visite.");
    row("ru", "Министр прибыл в столицу, чтобы обсудить эти вопросы с другими.");
    row("uk", "Міністр прибув до столиці, щоб обговорити її питання з іншими.");
    row("ko", "장관이 수도에 도착하여 다른 사람들과 그 문제를 논의하였다고 한다.");
    row("", "Pyongyang Moscow Seoul Kim Putin Shoigu");
}

void tst_document_reader::theLanguageIsGuessed()
{
    QFETCH(QString, text);
    QFETCH(QString, language);
    const Result<NewDocument> document = documentFrom(text.toStdString(), "x.txt");
    QVERIFY(document.has_value());
    QCOMPARE(QString::fromStdString(document->language), language);
}

void tst_document_reader::anEncodingNamedInThePageIsUsed()
{
    const Result<NewDocument> document =
        documentFrom("<meta charset=windows-1251><p>\xCF\xF3\xF2\xE8\xED", "x.html");
    QVERIFY(document.has_value());
    QCOMPARE(document->text, std::string("Путин"));
}

void tst_document_reader::whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n");
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1A\n");
    QTest::newRow("a database") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("zeros") << QByteArray(4096, '\0');
}

void tst_document_reader::whatIsNoTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    const Result<NewDocument> document = documentFrom(bytes.toStdString(), "x.txt");
    QVERIFY(!document);
    QVERIFY(document.error().code == ErrorCode::BadInput);
}

void tst_document_reader::aMissingFileIsNotFound()
{
    const TemporaryFolder folder;
    const Result<NewDocument> document = readDocument(folder / "nothing.txt");
    QVERIFY(!document);
    QVERIFY(document.error().code == ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_document_reader)
#include "tst_document_reader.moc"
