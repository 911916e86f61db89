#pragma once
// A municipality (or another organiser): its units through the years, and who leads which of them when. A plan belongs
// to a principal, and a principal leads one unit or several, alone, acting or shared; a unit may have nobody.
#include "kvalitet/base/date.hpp"
#include "kvalitet/model/school_form.hpp"

#include <vector>

namespace kvalitet {

/// Skolverket's code of a unit for as long as it held: a split or a merge makes new codes.
struct UnitCode {
  SchoolUnitCode code;
  std::optional<Date> from;  ///< none: always before
  std::optional<Date> to;    ///< the last day; none: still
  friend bool operator==(const UnitCode&, const UnitCode&) = default;
};

/// A preschool or school unit.
struct MunicipalUnit {
  Id id;  ///< the municipality's own short name, by which documents name it
  Text name;
  std::vector<SchoolForm> school_forms;
  std::vector<UnitCode> codes;  ///< preschools have none
  std::optional<Date> from;     ///< the first day of its existence; none: always before
  std::optional<Date> to;       ///< the last; none: still
  friend bool operator==(const MunicipalUnit&, const MunicipalUnit&) = default;
};

enum class LeadershipKind {
  ordinary,
  acting,  ///< in the place of the ordinary principal, whose own days may go on
  shared,  ///< with others
};

/// The units that a principal leads for a time.
struct Leadership {
  std::vector<Id> units;
  LeadershipKind kind = LeadershipKind::ordinary;
  std::optional<Date> from;  ///< none: always before
  std::optional<Date> to;    ///< the last day; none: still
  friend bool operator==(const Leadership&, const Leadership&) = default;
};

struct Principal {
  Id id;
  Text name;  ///< as documents say whose they are
  std::vector<Leadership> leads;
  friend bool operator==(const Principal&, const Principal&) = default;
};

struct Municipality {
  int format_version = 1;
  Text name;
  std::optional<MunicipalityCode> code;
  Id guideline;  ///< that it follows
  std::vector<MunicipalUnit> units;
  std::vector<Principal> principals;
  friend bool operator==(const Municipality&, const Municipality&) = default;
};

/// Whether something with a first and a last day, either of which may be open, holds on a day.
template <class Lasting>
[[nodiscard]] bool holds_on(const Lasting& lasting, Date day) noexcept {
  return (!lasting.from || *lasting.from <= day) && (!lasting.to || day <= *lasting.to);
}

template <>
struct Describe<UnitCode> {
  static constexpr std::string_view name = "UnitCode";
  static constexpr Label label{"Skolenhetskod för en tid", "School unit code for a time"};
  static constexpr std::string_view meaning = "Skolverket's code of a unit for as long as it held.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"code", &T::code, Label{"Skolenhetskod", "School unit code"}, "Skolverket's code.", required},
      Field{"from", &T::from, Label{"Från och med", "From"}, "The first day; absent: always before."},
      Field{"to", &T::to, Label{"Till och med", "To"}, "The last day; absent: still."},
  };
};

template <>
struct Describe<MunicipalUnit> {
  static constexpr std::string_view name = "MunicipalUnit";
  static constexpr Label label{"Enhet", "Unit"};
  static constexpr std::string_view meaning = "A preschool or school unit of the municipality.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The municipality's own short name, by which documents name it.",
            required},
      Field{"name", &T::name, Label{"Namn", "Name"}, "What people call it.", required},
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"}, "The forms it runs.", required},
      Field{"codes", &T::codes, Label{"Skolenhetskoder", "School unit codes"},
            "Skolverket's codes through the years; preschools have none."},
      Field{"from", &T::from, Label{"Öppnad", "Opened"}, "The first day of its existence; absent: always before."},
      Field{"to", &T::to, Label{"Stängd", "Closed"}, "The last day of its existence; absent: still."},
  };
};

template <>
struct Describe<LeadershipKind> {
  static constexpr std::string_view name = "LeadershipKind";
  static constexpr Label label{"Slag av ledarskap", "Kind of leadership"};
  static constexpr std::string_view meaning = "How a principal leads a unit.";
  static constexpr auto values = std::array{
      Choice{LeadershipKind::ordinary, "ordinary", Label{"ordinarie", "ordinary"}},
      Choice{LeadershipKind::acting, "acting", Label{"tillförordnad", "acting"}},
      Choice{LeadershipKind::shared, "shared", Label{"delat", "shared"}},
  };
};

template <>
struct Describe<Leadership> {
  static constexpr std::string_view name = "Leadership";
  static constexpr Label label{"Ledarskap", "Leadership"};
  static constexpr std::string_view meaning = "The units that a principal leads for a time.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"units", &T::units, Label{"Enheter", "Units"}, "The `id`s of the units.", required},
      Field{"kind", &T::kind, Label{"Slag", "Kind"}, "Ordinary, acting or shared."},
      Field{"from", &T::from, Label{"Från och med", "From"}, "The first day; absent: always before."},
      Field{"to", &T::to, Label{"Till och med", "To"}, "The last day; absent: still."},
  };
};

template <>
struct Describe<Principal> {
  static constexpr std::string_view name = "Principal";
  static constexpr Label label{"Rektor", "Principal"};
  static constexpr std::string_view meaning = "A principal, and what they lead when.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The name by which others refer to the principal.", required},
      Field{"name", &T::name, Label{"Namn", "Name"}, "As documents say whose they are.", required},
      Field{"leads", &T::leads, Label{"Leder", "Leads"}, "The units, and when."},
  };
};

template <>
struct Describe<Municipality> {
  static constexpr std::string_view name = "Municipality";
  static constexpr Label label{"Kommun", "Municipality"};
  static constexpr std::string_view meaning =
      "An organiser's units through the years, and who leads which of them when.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"format_version", &T::format_version, Label{"Formatversion", "Format version"},
            "The version of this file format.", required},
      Field{"name", &T::name, Label{"Namn", "Name"}, "What people call it.", required},
      Field{"code", &T::code, Label{"Kommunkod", "Municipality code"}, "The municipality's code, when it has one."},
      Field{
          "guideline", &T::guideline, Label{"Riktlinje", "Guideline"},
          "The `id` of the guideline that it follows: one that comes with the library, or of a file beside this one."},
      Field{"units", &T::units, Label{"Enheter", "Units"}, "Its units.", required},
      Field{"principals", &T::principals, Label{"Rektorer", "Principals"}, "Its principals."},
  };
};

}  // namespace kvalitet
