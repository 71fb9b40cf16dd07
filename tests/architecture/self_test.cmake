# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DSCRATCH=folder -P self_test.cmake: can the rules fail? Each planted violation must be found
# and named, and a small clean tree must pass: a rule that finds nothing looks like a kept rule.
cmake_minimum_required(VERSION 3.25)

set(spdx "// SPDX-License-Identifier: GPL-3.0-or-later\n")
set(missed 0)

# run_rules(SCRIPT): sets "status" and "said".
macro(run_rules script)
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH}/tree
            -P ${CMAKE_CURRENT_LIST_DIR}/${script}
        RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
endmacro()

macro(clean_tree)
    file(REMOVE_RECURSE ${SCRATCH}/tree)
    file(WRITE ${SCRATCH}/tree/app/model/event.h "${spdx}#pragma once\n#include \"app/base/error.h\"\n")
    file(WRITE ${SCRATCH}/tree/app/store/recorder.cpp "${spdx}#include <sqlite3.h>\n")
    file(WRITE ${SCRATCH}/tree/app/network/network_metrics.cpp
        "${spdx}#include <boost/graph/betweenness_centrality.hpp>\n")
    file(WRITE ${SCRATCH}/tree/ui/charts/tally_chart.cpp
        "${spdx}#include \"ui/bridge/selection.h\"\n#include <QChart>\n")
    file(WRITE ${SCRATCH}/tree/app/store/schema.h "${spdx}#pragma once\nkApplicationId = 0x0A;\n")
    file(WRITE ${SCRATCH}/tree/packaging/dateline-mime.xml "offset=\"68\" value=\"0x0a\"")
    file(WRITE ${SCRATCH}/tree/resources/dateline.qrc "<file>icons/undo.svg</file>")
    file(WRITE ${SCRATCH}/tree/resources/icons/undo.svg "<svg/>")
    file(WRITE ${SCRATCH}/tree/ui/views/timeline_view.cpp "${spdx}#include <QWidget>\n"
        "// You may try, catch and throw in a comment; [brackets and such.\n"
        "const char *words = \"try \\\"again\\\"; then throw {it} away\";\nint retry, catcher;\n")
endmacro()

# plant(SCRIPT EXPECTED FILE text...): FILE with this text must be refused with these words.
macro(plant script expected file)
    clean_tree()
    file(WRITE ${SCRATCH}/tree/${file} ${ARGN})
    run_rules(${script})
    string(FIND "${said}" "${file}: " named)
    if(status EQUAL 0 OR named EQUAL -1 OR NOT "${said}" MATCHES "${expected}")
        message("not found by ${script}: ${expected} in ${file}; it said:\n${said}")
        math(EXPR missed "${missed} + 1")
    endif()
endmacro()

foreach(script include_rules.cmake file_rules.cmake packaging_rules.cmake)
    clean_tree()
    run_rules(${script})
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${script} refuses a clean tree:\n${said}")
    endif()
endforeach()

set(rules include_rules.cmake)
plant(${rules} "app/model may not see app/store"
    app/model/actor.h "${spdx}#include \"app/store/actor_store.h\"\n")
plant(${rules} "app/timeline may not see app/network"
    app/timeline/lanes.cpp "${spdx}#include \"app/network/network.h\"\n")
plant(${rules} "app/network may not see app/timeline"
    app/network/network.cpp "${spdx}#include \"app/timeline/lanes.h\"\n")
plant(${rules} "app/edit may not see ui/bridge"
    app/edit/session.cpp "${spdx}#include \"ui/bridge/text.h\"\n")
plant(${rules} "ui/views may not see app/edit"
    ui/views/details_panel.cpp "${spdx}  #  include \"app/edit/session.h\"\n")
plant(${rules} "ui/paint may not see ui/views"
    ui/paint/theme.cpp "${spdx}#include \"ui/views/timeline_view.h\"\n")
plant(${rules} "does not include its own header first"
    app/model/event.cpp "${spdx}#include <vector>\n#include \"app/model/event.h\"\n")
