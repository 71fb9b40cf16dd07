// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/document_reader.h"

#include <algorithm>
#include <array>

#include "app/exchange/document_guesses.h"
#include "app/exchange/file_bytes.h"
#include "app/exchange/html_text.h"
#include "app/exchange/mail_text.h"
#include "app/exchange/pdf_text.h"
#include "app/exchange/refusal.h"
#include "app/exchange/text_decoding.h"
#include "app/model/word_tokens.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

// A page is parsed into a tree some twenty times its size.
constexpr std::size_t kLargestPage = 40'000'000;

std::string mediaTypeOf(const fs::path &name, std::string_view bytes)
{
    const std::string ending = asciiLower(name.extension().string());
    if (bytes.starts_with("%PDF-"))
        return "application/pdf";  // whatever it is called
    if (ending == ".html" || ending == ".htm" || ending == ".xhtml")
        return "text/html";
    if (ending == ".md" || ending == ".markdown")
        return "text/markdown";
    if (ending == ".txt" || ending == ".text")
        return "text/plain";
    if (ending == ".pdf" || isPdf(bytes))
        return "application/pdf";
    if (ending == ".eml")
        return "message/rfc822";
    const std::string head = asciiLower(std::string(bytes.substr(0, 1024)));
    return head.find("<html") != std::string::npos || head.find("<!doctype html") == 0
               ? "text/html"
               : "text/plain";
}

