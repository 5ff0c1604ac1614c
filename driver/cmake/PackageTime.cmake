# Read by cpack itself, in its own process.

if("$ENV{SOURCE_DATE_EPOCH}" STREQUAL "")
  execute_process(
    COMMAND git -C "${CPACK_TIDEPOOL_SOURCE}" -c safe.directory=* log -1 --format=%ct
    OUTPUT_VARIABLE committed OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(committed MATCHES "^[0-9]+$")
    set(ENV{SOURCE_DATE_EPOCH} ${committed})
  endif()
endif()
