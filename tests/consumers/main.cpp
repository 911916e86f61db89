// What a program outside the tree does first: the built-in system, a plan with a fault, and the year. The runner
// compares what it prints.
#include <kvalitet/kvalitet.hpp>

#include <iostream>

int main() {
  const auto system = kvalitet::QualitySystem::builtin("vetlanda-2024");
  const auto plan = kvalitet::read_commitment_plan(R"({"format_version": 1, "school_year": "2027/28"})");
  const auto findings = kvalitet::check(plan, system, {.as_of = kvalitet::Date(2027, 9, 1)});
  const auto dialogues = kvalitet::filtered(kvalitet::annual_cycle(system, kvalitet::SchoolYear{2027}),
                                            {.kind = kvalitet::EventKind::dialogue});
  std::cout << "kvalitet " << kvalitet::version() << ": " << findings.front().rule.str() << ", "
            << kvalitet::to_string(dialogues.events[1].end) << '\n';
}
