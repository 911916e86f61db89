#pragma once
// The quality system as pictures in SVG, drawn to be read on a telephone as well as in print: 320 units wide, with no
// text smaller than 11, growing downwards. docs/decisions/013-pictures.md says why they look as they do.
//
// Each is one <svg role="img"> whose <title> and <desc> say in words all that the picture shows. No meaning hangs on
// colour alone, texts are texts, and there is no script and nothing from outside. The same input gives the same bytes.
//
// Every function throws UsageError when a colour is none or stands out too little, and when the prefix cannot begin an
// id. What a guideline does not have, its picture says that it does not have.
#include "kvalitet/cycle/annual_cycle.hpp"
#include "kvalitet/documents/effect_chain.hpp"

namespace kvalitet {

/// Colours on what ground.
enum class PictureScheme {
  light,
  dark,
  automatic,  ///< as the reader has chosen for their screen; light where the program that shows it cannot tell
};

/// Colours, each `#rrggbb`; an empty one is the library's own. Between every colour and the two grounds there must be
/// a contrast of 4.5:1, for lines 3:1 (WCAG 2.2, AA).
struct PictureTheme {
  Text paper;    ///< the ground
  Text surface;  ///< the ground of boxes
  Text ink;      ///< words
  Text quiet;    ///< words of less weight
  Text line;
  Text dialogue;
  Text survey;
  Text meeting;
  Text document;
  Text follow_up;
  Text mark;  ///< a day that is marked
  friend bool operator==(const PictureTheme&, const PictureTheme&) = default;
};

struct PictureOptions {
  Language language = Language::sv;
  PictureScheme scheme = PictureScheme::light;
  PictureTheme theme = {};       ///< of the scheme; of an automatic one's light half
  PictureTheme dark_theme = {};  ///< of an automatic one's dark half
  Text id_prefix = {};  ///< of the ids in it, one for each picture on a page; empty: one for each kind of picture
};

/// What a wheel shows.
struct WheelOptions {
  std::vector<EventKind> kinds = {};  ///< none: dialogues and survey rounds, or everything where there are none of them
  std::optional<Date> mark = {};
};

/// What a system sketch shows.
struct SystemOptions {
  /// Levels, and actors that have a lane of their own, by id; an id that is both means the level. None: all levels.
  std::vector<Id> lanes = {};
};

/// What an effect chain shows besides itself.
struct EffectChainOptions {
  Text about = {};  ///< whose it is, below the heading
};

/// The year as a wheel, clockwise from its first month. Throws UsageError when it touches more than twelve months.
[[nodiscard]] KVALITET_API Text draw_wheel(const AnnualCycle& cycle, const WheelOptions& what = {},
                                           const PictureOptions& options = {});

/// The frame factor model (ramfaktormodellen): what quality is looked at as, in the guideline's order, and what each
/// dialogue looks at in it. Section 3, Skolutveckling och ramfaktorteorin.
[[nodiscard]] KVALITET_API Text draw_frame_factors(const Guideline& guideline, const PictureOptions& options = {});

/// The chain of support and governance (stöd- och styrkedjan), with the dialogues and meetings in which its levels
/// meet, and the questions of the improvement loop with what belongs to each. Section 3, Styrning och ledning.
[[nodiscard]] KVALITET_API Text draw_chain(const Guideline& guideline, const PictureOptions& options = {});

/// The system sketch (systemskissen): the levels side by side through the months of a cycle of this system, tied by
/// dialogues and by meetings of several lanes, with survey rounds, follow-ups, and the documents that are brought from
/// one to another. Events of no lane are left out when lanes are given. Section 8, Årshjul och systemskiss. Throws
/// NotFoundError for a lane that is neither a level nor an actor, and UsageError for a cycle of more than ten years.
[[nodiscard]] KVALITET_API Text draw_system(const QualitySystem& system, const AnnualCycle& cycle,
                                            const SystemOptions& what = {}, const PictureOptions& options = {});

/// The effect chain of a plan (effektkedjan): for each commitment what is done, what that is to lead to and which
/// expected effects it works towards, with what is missing in its place. Effects are numbered through the whole chain.
/// Throws LimitError for a plan whose chain is too large, and UsageError when an edge leads to a node that there is
/// not.
[[nodiscard]] KVALITET_API Text draw_effect_chain(const CommitmentPlan& plan, const PictureOptions& options = {});
[[nodiscard]] KVALITET_API Text draw_effect_chain(const EffectChain& chain, const EffectChainOptions& what = {},
                                                  const PictureOptions& options = {});

template <>
struct Describe<PictureScheme> {
  static constexpr std::string_view name = "PictureScheme";
  static constexpr Label label{"Färgläge", "Scheme"};
  static constexpr std::string_view meaning = "On what ground a picture is drawn.";
  static constexpr auto values = std::array{
      Choice{PictureScheme::light, "light", Label{"ljust", "light"}},
      Choice{PictureScheme::dark, "dark", Label{"mörkt", "dark"}},
      Choice{PictureScheme::automatic, "automatic", Label{"som läsaren har valt", "as the reader has chosen"}},
  };
};

template <>
struct Describe<PictureTheme> {
  static constexpr std::string_view name = "PictureTheme";
  static constexpr Label label{"Färger i bilder", "Colours of pictures"};
  static constexpr std::string_view meaning =
      "Colours, each `#rrggbb`; an empty one is the library's own. Between every colour and the two grounds there must "
      "be a contrast of 4.5:1, for lines 3:1.";
  template <class T>
  static constexpr auto fields = std::tuple{
      Field{"paper", &T::paper, Label{"Bakgrund", "Paper"}, "The ground."},
      Field{"surface", &T::surface, Label{"Ruta", "Surface"}, "The ground of boxes."},
      Field{"ink", &T::ink, Label{"Text", "Ink"}, "Words."},
      Field{"quiet", &T::quiet, Label{"Mindre viktig text", "Quiet"}, "Words of less weight."},
      Field{"line", &T::line, Label{"Linje", "Line"}, "Lines."},
      Field{"dialogue", &T::dialogue, Label{"Dialog", "Dialogue"}, "Dialogues."},
      Field{"survey", &T::survey, Label{"Mätning", "Survey"}, "Survey rounds."},
      Field{"meeting", &T::meeting, Label{"Möte", "Meeting"}, "Meetings."},
      Field{"document", &T::document, Label{"Dokument", "Document"}, "Documents."},
      Field{"follow_up", &T::follow_up, Label{"Uppföljning", "Follow-up"}, "Follow-ups."},
      Field{"mark", &T::mark, Label{"Markering", "Mark"}, "A day that is marked."},
  };
};

}  // namespace kvalitet
