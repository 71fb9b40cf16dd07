// SPDX-License-Identifier: GPL-3.0-or-later
// PDF documents as texts; what cannot be one says why.
#include <QTest>

#include "app/exchange/document_reader.h"
#include "app/exchange/pdf_text.h"

using namespace dateline;

class tst_pdf_text : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesAreReadInOrder();
    void documentsTakeTitleAndDayFromIt();
    void damageIsRefusedWithItsReason();
    void aScanIsRefusedWithItsReason();
};

namespace {

// A document of one page a content, small enough to be read in this file.
std::string pdfOf(const std::vector<std::string> &contents)
{
    std::string pdf = "%PDF-1.4\n";
    std::vector<std::size_t> places;
    const auto object = [&](const std::string &body) {
        places.push_back(pdf.size());
        pdf += std::to_string(places.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    std::string kids;
    for (std::size_t i = 0; i < contents.size(); ++i)
        kids += std::to_string(5 + 2 * i) + " 0 R ";
    object("<</Type/Catalog/Pages 2 0 R>>");
    object("<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(contents.size()) + ">>");
    object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    object("<</Title(On the treaty)/Author(Ann Lee)>>");
    for (const std::string &content : contents) {
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Resources<</Font<</F 3 0 R>>>>"
               "/Contents " +
               std::to_string(places.size() + 2) + " 0 R>>");
        object("<</Length " + std::to_string(content.size()) + ">>\nstream\n" + content +
               "\nendstream");
    }
    const std::size_t table = pdf.size();
    pdf += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t place : places) {
        const std::string digits = std::to_string(place);
        pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    pdf += "trailer<</Root 1 0 R/Info 4 0 R/Size " + std::to_string(places.size() + 1) +
           ">>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return pdf;
}

std::string words(const std::string &text)
{
    return "BT /F 12 Tf 40 300 Td (" + text + ") Tj ET";
}

}  // namespace

void tst_pdf_text::pagesAreReadInOrder()
{
    const Result<PdfText> pdf = readPdf(pdfOf({words("First words"), words("Last words")}));
    QVERIFY(pdf.has_value());
    QCOMPARE(pdf->pages, 2);
    const std::size_t first = pdf->text.find("First words");
    QVERIFY(first != std::string::npos);
    QVERIFY(pdf->text.find("Last words") > first);
}

void tst_pdf_text::documentsTakeTitleAndDayFromIt()
{
    const Result<NewDocument> document =
        documentFrom(pdfOf({words("Seoul, 21 March 2025")}), "report.pdf");
    QVERIFY(document.has_value());
    QCOMPARE(document->title, std::string("On the treaty"));
    QCOMPARE(document->author, std::string("Ann Lee"));
    QCOMPARE(document->published.text(), std::string("2025-03-21"));
    QCOMPARE(document->mediaType, std::string("application/pdf"));
}

void tst_pdf_text::damageIsRefusedWithItsReason()
{
    const Result<NewDocument> document = documentFrom("%PDF-1.7\nnothing", "x.pdf");
    QVERIFY(!document.has_value());
    QCOMPARE(document.error().code, ErrorCode::BadInput);
    QVERIFY(document.error().detail.find("damaged") != std::string::npos);
}

void tst_pdf_text::aScanIsRefusedWithItsReason()
{
    const Result<PdfText> pdf = readPdf(pdfOf({"0 0 100 100 re f"}));
    QVERIFY(!pdf.has_value());
    QVERIFY(pdf.error().detail.find("no text") != std::string::npos);
}

QTEST_GUILESS_MAIN(tst_pdf_text)
#include "tst_pdf_text.moc"
