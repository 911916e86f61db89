#pragma once
// What differs between two versions of something, in plain words.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/type_info.hpp"

namespace kvalitet {

enum class ChangeKind { added, removed, changed };

struct Change {
  ChangeKind kind = ChangeKind::changed;
  Text pointer;     ///< RFC 6901; into the later version, for `removed` into the earlier
  Localised where;  ///< the same in people's words, as place_in_words() says it
  Text before;      ///< what stood there, as text; empty for `added`
  Text after;       ///< what stands there now; empty for `removed`
  Localised message;
  friend bool operator==(const Change&, const Change&) = default;
};

/// Fields in the order of the description; items of a list are paired by `id` where they have one, otherwise by the
/// longest common run of equal items.
[[nodiscard]] KVALITET_API std::vector<Change> diff(const TypeInfo& type, const void* before, const void* after);

template <class T>
[[nodiscard]] std::vector<Change> diff(const T& before, const T& after) {
  return diff(type_info<T>(), &before, &after);
}

template <>
struct Describe<ChangeKind> {
  static constexpr std::string_view name = "ChangeKind";
  static constexpr Label label{"Slag", "Kind"};
  static constexpr std::string_view meaning = "What kind of change.";
  static constexpr auto values = std::array{
      Choice{ChangeKind::added, "added", Label{"tillagt", "added"}},
      Choice{ChangeKind::removed, "removed", Label{"borttaget", "removed"}},
      Choice{ChangeKind::changed, "changed", Label{"ändrat", "changed"}},
  };
};

template <>
struct Describe<Change> {
  static constexpr std::string_view name = "Change";
  static constexpr Label label{"Ändring", "Change"};
  static constexpr std::string_view meaning = "One difference between two versions.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"kind", &T::kind, Label{"Slag", "Kind"}, "Added, removed or changed.", required},
      Field{"pointer", &T::pointer, Label{"Plats", "Pointer"},
            "JSON Pointer into the later version; for `removed` into the earlier.", required},
      Field{"where", &T::where, Label{"Var", "Where"}, "The same in people's words.", required},
      Field{"before", &T::before, Label{"Före", "Before"}, "What stood there, as text."},
      Field{"after", &T::after, Label{"Efter", "After"}, "What stands there now, as text."},
      Field{"message", &T::message, Label{"Ändring", "Change"}, "The change in a sentence.", required},
  };
};

}  // namespace kvalitet
