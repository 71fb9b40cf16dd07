# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFOLDER=resources/phrases "-DLANGUAGES=en de" -DOUTPUT=word_lists.cpp -P embed_words.cmake
# A string literal holds 64 KB with every compiler; the lists are far shorter.
separate_arguments(LANGUAGES)
set(entries "")
foreach(language IN LISTS LANGUAGES)
    file(READ ${FOLDER}/${language}.txt text)
    string(APPEND entries "    {\"${language}\", R\"~words~(${text})~words~\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made by embed_words.cmake from resources/phrases.
#include \"app/phrases/word_lists.h\"

namespace dateline {

namespace {

constexpr WordList kLists[] = {
${entries}};

}  // namespace

std::span<const WordList> wordLists()
{
    return kLists;
}

}  // namespace dateline
")
