# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=folder -P packaging_rules.cmake: what is written in two places is the same in both:
# the mark of our files in the code and in the MIME type, each icon and the list of icons.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/reading.cmake)

read_text(schema ${ROOT}/app/store/schema.h)
read_text(mime ${ROOT}/packaging/dateline-mime.xml)
string(REGEX MATCH "kApplicationId = (0x[0-9A-Fa-f]+)" found "${schema}")
string(TOLOWER "${CMAKE_MATCH_1}" in_code)
string(REGEX MATCH "offset=\"68\" value=\"(0x[0-9a-f]+)\"" found "${mime}")
set(in_mime "${CMAKE_MATCH_1}")
if(NOT in_code OR NOT in_code STREQUAL in_mime)
    violation(packaging/dateline-mime.xml
        "has the application id \"${in_mime}\", app/store/schema.h has \"${in_code}\"")
endif()

read_text(listed ${ROOT}/resources/dateline.qrc)
source_files(icons ${ROOT} ENDINGS *.svg FOLDERS resources/icons)
foreach(icon IN LISTS icons)
    string(REPLACE "resources/" "" name ${icon})
    string(FIND "${listed}" "<file>${name}</file>" place)
    if(place EQUAL -1)
        violation(${icon} "is not listed in resources/dateline.qrc")
    endif()
endforeach()

# An icon that the code names and nobody drew would be an empty button.
source_files(sources ${ROOT} FOLDERS app ui)
foreach(file IN LISTS sources)
    read_text(text ${ROOT}/${file})
    string(REGEX MATCHALL ":/icons/[a-z-]+\\.svg" names "${text}")
    foreach(name IN LISTS names)
        string(REPLACE ":/" "resources/" path ${name})
        if(NOT EXISTS ${ROOT}/${path})
            violation(${file} "names ${name}, which does not exist")
        endif()
    endforeach()
endforeach()

list(LENGTH icons file_count)
report_violations(${file_count})
