#pragma once
// The rule catalogue: for each Check the one function that carries it out.
#include "rules/context.hpp"

namespace kvalitet {

using CheckFunction = void (*)(RuleContext&);

/// Code of a gap in the effect chain, which is not repeated where another rule has found the same.
inline constexpr std::string_view effect_chain_gap = "check.effect-chain-gap";

[[nodiscard]] CheckFunction check_function(Check check) noexcept;

}  // namespace kvalitet
