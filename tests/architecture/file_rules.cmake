# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=folder -P file_rules.cmake: what holds for each file by itself: its licence is named
# at the top, it is not longer than a reader can hold, and its includes are written from the root.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/reading.cmake)

set(longest 600)

source_files(sources ${ROOT} FOLDERS app ui resources tests)
source_files(scripts ${ROOT} ENDINGS CMakeLists.txt *.cmake *.py *.sql
    FOLDERS app ui resources tests packaging)
# The programs of packaging/ have no ending to find them by.
foreach(name CMakeLists.txt packaging/run packaging/test packaging/tidy packaging/check_format
        packaging/setup.sh .ci/run)
    if(EXISTS ${ROOT}/${name})
        list(APPEND scripts ${name})
    endif()
endforeach()

foreach(file IN LISTS sources scripts)
    read_text(text ${ROOT}/${file})

    string(SUBSTRING "${text}" 0 300 top)
    if(NOT top MATCHES "SPDX-License-Identifier: GPL-3\\.0-or-later")
        violation(${file} "does not name its licence (SPDX-License-Identifier) at the top")
    endif()

    string(REGEX MATCHALL "\n" line_ends "${text}")
    list(LENGTH line_ends lines)
    if(lines GREATER longest)
        violation(${file} "has ${lines} lines, at most ${longest} are allowed: split it by subject")
    endif()

    if(file MATCHES "\\.(h|cpp)$")
        includes_of(headers "${text}")
        foreach(header IN LISTS headers)
            if(header MATCHES "(^|/)\\.\\.?/")
                violation(${file} "includes ${header}: includes are written from the root")
            endif()
        endforeach()
    endif()
    if(file MATCHES "\\.h$" AND NOT text MATCHES "\n#pragma once\n")
        violation(${file} "has no #pragma once")
    endif()
endforeach()

list(LENGTH sources file_count)
report_violations(${file_count})
