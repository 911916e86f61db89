# kvalitet_unity(<target> <source>...): with CMAKE_UNITY_BUILD the sources of a folder are compiled as one, which takes a
# third of the time. What files of one folder keep to themselves therefore has names of its own.
function(kvalitet_unity target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS ARGN)
    cmake_path(GET source PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    string(MAKE_C_IDENTIFIER "${folder}" group)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
endfunction()
