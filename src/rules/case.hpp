#pragma once
// A document under judgement: what the engine knows of any, and what only its own type can say.
#include "cycle/slots.hpp"
#include "kvalitet/base/finding.hpp"
#include "kvalitet/base/type_info.hpp"

#include <type_traits>

namespace kvalitet {

class Consistency;
class RuleContext;

class Case {
 public:
  Case() = default;
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;
  virtual ~Case() = default;

  [[nodiscard]] virtual DocumentKind kind() const = 0;
  /// "Planen", "The plan": how a message about the whole begins.
  [[nodiscard]] virtual Label name() const = 0;
  [[nodiscard]] virtual const TypeInfo& type() const = 0;
  [[nodiscard]] virtual const void* document() const = 0;
  [[nodiscard]] virtual const std::vector<Deviation>& deviations() const = 0;

  /// The year that the document is about, the first of several; none when it is about no year.
  [[nodiscard]] virtual std::optional<OwnYear> year() const { return std::nullopt; }
  /// The first of the days that it is about, on which a guideline must have been in force to have asked for it.
  [[nodiscard]] virtual std::optional<Date> first_day() const = 0;
  /// None when it is a register, which is never complete.
  [[nodiscard]] virtual std::optional<DocumentState> state() const { return std::nullopt; }
  /// nullptr when such a document names no principal, or no units.
  [[nodiscard]] virtual const Text* principal() const { return nullptr; }
  [[nodiscard]] virtual const std::vector<Unit>* units() const { return nullptr; }

  /// What must hold whatever the rules.
  virtual void check_consistency(Consistency& consistency) const = 0;
  /// Carries out the context's rule, which is of a check that suits the kind (guideline/suitable.hpp).
  virtual void carry_out(RuleContext& context) const = 0;
};

/// What the fields of a document say by themselves.
template <class Document>
class CaseOf : public Case {
 public:
  explicit CaseOf(const Document& judged) : judged_(judged) {}

  [[nodiscard]] const TypeInfo& type() const final { return type_info<Document>(); }
  [[nodiscard]] const void* document() const final { return &judged_; }
  [[nodiscard]] const std::vector<Deviation>& deviations() const final {
    static const std::vector<Deviation> none;
    if constexpr (requires { requires std::is_same_v<decltype(Document::deviations), std::vector<Deviation>>; })
      return judged_.deviations;
    else
      return none;
  }
  [[nodiscard]] std::optional<OwnYear> year() const final {
    if constexpr (requires { judged_.school_year; })
      return OwnYear{Clock::school_year, judged_.school_year.start_year};
    else if constexpr (requires { judged_.year; })
      return OwnYear{Clock::calendar_year, judged_.year.year};
    else
      return std::nullopt;
  }
  [[nodiscard]] std::optional<Date> first_day() const final {
    if constexpr (requires { judged_.school_year; })
      return days_of(judged_.school_year).start;
    else if constexpr (requires { judged_.year; })
      return days_of(judged_.year).start;
    else if constexpr (requires { judged_.date; })
      return judged_.date;
    else if constexpr (requires { judged_.begun_on; })
      return judged_.begun_on;
    else
      return std::nullopt;
  }
  [[nodiscard]] std::optional<DocumentState> state() const final {
    if constexpr (requires { judged_.state; })
      return judged_.state;
    else
      return std::nullopt;
  }
  [[nodiscard]] const Text* principal() const final {
    if constexpr (requires { judged_.principal; })
      return &judged_.principal;
    else
      return nullptr;
  }
  [[nodiscard]] const std::vector<Unit>* units() const final {
    if constexpr (requires { requires std::is_same_v<decltype(Document::units), std::vector<Unit>>; })
      return &judged_.units;
    else
      return nullptr;
  }

 protected:
  const Document& judged_;
};

}  // namespace kvalitet
