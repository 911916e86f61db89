#include "base/joined.hpp"
#include "base/words.hpp"
#include "io/svg/badge.hpp"
#include "io/svg/wheel_layout.hpp"
#include "io/svg/words.hpp"
#include "io/svg/years.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kvalitet {
namespace {

using namespace svg;

constexpr Label some_time{"någon gång ", "some time "};
constexpr Label going_on{"Då pågår: ", "Going on then: "};
constexpr Label nothing_goes_on{"Då pågår inget av detta.", "None of this is going on then."};
constexpr Label outside{"Dagen ligger utanför det som visas.", "The day lies outside what is shown."};
constexpr Label marked{"Markerad dag: ", "Marked day: "};
constexpr Label clockwise{"Medsols från ", "Clockwise from "};

constexpr Style month_style{{11, false}, Colour::ink};
constexpr Style number_style{{11, true}, Colour::ink};
constexpr Style year_style{{14, true}, Colour::ink};
constexpr double pointer = 7;
constexpr double thin = 6;  ///< rings of less have no room for patterns

/// Patterns along thin arcs, in the order of the kinds.
constexpr std::array<std::string_view, 5> dashes{"", "5 2", "2 2", "9 2 2 2", "1 2"};

/// One number: an event, or several of the same name.
struct Entry {
  std::string number;
  EventKind kind = EventKind::dialogue;
  Text title;
  std::vector<std::string> days;
};

Point on_circle(Point centre, double radius, double angle) {
  return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

class WheelPicture {
 public:
  WheelPicture(const AnnualCycle& cycle, const WheelOptions& what, const PictureOptions& options)
      : cycle_(cycle), mark_(what.mark), months_(cycle.period), drawing_(options, "kvalitet-wheel") {
    choose(what.kinds);
    layout_ = layout_of(cycle, dated_, months_);
    count();
  }

  Text draw() && {
    const std::string name =
        std::string(Describe<AnnualCycle>::label.in(language())) + " " + years_of(cycle_.period, language());
    const double top = drawing_.title(name, cycle_.organiser) + pointer + 4;
    centre_ = {picture_width / 2, top + wheel_radius};
    draw_months();
    draw_mark();
    draw_arcs();
    double y = centre_.y + wheel_radius + pointer + 8;
    y = tell_mark(y);
    y = tell(entries_, y);
    if (!undated_entries_.empty()) {
      y = drawing_.paragraph({margin, y + 4}, inner_width, at_no_set_time.in(language()), subheading) + 5;
      y = tell(undated_entries_, y);
    }
    if (entries_.empty() && undated_entries_.empty())
      y = drawing_.paragraph({margin, y}, inner_width, nothing_to_show.in(language()), body);
    const std::string called = cycle_.organiser.empty() ? name : name + ", " + cycle_.organiser.str();
    return std::move(drawing_).finish(called, description(), y + margin);
  }

 private:
  [[nodiscard]] Language language() const { return drawing_.language(); }

  void choose(const std::vector<EventKind>& kinds) {
    const auto choose_if = [&](auto wanted) {
      for (std::size_t i = 0; i < cycle_.events.size(); ++i) {
        const Event& event = cycle_.events[i];
        if (wanted(event.kind)) (event.dated ? dated_ : undated_).push_back(i);
      }
    };
    if (!kinds.empty()) {
      choose_if([&](EventKind kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); });
      return;
    }
    choose_if([](EventKind kind) { return kind == EventKind::dialogue || kind == EventKind::survey; });
    if (dated_.empty() && undated_.empty()) choose_if([](EventKind) { return true; });
  }

  /// Numbers in order; where they stand on the arcs, what has one name has one number.
  void count() {
    number_of_.resize(cycle_.events.size());
    const auto add = [&](std::vector<Entry>& entries, std::size_t at, bool together) {
      const Event& event = cycle_.events[at];
      const Text& title = event.title.in(language());
      auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
        return together && entry.kind == event.kind && entry.title == title;
      });
      if (found == entries.end()) {
        entries.push_back({std::to_string(++last_number_), event.kind, title, {}});
        found = entries.end() - 1;
      }
      const Period period{event.start, std::max(event.start, event.end)};
      std::string days = event.dated ? in_words(period).in(language()).str()
                                     : std::string(some_time.in(language())) + years_in_words(period, language());
      found->days.push_back(std::move(days));
      number_of_[at] = found->number;
    };
    for (const std::size_t at : dated_) add(entries_, at, layout_.numbered);
    for (const std::size_t at : undated_) add(undated_entries_, at, true);
  }

  void draw_months() {
    const double ring = layout_.numbered ? month_ring : numbered_month_ring;
    drawing_.circle(centre_, wheel_radius, {Colour::surface, Colour::line, 1});
    drawing_.circle(centre_, wheel_radius - ring, {Colour::paper, Colour::line, 1});
    std::array<std::pair<std::string, std::string>, 12> numbers;  // the first and the last that begins in a month
    if (!layout_.numbered)
      for (const Arc& arc : layout_.arcs) {
        auto& [first, last] = numbers.at(months_.index(cycle_.events[arc.event].start));
        last = number_of_[arc.event];
        if (first.empty()) first = last;
      }
    if (layout_.numbered)
      for (std::size_t i = 0; i < layout_.rings; ++i)
        drawing_.circle(centre_, layout_.outer - static_cast<double>(i) * layout_.pitch - badge_height / 2,
                        {Colour::none, Colour::surface, badge_height});
    for (std::size_t i = 0; i < 12; ++i) {
      const double angle = static_cast<double>(i) * turn / 12;
      drawing_.line(on_circle(centre_, hole_radius, angle), on_circle(centre_, wheel_radius, angle),
                    {Colour::none, Colour::line, 0.5});
      const Point at = on_circle(centre_, wheel_radius - ring / 2, angle + turn / 24);
      const std::string name = month_name(months_.month(i)).in(language()).str().substr(0, 3);
      if (layout_.numbered) {
        drawing_.word(at, name, month_style, Anchor::middle);
        continue;
      }
      const auto& [first, last] = numbers.at(i);
      drawing_.word({at.x, at.y - (first.empty() ? 0 : 7)}, name, month_style, Anchor::middle);
      if (first.empty()) continue;
      std::string range = first;
      if (first != last) range += first.size() > 3 ? "…" : "–" + last;
      drawing_.word({at.x, at.y + 7}, range, number_style, Anchor::middle);
    }
    drawing_.circle(centre_, hole_radius, {Colour::paper, Colour::line, 1});
    const std::string year = years_of(cycle_.period, language());
    if (year.size() > 7) return;
    const bool of_school = year.size() == 7;
    if (of_school) drawing_.word({centre_.x, centre_.y - 9}, school_year_word.in(language()), small, Anchor::middle);
    drawing_.word({centre_.x, centre_.y + (of_school ? 7 : 0)}, year, year_style, Anchor::middle);
  }

  /// Where an arc is drawn: even a single day is seen, and a whole turn has an end.
  static std::pair<double, double> drawn(const Arc& arc, double radius) {
    const double least = 3 / radius;
    const double from = std::min(arc.from, turn - least);
    return {from, std::clamp(arc.to, from + least, from + turn - 0.01)};
  }

  [[nodiscard]] Path along(const Arc& arc, double radius) const {
    const auto [from, to] = drawn(arc, radius);
    return Path()
        .to(on_circle(centre_, radius, from))
        .arc(radius, to - from > turn / 2, true, on_circle(centre_, radius, to));
  }

  [[nodiscard]] Path sector(const Arc& arc, double from_radius, double to_radius) const {
    const auto [from, to] = drawn(arc, to_radius);
    return along(arc, to_radius)
        .to(on_circle(centre_, from_radius, to))
        .arc(from_radius, to - from > turn / 2, false, on_circle(centre_, from_radius, from))
        .close();
  }

  void draw_arcs() {
    for (const Arc& arc : layout_.arcs) {
      const EventKind kind = cycle_.events[arc.event].kind;
      const Colour colour = colour_of(kind);
      const double outer = layout_.outer - static_cast<double>(arc.ring) * layout_.pitch;
      const double width = layout_.pitch - std::min(gap_of_rings, layout_.pitch / 4);
      const std::string_view dash = dashes.at(static_cast<std::size_t>(kind));
      if (width < thin) {
        drawing_.path(along(arc, outer - width / 2), {Colour::none, colour, width, dash});
        continue;
      }
      const bool solid = kind == EventKind::dialogue;
      drawing_.path(sector(arc, outer - width, outer), {solid ? colour : Colour::paper, colour, 1.5});
      if (!solid) drawing_.path(along(arc, outer - width / 2), {Colour::none, colour, width / 4, dash});
    }
    if (!layout_.numbered) return;
    for (const Arc& arc : layout_.arcs) {
      const double radius = layout_.outer - (static_cast<double>(arc.ring) + 0.5) * layout_.pitch + gap_of_rings / 2;
      badge(drawing_, cycle_.events[arc.event].kind, on_circle(centre_, radius, arc.badge), number_of_[arc.event]);
    }
  }

  void draw_mark() {
    if (!mark_ || !months_.shows(*mark_)) return;
    const double angle = months_.angle(*mark_);
    drawing_.line(on_circle(centre_, hole_radius, angle), on_circle(centre_, layout_.outer + gap_of_rings, angle),
                  {Colour::none, Colour::mark, 2});
    const double side = 5 / wheel_radius;
    drawing_.path(Path()
                      .to(on_circle(centre_, wheel_radius + 1, angle))
                      .to(on_circle(centre_, wheel_radius + 1 + pointer, angle - side))
                      .to(on_circle(centre_, wheel_radius + 1 + pointer, angle + side))
                      .close(),
                  {Colour::mark});
  }

  /// What the marked day is, and what goes on then.
  [[nodiscard]] std::string about_mark() const {
    if (!months_.shows(*mark_)) return std::string(outside.in(language()));
    Joined titles(", ");
    for (const std::size_t at : dated_) {
      const Event& event = cycle_.events[at];
      if (event.start <= *mark_ && *mark_ <= std::max(event.start, event.end)) titles.add(event.title.in(language()));
    }
    return titles.str().empty() ? std::string(nothing_goes_on.in(language()))
                                : std::string(going_on.in(language())) + titles.str();
  }

  double tell_mark(double y) {
    if (!mark_) return y;
    drawing_.path(Path().to({margin + 4, y + 3}).to({margin + 14, y + 3}).to({margin + 9, y + 12}).close(),
                  {Colour::mark});
    y = drawing_.paragraph({legend_x(), y}, legend_width(), in_words(*mark_).in(language()), strong);
    return drawing_.paragraph({legend_x(), y}, legend_width(), about_mark(), small) + 8;
  }

  [[nodiscard]] double legend_x() const { return margin + 2 * half_width_of_badge(std::to_string(last_number_)) + 10; }
  [[nodiscard]] double legend_width() const { return picture_width - margin - legend_x(); }

  [[nodiscard]] static std::string joined(const std::vector<std::string>& days) {
    Joined all(", ");
    for (const std::string& one : days) all.add(one);
    return all.str();
  }

  double tell(const std::vector<Entry>& entries, double y) {
    for (const Entry& entry : entries) {
      const double half = half_width_of_badge(entry.number);
      badge(drawing_, entry.kind, {margin + half, y + badge_height / 2}, entry.number);
      const double end = drawing_.paragraph({legend_x(), y + 1}, legend_width(), entry.title, strong);
      const std::string about = with_capital(label_of(entry.kind, language())) + " · " + joined(entry.days);
      y = std::max(y + badge_height, drawing_.paragraph({legend_x(), end}, legend_width(), about, small)) + 8;
    }
    return y;
  }

  [[nodiscard]] std::string description() const {
    Joined all(" ");
    all.add(with_capital(years_in_words(cycle_.period, language())) + ".");
    all.add(std::string(clockwise.in(language())) + in_words(MonthDay{months_.month(0), 0}).in(language()).str() + ".");
    const auto add = [&](const std::vector<Entry>& entries) {
      for (const Entry& entry : entries)
        all.add(entry.number + ". " + entry.title.str() + " (" + std::string(label_of(entry.kind, language())) +
                "): " + joined(entry.days) + ".");
    };
    add(entries_);
    if (!undated_entries_.empty()) all.add(std::string(at_no_set_time.in(language())) + ":");
    add(undated_entries_);
    if (entries_.empty() && undated_entries_.empty()) all.add(nothing_to_show.in(language()));
    if (mark_) {
      all.add(std::string(marked.in(language())) + in_words(*mark_).in(language()).str() + ".");
      all.add(about_mark());
    }
    return all.str();
  }

  const AnnualCycle& cycle_;
  std::optional<Date> mark_;
  Months months_;
  Drawing drawing_;
  std::vector<std::size_t> dated_;  ///< those shown, as places in the cycle
  std::vector<std::size_t> undated_;
  WheelLayout layout_;
  std::size_t last_number_ = 0;
  std::vector<std::string> number_of_;  ///< by the same places
  std::vector<Entry> entries_;
  std::vector<Entry> undated_entries_;
  Point centre_;
};

}  // namespace

Text draw_wheel(const AnnualCycle& cycle, const WheelOptions& what, const PictureOptions& options) {
  return WheelPicture(cycle, what, options).draw();
}

}  // namespace kvalitet
