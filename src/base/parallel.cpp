#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
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

void on_threads(unsigned threads, const std::function<void()>& work) {
  std::vector<std::exception_ptr> thrown(std::max(threads, 1U));
  const auto call = [&](std::size_t thread) {
    try {
      work();
    } catch (...) {
      thrown[thread] = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  others.reserve(thrown.size() - 1);
  try {
    for (std::size_t i = 1; i < thrown.size(); ++i) others.emplace_back(call, i);
  } catch (...) {
    // As above, whatever there was too little of: those that run must be waited for.
  }
  call(0);
  for (std::thread& thread : others) thread.join();
  for (const std::exception_ptr& one : thrown)
    if (one) std::rethrow_exception(one);
}

}  // namespace kvalitet
