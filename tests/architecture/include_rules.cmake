# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=folder -P include_rules.cmake: who may include whom. The linker sees the libraries of
# the layers, but not a header that lies in /usr/include for everybody; this test closes that.
# An exception is a line in a table here, with its reason, and nowhere else.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/reading.cmake)

# layer(FOLDER layers...): FOLDER's files may include these beside their own.
macro(layer folder)
    list(APPEND layers ${folder})
    set(seen_by_${folder} ${ARGN})
endmacro()

layer(app/base)
layer(app/model      app/base)
layer(app/phrases    app/model app/base)
layer(app/suggestions app/phrases app/model app/base)
layer(app/evidence   app/model app/base)
layer(app/store      app/model app/base)
layer(app/edit       app/store app/evidence app/model app/base)
layer(app/timeline   app/model app/base)
layer(app/network    app/model app/base)
layer(app/exchange   app/suggestions app/edit app/store app/evidence app/phrases app/model app/base)
# In ui/ only the bridge and the command line reach what reads and writes files.
layer(ui/bridge      app/suggestions app/exchange app/edit app/store app/evidence app/phrases app/model app/base)
layer(ui/paint       ui/bridge app/timeline app/network app/evidence app/model app/base)
layer(ui/charts      ui/paint ui/bridge app/timeline app/evidence app/model app/base)
layer(ui/tables      ui/paint ui/bridge app/evidence app/model app/base)
layer(ui/views       ui/paint ui/charts ui/tables ui/bridge
                     app/suggestions app/timeline app/network app/evidence app/phrases app/model app/base)
layer(ui/dialogs     ui/views ui/paint ui/charts ui/tables ui/bridge
                     app/suggestions app/timeline app/network app/evidence app/phrases app/model app/base)
layer(ui/window      ui/dialogs ui/views ui/paint ui/charts ui/tables ui/bridge resources
                     app/timeline app/network app/evidence app/model app/base)
layer(ui/command_line ui/paint ui/bridge resources
                     app/timeline app/network app/exchange app/edit app/store app/evidence
                     app/phrases app/model app/base)
layer(resources)

# Programs that lie among the layers: what they start is theirs to include.
layer(app/main.cpp   ui/window ui/command_line ui/bridge resources app/edit app/model app/base)
layer(app/exchange/make_sample.cpp
                     app/exchange app/edit app/store app/evidence app/model app/base)

# forbid(REASON FILES HEADERS): in files whose path matches FILES no header may match HEADERS.
macro(forbid reason files headers)
    list(APPEND rule_reasons "${reason}")
    list(APPEND rule_files "${files}")
    list(APPEND rule_headers "${headers}")
endmacro()

set(charts "^QtCharts|^Q[A-Za-z]*(Chart|ChartView|Series|BarSet|ValueAxis|CategoryAxis|DateTimeAxis)$")
set(widgets "^QtWidgets|^Q(Widget|MainWindow|Dialog|Application|DockWidget|Frame|Label|Menu|MenuBar|ToolBar|ToolButton|PushButton|CheckBox|RadioButton|LineEdit|TextEdit|TextBrowser|PlainTextEdit|ComboBox|SpinBox|Slider|MessageBox|FileDialog|TableView|ListView|TreeView|HeaderView|StyledItemDelegate|Style|ToolTip|ScrollArea|ScrollBar|AbstractScrollArea|AbstractItemView|StatusBar|Splitter|TabWidget|TabBar|(HBox|VBox|Box|Grid|Form|Stacked)?Layout|Graphics[A-Za-z]*)$")

forbid("no Qt in app/" "^app/[a-z]+/" "^Q[A-Z]|^Qt[A-Z][A-Za-z]*/|^q[a-z]+\\.h$")
forbid("SQLite only in app/store" "^(ui|resources)/|^app/([^s]|s[^t])[a-z]*/|^app/main"
    "^sqlite3(ext)?\\.h$|^SQLiteCpp/")
forbid("Boost only in app/network" "^(ui|resources)/|^app/([^n]|n[^e])[a-z]*/|^app/main" "^boost/")
forbid("no Boost in a header" "\\.h$" "^boost/")
forbid("Qt Charts only in ui/charts" "^ui/([^c]|c[^h])[a-z_]*/|^app/|^resources/" "${charts}")
forbid("no Qt Charts in a header" "\\.h$" "${charts}")
forbid("no Widgets below the views" "^ui/(bridge|paint|tables|command_line)/" "${widgets}")
forbid("the program uses no network" "." "^QtNetwork|^Q(Tcp|Udp|Ssl|Network|LocalSo)|^curl/|^sys/socket")

# Boost.Graph costs seconds to compile: paths and measures in one file, small layouts in another.
set(boost_limit 2)

set(boost_users "")
source_files(files ${ROOT} FOLDERS app ui resources)
foreach(file IN LISTS files)
    read_text(text ${ROOT}/${file})

    string(REGEX MATCH "^(app|ui)/[a-z_]+/|^resources/" layer "${file}")
    string(REGEX REPLACE "/$" "" layer "${layer}")
    if(file IN_LIST layers)
        set(layer ${file})
    endif()
    if(NOT layer IN_LIST layers)
        violation(${file} "lies in no layer that include_rules.cmake knows")
        continue()
    endif()

    includes_of(headers "${text}")
    # That the header compiles alone is shown by this, and by nothing else.
    string(REGEX REPLACE "[.]cpp$" ".h" own "${file}")
    if(NOT own STREQUAL file AND EXISTS ${ROOT}/${own})
        list(POP_FRONT headers first)
        if(NOT first STREQUAL own)
            violation(${file} "does not include its own header first")
        endif()
        list(PREPEND headers ${first})
    endif()
    foreach(header IN LISTS headers)
        string(REGEX MATCH "^(app|ui)/[a-z_]+/|^resources/" target "${header}")
        string(REGEX REPLACE "/$" "" target "${target}")
        if(target AND NOT target STREQUAL layer AND NOT target IN_LIST "seen_by_${layer}")
            violation(${file} "includes ${header}: ${layer} may not see ${target}")
        endif()
        foreach(rule IN ZIP_LISTS rule_reasons rule_files rule_headers)
            if(file MATCHES "${rule_1}" AND header MATCHES "${rule_2}")
                violation(${file} "includes ${header}: ${rule_0}")
            endif()
        endforeach()
        if(header MATCHES "^boost/")
            list(APPEND boost_users ${file})
        endif()
    endforeach()

    if(file MATCHES "^ui/")
        code_only(code "${text}")
        if(code MATCHES "(^|[^A-Za-z0-9_])(try|catch|throw)([^A-Za-z0-9_]|$)")
            violation(${file} "has the word ${CMAKE_MATCH_2}: exceptions end below ui/")
        endif()
    endif()
endforeach()

list(REMOVE_DUPLICATES boost_users)
list(LENGTH boost_users boost_count)
if(boost_count GREATER boost_limit)
    violation("app/network" "Boost in ${boost_count} files, ${boost_limit} may: ${boost_users}")
endif()

list(LENGTH files file_count)
report_violations(${file_count})
