#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace kvalitet {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        continue;
      }
    }
  };
  const std::size_t others = std::min<std::size_t>(std::max(std::thread::hardware_concurrency(), 1U), count);
  std::vector<std::thread> threads;
  threads.reserve(others);
  try {
    for (std::size_t i = 1; i < others; ++i) threads.emplace_back(take);
  } catch (const std::system_error&) {
    // No more threads to be had: those there are will do.
  }
  take();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace kvalitet
