// Whoever wrote a guideline or a policy: it is judged as data, and a system of it has a year, duties, calendars and
// sessions, and judges documents. The first byte says which of the two: 0 for a guideline.
#include "verbs.hpp"

#include "kvalitet/dialogues/agenda.hpp"
#include "kvalitet/guideline/trace.hpp"
#include "kvalitet/guideline/validate.hpp"
#include "kvalitet/io/html.hpp"

namespace {

using namespace kvalitet;

void run_system(const QualitySystem& system) {
  const AnnualCycle cycle = annual_cycle(system, SchoolYear{2026});
  (void)duties(system, cycle);
  (void)status(system, verbs::exempelby(), {}, SchoolYear{2026}, {verbs::in_october.as_of, {}, {}, true});
  verbs::write_calendars(cycle);
  (void)draw_wheel(cycle);
  (void)draw_system(system, cycle);
  (void)draw_chain(system.guideline);
  (void)draw_frame_factors(system.guideline);
  (void)write_principles(system.guideline);
  for (const Wheel& shown : system.guideline.wheels) (void)wheel(system, shown.id, 2026);
  for (const Dialogue& dialogue : system.guideline.dialogues) {
    verbs::made(session_skeleton(system, dialogue.id));
    (void)group_members(system, dialogue.id, std::vector<GroupMember>(7));
  }
  verbs::judge(system, CommitmentPlan{});
  verbs::judge(system, DialogueSession{});
}

void run_guideline(std::string_view json) {
  Guideline guideline = read_guideline(json).value;
  (void)validate(guideline);
  (void)trace(guideline);
  LocalPolicy policy;
  policy.guideline = guideline.id;
  run_system(QualitySystem::make(std::move(guideline), std::move(policy)));
}

void run_policy(std::string_view json) {
  static const Guideline guideline = [] {
    Guideline without_text = builtin_guideline("vetlanda-2024");
    without_text.text.clear();  // sentences of which a policy knows nothing
    return without_text;
  }();
  LocalPolicy policy = read_local_policy(json).value;
  (void)validate(policy, guideline);
  allowing<UsageError>([&] { run_system(QualitySystem::make(guideline, std::move(policy))); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view json(reinterpret_cast<const char*>(data) + 1, size - 1);
  allowing<LimitError>([&] { (data[0] % 2 == 0 ? run_guideline : run_policy)(json); });
  return 0;
}
