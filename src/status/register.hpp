#pragma once
// The units of a municipality by whatever a document calls them, and who leads which of them on a day.
#include "kvalitet/base/period.hpp"
#include "kvalitet/model/municipality.hpp"

#include <map>
#include <string>

namespace kvalitet {

/// Units go by their index in the municipality.
class Register {
 public:
  explicit Register(const Municipality& municipality);

  /// The unit that a document means: by its id, else by its code, else by its name; of several that have the code or
  /// the name, the one that has it, or exists, on the day. Nothing when that leaves none or several.
  [[nodiscard]] std::optional<std::size_t> find(const Unit& unit, Date day) const;
  /// The same of a name in plain text, which may be any of the three.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name, Date day) const;
  [[nodiscard]] std::optional<std::size_t> find(const Id& id) const;

  /// Who leads a unit on a day, in the municipality's order: whoever is acting, else the ordinary one or those who
  /// share.
  [[nodiscard]] std::vector<const Principal*> leaders(std::size_t unit, Date day) const;
  /// The units that the one principal of this name, or id, leads on any of the days, though another may be acting; none
  /// when several have the name.
  [[nodiscard]] std::vector<std::size_t> led_by(std::string_view principal, const Period& days) const;
  /// Whether a principal goes by this name or id.
  [[nodiscard]] static bool is_called(const Principal& principal, std::string_view name);

  const Municipality& municipality;

 private:
  struct Leads {
    const Principal* principal;
    const Leadership* leadership;
  };
  std::map<std::string, std::size_t, std::less<>> ids_;
  std::multimap<std::string, std::size_t, std::less<>> names_;
  std::multimap<std::string, std::pair<std::size_t, const UnitCode*>, std::less<>> codes_;
  std::multimap<std::string, const Principal*, std::less<>> principals_;  // by folded name and by id
  std::vector<std::vector<Leads>> leaders_;                               // by unit
};

}  // namespace kvalitet
