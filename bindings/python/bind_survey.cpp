#include "bind.hpp"
#include "document.hpp"

#include "kvalitet/io/answers.hpp"
#include "kvalitet/survey/comparison.hpp"
#include "kvalitet/survey/counts.hpp"
#include "kvalitet/survey/figures.hpp"
#include "kvalitet/survey/instrument.hpp"
#include "kvalitet/survey/register.hpp"

namespace kvalitet::python {
namespace {

/// The stream of a data frame, as Arrow's PyCapsule interface hands it over.
py::object stream_of(const py::object& frame) {
  if (!py::hasattr(frame, "__arrow_c_stream__"))
    throw py::type_error(
        "frame: expected a data frame or table with Arrow's stream interface (polars, pandas from 2.2, pyarrow, "
        "DuckDB), got " +
        std::string(py::str(py::type::handle_of(frame).attr("__name__"))));
  return frame.attr("__arrow_c_stream__")();
}

/// Texts in order; a single text would be taken for its letters.
std::vector<Text> texts_from(const py::object& given, const char* name, const char* what) {
  if (PyUnicode_Check(given.ptr()))
    throw py::type_error(std::string(name) + ": expected a list of " + what + ", got one text");
  return from_python<std::vector<Text>>(given, name);
}

std::vector<Text> columns_from(const py::object& by) { return texts_from(by, "by", "columns"); }

CountedAnswers count(const py::object& frame, const SurveyInstrument& instrument, const py::object& by,
                     const py::object& round, bool moments, int threads) {
  AnswerOptions options;
  options.by = columns_from(by);
  options.round = from_python<Text>(round, "round");
  options.moments = moments;
  options.threads = threads;
  const py::object capsule = stream_of(frame);
  auto* const stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule.ptr(), "arrow_array_stream"));
  if (stream == nullptr) throw py::error_already_set();
  const py::gil_scoped_release release;
  return count_answers(*stream, instrument, options);
}

/// An argument of a class, or a TypeError that does not repeat it: the library's own would print all counts.
template <class T>
const T& argument(const py::object& given, const char* name) {
  if (!py::isinstance<T>(given))
    throw py::type_error(std::string(name) + ": expected " + std::string(Describe<T>::name) + ", got " +
                         std::string(py::str(py::type::handle_of(given).attr("__name__"))));
  return py::cast<const T&>(given);
}

ComparisonOptions comparison_options(const py::object& confidence, const py::object& least_answers,
                                     const py::object& least_others) {
  ComparisonOptions options;
  options.confidence = PyFloat_AsDouble(confidence.ptr());
  if (PyErr_Occurred() != nullptr) throw py::error_already_set();
  options.least_answers = from_python<std::int64_t>(least_answers, "least_answers");
  if (!least_others.is_none()) options.least_others = from_python<int>(least_others, "least_others");
  return options;
}

/// What is said of `counts` and an instrument in an argument of pairs.
std::vector<SurveyRound> rounds_from(const py::object& rounds) {
  std::vector<SurveyRound> all;
  for (const py::handle round : rounds) {
    if (!py::isinstance<py::tuple>(round) || py::len(round) != 2)
      throw py::type_error("rounds: expected pairs of SurveyCounts and SurveyInstrument, got " +
                           std::string(py::str(py::type::handle_of(round).attr("__name__"))));
    const auto pair = py::reinterpret_borrow<py::tuple>(round);
    all.push_back({argument<SurveyCounts>(pair[0], "rounds"), argument<SurveyInstrument>(pair[1], "rounds")});
  }
  return all;
}

}  // namespace

