# zlib's minizip, which brings nothing for CMake: the target Minizip::Minizip. With Minizip_USE_STATIC_LIBS the archive.
include(FindPackageHandleStandardArgs)

find_package(ZLIB QUIET)
find_path(Minizip_INCLUDE_DIR minizip/unzip.h)
if(Minizip_USE_STATIC_LIBS)
  find_library(Minizip_LIBRARY NAMES "${CMAKE_STATIC_LIBRARY_PREFIX}minizip${CMAKE_STATIC_LIBRARY_SUFFIX}")
else()
  find_library(Minizip_LIBRARY NAMES minizip)
endif()
mark_as_advanced(Minizip_INCLUDE_DIR Minizip_LIBRARY)
find_package_handle_standard_args(Minizip REQUIRED_VARS Minizip_LIBRARY Minizip_INCLUDE_DIR ZLIB_FOUND)

if(Minizip_FOUND AND NOT TARGET Minizip::Minizip)
  add_library(Minizip::Minizip UNKNOWN IMPORTED)
  set_target_properties(Minizip::Minizip PROPERTIES
    IMPORTED_LOCATION "${Minizip_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${Minizip_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES ZLIB::ZLIB)
endif()