plant(${rules} "does not include its own header first" app/model/event.cpp "${spdx}int n;\n")
plant(${rules} "no Qt in app/" app/model/edtf.cpp "${spdx}#include <QString>\n")
plant(${rules} "no Qt in app/" app/model/edtf.cpp "${spdx}#include <QtCore/QString>\n")
plant(${rules} "no Qt in app/" app/exchange/make_sample.cpp "${spdx}#include <QFile>\n")
plant(${rules} "SQLite only in app/store" app/edit/session.cpp "${spdx}#include <sqlite3.h>\n")
plant(${rules} "SQLite only in app/store"
    ui/bridge/session_hub.cpp "${spdx}#include <SQLiteCpp/Database.h>\n")
plant(${rules} "Boost only in app/network"
    app/timeline/lanes.cpp "${spdx}#include <boost/container/flat_map.hpp>\n")
plant(${rules} "no Boost in a header"
    app/network/network.h "${spdx}#pragma once\n#include <boost/graph/adjacency_list.hpp>\n")
plant(${rules} "Qt Charts only in ui/charts" ui/views/chart_pane.cpp "${spdx}#include <QChartView>\n")
plant(${rules} "Qt Charts only in ui/charts"
    ui/command_line/command_line.cpp "${spdx}#include <QtCharts/QBarSeries>\n")
plant(${rules} "no Qt Charts in a header"
    ui/charts/density_chart.h "${spdx}#pragma once\n#include <QChart>\n")
plant(${rules} "no Widgets below the views" ui/bridge/post.cpp "${spdx}#include <QMessageBox>\n")
plant(${rules} "no Widgets below the views" ui/paint/theme.cpp "${spdx}#include <QtWidgets/QStyle>\n")
plant(${rules} "no Widgets below the views"
    ui/command_line/export.cpp "${spdx}#include <QVBoxLayout>\n")
plant(${rules} "uses no network" ui/window/main_window.cpp "${spdx}#include <QNetworkReply>\n")
plant(${rules} "has the word try" ui/window/a.cpp "${spdx}void f() { try { g(); } catch (...) {} }\n")
plant(${rules} "has the word throw" ui/window/b.h "${spdx}/* fine */ throw 1; // try\n")
plant(${rules} "no layer" app/helpers/strings.cpp "${spdx}\n")

foreach(name a b)
    file(WRITE ${SCRATCH}/${name}.cpp "${spdx}#include <boost/graph/graph_traits.hpp>\n")
endforeach()
clean_tree()
file(COPY ${SCRATCH}/a.cpp ${SCRATCH}/b.cpp DESTINATION ${SCRATCH}/tree/app/network)
run_rules(${rules})
if(status EQUAL 0 OR NOT said MATCHES "Boost in 3 files")
    message("a third Boost file was not found; it said:\n${said}")
    math(EXPR missed "${missed} + 1")
endif()

set(rules file_rules.cmake)
plant(${rules} "does not name its licence" app/model/edtf.cpp "int i;\n")
plant(${rules} "does not name its licence" tests/app/CMakeLists.txt "add_test(x y)\n")
plant(${rules} "written from the root" app/model/edtf.cpp "${spdx}#include \"../base/error.h\"\n")
plant(${rules} "written from the root" app/model/edtf.cpp "${spdx}#include \"./error.h\"\n")
plant(${rules} "has no #pragma once" app/model/edtf.h "${spdx}int i;\n")
string(REPEAT "// A line; and [one more.\n" 600 many)
plant(${rules} "has 601 lines" ui/views/long_view.cpp "${spdx}${many}")

set(rules packaging_rules.cmake)
plant(${rules} "has the application id" packaging/dateline-mime.xml "offset=\"68\" value=\"0x0b\"")
plant(${rules} "is not listed" resources/icons/redo.svg "<svg/>")
plant(${rules} "does not exist" ui/window/actions.cpp "QStringLiteral(\":/icons/no-such.svg\")")

file(REMOVE_RECURSE ${SCRATCH})
if(missed GREATER 0)
    message(FATAL_ERROR "${missed} planted violations were not found")
endif()
