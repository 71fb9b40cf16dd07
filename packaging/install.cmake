# SPDX-License-Identifier: GPL-3.0-or-later
# Where the program and what the desktop knows of it are installed, and the Debian package.
# "cmake --install build/release --prefix DIR" puts it anywhere; "cpack --config
# build/release/CPackConfig.cmake" makes the package.
include(GNUInstallDirs)

install(TARGETS dateline RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES packaging/org.dateline.Dateline.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/org.dateline.Dateline.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/dateline-mime.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME org.dateline.Dateline.xml)
install(FILES resources/icons/dateline.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps
    RENAME org.dateline.Dateline.svg)
install(FILES packaging/dateline.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(DIRECTORY resources/mappings
    DESTINATION ${CMAKE_INSTALL_DATADIR}/dateline FILES_MATCHING PATTERN "*.json")
foreach(document README.md CHANGELOG.md LICENSE)
    if(EXISTS ${PROJECT_SOURCE_DIR}/${document})
        install(FILES ${document} DESTINATION ${CMAKE_INSTALL_DOCDIR})
    endif()
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dateline)
set(CPACK_PACKAGE_CONTACT "The Dateline developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGE_DESCRIPTION
    "Keeps events, actors, relations and the sources that speak of them in one file, and shows them
on a timeline, in a graph, in tables and in charts. Dates stay as uncertain as the source has them,
and every mark leads to the sentence that it rests on.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded while running, so that no library names them: the SVG icons, and letters for Korean names.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-cjk, qt6-qpa-plugins")
include(CPack)
