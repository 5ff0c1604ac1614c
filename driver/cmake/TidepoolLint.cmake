# tidepool_lint(TARGET... [NAME lint] [OPTIONS OPTION...])
#
# Makes a target (`lint`, unless NAME says otherwise) that builds the TARGETs, so
# that generated files are there, and lints their sources. It fails on findings.
# Called again, also in another folder, it adds to that target. OPTIONS are those
# of `tidepool lint`.

function(tidepool_lint)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "OPTIONS")
  if(NOT arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "tidepool_lint: name the targets to lint")
  endif()
  if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
    message(FATAL_ERROR "tidepool_lint: CMake writes compile_commands.json for "
                        "Ninja and for Makefiles, not for ${CMAKE_GENERATOR}")
  endif()
  set(name lint)
  if(arg_NAME)
    set(name ${arg_NAME})
  endif()

  if(NOT TARGET ${name})
    set(sources "$<TARGET_GENEX_EVAL:${name},$<TARGET_PROPERTY:${name},TIDEPOOL_SOURCES>>")
    # Nothing stands where a target has no path of the kind.
    set(sources "$<FILTER:${sources},INCLUDE,.>")
    # A file of them, for they may be more than a command line holds.
    set(paths "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${name}.dir/tidepool.txt")
    file(GENERATE OUTPUT "${paths}" CONTENT "\"$<JOIN:${sources},\"\n\">\"\n"
         TARGET ${name})
    # Paths are shown as seen from the working directory.
    add_custom_target(${name}
      COMMAND "${Tidepool_EXECUTABLE}" lint -p "${CMAKE_BINARY_DIR}"
              "$<TARGET_PROPERTY:${name},TIDEPOOL_OPTIONS>" "@${paths}"
      WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
      COMMENT "Linting with Tidepool"
      COMMAND_EXPAND_LISTS VERBATIM USES_TERMINAL)
    set_property(TARGET ${name} PROPERTY TIDEPOOL_LINTS TRUE)
  else()
    get_target_property(ours ${name} TIDEPOOL_LINTS)
    if(NOT ours)
      message(FATAL_ERROR "tidepool_lint: there is a target '${name}' already; "
                          "NAME gives this one another name")
    endif()
  endif()
  set_property(TARGET ${name} APPEND PROPERTY TIDEPOOL_OPTIONS ${arg_OPTIONS})

  foreach(target IN LISTS arg_UNPARSED_ARGUMENTS)
    if(NOT TARGET ${target})
      message(FATAL_ERROR "tidepool_lint: there is no target '${target}'")
    endif()
    get_target_property(aliased ${target} ALIASED_TARGET)
    if(aliased)
      set(target ${aliased})
    endif()
    get_target_property(type ${target} TYPE)
    get_target_property(imported ${target} IMPORTED)
    if(imported OR NOT type MATCHES "^(EXECUTABLE|(STATIC|SHARED|MODULE|OBJECT)_LIBRARY)$")
      message(FATAL_ERROR "tidepool_lint: nothing of '${target}' is compiled here")
    endif()
    set_target_properties(${target} PROPERTIES EXPORT_COMPILE_COMMANDS ON)
    add_dependencies(${name} ${target})
    # Headers, objects and the like are no units.
    set(units "$<FILTER:$<TARGET_PROPERTY:${target},SOURCES>,INCLUDE,[.](c|C|cc|cp|cpp|CPP|cxx|c[+][+]|cppm|ixx)$>")
    set(relative "$<FILTER:${units},EXCLUDE,^/>")
    set(folder "$<TARGET_PROPERTY:${target},SOURCE_DIR>")
    set_property(TARGET ${name} APPEND PROPERTY TIDEPOOL_SOURCES
      "$<FILTER:${units},INCLUDE,^/>"
      "$<$<BOOL:${relative}>:${folder}/$<JOIN:${relative},$<SEMICOLON>${folder}/>>")
  endforeach()
endfunction()
