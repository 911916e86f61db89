#include "base/joined.hpp"
#include "io/html/page.hpp"
#include "io/markup.hpp"
#include "io/svg/measure.hpp"

#include <tuple>

namespace kvalitet {
namespace {

constexpr Label name{"Styrande principer", "Governing principles"};
constexpr Label caption{"Principerna, varför de finns och vad de ska leda till",
                        "The principles, why they are there and what they are to lead to"};
constexpr Label nothing{"Riktlinjen säger inget om detta.", "The guideline says nothing of this."};
constexpr Label no_principles{"Riktlinjen har inga styrande principer.", "The guideline has no governing principles."};

/// Rows below one another where there is little room; the roles in the table keep it a table to those who listen.
constexpr std::string_view style =
    "p{color:var(--quiet);margin:0 0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;font-weight:bold;padding:0 0 .5rem}"
    "th,td{text-align:left;vertical-align:top;padding:.6rem .75rem;border:1px solid var(--line)}"
    "thead th{background:var(--surface)}"
    "ul{margin:0;padding-left:1.1rem}"
    "@media (max-width:40rem){"
    "table,caption,tbody,tr,th,td{display:block}"
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    "tr{border:1px solid var(--line);margin:0 0 1rem}"
    "th,td{border:0}"
    "tbody th{background:var(--surface)}"
    "td::before{content:attr(data-label);display:block;font-weight:bold}}"
    "@media print{tr{break-inside:avoid}}";

/// Of a field of Principle, in the order of its description.
template <std::size_t Field>
std::string_view label(Language language) {
  return std::get<Field>(Describe<Principle>::fields<Principle>).label.in(language);
}

class Principles {
 public:
  Principles(const Guideline& guideline, const HtmlOptions& options)
      : guideline_(guideline), language_(options.language), options_(options) {}

  Text write() {
    if (options_.page) {
      out_.open("h1").text(name.in(language_)).close();
      Joined about(" · ");
      about.add(svg::plain(guideline_.organiser));
      about.add(svg::plain(guideline_.title.in(language_)));
      if (!about.str().empty()) out_.open("p").text(about.str()).close();
    }
    if (guideline_.principles.empty())
      out_.open("p").text(no_principles.in(language_)).close();
    else
      table();
    if (!options_.page) return Text(std::move(out_).take() + "\n");
    Joined title(", ");
    title.add(name.in(language_));
    title.add(svg::plain(guideline_.organiser));
    return html::page(options_, title.str(), style, std::move(out_).take());
  }

 private:
  void table() {
    out_.open("table").with("class", "kvalitet-principles").with("role", "table");
    out_.with("lang", language_ == Language::en ? "en" : "sv").with("style", "overflow-wrap:anywhere");
    out_.open("caption").text(caption.in(language_)).close();
    out_.open("thead").with("role", "rowgroup").open("tr").with("role", "row");
    for (const std::string_view heading : {label<1>(language_), label<2>(language_), label<3>(language_)})
      out_.open("th").with("role", "columnheader").with("scope", "col").text(heading).close();
    out_.close().close();
    out_.open("tbody").with("role", "rowgroup");
    for (const Principle& principle : guideline_.principles) row(principle);
    out_.close().close();
  }

  void row(const Principle& principle) {
    out_.open("tr").with("role", "row");
    out_.open("th").with("role", "rowheader").with("scope", "row");
    words(principle.title);
    out_.close();
    cell(label<2>(language_), principle.why);
    cell(label<3>(language_), principle.leads_to);
    out_.close();
  }

  void cell(std::string_view heading, const std::vector<Statement>& statements) {
    out_.open("td").with("role", "cell").with("data-label", heading);
    if (statements.empty()) {
      out_.text(nothing.in(language_));
    } else {
      out_.open("ul");
      for (const Statement& statement : statements) {
        out_.open("li");
        words(statement.words);
        out_.close();
      }
      out_.close();
    }
    out_.close();
  }

  /// In the element that has just been opened, with its language where that is another.
  void words(const Localised& words) {
    if (language_ == Language::en && words.en.empty()) out_.with("lang", "sv");
    const std::string said = svg::plain(words.in(language_));
    out_.text(said.empty() ? std::string("–") : said);
  }

  const Guideline& guideline_;
  Language language_;
  const HtmlOptions& options_;
  Markup out_;
};

}  // namespace

Text write_principles(const Guideline& guideline, const HtmlOptions& options) {
  return Principles(guideline, options).write();
}

}  // namespace kvalitet
