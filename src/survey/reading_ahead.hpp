#pragma once
// Memory is asked for before it is needed: what counts is too busy for a processor to look so far ahead by itself.
#include <cstddef>
#include <cstdint>

namespace kvalitet {

/// How near to the processor: what needs the nearest memory for itself asks for the second.
enum class Near { nearest = 3, second = 2 };

/// Asks for as many bytes as are read now, where they will be read next. Behind the last there is nothing to ask for,
/// which does no harm.
template <Near near = Near::nearest>
inline void ask_for_what_follows(const void* now, std::size_t bytes) {
  constexpr std::size_t ahead = 2048;
  constexpr std::size_t line = 64;
  const auto next = reinterpret_cast<std::uintptr_t>(now) + ahead;  // behind the end, where no pointer may point
  for (std::uintptr_t at = next; at < next + bytes; at += line)
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    __builtin_prefetch(reinterpret_cast<const void*>(at), 0, static_cast<int>(near));
}

}  // namespace kvalitet
