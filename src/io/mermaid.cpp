#include "kvalitet/io/mermaid.hpp"

#include "base/utf8.hpp"
#include "io/chain_links.hpp"
#include "io/chain_words.hpp"
#include "io/svg/measure.hpp"

#include <string>

namespace kvalitet {
namespace {

bool stands_for_itself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == ',' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

/// Quotation marks would end a label, and several other signs mean something in one.
void append_words(std::string& out, std::string_view words) {
  for (const char c : svg::plain(words)) {
    if (stands_for_itself(c))
      out += c;
    else
      out.append("#").append(std::to_string(static_cast<int>(c))).append(";");
  }
}

/// `  n3["Aktivitet#58; ..."]:::activity`
void append_node(std::string& out, const std::string& id, std::string_view kind, std::string_view words,
                 std::string_view style) {
  out.append("  ").append(id).append("[\"");
  append_words(out, kind);
  append_words(out, ":");
  out += ' ';
  append_words(out, words);
  out.append("\"]:::").append(style).append("\n");
}

std::string node_id(std::size_t index) { return "n" + std::to_string(index); }

}  // namespace

Text write_mermaid(const EffectChain& chain, Language language) {
  const ChainLinks links(chain);
  std::string out = "flowchart TD\n  accTitle: ";
  out.append(Describe<EffectChain>::label.in(language)).append("\n");
  for (std::size_t i = 0; i < chain.nodes.size(); ++i) {
    const ChainNode& node = chain.nodes[i];
    append_node(out, node_id(i), label_of(node.kind).in(language), words_or_none(node.title, language),
                key_of(node.kind));
  }
  std::size_t gaps = 0;
  const auto append_gap = [&](ChainGapKind kind) {
    std::string id = "gap" + std::to_string(gaps++);
    append_node(out, id, gap_label.in(language), label_of(kind, language), "gap");
    return id;
  };
  for (std::size_t i = 0; i < chain.nodes.size(); ++i) {
    for (const int to : links.from(i))
      out.append("  ").append(node_id(i)).append(" --> ").append(node_id(static_cast<std::size_t>(to))).append("\n");
    for (const ChainGapKind kind : links.gaps(i)) {
      const std::string gap = append_gap(kind);
      out.append("  ").append(node_id(i)).append(" -.- ").append(gap).append("\n");
    }
  }
  for (const ChainGapKind kind : links.other_gaps()) append_gap(kind);
  out +=
      "  classDef goal_area font-weight:bold,stroke-width:3px\n"
      "  classDef commitment font-weight:bold\n"
      "  classDef expected_effect stroke-width:3px\n"
      "  classDef gap stroke-dasharray:4 3\n";
  return Text(std::move(out));
}

}  // namespace kvalitet
