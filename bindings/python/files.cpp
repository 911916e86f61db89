#include "files.hpp"

#include <pybind11/stl/filesystem.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <system_error>
#include <thread>

namespace kvalitet::python {

FilePath file_path(const py::object& path) {
  FilePath file;
  const auto told = py::reinterpret_steal<py::object>(PyOS_FSPath(path.ptr()));
  if (!told) throw py::error_already_set();
  PyObject* encoded = nullptr;
  if (PyUnicode_FSConverter(told.ptr(), &encoded) == 0) throw py::error_already_set();  // a NUL in it
  Py_DECREF(encoded);
  file.path = py::cast<std::filesystem::path>(told);
  PyObject* decoded = nullptr;
  if (PyUnicode_FSDecoder(told.ptr(), &decoded) == 0) throw py::error_already_set();
  const auto name = py::reinterpret_steal<py::object>(decoded);
  const auto shown = py::reinterpret_steal<py::object>(PyUnicode_AsEncodedString(name.ptr(), "utf-8", "replace"));
  if (!shown) throw py::error_already_set();
  file.shown = py::cast<std::string>(shown);
  return file;
}

py::bytes read_file(const py::object& path, int limit) {
  return py::module_::import("kvalitet._files").attr("read")(path, limit);
}

std::optional<std::string> ordinary_file(const std::filesystem::path& path, int limit) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed)) return std::nullopt;
  const std::uintmax_t size = std::filesystem::file_size(path, failed);
  if (failed || size > static_cast<std::uintmax_t>(limit)) return std::nullopt;
  std::ifstream file;
  file.rdbuf()->pubsetbuf(nullptr, 0);  // it is read at once
  file.open(path, std::ios::binary);
  std::string data(static_cast<std::size_t>(size), '\0');
  file.read(data.data(), static_cast<std::streamsize>(size));
  const bool is_whole = file && file.peek() == std::ifstream::traits_type::eof();
  return is_whole ? std::optional(std::move(data)) : std::nullopt;
}

void write_file(const py::object& path, const std::string& text) {
  py::module_::import("kvalitet._files").attr("write")(path, py::bytes(text));
}

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        continue;  // the caller sees what is undone, and does that where it can say why
      }
    }
  };
  const std::size_t others = std::min<std::size_t>(std::max(std::thread::hardware_concurrency(), 1U), count);
  std::vector<std::thread> threads;
  threads.reserve(others);
  try {
    for (std::size_t i = 1; i < others; ++i) threads.emplace_back(take);
  } catch (const std::system_error&) {
    // No more threads to be had: those there are will do.
  }
  take();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace kvalitet::python
