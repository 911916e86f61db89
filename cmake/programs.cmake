# kvalitet_programs(<folder> [TESTS]): a program from each <folder>/<name>.cpp, found as <folder>/<name> in the build
# tree. With TESTS each is also a test, run without arguments in the source tree.
function(kvalitet_programs folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "TESTS" "" "")
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
  foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    set(target kvalitet_${folder}_${name})
    add_executable(${target} ${source})
    target_link_libraries(${target} PRIVATE kvalitet::kvalitet)
    set_target_properties(${target} PROPERTIES
      OUTPUT_NAME ${name}
      RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${folder})
    if(arg_TESTS)
      add_test(NAME "${folder}: ${name}" COMMAND ${target} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    endif()
  endforeach()
endfunction()
