# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DSQL_FILES=a.sql;b.sql -DOUTPUT=schema_sql.cpp -P embed_sql.cmake
# Writes the files' texts, in their order, as C++ string constants.
set(constants "")
set(names "")
foreach(file IN LISTS SQL_FILES)
    file(READ ${file} text)
    get_filename_component(name ${file} NAME_WE)
    string(APPEND constants "constexpr std::string_view k${name} = R\"~sql~(${text})~sql~\";\n")
    string(APPEND names "    k${name},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made by embed_sql.cmake from resources/sql.
#include \"app/store/schema.h\"

namespace dateline {

namespace {

${constants}
constexpr std::string_view kMigrations[] = {
${names}};

}  // namespace

std::span<const std::string_view> embeddedMigrations()
{
    return kMigrations;
}

}  // namespace dateline
")
