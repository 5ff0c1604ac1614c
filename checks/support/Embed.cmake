# Writes a C++ file that holds the text of FILES (a list) as the function
# FUNCTION of Embedded.h. Run with cmake -P at build time, so that a changed
# file is a changed dependency:
#   cmake -DOUTPUT=... -DFUNCTION=... -DFILES=a;b -P Embed.cmake

set(table "")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WE)
  file(READ "${file}" text)
  # One literal a line: compilers limit how long a literal may be, not how
  # many may stand side by side.
  string(REGEX REPLACE "([\\\\\"])" "\\\\\\1" text "${text}")
  string(REPLACE "\n" "\\n\"\n     \"" text "${text}")
  string(APPEND table "    {\"${name}\",\n     \"${text}\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"support/Embedded.h\"
#include <vector>

namespace tidepool {

llvm::ArrayRef<EmbeddedFile> ${FUNCTION}() {
  static const std::vector<EmbeddedFile> Files = {
${table}  };
  return Files;
}

} // namespace tidepool
")
