#include "base/among.hpp"
#include "base/joined.hpp"
#include "base/words.hpp"
#include "io/svg/flow.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

using namespace svg;

constexpr Label no_chain{"Riktlinjen beskriver ingen stöd- och styrkedja.",
                         "The guideline describes no chain of support and governance."};
constexpr Label from{"Från ", "From "};
constexpr Label to{" till ", " to "};
constexpr Label meets{"Här möts nivåerna", "Here the levels meet"};
constexpr Label chain_is_a_reading{"Vilka led kedjan har är en tolkning av riktlinjen.",
                                   "Which links the chain has is an interpretation of the guideline."};
constexpr Label loop{"Förbättringsloopen", "The improvement loop"};
constexpr Label starts_again{"Sedan börjar det om.", "Then it starts again."};
constexpr Label belongs_here{"Hit hör: ", "Belongs here: "};
constexpr Label service_is_a_reading{"Vad som hör till vilken fråga är en tolkning av riktlinjen.",
                                     "What belongs to which question is an interpretation of the guideline."};
constexpr Label steps{"Steg för steg: ", "Step by step: "};

constexpr double gap = 16;       ///< between boxes
constexpr double way_back = 20;  ///< beside the boxes of a loop, for the line from the last to the first
constexpr double link_width = 11;
constexpr double link_overlap = 4;  ///< into each of the boxes that it holds together

class ChainPicture {
 public:
  ChainPicture(const Guideline& guideline, const PictureOptions& options)
      : guideline_(guideline),
        flow_(options, "kvalitet-chain", Describe<Chain>::label.in(options.language), guideline.organiser) {}

  Text draw() && {
    if (!guideline_.chain || guideline_.chain->actors.empty())
      flow_.write({}, no_chain.in(language()), body);
    else
      draw(*guideline_.chain);
    draw_loop();
    return std::move(flow_).finish();
  }

 private:
  [[nodiscard]] Language language() const { return flow_.language(); }

  template <class T>
  [[nodiscard]] static const T* find(const std::vector<T>& all, const Id& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
  }

  [[nodiscard]] std::string_view name_of(const Id& actor) const {
    const Actor* const found = find(guideline_.actors, actor);
    return found == nullptr || plain(found->title.in(language())).empty() ? std::string_view(actor.str())
                                                                          : found->title.in(language()).view();
  }
  [[nodiscard]] Id level_of(const Id& actor) const {
    const Actor* const found = find(guideline_.actors, actor);
    return found == nullptr ? Id() : found->level;
  }

  /// A box for each level that follows in the chain, with its actors linked in it.
  void draw(const Chain& chain) {
    const std::vector<Id>& actors = chain.actors;
    flow_.write({},
                std::string(from.in(language())) + with_small_letter(name_of(actors.front())) +
                    std::string(to.in(language())) + with_small_letter(name_of(actors.back())),
                small);
    flow_.y += 6;
    for (std::size_t i = 0; i < actors.size();) {
      const Id level = level_of(actors[i]);
      if (i > 0) meet(level_of(actors[i - 1]), level);
      Panel panel(flow_, {}, box_paint);
      if (const Concept* const found = find(guideline_.levels, level))
        flow_.write(panel.inside(), found->title.in(language()), small);
      flow_.y += 3;
      for (bool first = true; i < actors.size() && level_of(actors[i]) == level; ++i) {
        if (!first) link();
        first = false;
        draw(actors[i], panel.inside());
      }
      panel.end();
    }
    if (chain.basis.origin == Origin::interpretation) {
      flow_.y += 6;
      flow_.write({}, chain_is_a_reading.in(language()), small);
    }
  }

  void draw(const Id& actor, const Column& column) {
    Panel panel(flow_, column, {Colour::paper, Colour::dialogue, 1.5});
    flow_.y -= 2;
    flow_.write(panel.inside(), name_of(actor), strong);
    flow_.y -= 2;
    panel.end();
  }

  /// A link of a chain, a little way into the boxes above and below.
  void link() {
    const Box box{(picture_width - link_width) / 2, flow_.y - link_overlap, link_width, gap + 2 * link_overlap};
    flow_.drawing.rect(box, link_width / 2, {Colour::none, Colour::dialogue, 3});
    flow_.y += gap;
  }

