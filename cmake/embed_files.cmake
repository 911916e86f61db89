# Writes OUTPUT, a C++ source with the bytes of FILES. Characters, not string literals, which some compilers limit to
# 64 KB; and no #embed, which few have.
set(arrays "")
set(entries "")
set(index 0)
foreach(file IN LISTS FILES)
  cmake_path(GET file STEM LAST_ONLY name)
  file(READ "${file}" bytes HEX)
  string(LENGTH "${bytes}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "constexpr char text_${index}[] = {${bytes}'\\0'};\n")
  list(APPEND entries "    EmbeddedFile{\"${name}\", {text_${index}, ${size}}},\n")
  math(EXPR index "${index} + 1")
endforeach()
list(SORT entries)
list(JOIN entries "" entries)

file(WRITE "${OUTPUT}" "#include \"guidelines/embedded.hpp\"

#include <array>

namespace kvalitet {
namespace {

${arrays}
constexpr std::array<EmbeddedFile, ${index}> files{
${entries}};

}  // namespace

std::span<const EmbeddedFile> embedded_guidelines() noexcept { return files; }

}  // namespace kvalitet
")
