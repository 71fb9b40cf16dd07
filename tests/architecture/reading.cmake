# SPDX-License-Identifier: GPL-3.0-or-later
# What the architecture tests share: the list of files, their code without comments and strings, and
# the gathering of violations, so that one run names all of them.

# source_files(OUT ROOT [ENDINGS *.x ...] FOLDERS folder ...): paths relative to ROOT, in order.
function(source_files out root)
    cmake_parse_arguments(PARSE_ARGV 2 FIND "" "" "ENDINGS;FOLDERS")
    if(NOT FIND_ENDINGS)
        set(FIND_ENDINGS *.h *.cpp)
    endif()
    set(found "")
    foreach(folder IN LISTS FIND_FOLDERS)
        foreach(ending IN LISTS FIND_ENDINGS)
            file(GLOB_RECURSE part RELATIVE ${root} ${root}/${folder}/${ending})
            list(APPEND found ${part})
        endforeach()
    endforeach()
    list(REMOVE_DUPLICATES found)
    list(SORT found)
    set(${out} "${found}" PARENT_SCOPE)
endfunction()

# The text of a file as one value that is safe inside CMake lists.
function(read_text out file)
    file(READ ${file} text)
    string(REPLACE ";" "," text "${text}")
    string(REPLACE "[" "(" text "${text}")
    string(REPLACE "]" ")" text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

# includes_of(OUT text): what stands between the quotes or angle brackets, in order.
function(includes_of out text)
    set(names "")
    string(REGEX MATCHALL "(^|\n)[ \t]*#[ \t]*include[ \t]*[<\"][^>\"\n]*" directives "${text}")
    foreach(directive IN LISTS directives)
        string(REGEX REPLACE ".*[<\"]" "" name "${directive}")
        list(APPEND names ${name})
    endforeach()
    set(${out} "${names}" PARENT_SCOPE)
endfunction()

# Code without strings and comments, for rules about words of the language.
function(code_only out text)
    string(REGEX REPLACE "\"([^\"\\\\\n]|\\\\.)*\"" "\"\"" text "${text}")
    string(REGEX REPLACE "//[^\n]*" "" text "${text}")
    string(REGEX REPLACE "/\\*([^*]|\\*+[^*/])*\\*+/" "" text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

macro(violation file what)
    message("${file}: ${what}")
    math(EXPR violation_count "${violation_count} + 1")
endmacro()

macro(report_violations count_of_files)
    if(${count_of_files} EQUAL 0)
        message(FATAL_ERROR "no files found below ${ROOT}: nothing was checked")
    endif()
    if(violation_count GREATER 0)
        message(FATAL_ERROR "${violation_count} violations in ${count_of_files} files")
    endif()
    message(STATUS "${count_of_files} files keep the rules")
endmacro()

set(violation_count 0)