  /// What two levels that follow on each other have together.
  void meet(const Id& one, const Id& other) {
    link();
    const auto ties = [&](const Dialogue& dialogue) {
      return contains(dialogue.between, one) && contains(dialogue.between, other);
    };
    if (std::none_of(guideline_.dialogues.begin(), guideline_.dialogues.end(), ties) &&
        std::none_of(guideline_.meetings.begin(), guideline_.meetings.end(), ties))
      return;
    Panel panel(flow_, Column{}.within(14, 14), {Colour::paper, Colour::line, 1, "4 3"});
    flow_.write(panel.inside(), meets.in(language()), small);
    const auto list = [&](const std::vector<Dialogue>& all, EventKind kind) {
      for (const Dialogue& dialogue : all) {
        if (!ties(dialogue)) continue;
        flow_.y += 4;
        flow_.event(panel.inside(), kind, dialogue.title.in(language()), strong);
      }
    };
    list(guideline_.dialogues, EventKind::dialogue);
    list(guideline_.meetings, EventKind::meeting);
    panel.end();
    link();
  }

  /// The questions one after another and back to the first; the steps where there are no questions.
  void draw_loop() {
    const bool asks = !guideline_.improvement_questions.empty();
    const std::vector<Concept>& stations = asks ? guideline_.improvement_questions : guideline_.improvement_steps;
    if (stations.empty()) return;
    flow_.y += 14;
    flow_.write({}, loop.in(language()), subheading);
    flow_.y += 6;
    std::vector<double> middles;
    for (const Concept& station : stations) {
      if (!middles.empty()) {
        const double x = (picture_width - way_back) / 2;
        flow_.drawing.arrow({x, flow_.y + 2}, {x, flow_.y + gap - 2}, arrow_paint);
        flow_.y += gap;
      }
      const double top = flow_.y;
      draw(station);
      middles.push_back((top + flow_.y) / 2);
    }
    if (middles.size() > 1) go_back(middles.back(), middles.front());
    if (asks && !guideline_.improvement_steps.empty()) {
      Joined all(", ");
      for (const Concept& step : guideline_.improvement_steps) all.add(with_small_letter(step.title.in(language())));
      flow_.y += 6;
      flow_.write({}, std::string(steps.in(language())) + all.str(), plain_small);
    }
    if (any_reading_) {
      flow_.y += 6;
      flow_.write({}, service_is_a_reading.in(language()), small);
    }
  }

  void draw(const Concept& station) {
    Panel panel(flow_, Column{}.within(0, way_back), box_paint);
    flow_.write(panel.inside(), station.title.in(language()), strong);
    flow_.write(panel.inside(), station.meaning.in(language()), plain_small);
    Joined all(", ");
    const auto add = [&](const auto& things) {
      for (const auto& thing : things) {
        if (!thing.question || thing.question->id != station.id) continue;
        all.add(thing.title.in(language()));
        any_reading_ = any_reading_ || thing.question->basis.origin == Origin::interpretation;
      }
    };
    add(guideline_.dialogues);
    add(guideline_.meetings);
    add(guideline_.surveys);
    add(guideline_.documents);
    if (!all.str().empty()) flow_.write(panel.inside(), std::string(belongs_here.in(language())) + all.str(), small);
    panel.end();
  }

  /// From the last box to the first, on their right.
  void go_back(double last, double first) {
    const double edge = margin + inner_width - way_back;
    const double right = margin + inner_width - 4;
    flow_.drawing.path(Path().to({edge + 2, last}).to({right, last}).to({right, first}).to({edge + 12, first}),
                       arrow_paint);
    flow_.drawing.arrow({edge + 12, first}, {edge + 2, first}, arrow_paint);
    flow_.tell(starts_again.in(language()));
  }

  const Guideline& guideline_;
  Flow flow_;
  bool any_reading_ = false;
};

}  // namespace

Text draw_chain(const Guideline& guideline, const PictureOptions& options) {
  return ChainPicture(guideline, options).draw();
}

}  // namespace kvalitet
