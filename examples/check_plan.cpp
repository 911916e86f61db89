// Checks a commitment plan against the guideline and prints what is found, each with the sentence it rests on.
#include <kvalitet/kvalitet.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  std::ifstream file(argc > 1 ? argv[1] : "examples/plans/flawed.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  const auto system = kvalitet::QualitySystem::builtin("vetlanda-2024");
  const auto plan = kvalitet::read_commitment_plan(text);
  const kvalitet::CheckOptions options{.as_of = kvalitet::Date(2026, 10, 15)};
  for (const auto& finding : kvalitet::check(plan, system, options)) {
    std::cout << finding.where.sv.str() << ": " << finding.message.sv.str() << '\n';
    if (finding.basis && finding.basis->citation) std::cout << "  ”" << finding.basis->citation->quote.str() << "”\n";
  }
}
