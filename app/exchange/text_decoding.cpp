// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/text_decoding.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>
#include <memory>

namespace dateline {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// How many bytes the character at the position has; negative: so many bytes are the maximal part
// that is wrong (Unicode 15, section 3.9, table 3-7).
int characterAt(std::string_view text, std::size_t position)
{
    const auto byteAt = [&](std::size_t offset) {
        return position + offset < text.size() ? static_cast<unsigned char>(text[position + offset])
                                               : 0u;
    };
    const unsigned first = byteAt(0);
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4)
        return -1;
    unsigned low = 0x80;
    unsigned high = 0xBF;
    if (first == 0xE0)
        low = 0xA0;
    else if (first == 0xED)
        high = 0x9F;
    else if (first == 0xF0)
        low = 0x90;
    else if (first == 0xF4)
        high = 0x8F;
    const int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (byteAt(1) < low || byteAt(1) > high)
        return -1;
    for (int i = 2; i < length; ++i) {
        const unsigned byte = byteAt(static_cast<std::size_t>(i));
        if (byte < 0x80 || byte > 0xBF)
            return -i;
    }
    return length;
}

struct Mark {
    std::string_view bytes;
    const char *encoding;
};
// UTF-32 before UTF-16: its mark begins with the other's.
constexpr std::array<Mark, 5> kMarks = {{{"\xEF\xBB\xBF", "UTF-8"},
                                         {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                         {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                         {"\xFF\xFE", "UTF-16LE"},
                                         {"\xFE\xFF", "UTF-16BE"}}};

const Mark *markOf(std::string_view bytes)
{
    for (const Mark &mark : kMarks) {
        if (bytes.starts_with(mark.bytes))
            return &mark;
    }
    return nullptr;
}

// UTF-16 without a mark: Latin text has a zero in nearly every second byte, and nothing else has.
const char *utf16WithoutMark(std::string_view bytes)
{
    const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
    if (size < 4)
        return nullptr;
    std::array<std::size_t, 2> zeros = {0, 0};
    for (std::size_t i = 0; i < size; ++i)
        zeros[i % 2] += bytes[i] == '\0' ? 1u : 0u;
    if (zeros[1] * 5 > size && zeros[0] * 20 < size)
        return "UTF-16LE";
    if (zeros[0] * 5 > size && zeros[1] * 20 < size)
        return "UTF-16BE";
    return nullptr;
}

std::string guessedEncoding(std::string_view bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                         &uchardet_delete);
    constexpr std::size_t kEnough = 1 << 20;
    uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kEnough));
    uchardet_data_end(detector.get());
    const std::string name = uchardet_get_charset(detector.get());
    // Names on which the two libraries differ.
    if (name == "UHC" || name == "EUC-KR")
        return "windows-949";
    if (name == "MAC-CYRILLIC")
        return "x-mac-cyrillic";
    if (name == "HZ-GB-2312")
        return "HZ-GB-2312";
    return name == "ASCII" || name == "UTF-8" ? std::string() : name;
}

struct Converted {
    std::string text;
    std::string encoding;
};

std::optional<Converted> convert(std::string_view bytes, const char *encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                       &ucnv_close);
    if (U_FAILURE(status) || bytes.size() > static_cast<std::size_t>(INT32_MAX))
        return {};
    const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                  converter.get(), status);
    if (U_FAILURE(status))
        return {};
    Converted result;
    wide.toUTF8String(result.text);
    result.text = repairedUtf8(result.text);
    UErrorCode nameStatus = U_ZERO_ERROR;
    const char *standard = ucnv_getStandardName(encoding, "IANA", &nameStatus);
    result.encoding = standard != nullptr && U_SUCCESS(nameStatus) ? standard : encoding;
    return result;
}

DecodedText decodedUtf8(std::string_view bytes)
{
    DecodedText decoded;
    decoded.encoding = "UTF-8";
    decoded.hasReplacements = firstInvalidUtf8(bytes).has_value();
    decoded.text = decoded.hasReplacements ? repairedUtf8(bytes) : std::string(bytes);
    return decoded;
}

