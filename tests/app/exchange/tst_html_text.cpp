// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/html_text.h"

#include <QTest>

using namespace dateline;

class tst_html_text : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paragraphsAndLinesAreKept();
    void scriptsStylesAndHiddenPartsAreDropped();
    void headAndMetaTagsAreRead();
    void datesAreFoundInStructuredNotes();
    void entitiesBecomeCharacters();
    void brokenMarkupIsReadAsFarAsItGoes();
    void nestingBeyondReasonIsReadInTime();
    void aNamedEncodingIsFound();
    void plainTextIsOneLine();
};

void tst_html_text::paragraphsAndLinesAreKept()
{
    const HtmlText page = readHtml("<body><h1>Title</h1><p>One\n  two<br>three</p>"
                                   "<p>Four <b>bold</b>.</p><ul><li>a<li>b</ul>"
                                   "<table><tr><td>x<td>y</table>");
    QCOMPARE(page.text, std::string("Title\n\nOne two\nthree\n\nFour bold.\n\na\nb\n\nx\ty"));
    QCOMPARE(page.title, std::string("Title"));
}

void tst_html_text::scriptsStylesAndHiddenPartsAreDropped()
{
    const HtmlText page =
        readHtml("<style>p{}</style><p>seen<script>alert('<p>no</p>')</script></p><nav>menu</nav>"
                 "<p hidden>no</p><p style='display: none'>no</p><iframe "
                 "src='http://example.org'>no</iframe>"
                 "<img src='http://example.org/x.png' alt='no'><template><p>no</p></template>");
    QCOMPARE(page.text, std::string("seen"));
}

void tst_html_text::headAndMetaTagsAreRead()
{
    const HtmlText page = readHtml(
        "<html lang=en><title>A page | Site</title><meta property=og:title content='A page'>"
        "<meta name=author content='Hyung-Jin Kim'><meta property='og:site_name' content='Site'>"
        "<meta property='article:published_time' content='2025-03-21T14:00:00+00:00'>"
        "<meta property='article:modified_time' content='2025-03-22'>"
        "<link rel=canonical href='https://example.org/a'><p>x");
    QCOMPARE(page.title, std::string("A page"));
    QCOMPARE(page.author, std::string("Hyung-Jin Kim"));
    QCOMPARE(page.outlet, std::string("Site"));
    QCOMPARE(page.published, std::string("2025-03-21T14:00:00+00:00"));
    QCOMPARE(page.updated, std::string("2025-03-22"));
    QCOMPARE(page.language, std::string("en"));
    QCOMPARE(page.address, std::string("https://example.org/a"));
    QCOMPARE(page.text, std::string("x"));
}

void tst_html_text::datesAreFoundInStructuredNotes()
{
    const HtmlText page = readHtml("<script type='application/ld+json'>{\"datePublished\" : "
                                   "\"2025-03-21\"}</script><p>x");
    QCOMPARE(page.published, std::string("2025-03-21"));
}

void tst_html_text::entitiesBecomeCharacters()
{
    QCOMPARE(readHtml("<p>&lt;a&gt; &amp; &eacute; &#xAE40; soft&shy;hyphen").text,
             std::string("<a> & é 김 softhyphen"));
}

void tst_html_text::brokenMarkupIsReadAsFarAsItGoes()
{
    QCOMPARE(readHtml("<p>a<b>b<i>c</b>d</i></p></div><").text, std::string("abcd\n\n<"));
    QVERIFY(readHtml("").text.empty());
    readHtml("<!--");
    readHtml("<script>");
    readHtml("<a href=\"");
}

void tst_html_text::nestingBeyondReasonIsReadInTime()
{
    std::string page;
    for (int i = 0; i < 200'000; ++i)
        page += "<div>";
    page += "deep &amp; down<script>no</script>";
    const HtmlText read = readHtml(page);
    QCOMPARE(read.text, std::string("deep & down"));
    QVERIFY(read.isSimplified);
    QVERIFY(!readHtml("<p>a<p>b<li>c<li>d").isSimplified);
}

void tst_html_text::aNamedEncodingIsFound()
{
    QCOMPARE(encodingNamedIn("<meta charset=\"EUC-KR\">"), std::string("euc-kr"));
    QCOMPARE(encodingNamedIn("<meta http-equiv=Content-Type content='text/html; "
                             "charset=windows-1251'>"),
             std::string("windows-1251"));
    QCOMPARE(encodingNamedIn("<p>no"), std::string());
}

void tst_html_text::plainTextIsOneLine()
{
    QCOMPARE(plainTextOf("<b>A &amp; B</b><br>\n c"), std::string("A & B c"));
    QCOMPARE(plainTextOf(" 3 > 2 "), std::string("3 > 2"));
}

QTEST_GUILESS_MAIN(tst_html_text)
#include "tst_html_text.moc"
