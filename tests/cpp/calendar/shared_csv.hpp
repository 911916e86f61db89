#pragma once
// The comparison files, which are not part of the project: KVALITET_DATA says where they are.
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace kvalitet_test {

using Row = std::vector<std::string>;

/// The rows of calendar/<name> without the heading; none when there is no such file. No field holds a comma or a quote.
inline std::vector<Row> shared_calendar_csv(const std::string& name) {
  const char* const data = std::getenv("KVALITET_DATA");
  std::ifstream file((data != nullptr ? std::string(data) : std::string(KVALITET_SOURCE_DIR "/../shared/data")) +
                     "/calendar/" + name);
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    Row row;
    for (std::string field; std::getline(fields, field, ',');) row.push_back(field);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace kvalitet_test
