#include "io/svg/dialogue_words.hpp"
#include "io/svg/flow.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

using namespace svg;

constexpr Label model{"Ramfaktormodellen", "The frame factor model"};
constexpr Label no_dimensions{"Riktlinjen nämner inga kvalitetsdimensioner.",
                              "The guideline names no quality dimensions."};
constexpr Label no_dialogue{"Ingen dialog ser särskilt på detta.", "No dialogue looks at this in particular."};
constexpr Label others{"Dialoger som inte är knutna till någon kvalitetsdimension",
                       "Dialogues that are not tied to any quality dimension"};
constexpr Label is_a_reading{"Vilken dialog som ser på vilken kvalitetsdimension är en tolkning av riktlinjen.",
                             "Which dialogue looks at which quality dimension is an interpretation of the guideline."};
constexpr double between = 20;  ///< boxes, with an arrow

class FrameFactorsPicture {
 public:
  FrameFactorsPicture(const Guideline& guideline, const PictureOptions& options)
      : guideline_(guideline),
        flow_(options, "kvalitet-frame-factors", model.in(options.language), guideline.organiser) {}

  Text draw() && {
    if (guideline_.quality_dimensions.empty()) flow_.write({}, no_dimensions.in(language()), body);
    for (std::size_t i = 0; i < guideline_.quality_dimensions.size(); ++i) {
      if (i > 0) lead_on();
      draw(guideline_.quality_dimensions[i]);
    }
    draw_others();
    if (any_reading_) {
      flow_.y += 8;
      flow_.write({}, is_a_reading.in(language()), small);
    }
    return std::move(flow_).finish();
  }

 private:
  [[nodiscard]] Language language() const { return flow_.language(); }

  void lead_on() {
    const double middle = picture_width / 2;
    flow_.drawing.arrow({middle, flow_.y + 3}, {middle, flow_.y + between - 3}, arrow_paint);
    flow_.y += between;
  }

  void draw(const Concept& dimension) {
    Panel panel(flow_, {}, box_paint);
    flow_.write(panel.inside(), dimension.title.in(language()), subheading);
    flow_.write(panel.inside(), dimension.meaning.in(language()), plain_small);
    bool any = false;
    const auto look = [&](const std::vector<Dialogue>& all, EventKind kind) {
      for (const Dialogue& dialogue : all) {
        if (!dialogue.dimension || dialogue.dimension->id != dimension.id) continue;
        any = true;
        any_reading_ = any_reading_ || dialogue.dimension->basis.origin == Origin::interpretation;
        draw(dialogue, kind, panel.inside());
      }
    };
    look(guideline_.dialogues, EventKind::dialogue);
    look(guideline_.meetings, EventKind::meeting);
    if (!any) flow_.write(panel.inside(), no_dialogue.in(language()), small);
    panel.end();
  }

  void draw(const Dialogue& dialogue, EventKind kind, const Column& column) {
    flow_.y += 6;
    flow_.event(column, kind, dialogue.title.in(language()), strong);
    const Column below = column.within(26);
    flow_.write(below, kind_and_time(kind, dialogue.timing, language()), small);
    flow_.y += 2;
    for (const Statement& topic : dialogue.topics) flow_.item(below, topic.words.in(language()), plain_small);
  }

  /// Dialogues are what the model is about; a meeting need not look at a dimension.
  void draw_others() {
    const auto is_tied = [&](const Dialogue& dialogue) {
      return dialogue.dimension &&
             std::any_of(guideline_.quality_dimensions.begin(), guideline_.quality_dimensions.end(),
                         [&](const Concept& dimension) { return dimension.id == dialogue.dimension->id; });
    };
    bool first = true;
    for (const Dialogue& dialogue : guideline_.dialogues) {
      if (is_tied(dialogue)) continue;
      if (first) {
        flow_.y += 10;
        flow_.write({}, others.in(language()), subheading);
      }
      first = false;
      draw(dialogue, EventKind::dialogue, {});
    }
  }

  const Guideline& guideline_;
  Flow flow_;
  bool any_reading_ = false;
};

}  // namespace

Text draw_frame_factors(const Guideline& guideline, const PictureOptions& options) {
  return FrameFactorsPicture(guideline, options).draw();
}

}  // namespace kvalitet
