#include "kvalitet/io/arrow.hpp"

#include "io/arrow_column.hpp"
#include "io/columns.hpp"

#include <cerrno>
#include <exception>

namespace kvalitet {
namespace {

using Shared = std::shared_ptr<const ArrowColumn>;

/// A column within a table, which it keeps.
Shared child_of(const Shared& column, std::size_t index) { return {column, &column->children[index]}; }

/// What an exported struct holds: the columns, and its children. These may be moved out by whoever reads them and are
/// then marked as released; their memory stays here.
template <class Exported>
struct Held {
  Shared column;
  std::vector<Exported> children;
  std::vector<Exported*> pointers;
  std::vector<const void*> buffers;
};

template <class Exported>
void release(Exported* exported) {
  const std::unique_ptr<Held<Exported>> held(static_cast<Held<Exported>*>(exported->private_data));
  for (Exported& child : held->children)
    if (child.release != nullptr) child.release(&child);
  exported->release = nullptr;
}

/// Fills in `out` only when everything is there, so that nothing is half exported.
template <class Exported, class Fill>
void export_tree(const Shared& column, Exported* out, Fill fill) {
  auto held = std::make_unique<Held<Exported>>();
  held->column = column;
  held->children.resize(column->children.size());  // none of them released twice: release is nullptr until exported
  held->pointers.reserve(held->children.size());
  Exported made{};
  try {
    for (std::size_t i = 0; i < held->children.size(); ++i) {
      export_tree(child_of(column, i), &held->children[i], fill);
      held->pointers.push_back(&held->children[i]);
    }
    fill(made, *held);
  } catch (...) {
    for (Exported& child : held->children)
      if (child.release != nullptr) child.release(&child);
    throw;
  }
  made.n_children = static_cast<std::int64_t>(held->children.size());
  made.children = held->pointers.empty() ? nullptr : held->pointers.data();
  made.release = &release<Exported>;
  made.private_data = held.release();
  *out = made;
}

void fill_schema(ArrowSchema& schema, const Held<ArrowSchema>& held) {
  schema.format = held.column->format.c_str();
  schema.name = held.column->name.c_str();
  schema.flags = ARROW_FLAG_NULLABLE;
}

void fill_array(ArrowArray& array, Held<ArrowArray>& held) {
  const ArrowColumn& column = *held.column;
  array.length = column.length;
  array.null_count = column.nulls;
  held.buffers.push_back(column.nulls == 0 ? nullptr : column.validity.data());
  if (!column.offsets.empty()) held.buffers.push_back(column.offsets.data());
  if (column.format.front() != '+') held.buffers.push_back(column.data.data());
  array.n_buffers = static_cast<std::int64_t>(held.buffers.size());
  array.buffers = held.buffers.data();
}

/// What a stream remembers.
struct Stream {
  Shared rows;
  bool is_read = false;
  std::string error;
};

Stream& state_of(ArrowArrayStream* stream) { return *static_cast<Stream*>(stream->private_data); }

/// Nothing may be thrown through C.
template <class Export>
int exported(ArrowArrayStream* stream, Export what) {
  try {
    what(state_of(stream));
    return 0;
  } catch (const std::exception&) {
    state_of(stream).error = "out of memory";  // short enough to need none
    return ENOMEM;
  }
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  return exported(stream, [&](const Stream& state) { export_tree(state.rows, out, fill_schema); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  return exported(stream, [&](Stream& state) {
    if (state.is_read)
      *out = ArrowArray{};
    else
      export_tree(state.rows, out, fill_array);
    state.is_read = true;
  });
}

const char* get_last_error(ArrowArrayStream* stream) {
  const std::string& error = state_of(stream).error;
  return error.empty() ? nullptr : error.c_str();
}

void release_stream(ArrowArrayStream* stream) {
  delete static_cast<Stream*>(stream->private_data);
  stream->release = nullptr;
}

}  // namespace

std::int64_t ArrowTable::rows() const noexcept { return rows_->length; }

void ArrowTable::export_schema(ArrowSchema* out) const { export_tree(rows_, out, fill_schema); }

void ArrowTable::export_stream(ArrowArrayStream* out) const {
  *out = ArrowArrayStream{&get_schema, &get_next, &get_last_error, &release_stream, new Stream{rows_, false, {}}};
}

ArrowTable write_arrow(const TypeInfo& type, std::span<const void* const> records, const ArrowOptions& options) {
  const Columns columns(type, options.each);
  const CellWords words{options.language, options.names};
  const auto table = std::make_shared<ArrowColumn>();
  table->format = "+s";
  for (std::size_t i = 0; i < columns.size(); ++i)
    table->children.push_back(
        ArrowColumn::of(columns.heading(i, options.names, options.language), *columns.field(i).type));
  const auto add_row = [&](std::span<const Cell> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      table->children[i].add(*cells[i].type, cells[i].value, !columns.field(i).required, words);
    table->add_row();
  };
  for (const void* record : records) columns.rows_of(record, add_row);
  return ArrowTable(table);
}

}  // namespace kvalitet
