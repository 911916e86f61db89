# Compiles through ccache where it is installed: the presets and the wheel share most of their object files, and so do
# clones of this tree, wherever they lie.
find_program(KVALITET_CCACHE ccache)
mark_as_advanced(KVALITET_CCACHE)
if(KVALITET_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${KVALITET_CCACHE}")
endif()
