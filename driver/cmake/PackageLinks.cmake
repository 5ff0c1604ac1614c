# What a Debian package has outside of its own folder. Run by cpack once the rest
# is in place, below CPACK_TEMPORARY_DIRECTORY.

set(package tidepool-${CPACK_TIDEPOOL_MAJOR})
set(usr "${CPACK_TEMPORARY_DIRECTORY}/usr")
file(MAKE_DIRECTORY "${usr}/bin")
foreach(program IN ITEMS tidepool tidepool-clangd)
  if(EXISTS "${usr}/lib/${package}/bin/${program}")
    file(CREATE_LINK "../lib/${package}/bin/${program}"
         "${usr}/bin/${program}-${CPACK_TIDEPOOL_MAJOR}" SYMBOLIC)
  endif()
endforeach()
file(READ "${CPACK_TIDEPOOL_SOURCE}/NOTICE" notice)
file(READ "${CPACK_TIDEPOOL_SOURCE}/LICENSE" licence)
file(WRITE "${usr}/share/doc/${package}/copyright" "${notice}\n${licence}")
