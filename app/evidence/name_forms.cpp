// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/name_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "app/base/check.h"

namespace dateline {

namespace {

using Fold = std::pair<std::string_view, std::string_view>;

// Longer ones first: at each place the first that fits is taken. Slavic names: Shoygu, Shoigu,
// Šojgu; Khrushchev, Hruščev; Zelensky, Zelenskyy, Zelenskij.
constexpr std::array<Fold, 19> kSlavic{{
    {"shch", "s"}, {"sch", "s"}, {"sh", "s"}, {"ch", "c"}, {"kh", "h"}, {"zh", "z"}, {"ts", "c"},
    {"ks", "x"},   {"iy", "i"},  {"ii", "i"}, {"ij", "i"}, {"yy", "i"}, {"yi", "i"}, {"ei", "e"},
    {"ey", "e"},   {"ej", "e"},  {"y", "i"},  {"j", "i"},  {"w", "v"},
}};

// Korean names, in which McCune-Reischauer, the revised system and passports differ: Kim, Gim;
// Jong, Jeong, Chong; Choe, Choi; Lee, Yi, Ri.
constexpr std::array<Fold, 16> kKorean{{
    {"ch", "c"},
    {"sh", "s"},
    {"eo", "o"},
    {"eu", "u"},
    {"oo", "u"},
    {"ee", "i"},
    {"oi", "oe"},
    {"ou", "u"},
    {"kk", "k"},
    {"g", "k"},
    {"d", "t"},
    {"b", "p"},
    {"j", "c"},
    {"rh", "n"},
    {"r", "l"},
    {"v", "u"},
}};

template <std::size_t Count>
std::string folded(std::string_view letters, const std::array<Fold, Count> &folds)
{
    std::string out;
    for (std::size_t i = 0; i < letters.size();) {
        const auto fold = std::find_if(folds.begin(), folds.end(), [&](const Fold &candidate) {
            return letters.substr(i).starts_with(candidate.first);
        });
        std::string_view piece = letters.substr(i, 1);
        if (fold != folds.end()) {
            piece = fold->second;
            i += fold->first.size();
        } else {
            ++i;
        }
        for (const char c : piece) {
            if (out.empty() || out.back() != c)  // doubled letters sound as one
                out += c;
        }
    }
    return out;
}

}  // namespace

struct NameForms::Private {
    std::unique_ptr<icu::Transliterator> toLatin;
};

NameForms::NameForms() : d(std::make_unique<Private>())
{
    UErrorCode status = U_ZERO_ERROR;
    d->toLatin.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Any-Lower",
                                                         UTRANS_FORWARD, status));
    DL_CHECK(U_SUCCESS(status) != 0 && d->toLatin != nullptr);
}

NameForms::~NameForms() = default;

std::string NameForms::latin(std::string_view name) const
{
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    d->toLatin->transliterate(text);
    std::string utf8;
    text.toUTF8String(utf8);
    std::string words;
    for (const char c : utf8) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isLetter)
            words += c;
        else if (c != '\'' && c != '-' && !words.empty() && words.back() != ' ')
            words += ' ';
    }
    if (!words.empty() && words.back() == ' ')
        words.pop_back();
    return words;
}

std::vector<std::string> NameForms::of(std::string_view name) const
{
    std::string letters = latin(name);
    std::erase(letters, ' ');
    if (letters.empty())
        return {};
    // A letter in front keeps the families apart.
    std::vector<std::string> forms{"s:" + folded(letters, kSlavic),
                                   "k:" + folded(letters, kKorean)};
    return forms;
}

}  // namespace dateline
