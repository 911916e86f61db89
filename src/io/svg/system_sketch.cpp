#include "base/joined.hpp"
#include "base/words.hpp"
#include "io/svg/flow.hpp"
#include "io/svg/lanes.hpp"
#include "io/svg/words.hpp"
#include "io/svg/years.hpp"
#include "kvalitet/base/error.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

using namespace svg;

constexpr Label sketch{"Systemskiss", "System sketch"};
constexpr Label who{"Berör: ", "Concerns: "};
constexpr Label goes_on{"Pågår: ", "Under way: "};
constexpr Label has_with_them{" har med sig: ", " brings: "};
constexpr Label brought{"Med på mötet: ", "Brought: "};
constexpr Label starts_here{"Här börjar arbetet med: ", "Here work begins on: "};
constexpr Label asked_by{"Ordnas av ", "Arranged by "};
constexpr Label answered_by{"besvaras av ", "answered by "};

constexpr int most_months = 120;  ///< after the first, as in ten years
constexpr double widest_lane = 34;
constexpr double widest_lanes = 135;  ///< all of them
constexpr double half_band = 9;       ///< of the ground of a lane, at most
constexpr double bar = 9;             ///< thickness of what ties lanes
constexpr double row_gap = 8;

int months_since(Date first, Date day) {
  const auto from = first.year_month_day();
  const auto to = day.year_month_day();
  return (static_cast<int>(to.year) - static_cast<int>(from.year)) * 12 + static_cast<int>(to.month) -
         static_cast<int>(from.month);
}

class SystemPicture {
 public:
  SystemPicture(const QualitySystem& system, const AnnualCycle& cycle, const SystemOptions& what,
                const PictureOptions& options)
      : guideline_(system.guideline),
        cycle_(cycle),
        lanes_(system.guideline, what.lanes),
        all_(what.lanes.empty()),
        flow_(options, "kvalitet-system",
              std::string(sketch.in(options.language)) + " " + years_of(cycle.period, options.language),
              cycle.organiser) {
    if (last_month() > most_months)
      throw UsageError("cycle.period-too-long",
                       {{"start", Text(to_string(cycle.period.start))}, {"end", Text(to_string(cycle.period.end))}});
    const auto count = static_cast<double>(lanes_.count());
    if (count > 0) pitch_ = std::min(widest_lane, widest_lanes / count);
    words_ = Column{}.within(pitch_ * count + (count > 0 ? 7 : 0));
  }

  Text draw() && {
    name_lanes();
    choose();
    const std::size_t months = 1 + static_cast<std::size_t>(std::max(0, last_month()));
    std::vector<std::vector<const Event*>> starting(months);
    std::vector<std::vector<const Event*>> lasting(months);
    for (const Event* event : dated_) {
      const std::size_t first = month_of(event->start, months);
      starting[first].push_back(event);
      for (std::size_t m = first + 1; m <= month_of(event->end, months); ++m) lasting[m].push_back(event);
    }
    for (std::size_t m = 0; m < months && !dated_.empty(); ++m) draw_month(m, lasting[m], starting[m]);
    if (!undated_.empty()) {
      head(at_no_set_time.in(language()), strong);
      for (const Event* event : undated_) draw(*event);
    }
    if (dated_.empty() && undated_.empty()) flow_.write(words_, nothing_to_show.in(language()), body);
    end_lanes();
    return std::move(flow_).finish();
  }

 private:
  [[nodiscard]] Language language() const { return flow_.language(); }
  [[nodiscard]] double x_of(std::size_t lane) const { return margin + pitch_ * (static_cast<double>(lane) + 0.5); }
  [[nodiscard]] int last_month() const { return months_since(cycle_.period.start, cycle_.period.end); }
  [[nodiscard]] std::size_t month_of(Date day, std::size_t months) const {
    return static_cast<std::size_t>(
        std::clamp(months_since(cycle_.period.start, day), 0, static_cast<int>(months) - 1));
  }

  /// Each name beside the beginning of its lane.
  void name_lanes() {
    for (std::size_t i = 0; i < lanes_.count(); ++i) {
      const double middle = flow_.y + 0.6 * strong.font.size;
      tops_.push_back(middle);
      flow_.drawing.line({x_of(i), middle}, {words_.x - 3, middle}, {Colour::none, Colour::line, 1});
      flow_.drawing.circle({x_of(i), middle}, 3.5, {Colour::ink});
      flow_.write(words_, lanes_.name(i, language()), strong);
      flow_.y += 4;
    }
  }

