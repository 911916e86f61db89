#include "kvalitet/survey/audience.hpp"

#include "base/words.hpp"
#include "kvalitet/base/error.hpp"

namespace kvalitet {

void require_audience(SurveyAudience of, SurveyAudience wanted) {
  if (wanted <= of) return;
  throw UsageError("survey.not-for-audience", {{"own_sv", Text(label_of(of, Language::sv))},
                                               {"own_en", Text(label_of(of, Language::en))},
                                               {"wanted_sv", Text(label_of(wanted, Language::sv))},
                                               {"wanted_en", Text(label_of(wanted, Language::en))}});
}

}  // namespace kvalitet
