#pragma once
// Short lists taken as sets.
#include <algorithm>
#include <vector>

namespace kvalitet {

template <class T>
[[nodiscard]] bool contains(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

template <class T>
void add_once(std::vector<T>& all, const T& one) {
  if (!contains(all, one)) all.push_back(one);
}

}  // namespace kvalitet