  void end_lanes() {
    const double half = std::min(half_band, pitch_ / 2 - 1);
    for (std::size_t i = 0; i < lanes_.count(); ++i)
      flow_.drawing.panel({x_of(i) - half, tops_[i] - half, 2 * half, flow_.y + half - tops_[i]}, half,
                          {Colour::surface, Colour::line, 1});
  }

  /// Dialogues, survey rounds, documents and follow-ups, and the meetings that tie lanes; what is brought to a meeting
  /// that is shown, and is due when it begins, stands there.
  void choose() {
    for (const Event& event : cycle_.events) {
      const std::size_t touched = lanes_.of(event).size();
      if (touched == 0 && !all_) continue;
      if (event.kind == EventKind::meeting && touched < 2 && lanes_.count() > 1) continue;
      (event.dated ? dated_ : undated_).push_back(&event);
    }
    for (std::vector<const Event*>* events : {&dated_, &undated_}) {
      const std::vector<const Event*> before = *events;
      events->erase(std::remove_if(events->begin(), events->end(),
                                   [&](const Event* document) { return stands_at_a_meeting(*document, before); }),
                    events->end());
    }
  }

  static bool stands_at_a_meeting(const Event& document, const std::vector<const Event*>& shown) {
    if (document.kind != EventKind::document || document.brings.empty()) return false;
    return std::any_of(shown.begin(), shown.end(), [&](const Event* meeting) {
      return meeting->kind != EventKind::document && meeting->start == document.start &&
             std::any_of(meeting->brings.begin(), meeting->brings.end(),
                         [&](const Bring& bring) { return bring.document == document.type; });
    });
  }

  void head(std::string_view words, const Style& style) {
    flow_.y += 5;
    flow_.drawing.line({words_.x, flow_.y}, {margin + inner_width, flow_.y}, {Colour::none, Colour::line, 1});
    flow_.y += 4;
    flow_.write(words_, words, style);
  }

  void draw_month(std::size_t month, const std::vector<const Event*>& lasting,
                  const std::vector<const Event*>& starting) {
    const auto from = cycle_.period.start.year_month_day();
    const int since = static_cast<int>(from.month) - 1 + static_cast<int>(month);
    const std::string called = with_capital(month_name(since % 12 + 1).in(language())) + " " +
                               std::to_string(static_cast<int>(from.year) + since / 12);
    head(called, lasting.empty() && starting.empty() ? small : plain_small);
    for (const Event* event : lasting) {
      flow_.y += 4;
      mark(*event, flow_.y + 7, 3);
      flow_.write(words_, std::string(goes_on.in(language())) + event->title.in(language()).str(), small);
    }
    for (const Event* event : starting) draw(*event);
  }

  /// What ties the lanes of an event: a bar of its colour, and its sign on each of them.
  void mark(const Event& event, double middle, double thickness) {
    const std::vector<std::size_t> lanes = lanes_.of(event);
    if (lanes.empty()) return;
    const Colour colour = colour_of(event.kind);
    const double from = x_of(lanes.front());
    const double to = x_of(lanes.back());
    if (lanes.size() > 1) flow_.drawing.line({from, middle}, {to, middle}, {Colour::none, colour, thickness});
    for (const std::size_t lane : lanes) {
      if (thickness < bar)
        flow_.drawing.circle({x_of(lane), middle}, 4, {colour});
      else
        badge(flow_.drawing, event.kind, {x_of(lane), middle}, {});
    }
  }

  void draw(const Event& event) {
    flow_.y += row_gap;
    const double top = flow_.y;
    mark(event, top + badge_height / 2, bar);
    flow_.y += 1;
    flow_.write(words_, event.title.in(language()), strong);
    const Period days{event.start, std::max(event.start, event.end)};
    const std::string when = event.dated ? in_words(days).in(language()).str() : years_in_words(days, language());
    flow_.write(words_, with_capital(label_of(event.kind, language())) + " · " + when, small);
    Joined names(", ");
    for (const std::size_t lane : lanes_.of(event)) names.add(lanes_.name(lane, language()));
    if (!names.str().empty()) flow_.tell(std::string(who.in(language())) + names.str());
    flow_.y = std::max(flow_.y, top + badge_height);
    if (event.kind == EventKind::survey) draw_survey(event);
    if (event.kind != EventKind::document)
      for (const Bring& bring : event.brings) draw_brought(bring, event);
    for (const Id& document : event.starts) draw_started(document);
  }

