#pragma once
// What checks of several document types share: counting, places with their words, and the checks that suit any
// document.
#include "base/blank.hpp"
#include "base/pointer.hpp"
#include "rules/context.hpp"

#include <iterator>

namespace kvalitet {

[[nodiscard]] inline Data with(Data data, Data more) {
  data.insert(data.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return data;
}

[[nodiscard]] inline std::int64_t number(std::size_t value) { return static_cast<std::int64_t>(value); }

/// Where something is wrong: its pointer and the words for it. Made only when it is.
struct Spot {
  std::string pointer;
  Data words;
};

/// What to say of a number of things that a rule limits.
struct CountCodes {
  std::string_view none;
  std::string_view too_few;
  std::string_view too_many;
};

template <class MakeSpot>
void report_count(RuleContext& context, std::size_t count, const CountCodes& codes, MakeSpot make_spot) {
  const auto report = [&](std::string_view code, std::string_view limit, int value) {
    Spot spot = make_spot();
    context.report(code, std::move(spot.pointer),
                   with(std::move(spot.words), {{"count", number(count)}, {Text(limit), std::int64_t{value}}}));
  };
  const Rule& rule = context.rule;
  if (rule.min && count < static_cast<std::size_t>(*rule.min))
    report(count == 0 ? codes.none : codes.too_few, "min", *rule.min);
  if (rule.max && count > static_cast<std::size_t>(*rule.max)) report(codes.too_many, "max", *rule.max);
}

/// "målområdet Trygghet", or "målområde 2" when it has no title.
struct Noun {
  Label definite;  ///< before a title
  Label plain;     ///< before a number
};
[[nodiscard]] Data where(const Noun& noun, const Text& title, std::size_t index);
/// The same inside something: "åtagande 1 i målområdet Trygghet".
[[nodiscard]] Data where_in(const Label& noun, std::size_t index, const Data& around);

inline constexpr Noun goal_area_noun{{"målområdet", "the goal area"}, {"målområde", "goal area"}};
inline constexpr Label commitment_noun{"åtagande", "commitment"};

/// The text that a rule asks for, wherever it stands.
template <class MakeSpot>
void require_text(RuleContext& context, const Text& text, std::string_view code, MakeSpot make_spot) {
  context.judged();
  if (!is_blank(text)) return;
  Spot spot = make_spot();
  context.report(code, std::move(spot.pointer), std::move(spot.words));
}

void principal_named(RuleContext& context);
void units_named(RuleContext& context);
void brought_to_dialogue(RuleContext& context);

}  // namespace kvalitet
