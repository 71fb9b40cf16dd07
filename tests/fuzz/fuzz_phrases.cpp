// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in any language: spans inside the text, readings that are EDTF.
#include <cstdlib>

#include "app/phrases/date_phrase.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    using namespace dateline;
    if (size < 1)
        return 0;
    constexpr const char *kLanguages[] = {"", "en", "de", "fr", "ru", "uk", "ko"};
    const std::string text(bytes + 1, bytes + size);
    PhraseContext context;
    context.reference = addDays({1990, 1, 1}, 97 * *bytes);
    context.language = kLanguages[*bytes % 7];
    std::size_t last = 0;
    for (const DatePhrase &phrase : findDatePhrases(text, context)) {
        if (phrase.begin < last || phrase.end <= phrase.begin || phrase.end > text.size())
            std::abort();
        last = phrase.end;
        for (const PhraseReading &reading : phrase.readings)
            if (!Edtf::parse(reading.date.text()) || phraseRuleWords(reading.rule).empty())
                std::abort();
    }
    readDatePhrase(text, context);
    return 0;
}
