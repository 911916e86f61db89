#pragma once
// Memory is asked for before it is needed: what counts is too busy for a processor to look so far ahead by itself.
#include <cstddef>

namespace kvalitet {

/// How near to the processor: what needs the nearest memory for itself asks for the second.
enum class Near { nearest = 3, second = 2 };

/// Asks for as many bytes as are read now, where they will be read next. Behind the last there is nothing to ask for,
/// which does no harm.
template <Near near = Near::nearest>
inline void ask_for_what_follows(const void* now, std::size_t bytes) {
  constexpr std::size_t ahead = 2048;
  constexpr std::size_t line = 64;
  for (std::size_t at = 0; at < bytes; at += line)
    __builtin_prefetch(static_cast<const char*>(now) + ahead + at, 0, static_cast<int>(near));
}

}  // namespace kvalitet
