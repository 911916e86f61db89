#pragma once
// What reading a document gives: the value as far as it is certain, and everything that is to be said about the rest.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>

namespace kvalitet {

/// Where each value of a document stood in its file. Values form a tree; `find` follows an RFC 6901 pointer through it.
class KVALITET_API Places {
 public:
  /// Index of a value; the root is 0, and what a value holds comes after it, before what follows it.
  using Node = std::uint32_t;
  static constexpr Node none = std::numeric_limits<Node>::max();

  void reserve(std::size_t values) { nodes_.reserve(values); }
  /// Adds a value below `parent`, which is not closed, under the record key `key` (which must outlive this object) or,
  /// when that is empty, as an item of a list, after those before it: number `index` of the list in the model,
  /// `file_index` of the list in the file, which may hold items that found no place.
  Node add(Node parent, std::string_view key, std::size_t index, std::size_t file_index, Place place) {
    const auto node = static_cast<Node>(nodes_.size());
    nodes_.push_back(
        {key, place, parent, node + 1, static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(file_index)});
    return node;
  }
  /// Nothing more will be added below the value.
  void close(Node node) { nodes_[node].end = static_cast<Node>(nodes_.size()); }
  /// Takes back the value added last.
  void drop_last() { nodes_.pop_back(); }

  /// Where the value stood in the file.
  [[nodiscard]] Text file_pointer(Node node) const;
  [[nodiscard]] Place place(Node node) const { return nodes_[node].place; }
  /// The pointer into the model of a pointer into the file, which counts items that found no place as well; of such an
  /// item, that of the list it was meant for, and of an endless key, that of the object.
  [[nodiscard]] Text model_pointer(std::string_view file_pointer) const;
  /// The place of a value of the model, or of the nearest value around it that stood in the file.
  [[nodiscard]] std::optional<Place> find(std::string_view pointer) const;
  /// Whether the value itself stood in the file.
  [[nodiscard]] bool holds(std::string_view pointer) const;

 private:
  struct Entry {
    std::string_view key;
    Place place;
    Node parent;
    Node end;  // behind the last value below it
    std::uint32_t index;
    std::uint32_t file_index;
  };
  /// A list of which an item found its place.
  [[nodiscard]] bool is_list(Node node) const { return node + 1 < nodes_[node].end && nodes_[node + 1].key.empty(); }
  /// From a value to the one below it that a pointer's first step leads to, counting items by `number`.
  [[nodiscard]] Node below(Node node, std::string_view step, std::uint32_t Entry::*number) const;
  [[nodiscard]] Node item(Node list, std::size_t index, std::uint32_t Entry::*number) const;
  /// As far as a pointer leads, which is cut to what leads nowhere; there is a value.
  [[nodiscard]] Node follow(std::string_view& pointer) const;
  std::vector<Entry> nodes_;
};

/// Something in the file that has no place in the model; nothing of it is lost.
struct Unplaced {
  Text pointer;
  Text text;  ///< as it stood in the file
  friend bool operator==(const Unplaced&, const Unplaced&) = default;
};

/// How a document was read.
struct Reading {
  std::vector<Finding> findings;  ///< in document order
  Places places;
  std::vector<Unplaced> unplaced;
};

/// Whether the file was JSON to its end, or a Word document: otherwise what could be read is no fair picture of what it
/// was to say.
[[nodiscard]] KVALITET_API bool is_whole(const Reading& reading) noexcept;

/// A value and how it was read. Reading throws only on misuse, failing input and exceeded limits.
template <class T>
struct Read {
  T value;
  Reading reading;
};

/// How much a reader accepts before it throws LimitError. None is negative.
struct ReadLimits {
  int bytes = 1 << 20;  ///< size of the input, checked before anything is read
  int depth = 32;       ///< nesting
  int values = 30'000;  ///< values in all; an item of a list counts once more for every 64 bytes it takes
  int findings = 500;   ///< above this the first ones and the very last are kept, and the rest counted
  friend bool operator==(const ReadLimits&, const ReadLimits&) = default;
};

template <>
struct Describe<ReadLimits> {
  static constexpr std::string_view name = "ReadLimits";
  static constexpr Label label{"Gränser för läsning", "Read limits"};
  static constexpr std::string_view meaning = "How much a reader accepts before it gives up.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"bytes", &T::bytes, Label{"Byte", "Bytes"}, "Size of the input."},
      Field{"depth", &T::depth, Label{"Djup", "Depth"}, "Nesting."},
      Field{"values", &T::values, Label{"Värden", "Values"},
            "Values in all; an item of a list counts once more for every 64 bytes it takes."},
      Field{"findings", &T::findings, Label{"Iakttagelser", "Findings"},
            "Above this the first ones and the very last are kept, and the rest counted."},
  };
};

template <>
struct Describe<Unplaced> {
  static constexpr std::string_view name = "Unplaced";
  static constexpr Label label{"Utan plats", "Unplaced"};
  static constexpr std::string_view meaning = "Something in the file that has no place in the model.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"pointer", &T::pointer, Label{"Plats", "Pointer"}, "Where it stood, as JSON Pointer.", required},
      Field{"text", &T::text, Label{"Text", "Text"}, "The text as it stood in the file.", required},
  };
};

}  // namespace kvalitet
