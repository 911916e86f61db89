#pragma once
// Diagrams as text in the language of Mermaid, which GitHub, GitLab, Obsidian and many wikis draw
// (https://mermaid.js.org).
#include "kvalitet/documents/effect_chain.hpp"

namespace kvalitet {

/// The effect chain as a flowchart from the top down, with what is missing in it as dashed nodes. Whatever the plan's
/// words hold, they stay words: every sign but letters, digits, spaces and commas is written as its number. Mermaid
/// itself refuses more than 500 arrows and 50,000 characters unless the page that draws it allows more. Throws
/// UsageError when an edge leads to a node that there is not.
[[nodiscard]] KVALITET_API Text write_mermaid(const EffectChain& chain, Language language = Language::sv);

}  // namespace kvalitet