void bind_survey(py::module_& module) {
  bind_record<AnswerLevel>(module);
  bind_record<AnswerScale>(module);
  bind_record<Respondents>(module);
  bind_record<Wording>(module);
  bind_record<SurveyItem>(module);
  bind_record<SurveyArea>(module);
  bind_data<SurveyInstrument>(module)
      .def(
          "check", [](const SurveyInstrument& self) { return without_gil([&] { return check(self); }); },
          "What is wrong with it: names, references, scales, words.")
      .def(
          "empty_counts",
          [](const SurveyInstrument& self, const py::object& by, const py::object& round) {
            return to_python(empty_counts(self, from_python<Text>(round, "round"), columns_from(by)));
          },
          py::arg("by") = py::tuple(), py::arg("round") = "", "No answers yet: what counts of it begin with.")
      .def(
          "trend_breaks",
          [](const SurveyInstrument& self, const SurveyInstrument& before) {
            return without_gil([&] { return trend_breaks(before, self); });
          },
          py::arg("before"), "The items that cannot be compared with an earlier version, and why.");

  bind_record<SurveyLink>(module);
  bind_record<RawAnswers>(module);
  bind_data<SurveyRegister>(module).def(
      "check", [](const SurveyRegister& self) { return without_gil([&] { return check(self); }); },
      "What is wrong with it: days that do not fit, links that stand twice.");

  bind_enum<SurveyAudience>(module);
  bind_record<AreaMoments>(module);
  bind_record<CountedItem>(module);
  bind_record<ScoredItems>(module);
  bind_record<GroupCounts>(module);
  bind_record<ItemFigures>(module);
  bind_record<AreaFigures>(module);
  bind_record<ResponseFigures>(module);
  bind_enum<ColumnUse>(module);
  bind_record<UnknownAnswer>(module);
  bind_record<ReadColumn>(module);
  bind_record<AnswerReport>(module);
  bind_data<SurveyCounts>(module)
      .def_static(
          "from_frame",
          [](const py::object& frame, const SurveyInstrument& instrument, const py::object& by, const py::object& round,
             bool with_moments,
             int threads) { return to_python(count(frame, instrument, by, round, with_moments, threads).counts); },
          py::arg("frame"), py::arg("instrument"), py::kw_only(), py::arg("by") = py::tuple(), py::arg("round") = "",
          py::arg("moments") = true, py::arg("threads") = 0,
          "The answers in a data frame, counted: a row for each respondent, a column for each item. `by` names the "
          "columns that divide them into groups.")
      .def(
          "divided_by",
          [](const SurveyCounts& self, const py::object& by) {
            const std::vector<Text> columns = columns_from(by);
            return without_gil([&] { return by_columns(self, columns); });
          },
          py::arg("by"), "The same answers divided by fewer columns.")
      .def(
          "with_invited",
          [](const SurveyCounts& self, const py::dict& invited) {
            std::vector<InvitedGroup> groups;
            for (const auto& [key, count] : invited) {
              const auto named = py::reinterpret_borrow<py::object>(key);
              groups.push_back({PyUnicode_Check(named.ptr()) ? std::vector<Text>{from_python<Text>(named, "invited")}
                                                             : from_python<std::vector<Text>>(named, "invited"),
                                from_python<std::int64_t>(py::reinterpret_borrow<py::object>(count), "invited")});
            }
            return without_gil([&] { return with_invited(self, groups); });
          },
          py::arg("invited"),
          "The same counts with how many were asked, by key: a text where they are divided by one column, else a tuple. "
          "Groups of which nobody has answered are added.")
      .def(
          "check",
          [](const SurveyCounts& self, const SurveyInstrument& instrument) {
            return without_gil([&] { return check(self, instrument); });
          },
          py::arg("instrument"), "What keeps them from being counts of this instrument.")
      .def(
          "item_figures",
          [](const SurveyCounts& self, const SurveyInstrument& instrument, std::int64_t least_answers) {
            return without_gil([&] { return item_figures(self, instrument, least_answers); });
          },
          py::arg("instrument"), py::kw_only(), py::arg("least_answers") = 1,
          "What each group answered to each item: the unit's own figures. Items that fewer than `least_answers` have "
          "answered on the scale are left without figures.")
      .def(
          "area_figures",
          [](const SurveyCounts& self, const SurveyInstrument& instrument, std::int64_t least_answers) {
            return without_gil([&] { return area_figures(self, instrument, least_answers); });
          },
          py::arg("instrument"), py::kw_only(), py::arg("least_answers") = 1,
          "What each group answered in each area: the unit's own figures. Items that fewer than `least_answers` have "
          "answered are out of the index.")
      .def(
          "response_rates",
          [](const SurveyCounts& self) { return without_gil([&] { return response_figures(self); }); },
          "How many of each group answered of those invited.")
      .def(
          "__add__",
          [](const SurveyCounts& self, const SurveyCounts& other) {
            return without_gil([&] { return merge(self, other); });
          },
          py::is_operator(), "The answers of both.");
  module.def(
      "count_answers",
      [](const py::object& frame, const SurveyInstrument& instrument, const py::object& by, const py::object& round,
         bool with_moments, int threads) {
        CountedAnswers counted = count(frame, instrument, by, round, with_moments, threads);
        return py::make_tuple(to_python(std::move(counted.counts)), to_python(std::move(counted.report)));
      },
      py::arg("frame"), py::arg("instrument"), py::kw_only(), py::arg("by") = py::tuple(), py::arg("round") = "",
      py::arg("moments") = true, py::arg("threads") = 0,
      "The counts of the answers in a data frame, and a report of what was read, what it was taken for and what was "
      "not understood.");

  bind_enum<Reference>(module);
  bind_enum<Outcome>(module);
  bind_record<ItemComparison>(module);
  bind_record<AreaComparison>(module);
  bind_record<SurveyComparison>(module).def(
      "follow_ups",
      [](const SurveyComparison& self, const SurveyInstrument& instrument, const py::object& key,
         const py::object& date, const py::object& round) {
        return propose_follow_ups(self, instrument, texts_from(key, "key", "values"), from_python<Date>(date, "date"),
                                  from_python<Id>(round, "round"));
      },
      py::arg("instrument"), py::arg("key"), py::kw_only(), py::arg("date"), py::arg("round") = "",
      "What the plan of the group with this key may say of it: a follow-up for each area in which something differs or "
      "most is as it was, in Swedish.");
  module.def(
      "require_audience",
      [](const py::object& of, const py::object& wanted) {
        require_audience(from_python<SurveyAudience>(of, "of"), from_python<SurveyAudience>(wanted, "wanted"));
      },
      py::arg("of"), py::arg("wanted"),
      "Raises UsageError when figures that are for one audience are wanted for a wider one.");
  module.def(
      "compare_rounds",
      [](const py::object& before, const py::object& after, const py::object& instrument,
         const py::object& before_instrument, const py::object& confidence, const py::object& least_answers) {
        const auto& was = argument<SurveyCounts>(before, "before");
        const auto& is = argument<SurveyCounts>(after, "after");
        const auto& asked = argument<SurveyInstrument>(instrument, "instrument");
        const auto& asked_before =
            before_instrument.is_none() ? asked : argument<SurveyInstrument>(before_instrument, "before_instrument");
        const ComparisonOptions options = comparison_options(confidence, least_answers, py::none());
        return without_gil([&] { return compare_rounds(was, asked_before, is, asked, options); });
      },
      py::arg("before"), py::arg("after"), py::arg("instrument"), py::kw_only(),
      py::arg("before_instrument") = py::none(), py::arg("confidence") = 0.95, py::arg("least_answers") = 5,
      "Each group now against the same group then. `instrument` is that of `after`, and of `before` unless another is "
      "given; items that are not the same in both are not compared.");
  module.def(
      "compare_with_others",
      [](const py::object& counts, const py::object& instrument, const py::object& confidence,
         const py::object& least_answers, const py::object& least_others) {
        const auto& given = argument<SurveyCounts>(counts, "counts");
        const auto& asked = argument<SurveyInstrument>(instrument, "instrument");
        const ComparisonOptions options = comparison_options(confidence, least_answers, least_others);
        return without_gil([&] { return compare_with_others(given, asked, options); });
      },
      py::arg("counts"), py::arg("instrument"), py::kw_only(), py::arg("confidence") = 0.95,
      py::arg("least_answers") = 5, py::arg("least_others") = 3,
      "Each group against all other groups of the round together, where these are at least `least_others` with enough "
      "answers.");
  module.def(
      "progression",
      [](const py::object& rounds, const py::object& confidence, const py::object& least_answers) {
        const std::vector<SurveyRound> all = rounds_from(rounds);
        const ComparisonOptions options = comparison_options(confidence, least_answers, py::none());
        return without_gil([&] { return progression(all, options); });
      },
      py::arg("rounds"), py::kw_only(), py::arg("confidence") = 0.95, py::arg("least_answers") = 5,
      "Rounds in order, as pairs of counts and instrument: each against the one before and, where rounds are months such "
      "as `2026-10`, against the same month a year before.");
}

}  // namespace kvalitet::python
