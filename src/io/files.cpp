#include "kvalitet/io/files.hpp"

#include "io/files.hpp"
#include "kvalitet/base/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace kvalitet {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view code, const fs::path& path, int error) {
  const Text reason = Text::from(std::generic_category().message(error)).value_or(Text("?"));
  throw FileError(code, {{"path", shown_path(path)}, {"reason", reason}});
}

/// Closed when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { (void)close(); }

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  /// Whether the system has taken all that was written.
  [[nodiscard]] bool close() {
    const int number = number_;
    number_ = -1;
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool sync(int file) {
  while (::fsync(file) != 0)
    if (errno != EINTR) return errno == EINVAL || errno == EROFS;  // what has nothing to sync
  return true;
}

/// A new file beside the target, hidden from those who look for documents; below zero when none can be made.
int open_beside(const fs::path& target, fs::path& made) {
  constexpr int most = 1000;         // that processes which were killed may have left
  constexpr mode_t readable = 0666;  // less what the process's own mask says
  const std::string name = ".kvalitet-" + std::to_string(::getpid()) + "-";
  for (int attempt = 0;; ++attempt) {
    made = target;
    made.replace_filename(name + std::to_string(attempt) + ".tmp");
    const int file = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readable);
    if (file >= 0 || errno != EEXIST || attempt == most) return file;
  }
}

/// What is no ordinary file, such as a pipe or the screen, cannot be replaced.
void write_into(const fs::path& target, const fs::path& path, std::string_view bytes) {
  // Non-blocking, or a pipe that nobody reads would wait; once it is open, writing may.
  Descriptor file(::open(target.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open() || ::fcntl(file.number(), F_SETFL, 0) != 0 || !write_all(file.number(), bytes) || !file.close())
    fail("file.unwritable", path, errno);
}

}  // namespace

Text shown_path(const fs::path& path) {
  std::string text = path.generic_string();
  for (std::size_t at = find_forbidden(text); at != std::string_view::npos; at = find_forbidden(text)) text[at] = '?';
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = '?';
  return Text(std::move(text));
}

std::string read_ordinary_file(const fs::path& path, int limit) {
  // Non-blocking, or a pipe without a writer would wait; for an ordinary file it says nothing.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0)
    fail(errno == ENOENT ? "file.not-found" : "file.unreadable", path, errno);
  if (!S_ISREG(status.st_mode)) fail("file.unreadable", path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
  const auto too_large = [&](std::int64_t size) {
    return LimitError("read.too-large", {{"size", size}, {"limit", std::int64_t{limit}}});
  };
  if (status.st_size > limit) throw too_large(status.st_size);
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');  // one more shows whether it has grown
  std::size_t size = 0;
  for (;;) {
    const ssize_t got = ::read(file.number(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("file.unreadable", path, errno);
    size += static_cast<std::size_t>(got);
    if (size > static_cast<std::size_t>(limit)) throw too_large(static_cast<std::int64_t>(size));
    if (size < bytes.size()) break;  // an ordinary file gives all that it has
    bytes.resize(2 * size);
  }
  bytes.resize(size);
  return bytes;
}

void replace_file(const fs::path& path, std::string_view bytes) {
  std::error_code unknown;
  fs::path target = fs::weakly_canonical(path, unknown);
  if (unknown || target.empty()) target = path;
  struct stat earlier {};
  const bool exists = ::stat(target.c_str(), &earlier) == 0;
  constexpr mode_t writable = 0222;
  if (exists && !S_ISREG(earlier.st_mode)) return write_into(target, path, bytes);
  if (exists && (earlier.st_mode & writable) == 0) fail("file.unwritable", path, EACCES);
  fs::path made;
  Descriptor file(open_beside(target, made));
  if (!file.is_open()) fail("file.unwritable", path, errno);
  const auto give_up = [&] {
    const int error = errno;
    (void)::unlink(made.c_str());
    fail("file.unwritable", path, error);
  };
  constexpr mode_t permissions = 07777;
  if (exists) (void)::fchmod(file.number(), earlier.st_mode & permissions);
  if (!write_all(file.number(), bytes) || !sync(file.number()) || !file.close() ||
      ::rename(made.c_str(), target.c_str()) != 0)
    give_up();
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.is_open()) (void)sync(opened.number());  // the new file is there already; this only makes it last
}

}  // namespace kvalitet
