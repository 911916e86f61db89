# Compiles through ccache where it is installed: the presets and the wheel share most of their object files.
find_program(KVALITET_CCACHE ccache)
mark_as_advanced(KVALITET_CCACHE)
if(KVALITET_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${KVALITET_CCACHE}")
endif()
