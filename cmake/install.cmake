include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/kvalitet)

install(TARGETS kvalitet kvalitet_model EXPORT kvalitetTargets FILE_SET HEADERS)
install(EXPORT kvalitetTargets NAMESPACE kvalitet:: DESTINATION ${package_dir})

configure_package_config_file(cmake/kvalitetConfig.cmake.in kvalitetConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(kvalitetConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES
  cmake/FindMinizip.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/kvalitetConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/kvalitetConfigVersion.cmake
  DESTINATION ${package_dir})

# A static library is linked with what it was made with; a shared one knows. minizip by its name alone: its own .pc
# would put its headers, of which one is crypt.h, before the system's.
set(pc_flags "")
set(pc_requires "Requires: pugixml zlib\n")
set(pc_libs " -lminizip")
if(BUILD_SHARED_LIBS)
  set(pc_flags " -DKVALITET_SHARED")
  set(pc_requires "")
  set(pc_libs "")
endif()
# The file finds its prefix from where it lies, so the tree may be moved.
file(RELATIVE_PATH pc_up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/kvalitet.pc.in kvalitet.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/kvalitet.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