// What certainly holds no text: known beginnings, or NUL bytes in what is no UTF-16.
bool isNoText(std::string_view bytes, const DecodedText &decoded)
{
    for (const std::string_view beginning :
         {"\x89PNG", "PK\x03\x04", "\xFF\xD8\xFF", "GIF8", "SQLite format 3",
          "\x7F"
          "ELF"}) {
        if (bytes.starts_with(beginning))
            return true;
    }
    const std::string_view head = std::string_view(decoded.text).substr(0, 65'536);
    return std::count(head.begin(), head.end(), '\0') >
           static_cast<std::ptrdiff_t>(head.size() / 100);
}

std::string withPlainLineEnds(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            plain += '\n';
            i += i + 1 < text.size() && text[i + 1] == '\n' ? 1u : 0u;
        } else if (text[i] == '\0') {
            plain += "\xEF\xBF\xBD";
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::string firstLineOf(std::string_view text)
{
    constexpr std::size_t kLongestTitle = 160;
    const std::size_t begin = text.find_first_not_of(" \t\n#=*_");
    if (begin == std::string_view::npos)
        return {};
    std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    const std::size_t end = line.find_last_not_of(" \t#*_");
    line = line.substr(0, end == std::string_view::npos ? 0 : end + 1);
    return line.size() <= kLongestTitle ? std::string(line) : std::string();
}

// "2025-03-21T09:00:00.000+09:00" and the like; no date where it is anything else.
Edtf dateFrom(std::string written)
{
    if (const std::size_t point = written.find('.'); point != std::string::npos) {
        const std::size_t end = written.find_first_not_of("0123456789", point + 1);
        written.erase(point, end == std::string::npos ? end : end - point);
    }
    if (written.size() > 10 && written[10] == ' ')
        written[10] = 'T';
    constexpr std::size_t kDaySize = std::string_view("2025-03-21").size();
    for (const std::string &text : {written, written.substr(0, kDaySize)}) {
        if (Result<Edtf> date = Edtf::parse(text); date && date->isDated())
            return *std::move(date);
    }
    return {};
}

DecodedText decodedPage(std::string_view bytes)
{
    DecodedText decoded = decodeText(bytes);
    const std::string named = encodingNamedIn(bytes);
    if (!decoded.isGuessed || named.empty() || named.starts_with("utf-16"))
        return decoded;
    const Result<DecodedText> asNamed = decodeTextAs(bytes, named);
    return asNamed ? *asNamed : decoded;
}

void readPage(const DecodedText &decoded, NewDocument &document)
{
    const HtmlText page = readHtml(decoded.text);
    document.title = page.title;
    document.text = withPlainLineEnds(page.text);
    document.author = page.author;
    document.outlet = page.outlet;
    document.published = dateFrom(page.published);
    document.updated = dateFrom(page.updated);
    document.language = page.language;
    document.address = page.address;
    if (page.isSimplified)
        document.remarks.emplace_back("the page is nested beyond reason; its tags were cut out");
}

Result<void> readPdfInto(std::string_view bytes, NewDocument &document)
{
    Result<PdfText> pdf = readPdf(bytes);
    if (!pdf)
        return tl::unexpected(pdf.error());
    document.title = std::move(pdf->title);
    document.author = std::move(pdf->author);
    document.text = std::move(pdf->text);
    // The day the file was made is seldom earlier than what it says of itself, so it comes last.
    document.published = guessPublished({}, document.text);
    if (!document.published.isDated())
        document.published = std::move(pdf->created);
    document.remarks.push_back(pdf->pages == 1 ? "1 page" : std::to_string(pdf->pages) + " pages");
    return {};
}

Result<void> readMailInto(std::string_view bytes, NewDocument &document)
{
    Result<MailText> mail = readMail(bytes);
    if (!mail)
        return tl::unexpected(mail.error());
    document.title = std::move(mail->subject);
    document.author = std::move(mail->from);
    document.published = std::move(mail->date);
    document.text = std::move(mail->text);
    for (const std::string &attachment : mail->attachments)
        document.remarks.push_back("attached, not opened: " + attachment);
    return {};
}

// With guesses for what nothing told.
NewDocument finished(NewDocument document, std::string bytes, const fs::path &name)
{
    if (document.title.empty())
        document.title = firstLineOf(document.text);
    if (document.title.empty())
        document.title = cutForDisplay(repairedUtf8(name.stem().string()));
    if (document.title.empty())
        document.title = "Untitled";
    if (!document.published.isDated())
        document.published = guessPublished(name.stem().string(), document.text);
    if (document.language.empty())
        document.language = guessLanguage(document.text);
    document.bytes = std::move(bytes);
    return document;
}

}  // namespace

std::span<const std::string_view> documentEndings()
{
    static constexpr std::array kEndings = std::to_array<std::string_view>(
        {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".eml"});
    return kEndings;
}

bool isDocumentFile(const fs::path &path)
{
    const std::string ending = asciiLower(path.extension().string());
    const auto endings = documentEndings();
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

Result<NewDocument> readDocument(const fs::path &path)
{
    Result<std::string> bytes = readFileBytes(path, kLargestDocument);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return documentFrom(*std::move(bytes), path);
}

Result<NewDocument> documentFrom(std::string bytes, const fs::path &name)
{
    if (bytes.size() > kLargestDocument)
        return failure(ErrorCode::BadInput, "the text is larger than 200 MB, which is the limit");
    NewDocument document;
    document.mediaType = mediaTypeOf(name, bytes);
    if (document.mediaType == "application/pdf") {
        if (const Result<void> read = readPdfInto(bytes, document); !read)
            return tl::unexpected(read.error());
        return finished(std::move(document), std::move(bytes), name);
    }
    if (document.mediaType == "message/rfc822") {
        if (const Result<void> read = readMailInto(bytes, document); !read)
            return tl::unexpected(read.error());
        return finished(std::move(document), std::move(bytes), name);
    }
    const bool isPage = document.mediaType == "text/html";
    if (isPage && bytes.size() > kLargestPage)
        return failure(ErrorCode::BadInput, "the page is larger than 40 MB, which is the limit");
    const DecodedText decoded = isPage ? decodedPage(bytes) : decodeText(bytes);
    if (isNoText(bytes, decoded)) {
        return failure(ErrorCode::BadInput, name.filename().string() +
                                                " holds no text that can be read: expected "
                                                "plain text, Markdown, HTML, PDF or a mail");
    }
    if (const std::string remark = decoded.remark(); !remark.empty())
        document.remarks.push_back(remark);
    if (isPage)
        readPage(decoded, document);
    else
        document.text = withPlainLineEnds(decoded.text);
    return finished(std::move(document), std::move(bytes), name);
}

}  // namespace dateline
