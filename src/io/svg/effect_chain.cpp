#include "base/joined.hpp"
#include "base/words.hpp"
#include "io/chain_links.hpp"
#include "io/chain_words.hpp"
#include "io/svg/flow.hpp"
#include "io/svg/words.hpp"
#include "io/svg/years.hpp"

#include <algorithm>
#include <optional>

namespace kvalitet {
namespace {

using namespace svg;

constexpr Label whole{"Inget saknas i kedjan.", "Nothing is missing in the chain."};
constexpr Label gap_count{"Luckor i kedjan: ", "Gaps in the chain: "};
constexpr Label towards{"Leder mot tänkt effekt ", "Works towards expected effect "};

constexpr double space = 9;       ///< between boxes
constexpr double lane_width = 9;  ///< of the lines beside the boxes, one to each effect
constexpr std::size_t most_lanes = 5;

/// One thing that is done, and what it is to lead to; both are nodes, and one may be missing.
struct Row {
  std::optional<std::size_t> activity;
  std::vector<std::size_t> results;
  double middle = 0;  ///< the height at which its line begins
};

/// What belongs to one commitment.
struct Block {
  std::optional<std::size_t> commitment;
  std::vector<Row> rows;
  std::vector<std::size_t> effects;
};

class EffectChainPicture {
 public:
  EffectChainPicture(const EffectChain& chain, const EffectChainOptions& what, const PictureOptions& options)
      : chain_(chain),
        links_(chain),
        number_of_(chain.nodes.size()),
        flow_(options, "kvalitet-effect-chain", Describe<EffectChain>::label.in(options.language), what.about) {
    int last = 0;
    for (std::size_t i = 0; i < chain.nodes.size(); ++i)
      if (chain.nodes[i].kind == ChainNodeKind::expected_effect) number_of_[i] = ++last;
  }

  Text draw() && {
    const bool is_empty = chain_.nodes.empty() && chain_.gaps.empty();
    if (is_empty)
      flow_.write({}, nothing_to_show.in(language()), body);
    else if (chain_.gaps.empty())
      flow_.write({}, whole.in(language()), small);
    else
      flow_.write({}, std::string(gap_count.in(language())) + std::to_string(chain_.gaps.size()), small);
    tell_gaps(links_.other_gaps(), {});
    Block block;
    const auto end_block = [&] {
      draw(block);
      block = {};
    };
    for (std::size_t i = 0; i < chain_.nodes.size(); ++i) {
      switch (chain_.nodes[i].kind) {
        case ChainNodeKind::goal_area:
          end_block();
          draw_area(i);
          break;
        case ChainNodeKind::commitment:
          end_block();
          block.commitment = i;
          break;
        case ChainNodeKind::activity: block.rows.push_back({i, {}}); break;
        case ChainNodeKind::intended_result:
          if (block.rows.empty()) block.rows.emplace_back();
          block.rows.back().results.push_back(i);
          break;
        case ChainNodeKind::expected_effect: block.effects.push_back(i); break;
      }
    }
    end_block();
    return std::move(flow_).finish();
  }

 private:
  [[nodiscard]] Language language() const { return flow_.language(); }

  [[nodiscard]] std::string_view words_of(std::size_t node) const {
    return words_or_none(chain_.nodes[node].title, language());
  }
  [[nodiscard]] std::string_view kind_of(std::size_t node) const {
    return label_of(chain_.nodes[node].kind).in(language());
  }

  void tell_gaps(const std::vector<ChainGapKind>& gaps, const Column& column) {
    constexpr double radius = 7;
    for (const ChainGapKind kind : gaps) {
      flow_.y += 4;
      const Point centre{column.x + radius, flow_.y + radius};
      flow_.drawing.circle(centre, radius, {Colour::mark});
      flow_.drawing.word(centre, "!", {{11, true}, Colour::paper}, Anchor::middle);
      flow_.write(column.within(2 * radius + 5),
                  std::string(gap_label.in(language())) + ": " + std::string(label_of(kind, language())),
                  {{11, true}, Colour::mark});
    }
  }

  void draw_area(std::size_t node) {
    flow_.y += 10;
    flow_.write({}, kind_of(node), small);
    flow_.write({}, words_of(node), subheading);
    tell_gaps(links_.gaps(node), {});
  }

  void draw(Block& block) {
    if (!block.commitment && block.rows.empty() && block.effects.empty()) return;
    flow_.y += 6;
    Panel panel(flow_, {}, box_paint);
    if (block.commitment) {
      flow_.write(panel.inside(), kind_of(*block.commitment), small);
      flow_.write(panel.inside(), words_of(*block.commitment), strong);
      tell_gaps(links_.gaps(*block.commitment), panel.inside());
    }
    const std::size_t lanes = block.effects.size() <= most_lanes ? block.effects.size() : 0;
    const double beside = lanes == 0 || block.rows.empty() ? 0 : 8 + lane_width * static_cast<double>(lanes);
    const Column boxes = panel.inside().within(0, beside);
    for (Row& row : block.rows) draw(row, boxes);
    for (std::size_t i = 0; i < block.effects.size(); ++i) {
      const double middle = draw_effect(block.effects[i], boxes);
      if (beside > 0) draw_lane(block, i, boxes.x + boxes.width, middle);
    }
    panel.end();
  }

