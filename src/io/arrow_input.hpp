#pragma once
// Arrow tables that others have made: https://arrow.apache.org/docs/format/Columnar.html
#include "kvalitet/io/arrow.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kvalitet {

/// A column's part of a batch, as long as the batch lives.
class ArrowInput {
 public:
  enum class Kind { nothing, boolean, integer, real, text, dictionary, other };

  ArrowInput(const ArrowSchema& schema, const ArrowArray& array, std::int64_t offset, std::int64_t length);

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(length_); }
  [[nodiscard]] bool has_nulls() const noexcept { return kind_ == Kind::nothing || validity_ != nullptr; }
  [[nodiscard]] bool is_null(std::size_t row) const noexcept {
    const std::size_t at = row + static_cast<std::size_t>(offset_);
    return kind_ == Kind::nothing || (validity_ != nullptr && ((validity_[at / 8] >> (at % 8)) & 1U) == 0);
  }

  /// Of an integer column or a dictionary's indices; as INT64_MAX where an unsigned 64-bit number does not fit.
  [[nodiscard]] std::int64_t integer(std::size_t row) const noexcept;
  /// Of an integer column, whatever fits.
  [[nodiscard]] std::string digits(std::size_t row) const;
  [[nodiscard]] double real(std::size_t row) const noexcept;
  [[nodiscard]] std::string_view text(std::size_t row) const noexcept;
  [[nodiscard]] bool boolean(std::size_t row) const noexcept;
  /// The values that a dictionary's indices stand for.
  [[nodiscard]] ArrowInput dictionary() const;

  /// The values as they lie, where they are single bytes (signed or not), or 32 bits; otherwise nullptr.
  [[nodiscard]] const std::uint8_t* bytes() const noexcept;
  [[nodiscard]] const std::uint32_t* words() const noexcept;

  [[nodiscard]] const char* format() const noexcept { return format_; }

 private:
  template <class T>
  [[nodiscard]] const T* data(std::size_t buffer = 1) const noexcept {
    return static_cast<const T*>(array_->buffers[buffer]) + offset_;
  }
  const ArrowSchema* schema_;
  const ArrowArray* array_;
  const char* format_;
  std::int64_t offset_;
  std::int64_t length_;
  Kind kind_;
  const std::uint8_t* validity_ = nullptr;
};

/// One batch of a stream's rows.
class ArrowBatch {
 public:
  ArrowBatch() = default;
  ArrowBatch(const ArrowBatch&) = delete;
  ArrowBatch& operator=(const ArrowBatch&) = delete;
  ~ArrowBatch() { release(); }

  void release() noexcept {
    if (array.release != nullptr) array.release(&array);
    array.release = nullptr;
  }
  ArrowArray array{};
};

/// A stream that is taken over: released when this ends.
class ArrowRows {
 public:
  /// Throws FileError when the stream has no schema, and UsageError when it is no table.
  explicit ArrowRows(ArrowArrayStream& stream);
  ArrowRows(const ArrowRows&) = delete;
  ArrowRows& operator=(const ArrowRows&) = delete;
  ~ArrowRows();

  [[nodiscard]] std::size_t columns() const noexcept { return static_cast<std::size_t>(schema_.n_children); }
  [[nodiscard]] std::string_view heading(std::size_t column) const noexcept;
  /// False at the end. Throws FileError.
  [[nodiscard]] bool next(ArrowBatch& batch);
  [[nodiscard]] ArrowInput column(const ArrowBatch& batch, std::size_t index) const;

 private:
  [[noreturn]] void fail(int error);
  ArrowArrayStream stream_;
  ArrowSchema schema_{};
};

}  // namespace kvalitet
