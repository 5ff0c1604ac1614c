# Writes SBOM, a CycloneDX list of what the installed FILES are made of: the static
# libraries that were linked in (STATIC), and every shared one that is loaded, as the
# loader would find it. Run by `cmake --install`, for only a linked program knows
# the latter. VERSION is ours, LLVM_VERSION that of the static ones.

# sbom_component(NAME VERSION PURL LICENCE KIND): one more in `components`.
function(sbom_component name version purl licence kind)
  set(component "    {\n      \"type\": \"library\",\n      \"bom-ref\": \"${name}\",\n      \"name\": \"${name}\"")
  if(NOT version STREQUAL "")
    string(APPEND component ",\n      \"version\": \"${version}\"")
  endif()
  if(NOT purl STREQUAL "")
    string(APPEND component ",\n      \"purl\": \"${purl}\"")
  endif()
  if(licence MATCHES "^Apache")
    string(APPEND component ",\n      \"licenses\": [{\"expression\": \"${licence}\"}]")
  elseif(NOT licence STREQUAL "")
    string(APPEND component ",\n      \"licenses\": [{\"license\": {\"name\": \"${licence}\"}}]")
  endif()
  string(APPEND component ",\n      \"properties\": [{\"name\": \"tidepool:linked\", \"value\": \"${kind}\"}]\n    }")
  list(APPEND components "${component}")
  list(APPEND references "\"${name}\"")
  set(components "${components}" PARENT_SCOPE)
  set(references "${references}" PARENT_SCOPE)
endfunction()

set(components "")
set(references "")
set(llvm_licence "Apache-2.0 WITH LLVM-exception")
foreach(library IN LISTS STATIC)
  get_filename_component(name "${library}" NAME)
  sbom_component("${name}" "${LLVM_VERSION}" "" "${llvm_licence}" static)
endforeach()

file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${FILES}
     RESOLVED_DEPENDENCIES_VAR shared UNRESOLVED_DEPENDENCIES_VAR missing)
# Two paths may lead to one library.
set(names "")
foreach(library IN LISTS shared missing)
  get_filename_component(name "${library}" NAME)
  list(APPEND names "${name}")
  set("path_${name}" "${library}")
endforeach()
list(REMOVE_DUPLICATES names)
list(SORT names)
find_program(DPKG_QUERY dpkg-query)
foreach(name IN LISTS names)
  set(version "")
  set(purl "")
  get_filename_component(real "${path_${name}}" REALPATH)
  if(DPKG_QUERY AND EXISTS "${real}")
    # dpkg may know a path by what it was before /lib was in /usr.
    string(REGEX REPLACE "^/usr/" "/" short "${real}")
    foreach(path IN ITEMS "${real}" "${short}")
      execute_process(COMMAND ${DPKG_QUERY} -S "${path}" OUTPUT_VARIABLE owner
                      ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
      if(version STREQUAL "" AND owner MATCHES "^([^:,\n]+)")
        set(package "${CMAKE_MATCH_1}")
        execute_process(
          COMMAND ${DPKG_QUERY} -W -f "\${Version} \${Architecture}" "${package}"
          OUTPUT_VARIABLE found ERROR_QUIET)
        if(found MATCHES "^([^ ]+) ([a-z0-9]+)")
          set(version "${CMAKE_MATCH_1}")
          string(REPLACE "+" "%2B" encoded "${version}")
          string(REPLACE ":" "%3A" encoded "${encoded}")
          set(purl "pkg:deb/debian/${package}@${encoded}?arch=${CMAKE_MATCH_2}")
        endif()
      endif()
    endforeach()
  endif()
  set(licence "")
  if(name MATCHES "^lib(LLVM|clang)")
    set(licence "${llvm_licence}")
  elseif(name MATCHES "^libgit2")
    set(licence "GPL-2.0 with a linking exception")
  endif()
  sbom_component("${name}" "${version}" "${purl}" "${licence}" shared)
endforeach()

list(JOIN components ",\n" components)
list(JOIN references ", " references)
# No time and no serial number: equal builds give equal bytes.
file(WRITE "${SBOM}" "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.5\",
  \"version\": 1,
  \"metadata\": {
    \"component\": {
      \"type\": \"application\",
      \"bom-ref\": \"tidepool\",
      \"name\": \"tidepool\",
      \"version\": \"${VERSION}\",
      \"licenses\": [{\"expression\": \"Apache-2.0 WITH LLVM-exception\"}]
    }
  },
  \"components\": [
${components}
  ],
  \"dependencies\": [
    {\"ref\": \"tidepool\", \"dependsOn\": [${references}]}
  ]
}
")
