// Against what was published of Skolenkäten 2022, year 8: every figure whose answer counts were published whole.
#include "kvalitet/survey/statistics.hpp"
#include "survey/shared_data.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <map>

using namespace kvalitet;

namespace {

struct Item {
  std::string area;
  bool reversed = false;
  std::vector<std::string> points;  ///< of each option, in the order of the report; "" of "Vet inte"
};

// Whether the figure was rounded to the published one. Exact halves were published either way: 5.25 as 5.3, 6.25
// as 6.2.
bool rounds_to(double figure, const std::string& published, int decimals) {
  return std::abs(figure - std::stod(published)) <= 0.5 * std::pow(10, -decimals) + 1e-9;
}

std::map<std::string, Item> items() {
  std::map<std::string, Item> all;
  auto rows = kvalitet_test::shared_csv("skolenkaten_2022/items_ak8.csv");
  if (!rows.empty()) rows.erase(rows.begin());
  for (const auto& row : rows) {
    Item& item = all[row.at(0)];
    item.area = row.at(1);
    item.reversed = row.at(5) == "1";
    item.points.push_back(row.at(8));
  }
  return all;
}

// The counts as published, by unit and item; only of items of which every option was.
std::map<std::string, std::map<std::string, Distribution>> distributions(const std::map<std::string, Item>& items) {
  std::map<std::string, std::map<std::string, std::vector<std::string>>> published;
  auto rows = kvalitet_test::shared_csv("skolenkaten_2022/counts_ak8.csv.gz");
  if (!rows.empty()) rows.erase(rows.begin());
  for (const auto& row : rows) published[row.at(0)][row.at(1)].push_back(row.at(3));
  std::map<std::string, std::map<std::string, Distribution>> all;
  for (const auto& [unit, of_unit] : published) {
    for (const auto& [number, counts] : of_unit) {
      const Item& item = items.at(number);
      if (counts.size() != item.points.size()) continue;
      if (std::find(counts.begin(), counts.end(), "") != counts.end()) continue;
      // The reports list some items from the other end: the points tell the level.
      std::vector<std::pair<double, int>> by_points;
      Distribution& distribution = all[unit][number];
      distribution.reversed = item.reversed;
      for (std::size_t option = 0; option < counts.size(); ++option) {
        const int count = std::stoi(counts[option]);
        if (item.points[option].empty()) {
          distribution.dont_know += count;
        } else {
          by_points.emplace_back(std::stod(item.points[option]), count);
        }
      }
      std::sort(by_points.begin(), by_points.end());
      if (item.reversed) std::reverse(by_points.begin(), by_points.end());
      for (const auto& [points, count] : by_points) distribution.counts.push_back(count);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("published means, indexes and response rates follow from the published counts", "[survey]") {
  auto rows = kvalitet_test::shared_csv("skolenkaten_2022/units_ak8.csv");
  if (rows.empty()) SKIP("skolenkaten_2022 is not there; KVALITET_DATA says where it is");
  const auto all_items = items();
  const auto all = distributions(all_items);
  const auto heading = rows.front();
  rows.erase(rows.begin());

  std::map<std::string, int> equal;
  std::map<std::string, int> compared;
  const auto compare = [&](const std::string& what, double found, const std::string& published, int decimals) {
    ++compared[what];
    if (rounds_to(found, published, decimals)) {
      ++equal[what];
    } else {
      UNSCOPED_INFO(what << ": " << found << ", published as " << published);
    }
  };
  for (const auto& row : rows) {
    std::map<std::string, std::string> published;
    for (std::size_t column = 0; column < heading.size(); ++column) published[heading[column]] = row.at(column);
    if (!published["svarsfrekvens"].empty() && !published["antal_i_gruppen"].empty()) {
      const auto rate = response_rate(std::stoi(published["antal_svar"]), std::stoi(published["antal_i_gruppen"]));
      compare("rates", rate.value().value, published["svarsfrekvens"], 3);
    }
    const auto unit = all.find(published["row_id"]);
    if (unit == all.end()) continue;
    std::map<std::string, std::vector<Distribution>> areas;
    for (const auto& [number, item] : unit->second) {
      areas[all_items.at(number).area].push_back(item);
      const std::string& mean = published["mean_" + std::string(number.size() < 2 ? "0" : "") + number];
      if (mean.empty()) continue;
      compare("means", summarise(item).value().mean, mean, 1);
      // Turned round, an item has what is left to ten.
      Distribution turned = item;
      turned.reversed = !turned.reversed;
      CHECK(std::abs(summarise(item).value().mean + summarise(turned).value().mean - 10) < 1e-12);
    }
    for (const auto& [area, of_area] : areas) {
      std::size_t wanted = 0;
      for (const auto& [number, item] : all_items) wanted += item.area == area ? 1 : 0;
      const std::string& index = published["index_" + std::string(area.size() < 2 ? "0" : "") + area];
      if (of_area.size() == wanted && !index.empty()) compare("indexes", area_index(of_area).value().mean, index, 1);
    }
  }
  for (const std::string what : {"means", "indexes", "rates"}) {
    INFO(equal[what] << " of " << compared[what] << " " << what);
    CHECK(equal[what] == compared[what]);
    CHECK(compared[what] > 500);
  }
}