bool namesUtf8(std::string_view encoding)
{
    return ucnv_compareNames(std::string(encoding).c_str(), "UTF-8") == 0;
}

}  // namespace

std::string DecodedText::remark() const
{
    std::string sentence;
    if (isGuessed)
        sentence = "the encoding was guessed: " + encoding;
    if (hasReplacements) {
        sentence += sentence.empty() ? "" : "; ";
        sentence += "some bytes are no characters in it and were replaced";
    }
    return sentence;
}

DecodedText decodeText(std::string_view bytes)
{
    if (const Mark *mark = markOf(bytes)) {
        const std::string_view rest = bytes.substr(mark->bytes.size());
        if (mark == &kMarks[0])
            return decodedUtf8(rest);
        if (std::optional<Converted> converted = convert(rest, mark->encoding)) {
            DecodedText decoded{std::move(converted->text), mark->encoding};
            decoded.hasReplacements = decoded.text.find(kReplacement) != std::string::npos;
            return decoded;
        }
    }
    const char *utf16 = utf16WithoutMark(bytes);
    if (utf16 == nullptr && !firstInvalidUtf8(bytes))
        return decodedUtf8(bytes);
    const std::string name = utf16 != nullptr ? std::string(utf16) : guessedEncoding(bytes);
    std::optional<Converted> converted;
    if (!name.empty())
        converted = convert(bytes, name.c_str());
    if (!converted)
        converted = convert(bytes, "windows-1252");
    if (!converted)
        return decodedUtf8(bytes);
    DecodedText decoded{std::move(converted->text), std::move(converted->encoding), true};
    decoded.hasReplacements = decoded.text.find(kReplacement) != std::string::npos;
    return decoded;
}

Result<DecodedText> decodeTextAs(std::string_view bytes, std::string_view encoding)
{
    if (namesUtf8(encoding)) {
        const std::string_view rest = withoutByteOrderMark(bytes);
        if (const std::optional<std::size_t> place = firstInvalidUtf8(rest)) {
            return failure(ErrorCode::BadInput,
                           "byte " + std::to_string(*place + 1) + " is not UTF-8");
        }
        return DecodedText{std::string(rest), "UTF-8"};
    }
    const Mark *mark = markOf(bytes);
    const bool isUtf16 = encoding.starts_with("utf-16") || encoding.starts_with("UTF-16");
    const std::string_view rest =
        mark != nullptr && isUtf16 ? bytes.substr(mark->bytes.size()) : bytes;
    const std::string name(mark != nullptr && isUtf16 ? mark->encoding : std::string(encoding));
    std::optional<Converted> converted = convert(rest, name.c_str());
    if (!converted)
        return failure(ErrorCode::BadInput, "unknown encoding " + std::string(encoding));
    DecodedText decoded{std::move(converted->text), std::move(converted->encoding)};
    decoded.hasReplacements = decoded.text.find(kReplacement) != std::string::npos;
    return decoded;
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        // Most text is ASCII, eight bytes at a time.
        if (i + 8 <= text.size()) {
            std::uint64_t word = 0;
            std::char_traits<char>::copy(reinterpret_cast<char *>(&word), text.data() + i, 8);
            if ((word & 0x8080808080808080U) == 0) {
                i += 8;
                continue;
            }
        }
        const int length = characterAt(text, i);
        if (length < 0)
            return i;
        i += static_cast<std::size_t>(length);
    }
    return {};
}

std::string repairedUtf8(std::string_view text)
{
    std::string repaired;
    repaired.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const int length = characterAt(text, i);
        if (length > 0)
            repaired.append(text.substr(i, static_cast<std::size_t>(length)));
        else
            repaired.append(kReplacement);
        i += static_cast<std::size_t>(length > 0 ? length : -length);
    }
    return repaired;
}

std::string_view withoutByteOrderMark(std::string_view utf8)
{
    return utf8.starts_with(kMarks[0].bytes) ? utf8.substr(kMarks[0].bytes.size()) : utf8;
}

}  // namespace dateline
