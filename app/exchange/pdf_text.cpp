// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/pdf_text.h"

#include <ctime>
#include <memory>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "app/exchange/text_decoding.h"

namespace dateline {

namespace {

constexpr int kMostPages = 5'000;
constexpr std::size_t kMostText = 50'000'000;

std::string utf8Of(const poppler::ustring &text)
{
    const poppler::byte_array bytes = text.to_utf8();
    return repairedUtf8(std::string_view(bytes.data(), bytes.size()));
}

// A form feed ends a page, and lines of a column end in blanks.
void appendPage(std::string &text, std::string_view page)
{
    std::string line;
    const auto flush = [&] {
        line.erase(line.find_last_not_of(" \t") + 1);
        text.append(line).append("\n");
        line.clear();
    };
    for (const char letter : page) {
        if (letter == '\n')
            flush();
        else if (letter == '\0')
            line += "\xEF\xBF\xBD";
        else if (letter != '\f' && letter != '\r')
            line += letter;
    }
    if (!line.empty())
        flush();
}

Edtf dayOf(std::time_t seconds)
{
    if (seconds == static_cast<std::time_t>(-1) || seconds == 0)
        return {};
    std::tm day{};
    char text[16];
    if (gmtime_r(&seconds, &day) == nullptr ||
        std::strftime(text, sizeof text, "%Y-%m-%d", &day) == 0)
        return {};
    Result<Edtf> date = Edtf::parse(text);
    return date ? *std::move(date) : Edtf();
}

}  // namespace

bool isPdf(std::string_view bytes)
{
    return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

Result<PdfText> readPdf(std::string_view bytes)
{
    // What the library has to say about damage goes nowhere: the result tells.
    poppler::set_debug_error_function([](const std::string &, void *) {}, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (document == nullptr)
        return failure(ErrorCode::BadInput, "the PDF document is damaged: it has no page table");
    if (document->is_locked())
        return failure(ErrorCode::BadInput,
                       "the PDF document is locked: open it with its password elsewhere and save "
                       "it without one");
    PdfText pdf;
    pdf.pages = document->pages();
    if (pdf.pages > kMostPages)
        return failure(ErrorCode::BadInput, "the PDF document has " + std::to_string(pdf.pages) +
                                                " pages: at most 5,000 are taken");
    for (int i = 0; i < pdf.pages; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (page == nullptr)
            continue;
        if (i > 0)
            pdf.text += '\n';
        appendPage(pdf.text, utf8Of(page->text({}, poppler::page::physical_layout)));
        if (pdf.text.size() > kMostText)
            return failure(ErrorCode::BadInput,
                           "the PDF document holds more than 50 MB of text, which is the limit");
    }
    if (pdf.text.find_first_not_of(" \t\n") == std::string::npos)
        return failure(ErrorCode::BadInput,
                       "the PDF document holds no text, only pictures of it: it needs text "
                       "recognition first");
    pdf.title = utf8Of(document->get_title());
    pdf.author = utf8Of(document->get_author());
    pdf.created = dayOf(document->get_creation_date_t());
    return pdf;
}

}  // namespace dateline