  void draw(Row& row, const Column& column) {
    flow_.y += space;
    const double top = flow_.y;
    Panel panel(flow_, column, {Colour::paper, Colour::line, 1});
    const Column inside = panel.inside();
    std::vector<int> leads;
    const auto add_links = [&](std::size_t node) {
      for (const int to : links_.from(node))
        if (number_of_[static_cast<std::size_t>(to)] > 0) leads.push_back(number_of_[static_cast<std::size_t>(to)]);
    };
    if (row.activity) {
      flow_.write(inside, kind_of(*row.activity), small);
      flow_.write(inside, words_of(*row.activity), body);
      tell_gaps(links_.gaps(*row.activity), inside);
      add_links(*row.activity);
    }
    for (const std::size_t result : row.results) {
      flow_.y += 4;
      flow_.drawing.arrow({inside.x + 5, flow_.y + 1}, {inside.x + 5, flow_.y + 15}, arrow_paint);
      const Column below = inside.within(16);
      flow_.write(below, kind_of(result), small);
      flow_.write(below, words_of(result), body);
      tell_gaps(links_.gaps(result), below);
      add_links(result);
    }
    if (!leads.empty()) {
      flow_.y += 4;
      flow_.write(inside, std::string(towards.in(language())) + in_ranges(std::move(leads)), small);
    }
    panel.end();
    row.middle = (top + flow_.y) / 2;
  }

  /// `1, 3–5`.
  static std::string in_ranges(std::vector<int> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    Joined all(", ");
    for (std::size_t first = 0; first < numbers.size();) {
      std::size_t last = first;
      while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
      if (last == first + 1) last = first;
      const std::string from = std::to_string(numbers[first]);
      all.add(last == first ? from : from + "–" + std::to_string(numbers[last]));
      first = last + 1;
    }
    return all.str();
  }

  /// Returns the height of its middle.
  double draw_effect(std::size_t node, const Column& column) {
    flow_.y += space;
    const double top = flow_.y;
    Panel panel(flow_, column, {Colour::paper, Colour::document, 2});
    flow_.write(panel.inside(), std::string(kind_of(node)) + " " + std::to_string(number_of_[node]), small);
    flow_.write(panel.inside(), words_of(node), strong);
    tell_gaps(links_.gaps(node), panel.inside());
    panel.end();
    return (top + flow_.y) / 2;
  }

  /// From each row that works towards the effect, down beside the boxes and into it.
  void draw_lane(const Block& block, std::size_t effect, double edge, double end) {
    const double x = edge + 10 + lane_width * static_cast<double>(effect);
    const auto target = static_cast<int>(block.effects[effect]);
    const auto leads = [&](std::size_t node) {
      const std::vector<int>& to = links_.from(node);
      return std::binary_search(to.begin(), to.end(), target);
    };
    std::optional<double> first;
    for (const Row& row : block.rows) {
      if (!(row.activity && leads(*row.activity)) && std::none_of(row.results.begin(), row.results.end(), leads))
        continue;
      const Point joint{x, row.middle};
      flow_.drawing.line({edge, row.middle}, joint, {Colour::none, Colour::document, 1.5});
      flow_.drawing.circle(joint, 2.5, {Colour::document});
      if (!first) first = row.middle;
    }
    if (!first) return;
    flow_.drawing.line({x, *first}, {x, end}, {Colour::none, Colour::document, 1.5});
    flow_.drawing.arrow({x, end}, {edge + 1, end}, {Colour::none, Colour::document, 1.5});
  }

  const EffectChain& chain_;
  ChainLinks links_;
  std::vector<int> number_of_;  ///< of each node that is an effect; 0 of others
  Flow flow_;
};

}  // namespace

Text draw_effect_chain(const EffectChain& chain, const EffectChainOptions& what, const PictureOptions& options) {
  return EffectChainPicture(chain, what, options).draw();
}

Text draw_effect_chain(const CommitmentPlan& plan, const PictureOptions& options) {
  const Language language = options.language;
  Joined about(", ");
  about.add(plan.principal);
  about.add(plan.years == 1 ? std::string(school_year_word.in(language)) + " " + to_string(plan.school_year)
                            : in_words(days_of(plan)).in(language).str());
  return draw_effect_chain(effect_chain(plan), {std::move(about).text()}, options);
}

}  // namespace kvalitet
