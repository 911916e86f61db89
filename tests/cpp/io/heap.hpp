#pragma once
// Counts what the test program has on the heap (heap.cpp replaces operator new).
#include <cstddef>

namespace kvalitet_test {

/// Bytes asked for beyond those in use when it was made, at the worst moment since.
class HeapPeak {
 public:
  HeapPeak() noexcept;
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  std::size_t before_;
};

}  // namespace kvalitet_test
