#include "io/arrow_input.hpp"

#include "base/clean.hpp"
#include "kvalitet/base/error.hpp"

namespace kvalitet {
namespace {

/// A text of the layout that keeps short ones beside their length.
struct TextView {
  std::int32_t length;
  std::int32_t prefix;
  std::int32_t buffer;
  std::int32_t offset;
};

ArrowInput::Kind kind_of(const ArrowSchema& schema) {
  using Kind = ArrowInput::Kind;
  if (schema.dictionary != nullptr) return Kind::dictionary;
  const std::string_view format = schema.format;
  if (format == "n") return Kind::nothing;
  if (format == "b") return Kind::boolean;
  if (format.size() == 1 && std::string_view("cCsSiIlL").find(format[0]) != std::string_view::npos)
    return Kind::integer;
  if (format == "f" || format == "g") return Kind::real;
  if (format == "u" || format == "U" || format == "vu") return Kind::text;
  return Kind::other;
}

std::string_view named(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

}  // namespace

ArrowInput::ArrowInput(const ArrowSchema& schema, const ArrowArray& array, std::int64_t offset, std::int64_t length)
    : schema_(&schema),
      array_(&array),
      format_(schema.format),
      offset_(array.offset + offset),
      length_(length),
      kind_(kind_of(schema)) {
  if (kind_ != Kind::nothing && kind_ != Kind::other && array.null_count != 0 && array.n_buffers > 0)
    validity_ = static_cast<const std::uint8_t*>(array.buffers[0]);
}

std::int64_t ArrowInput::integer(std::size_t row) const noexcept {
  switch (*format_) {
    case 'c': return data<std::int8_t>()[row];
    case 'C': return data<std::uint8_t>()[row];
    case 's': return data<std::int16_t>()[row];
    case 'S': return data<std::uint16_t>()[row];
    case 'i': return data<std::int32_t>()[row];
    case 'I': return data<std::uint32_t>()[row];
    case 'l': return data<std::int64_t>()[row];
    default: {
      const std::uint64_t value = data<std::uint64_t>()[row];
      return value > INT64_MAX ? INT64_MAX : static_cast<std::int64_t>(value);
    }
  }
}

std::string ArrowInput::digits(std::size_t row) const {
  return *format_ == 'L' ? std::to_string(data<std::uint64_t>()[row]) : std::to_string(integer(row));
}

double ArrowInput::real(std::size_t row) const noexcept {
  return *format_ == 'f' ? static_cast<double>(data<float>()[row]) : data<double>()[row];
}

bool ArrowInput::boolean(std::size_t row) const noexcept {
  const std::size_t at = row + static_cast<std::size_t>(offset_);
  return ((static_cast<const std::uint8_t*>(array_->buffers[1])[at / 8] >> (at % 8)) & 1U) != 0;
}

std::string_view ArrowInput::text(std::size_t row) const noexcept {
  if (*format_ == 'v') {
    const TextView& view = data<TextView>()[row];
    const auto length = static_cast<std::size_t>(view.length);
    constexpr std::size_t beside = 12;
    if (length <= beside) return {reinterpret_cast<const char*>(&view) + sizeof view.length, length};
    const auto* const texts = static_cast<const char*>(array_->buffers[2 + view.buffer]);
    return {texts + view.offset, length};
  }
  const auto* const texts = static_cast<const char*>(array_->buffers[2]);
  const auto slice = [&](const auto* offsets) -> std::string_view {
    const auto length = static_cast<std::size_t>(offsets[row + 1] - offsets[row]);
    return length == 0 ? std::string_view() : std::string_view(texts + offsets[row], length);
  };
  return *format_ == 'u' ? slice(data<std::int32_t>()) : slice(data<std::int64_t>());
}

ArrowInput ArrowInput::dictionary() const {
  return {*schema_->dictionary, *array_->dictionary, 0, array_->dictionary->length};
}

const std::uint8_t* ArrowInput::bytes() const noexcept {
  return kind_ == Kind::integer && (*format_ == 'c' || *format_ == 'C') ? data<std::uint8_t>() : nullptr;
}

const std::uint32_t* ArrowInput::words() const noexcept {
  const bool whole = kind_ == Kind::integer || kind_ == Kind::dictionary;
  return whole && (*format_ == 'i' || *format_ == 'I') ? data<std::uint32_t>() : nullptr;
}

ArrowRows::ArrowRows(ArrowArrayStream& stream) : stream_(stream) {
  stream.release = nullptr;  // it is ours now
  const int error = stream_.get_schema(&stream_, &schema_);
  const bool is_table = error == 0 && named(schema_.format) == "+s";
  if (is_table) return;
  try {
    if (error != 0) fail(error);
    throw UsageError("survey.no-table");
  } catch (...) {  // there will be no destructor
    if (schema_.release != nullptr) schema_.release(&schema_);
    stream_.release(&stream_);
    throw;
  }
}

ArrowRows::~ArrowRows() {
  schema_.release(&schema_);
  stream_.release(&stream_);
}

std::string_view ArrowRows::heading(std::size_t column) const noexcept { return named(schema_.children[column]->name); }

bool ArrowRows::next(ArrowBatch& batch) {
  batch.release();
  const int error = stream_.get_next(&stream_, &batch.array);
  if (error != 0) fail(error);
  return batch.array.release != nullptr;
}

ArrowInput ArrowRows::column(const ArrowBatch& batch, std::size_t index) const {
  return {*schema_.children[index], *batch.array.children[index], batch.array.offset, batch.array.length};
}

void ArrowRows::fail(int error) {
  const char* const why = stream_.get_last_error == nullptr ? nullptr : stream_.get_last_error(&stream_);
  throw FileError("survey.table-failed",
                  {{"reason", Text(why == nullptr ? "errno " + std::to_string(error) : clean(why))}});
}

}  // namespace kvalitet
