#include "kvalitet/io/arrow.hpp"
#include "kvalitet/cycle/annual_cycle.hpp"
#include "kvalitet/documents/follow_ups.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace kvalitet;

namespace {

/// What is exported, released at the end.
template <class Exported>
struct Owned {
  Exported exported{};
  Owned() = default;
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (exported.release != nullptr) exported.release(&exported);
  }
  Exported* operator->() { return &exported; }
};

std::vector<Activity> activities() {
  Activity walk;
  walk.title = Text("Promenad på skolgården");
  walk.start = Date(2026, 9, 1);
  walk.effects = {Id("calm"), Id("safe")};
  Activity talk;
  talk.title = Text("Samtal");
  return {walk, talk, Activity{}};
}

std::string_view string_at(const ArrowArray& column, std::int64_t index) {
  const auto* offsets = static_cast<const std::int64_t*>(column.buffers[1]);
  return {static_cast<const char*>(column.buffers[2]) + offsets[index],
          static_cast<std::size_t>(offsets[index + 1] - offsets[index])};
}

bool is_valid(const ArrowArray& column, std::int64_t index) {
  const auto* bits = static_cast<const std::uint8_t*>(column.buffers[0]);
  return bits == nullptr || ((bits[index / 8] >> (index % 8)) & 1) != 0;
}

std::int64_t column_named(const ArrowSchema& schema, std::string_view name) {
  for (std::int64_t i = 0; i < schema.n_children; ++i)
    if (schema.children[i]->name == name) return i;
  return -1;
}

}  // namespace

TEST_CASE("arrow: a stream gives the schema, one batch and then the end") {
  Owned<ArrowArrayStream> stream;
  to_arrow(activities()).export_stream(&stream.exported);  // the table is gone, what it exported is not
  Owned<ArrowSchema> schema;
  REQUIRE(stream->get_schema(&stream.exported, &schema.exported) == 0);
  CHECK(schema->format == std::string_view("+s"));
  REQUIRE(schema->n_children == static_cast<std::int64_t>(type_info<Activity>().fields.size()));

  Owned<ArrowArray> batch;
  REQUIRE(stream->get_next(&stream.exported, &batch.exported) == 0);
  CHECK(batch->length == 3);
  CHECK(batch->n_buffers == 1);
  REQUIRE(batch->n_children == schema->n_children);

  const auto title = column_named(schema.exported, "title");
  CHECK(schema->children[title]->format == std::string_view("U"));
  CHECK(schema->children[title]->flags == ARROW_FLAG_NULLABLE);
  CHECK(string_at(*batch->children[title], 0) == "Promenad på skolgården");
  CHECK(string_at(*batch->children[title], 1) == "Samtal");
  CHECK(batch->children[title]->null_count == 1);
  CHECK_FALSE(is_valid(*batch->children[title], 2));

  const auto start = column_named(schema.exported, "start");
  CHECK(schema->children[start]->format == std::string_view("tdD"));
  CHECK(is_valid(*batch->children[start], 0));
  CHECK_FALSE(is_valid(*batch->children[start], 1));
  CHECK(*static_cast<const std::int32_t*>(batch->children[start]->buffers[1]) == 20697);

  const auto effects = column_named(schema.exported, "effects");
  const ArrowArray& list = *batch->children[effects];
  CHECK(schema->children[effects]->format == std::string_view("+L"));
  REQUIRE(list.n_children == 1);
  const auto* offsets = static_cast<const std::int64_t*>(list.buffers[1]);
  CHECK(std::vector<std::int64_t>(offsets, offsets + 4) == std::vector<std::int64_t>{0, 2, 2, 2});
  CHECK(string_at(*list.children[0], 1) == "safe");
  CHECK(list.null_count == 0);

  Owned<ArrowArray> after;
  REQUIRE(stream->get_next(&stream.exported, &after.exported) == 0);
  CHECK(after->release == nullptr);
  CHECK(stream->get_last_error(&stream.exported) == nullptr);
}

TEST_CASE("arrow: what is moved out of a batch lives on without it") {
  Owned<ArrowArrayStream> stream;
  to_arrow(activities()).export_stream(&stream.exported);
  Owned<ArrowArray> title;
  {
    Owned<ArrowSchema> schema;
    REQUIRE(stream->get_schema(&stream.exported, &schema.exported) == 0);
    Owned<ArrowArray> batch;
    REQUIRE(stream->get_next(&stream.exported, &batch.exported) == 0);
    ArrowArray& child = *batch->children[column_named(schema.exported, "title")];
    title.exported = child;
    child.release = nullptr;
  }
  stream->release(&stream.exported);
  CHECK(stream->release == nullptr);
  CHECK(string_at(title.exported, 1) == "Samtal");
}

TEST_CASE("arrow: bits and numbers past the first byte") {
  std::vector<Event> events(20);
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].dated = i % 3 == 0;
    if (i % 2 == 0) events[i].duration_minutes = static_cast<int>(i);
  }
  const ArrowTable table = to_arrow(events);
  CHECK(table.rows() == 20);
  Owned<ArrowSchema> schema;
  table.export_schema(&schema.exported);
  Owned<ArrowArrayStream> stream;
  table.export_stream(&stream.exported);
  Owned<ArrowArray> batch;
  REQUIRE(stream->get_next(&stream.exported, &batch.exported) == 0);
  const ArrowArray& dated = *batch->children[column_named(schema.exported, "dated")];
  const ArrowArray& minutes = *batch->children[column_named(schema.exported, "duration_minutes")];
  CHECK(minutes.null_count == 10);
  for (std::int64_t i = 0; i < 20; ++i) {
    CHECK(((static_cast<const std::uint8_t*>(dated.buffers[1])[i / 8] >> (i % 8)) & 1) == (i % 3 == 0 ? 1 : 0));
    REQUIRE(is_valid(minutes, i) == (i % 2 == 0));
    if (i % 2 == 0) CHECK(static_cast<const std::int32_t*>(minutes.buffers[1])[i] == i);
  }
}

TEST_CASE("arrow: no rows, and rows of a list within") {
  Owned<ArrowArrayStream> stream;
  to_arrow(std::vector<Activity>{}).export_stream(&stream.exported);
  Owned<ArrowArray> batch;
  REQUIRE(stream->get_next(&stream.exported, &batch.exported) == 0);
  CHECK(batch->length == 0);

  CommitmentPlan plan;
  plan.areas.resize(2);
  plan.areas[0].commitments.resize(3);
  CHECK(to_arrow(std::vector<CommitmentPlan>{plan}, {.each = "areas"}).rows() == 2);
  CHECK(to_arrow(std::vector<CommitmentPlan>{plan}, {.each = "areas.commitments"}).rows() == 3);
  CHECK_THROWS(to_arrow(std::vector<CommitmentPlan>{plan}, {.each = "units.name"}));
}
