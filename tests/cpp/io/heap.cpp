#include "io/heap.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> in_use{0};
std::atomic<std::size_t> peak{0};

// Each block starts with its size.
constexpr std::size_t head = alignof(std::max_align_t);
static_assert(head >= sizeof(std::size_t));

}  // namespace

#if KVALITET_TEST_HEAP_IS_COUNTED
void* operator new(std::size_t size) {
  auto* const block = static_cast<std::size_t*>(std::malloc(head + size));
  if (block == nullptr) throw std::bad_alloc();
  *block = size;
  const std::size_t now = in_use.fetch_add(size) + size;
  for (std::size_t highest = peak; now > highest && !peak.compare_exchange_weak(highest, now);) continue;
  return reinterpret_cast<char*>(block) + head;
}
void operator delete(void* memory) noexcept {
  if (memory == nullptr) return;
  void* const block = static_cast<char*>(memory) - head;
  in_use -= *static_cast<std::size_t*>(block);
  std::free(block);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
#endif

namespace kvalitet_test {

HeapPeak::HeapPeak() noexcept : before_(in_use) { peak = before_; }
std::size_t HeapPeak::bytes() const noexcept { return peak - before_; }

}  // namespace kvalitet_test