  [[nodiscard]] std::string actor_name(const Id& id) const {
    for (const Actor& actor : guideline_.actors)
      if (actor.id == id) return actor.title.in(language()).str();
    return id.str();
  }
  [[nodiscard]] std::string document_name(const Id& id) const {
    for (const Document& document : guideline_.documents)
      if (document.id == id) return document.title.in(language()).str();
    return id.str();
  }

  /// Questions one way and answers the other.
  void draw_survey(const Event& event) {
    const auto survey = std::find_if(guideline_.surveys.begin(), guideline_.surveys.end(),
                                     [&](const Survey& one) { return one.id == event.type; });
    if (survey == guideline_.surveys.end()) return;
    Joined respondents(", ");
    for (const Id& one : survey->respondents) respondents.add(with_small_letter(actor_name(one)));
    Joined all(", ");
    if (!survey->asked_by.empty())
      all.add(std::string(asked_by.in(language())) + with_small_letter(actor_name(survey->asked_by)));
    if (!respondents.str().empty()) all.add(std::string(answered_by.in(language())) + respondents.str());
    if (all.str().empty()) return;
    flow_.y += 3;
    for (const Id& one : survey->respondents) {
      flow(lanes_.of(survey->asked_by), lanes_.of(one), flow_.y + 5, Colour::survey);
      flow(lanes_.of(one), lanes_.of(survey->asked_by), flow_.y + 14, Colour::survey);
    }
    const double top = flow_.y;
    flow_.write(words_, with_capital(all.str()), plain_small);
    flow_.y = std::max(flow_.y, top + 20);
  }

  /// From whoever has it with them to the other lanes.
  void draw_brought(const Bring& bring, const Event& event) {
    flow_.y += 4;
    const double middle = flow_.y + badge_height / 2;
    const auto from = lanes_.of(bring.by);
    if (from) {
      for (const std::size_t lane : lanes_.of(event)) flow(from, lane, middle, Colour::document);
      badge(flow_.drawing, EventKind::document, {x_of(*from), middle}, {});
    }
    const double top = flow_.y;
    flow_.y += 1;
    flow_.write(words_,
                (bring.by.empty() ? std::string(brought.in(language()))
                                  : actor_name(bring.by) + std::string(has_with_them.in(language()))) +
                    document_name(bring.document) + " (" + std::string(label_of(bring.state, language())) + ")",
                plain_small);
    flow_.y = std::max(flow_.y, top + badge_height);
  }

  void draw_started(const Id& document) {
    flow_.y += 4;
    const double top = flow_.y;
    for (const Document& one : guideline_.documents)
      if (const auto lane = lanes_.of(one.owner); one.id == document && lane)
        badge(flow_.drawing, EventKind::document, {x_of(*lane), top + badge_height / 2}, {});
    flow_.y += 1;
    flow_.write(words_, std::string(starts_here.in(language())) + document_name(document), plain_small);
    flow_.y = std::max(flow_.y, top + badge_height);
  }

  /// An arrow from lane to lane, where there are two.
  void flow(std::optional<std::size_t> from, std::optional<std::size_t> to, double middle, Colour colour) {
    if (!from || !to || *from == *to) return;
    const double aside = *from < *to ? -1 : 1;
    flow_.drawing.arrow({x_of(*from), middle}, {x_of(*to) + aside * 2, middle}, {Colour::none, colour, 2});
  }

  const Guideline& guideline_;
  const AnnualCycle& cycle_;
  Lanes lanes_;
  bool all_;
  Flow flow_;
  double pitch_ = 0;
  Column words_;  ///< beside the lanes
  std::vector<double> tops_;
  std::vector<const Event*> dated_;
  std::vector<const Event*> undated_;
};

}  // namespace

Text draw_system(const QualitySystem& system, const AnnualCycle& cycle, const SystemOptions& what,
                 const PictureOptions& options) {
  return SystemPicture(system, cycle, what, options).draw();
}

}  // namespace kvalitet
