#pragma once
// School forms and school units.
#include "kvalitet/base/id.hpp"

#include <optional>

namespace kvalitet {

/// The school system's forms, by the abbreviations of national statistics.
enum class SchoolForm { FS, FKLASS, FTH, GR, GRAN, SP, SAM, GY, GYAN, VUX };

/// Whether law sets the number of school days, leave days and staff training days of its school year
/// (skolförordningen 3 kap., gymnasieförordningen 3 kap.). Preschools, after-school centres and adult education have no
/// such year.
[[nodiscard]] constexpr bool has_statutory_school_year(SchoolForm form) noexcept {
  return form != SchoolForm::FS && form != SchoolForm::FTH && form != SchoolForm::VUX;
}

/// A unit as a document names it.
struct Unit {
  Id id;  ///< the municipality's own short name of it
  std::optional<SchoolUnitCode> code;
  Text name;
  std::vector<SchoolForm> school_forms;
  friend bool operator==(const Unit&, const Unit&) = default;
};

template <>
struct Describe<SchoolForm> {
  static constexpr std::string_view name = "SchoolForm";
  static constexpr Label label{"Skolform", "School form"};
  static constexpr std::string_view meaning = "A form of the Swedish school system.";
  static constexpr auto values = std::array{
      Choice{SchoolForm::FS, "FS", Label{"förskola", "preschool"}},
      Choice{SchoolForm::FKLASS, "FKLASS", Label{"förskoleklass", "preschool class"}},
      Choice{SchoolForm::FTH, "FTH", Label{"fritidshem", "after-school centre"}},
      Choice{SchoolForm::GR, "GR", Label{"grundskola", "compulsory school"}},
      Choice{SchoolForm::GRAN, "GRAN", Label{"anpassad grundskola", "adapted compulsory school"}},
      Choice{SchoolForm::SP, "SP", Label{"specialskola", "special school"}},
      Choice{SchoolForm::SAM, "SAM", Label{"sameskola", "Sami school"}},
      Choice{SchoolForm::GY, "GY", Label{"gymnasieskola", "upper secondary school"}},
      Choice{SchoolForm::GYAN, "GYAN", Label{"anpassad gymnasieskola", "adapted upper secondary school"}},
      Choice{SchoolForm::VUX, "VUX", Label{"komvux", "adult education"}},
  };
};

template <>
struct Describe<Unit> {
  static constexpr std::string_view name = "Unit";
  static constexpr Label label{"Enhet", "Unit"};
  static constexpr std::string_view meaning = "A preschool or school unit, as a document names it.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"id", &T::id, Label{"Kortnamn", "Id"}, "The municipality's own short name of the unit.", required},
      Field{"code", &T::code, Label{"Skolenhetskod", "School unit code"}, "Skolverket's code; preschools have none."},
      Field{"name", &T::name, Label{"Namn", "Name"}, "What people call it."},
      Field{"school_forms", &T::school_forms, Label{"Skolformer", "School forms"}, "The forms it runs."},
  };
};

}  // namespace kvalitet
