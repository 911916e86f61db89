#pragma once
// The comparison data, which are not part of the project: KVALITET_DATA says where they are.
#include <zlib.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace kvalitet_test {

/// The text of a file, unpacked; empty when there is no such file.
inline std::string shared_text(const std::string& name) {
  const char* const data = std::getenv("KVALITET_DATA");
  const std::string path =
      (data != nullptr ? std::string(data) : std::string(KVALITET_SOURCE_DIR "/../shared/data")) + "/" + name;
  std::string text;
  const gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return text;
  std::vector<char> buffer(1 << 16);
  for (int read = 0; (read = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(read));
  gzclose(file);
  return text;
}

using Record = std::vector<std::string>;

/// The rows of a CSV file, the heading first. Fields may be quoted; none holds a line break.
inline std::vector<Record> shared_csv(const std::string& name) {
  std::vector<Record> rows;
  Record row(1);
  bool quoted = false;
  for (const char c : shared_text(name)) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      row.emplace_back();
    } else if (c == '\n') {
      rows.push_back(std::move(row));
      row = Record(1);
    } else {
      row.back() += c;
    }
  }
  return rows;
}

}  // namespace kvalitet_test
