#include "kvalitet/status/status.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace kvalitet {
namespace {

/// From the best to the worst, for a unit that is in several rows.
constexpr std::array by_severity{DutyState::done, DutyState::not_required, DutyState::deviation,
                                 DutyState::due,  DutyState::unknown,      DutyState::late};

std::size_t rank(DutyState state) {
  return static_cast<std::size_t>(std::find(by_severity.begin(), by_severity.end(), state) - by_severity.begin());
}

int& counter(StatusTotal& total, DutyState state) {
  switch (state) {
    case DutyState::done: return total.done;
    case DutyState::due: return total.due;
    case DutyState::late: return total.late;
    case DutyState::not_required: return total.not_required;
    case DutyState::deviation: return total.deviation;
    case DutyState::unknown: break;
  }
  return total.unknown;
}

struct Counted {
  const StatusRow* row;
  std::map<std::size_t, DutyState> units;
};

}  // namespace

std::vector<StatusTotal> totals(const std::vector<StatusRow>& rows, const Municipality& municipality) {
  std::map<std::string_view, std::size_t> index;
  for (std::size_t u = 0; u < municipality.units.size(); ++u) index.emplace(municipality.units[u].id, u);
  std::vector<Counted> duties;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
  for (const StatusRow& row : rows) {
    if (row.units.empty()) continue;
    const auto [at, is_new] =
        known.try_emplace(std::pair<std::string_view, std::string_view>(row.duty, row.event), duties.size());
    if (is_new) duties.push_back({&row, {}});
    auto& units = duties[at->second].units;
    for (const Id& id : row.units) {
      const auto unit = index.find(id.str());
      if (unit == index.end()) continue;
      const auto [state, first] = units.emplace(unit->second, row.state);
      if (!first && rank(row.state) > rank(state->second)) state->second = row.state;
    }
  }
  std::vector<StatusTotal> all;
  for (const Counted& duty : duties) {
    std::map<SchoolForm, StatusTotal> forms;
    for (const auto& [unit, state] : duty.units) {
      const auto& own = municipality.units[unit].school_forms;
      for (const SchoolForm form : std::set<SchoolForm>(own.begin(), own.end())) ++counter(forms[form], state);
    }
    for (auto& [form, total] : forms) {
      total.actor = duty.row->actor;
      total.duty = duty.row->duty;
      total.event = duty.row->event;
      total.school_form = form;
      all.push_back(std::move(total));
    }
  }
  return all;
}

}  // namespace kvalitet
