#pragma once
// Work on many things of the same kind, several at a time.
#include <cstddef>
#include <functional>

namespace kvalitet {

/// Calls `work` once for each index below `count`, on as many threads as the machine has. What throws is left undone:
/// the caller sees that, and does it again where it can say why.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

/// Calls `work` at the same time on that many threads, the caller's own among them, or on fewer where no more are to be
/// had. When all are done, what the first of them threw is thrown again.
void on_threads(unsigned threads, const std::function<void()>& work);

}  // namespace kvalitet
