# cpack: a Debian package a major of LLVM, beside those of other majors. The same
# checkout at the same path gives the same bytes, whatever the build folder.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tidepool-${LLVM_VERSION_MAJOR})
set(CPACK_PACKAGE_CONTACT "${TIDEPOOL_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter for over-parallelization in C++")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "The driver tidepool-${LLVM_VERSION_MAJOR}, tidepool-clangd-${LLVM_VERSION_MAJOR} for editors, and the plugin for
clang-tidy-${LLVM_VERSION_MAJOR} in /usr/lib/tidepool-${LLVM_VERSION_MAJOR}/lib.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr/lib/${CPACK_PACKAGE_NAME})
# Else it depends on the umask of whoever builds.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE
    OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 1)

# libc, libstdc++, libgit2 as dpkg-shlibdeps sees them. Of LLVM and Clang, whose
# parts are linked in, it must be the very release that they are from; and the
# headers that clang brings.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
find_program(DPKG_QUERY dpkg-query)
set(depends libclang-common-${LLVM_VERSION_MAJOR}-dev)
if(DPKG_QUERY)
  foreach(library IN ITEMS libclang-cpp.so libLLVM.so libLLVM-)
    file(GLOB paths /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE}/${library}*)
    list(FILTER paths INCLUDE REGEX "(so[.]|LLVM-)${LLVM_VERSION_MAJOR}([.]|$)")
    foreach(path IN LISTS paths)
      execute_process(COMMAND ${DPKG_QUERY} -S "${path}" OUTPUT_VARIABLE owner
                      ERROR_QUIET)
      if(NOT owner MATCHES "^([^:,\n]+)")
        continue()
      endif()
      set(package "${CMAKE_MATCH_1}")
      execute_process(COMMAND ${DPKG_QUERY} -W -f "\${Version}" "${package}"
                      OUTPUT_VARIABLE version)
      if(version MATCHES "^([0-9]+:)?([0-9]+)[.]([0-9]+)[.]([0-9]+)")
        math(EXPR next "${CMAKE_MATCH_3} + 1")
        list(APPEND depends
          "${package} (>= ${CMAKE_MATCH_1}${CMAKE_MATCH_2}.${CMAKE_MATCH_3}.${CMAKE_MATCH_4})"
          "${package} (<< ${CMAKE_MATCH_1}${CMAKE_MATCH_2}.${next}~)")
      endif()
    endforeach()
  endforeach()
endif()
list(REMOVE_DUPLICATES depends)
list(JOIN depends ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "clang-tidy-${LLVM_VERSION_MAJOR}, git")

# The commands in /usr/bin, and what Debian wants in /usr/share/doc.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/PackageLinks.cmake)
# Time stamps are those of the commit, unless SOURCE_DATE_EPOCH says otherwise.
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/PackageTime.cmake)
set(CPACK_TIDEPOOL_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_TIDEPOOL_MAJOR ${LLVM_VERSION_MAJOR})
include(CPack)
