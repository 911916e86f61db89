#pragma once
// A data protection reading of free text in Swedish: what a person should look at before the text leaves the unit's own
// circle. A reader's aid and no guarantee: docs/decisions/010-free-text.md says what it cannot see.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/read.hpp"
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/guideline/local_policy.hpp"

namespace kvalitet {

/// Why a place in a text asks for review.
enum class FreeTextKind {
  few_of_group,     ///< so many of so many, where they or the rest are few: "2 av 7 elever"
  few_pupils,       ///< few children: "tre elever", "ett fåtal pojkar"
  small_group,      ///< a share or an answer of a small group: "28 % av de sju", "n = 6"
  result_of_few,    ///< what a small group reached: "våra sju elever nådde målen"
  judged_name,      ///< a name beside a grade or a judgement: "Anna fick F"
  identity_number,  ///< personnummer, samordningsnummer
  e_mail,
  phone,
  sensitive,     ///< health, support or protected identity of one child
  single_child,  ///< one child pointed out: "den enda eleven", "en pojke i åk 3"
};

/// A place in a text that asks for review. It repeats the words: it stays with the text. Findings do not.
struct FreeTextHit {
  FreeTextKind kind = FreeTextKind::few_pupils;
  int start = 0;   ///< characters (code points) before it
  int length = 0;  ///< in characters
  Text words;
  Localised reason;
  friend bool operator==(const FreeTextHit&, const FreeTextHit&) = default;
};

/// The longest text that is read, in bytes. The time it takes is in proportion to the text.
inline constexpr std::size_t longest_free_text = std::size_t{16} << 20U;

/// Every place that asks for review, in the order of the text. Case, kinds of spaces, dashes and quotation marks, soft
/// hyphens, zero-width characters and composed or decomposed letters make no difference. Throws LimitError.
[[nodiscard]] KVALITET_API std::vector<FreeTextHit> read_free_text(std::string_view text,
                                                                   const FreeTextLimits& limits = {});
/// Whether nothing in the text asks for review.
[[nodiscard]] KVALITET_API bool may_leave(std::string_view text, const FreeTextLimits& limits = {});

/// The same for every text of an object of any described type, as findings in document order, at most
/// ReadLimits::findings of them. A finding gives kind and place and never the words, since it may go where the text
/// must not.
[[nodiscard]] KVALITET_API std::vector<Finding> review_free_text(const TypeInfo& type, const void* object,
                                                                 const FreeTextLimits& limits = {});

template <class T>
[[nodiscard]] std::vector<Finding> review_free_text(const T& object, const FreeTextLimits& limits = {}) {
  return review_free_text(type_info<T>(), &object, limits);
}
/// For an object that was read: findings carry their places.
template <class T>
[[nodiscard]] std::vector<Finding> review_free_text(const Read<T>& read, const FreeTextLimits& limits = {}) {
  std::vector<Finding> findings = review_free_text(read.value, limits);
  for (Finding& finding : findings) finding.place = read.reading.places.find(finding.pointer);
  return findings;
}

template <>
struct Describe<FreeTextKind> {
  static constexpr std::string_view name = "FreeTextKind";
  static constexpr Label label{"Slag", "Kind"};
  static constexpr std::string_view meaning = "Why a place in a text asks for review.";
  static constexpr auto values = std::array{
      Choice{FreeTextKind::few_of_group, "few_of_group", Label{"få av en grupp", "few of a group"}},
      Choice{FreeTextKind::few_pupils, "few_pupils", Label{"få barn eller elever", "few children or pupils"}},
      Choice{FreeTextKind::small_group, "small_group", Label{"uppgift om en liten grupp", "figure on a small group"}},
      Choice{FreeTextKind::result_of_few, "result_of_few", Label{"resultat för få", "result of few"}},
      Choice{FreeTextKind::judged_name, "judged_name", Label{"namn intill en bedömning", "name beside a judgement"}},
      Choice{FreeTextKind::identity_number, "identity_number", Label{"personnummer", "personal identity number"}},
      Choice{FreeTextKind::e_mail, "e_mail", Label{"e-postadress", "e-mail address"}},
      Choice{FreeTextKind::phone, "phone", Label{"telefonnummer", "telephone number"}},
      Choice{FreeTextKind::sensitive, "sensitive", Label{"känsligt om ett barn", "sensitive, of one child"}},
      Choice{FreeTextKind::single_child, "single_child", Label{"ett enskilt barn", "one child"}},
  };
};

template <>
struct Describe<FreeTextHit> {
  static constexpr std::string_view name = "FreeTextHit";
  static constexpr Label label{"Ställe att granska", "Place to review"};
  static constexpr std::string_view meaning =
      "A place in a text that asks for review before the text leaves the unit. It repeats the words and stays with them.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"kind", &T::kind, Label{"Slag", "Kind"}, "Why it asks for review.", required},
      Field{"start", &T::start, Label{"Början", "Start"}, "Characters (code points) before it.", required},
      Field{"length", &T::length, Label{"Längd", "Length"}, "How many characters it has.", required},
      Field{"words", &T::words, Label{"Ord", "Words"}, "What stands there.", required},
      Field{"reason", &T::reason, Label{"Skäl", "Reason"}, "What is to be thought of.", required},
  };
};

}  // namespace kvalitet
