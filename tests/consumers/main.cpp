// What a program outside the tree does first; the runner compares what it prints.
#include <kvalitet/base/date.hpp>
#include <kvalitet/base/version.hpp>

#include <iostream>

int main() {
  const auto date = kvalitet::parse_date("2028-02-29");
  if (!date) return 1;
  std::cout << "kvalitet " << kvalitet::version() << ": " << kvalitet::to_string(*date) << '\n';
}
