// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/document_reader.h"

#include <QtTest>

#include "tests/support/temporary_folder.h"

using namespace dateline;

class tst_document_reader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainTextKeepsItsBytesAndLosesCarriageReturns();
    void theTitleIsTheFirstLineOrTheName();
    void aPageGivesTextAndGuesses();
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
