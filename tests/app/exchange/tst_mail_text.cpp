// SPDX-License-Identifier: GPL-3.0-or-later
// Mails as texts: headers in all their codings, the part that is read, what is attached.
#include <QTest>

#include "app/exchange/document_reader.h"
#include "app/exchange/mail_text.h"

using namespace dateline;

class tst_mail_text : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainMailIsReadAsItIs();
    void codedHeadersAreDecoded_data();
    void codedHeadersAreDecoded();
    void datesHaveManyShapes_data();
    void datesHaveManyShapes();
    void plainPartIsTakenBeforeThePage();
    void pageWithoutAPlainPartBecomesText();
    void attachmentsAreNamedAndLeft();
    void codedBodiesAreDecoded_data();
    void codedBodiesAreDecoded();
    void damageIsSurvived_data();
    void damageIsSurvived();
    void mailsBecomeDocuments();
};

void tst_mail_text::plainMailIsReadAsItIs()
{
    const Result<MailText> mail = readMail("From: Ann Lee <ann@example.org>\r\n"
                                           "Subject: On the\r\n treaty\r\n"
                                           "Date: Fri, 21 Mar 2025 09:30:00 +0900\r\n"
                                           "\r\nFirst line\r\nsecond\r\n");
    QVERIFY(mail.has_value());
    QCOMPARE(mail->from, std::string("Ann Lee"));
    QCOMPARE(mail->subject, std::string("On the treaty"));
    QCOMPARE(mail->date.text(), std::string("2025-03-21T09:30:00+09:00"));
    QCOMPARE(mail->text, std::string("First line\nsecond\n"));
}

void tst_mail_text::codedHeadersAreDecoded_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("subject");
    QTest::newRow("base64") << QByteArray("=?utf-8?B?7KGw7JW9?=") << u"조약"_qs;
    QTest::newRow("quoted") << QByteArray("=?iso-8859-1?q?Vertrag_f=FCr_alle?=")
                            << u"Vertrag für alle"_qs;
    QTest::newRow("two in a row") << QByteArray("=?utf-8?Q?a?= =?utf-8?Q?b?= c") << u"ab c"_qs;
    QTest::newRow("cyrillic") << QByteArray("=?windows-1251?B?xO7j7uLu8A==?=") << u"Договор"_qs;
    QTest::newRow("no end") << QByteArray("=?utf-8?Q?a") << u"=?utf-8?Q?a"_qs;
}

void tst_mail_text::codedHeadersAreDecoded()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, subject);
    const Result<MailText> mail = readMail("Subject: " + header.toStdString() + "\n\nText");
    QVERIFY(mail.has_value());
    QCOMPARE(QString::fromStdString(mail->subject), subject);
}

void tst_mail_text::datesHaveManyShapes_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("edtf");
    const auto row = [](const char *written, const char *edtf) {
        QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(edtf);
    };
    row("Fri, 21 Mar 2025 09:30:00 +0000", "2025-03-21T09:30:00Z");
    row("21 Mar 2025 09:30 GMT", "2025-03-21T09:30:00Z");
    row("1 Mar 25", "2025-03-01");
    row("Fri, 21 Mar 2025", "2025-03-21");
    row("31 Feb 2025", "");
    row("yesterday", "");
}

void tst_mail_text::datesHaveManyShapes()
{
    QFETCH(QString, written);
    QFETCH(QString, edtf);
    const Result<MailText> mail = readMail("Date: " + written.toStdString() + "\n\nText");
    QVERIFY(mail.has_value());
    QCOMPARE(QString::fromStdString(mail->date.text()), edtf);
}

namespace {

constexpr auto kMixed = "Content-Type: multipart/mixed; boundary=\"outer\"\n\n"
                        "This is for old readers.\n"
                        "--outer\n"
                        "Content-Type: multipart/alternative; boundary=inner\n\n"
                        "--inner\nContent-Type: text/html; charset=utf-8\n\n<p>A <b>page</b>\n"
                        "--inner\nContent-Type: text/plain; charset=utf-8\n\nThe words\n"
                        "--inner--\n"
                        "--outer\n"
                        "Content-Type: application/pdf; name=\"plan.pdf\"\n"
                        "Content-Disposition: attachment; filename=\"plan.pdf\"\n\nJVBERi0=\n"
                        "--outer--\n";

}  // namespace

void tst_mail_text::plainPartIsTakenBeforeThePage()
{
    const Result<MailText> mail = readMail(kMixed);
    QVERIFY(mail.has_value());
    QCOMPARE(mail->text, std::string("The words"));
}

void tst_mail_text::pageWithoutAPlainPartBecomesText()
{
    const Result<MailText> mail =
        readMail("Content-Type: text/html\n\n<p>One</p><script>alert(1)</script><p>Two</p>");
    QVERIFY(mail.has_value());
    QVERIFY(mail->text.find("One") != std::string::npos);
    QVERIFY(mail->text.find("alert") == std::string::npos);
}

void tst_mail_text::attachmentsAreNamedAndLeft()
{
    const Result<MailText> mail = readMail(kMixed);
    QVERIFY(mail.has_value());
    QCOMPARE(mail->attachments, std::vector<std::string>{"plan.pdf"});
}

void tst_mail_text::codedBodiesAreDecoded_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("text");
    QTest::newRow("quoted-printable")
        << QByteArray("Content-Type: text/plain; charset=iso-8859-1\n"
                      "Content-Transfer-Encoding: quoted-printable\n\nf=FCr=\n alle")
        << u"für alle"_qs;
    QTest::newRow("base64") << QByteArray("Content-Type: text/plain; charset=utf-8\n"
                                          "Content-Transfer-Encoding: base64\n\n7KGw\n7JW9\n")
                            << u"조약"_qs;
}

void tst_mail_text::codedBodiesAreDecoded()
{
    QFETCH(QByteArray, mail);
    QFETCH(QString, text);
    const Result<MailText> read = readMail(mail.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(QString::fromStdString(read->text), text);
}

void tst_mail_text::damageIsSurvived_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("headers only") << QByteArray("Subject: x\nContent-Type: multipart/mixed");
    QTest::newRow("no boundary") << QByteArray("Content-Type: multipart/mixed\n\n--a\n\nb");
    QTest::newRow("open boundary")
        << QByteArray("Content-Type: multipart/mixed; boundary=\"a\n\n--a\n\n");
    QTest::newRow("only an attachment")
        << QByteArray("Content-Type: application/zip; name=x.zip\n\nabc");
    QTest::newRow("equals at the end")
        << QByteArray("Content-Transfer-Encoding: quoted-printable\n\n   ");
}

void tst_mail_text::damageIsSurvived()
{
    QFETCH(QByteArray, mail);
    const Result<MailText> read = readMail(mail.toStdString());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
}

void tst_mail_text::mailsBecomeDocuments()
{
    const Result<NewDocument> document =
        documentFrom("From: Ann <a@example.org>\nSubject: A subject\n"
                     "Date: 21 Mar 2025 09:30 +0000\n\nWords\n",
                     "letter.eml");
    QVERIFY(document.has_value());
    QCOMPARE(document->title, std::string("A subject"));
    QCOMPARE(document->author, std::string("Ann"));
    QCOMPARE(document->mediaType, std::string("message/rfc822"));
    QCOMPARE(document->text, std::string("Words\n"));
    QVERIFY(document->bytes.starts_with("From:"));
}

QTEST_GUILESS_MAIN(tst_mail_text)
#include "tst_mail_text.moc"
