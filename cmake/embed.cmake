# kvalitet_embed(<variable> <file>...): puts in <variable> a source file, made when the library is built, that holds the
# files as src/guidelines/embedded.hpp declares them.
function(kvalitet_embed variable)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp")
  set(script "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_files.cmake")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} "-DOUTPUT=${output}" "-DFILES=${ARGN}" -P "${script}"
    DEPENDS ${ARGN} "${script}"
    COMMENT "Embedding the guidelines"
    VERBATIM)
  set(${variable} "${output}" PARENT_SCOPE)
endfunction()
