// The library's exceptions as Python's.
#include "bind.hpp"
#include "convert.hpp"

#include "kvalitet/base/error.hpp"

namespace kvalitet::python {
namespace {

void raise(const char* cls, const Error& error) {
  const py::object type = py::module_::import("kvalitet._errors").attr(cls);
  const py::str code(error.code().data(), error.code().size());
  py::set_error(type, type(code, to_python(error.message()), to_python(error.hint())));
}

}  // namespace

void bind_errors(py::module_& module) {
  py::register_local_exception_translator([](std::exception_ptr thrown) {
    try {
      std::rethrow_exception(std::move(thrown));
    } catch (const UsageError& error) {
      raise("UsageError", error);
    } catch (const FileError& error) {
      raise("FileError", error);
    } catch (const LimitError& error) {
      raise("LimitError", error);
    } catch (const NotFoundError& error) {
      raise("NotFoundError", error);
    } catch (const Error& error) {
      raise("Error", error);
    }
  });

  module.def(
      "_file_error",
      [](const std::string& code, const std::string& path, const std::string& reason) {
        throw FileError(code, {{"path", Text(path)}, {"reason", Text(reason)}});
      },
      py::arg("code"), py::arg("path"), py::arg("reason"), "Raises FileError.");
  module.def(
      "_limit_error",
      [](std::int64_t size, std::int64_t limit, bool is_docx) {
        if (!is_docx) throw LimitError("read.too-large", {{"size", size}, {"limit", limit}});
        constexpr std::int64_t megabyte = 1'048'576;
        const auto megabytes = [](std::int64_t bytes) { return bytes / megabyte + (bytes % megabyte != 0 ? 1 : 0); };
        throw LimitError("docx.too-large", {{"size", megabytes(size)}, {"limit", megabytes(limit)}});
      },
      py::arg("size"), py::arg("limit"), py::arg("is_docx") = false, "Raises LimitError for a file.");
}

}  // namespace kvalitet::python
