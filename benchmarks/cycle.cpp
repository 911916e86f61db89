// The events of a school year from the built-in guideline, and its wheel. Aims: below 20 us and below 1 ms.
#include "timing.hpp"

#include <kvalitet/kvalitet.hpp>

#include <iostream>

int main() {
  const auto system = kvalitet::QualitySystem::builtin("vetlanda-2024");
  const kvalitet::SchoolYear year{2026};
  volatile std::size_t sink = 0;
  const double time = microseconds([&] { sink = kvalitet::annual_cycle(system, year).events.size(); }, 5000);
  const auto cycle = kvalitet::annual_cycle(system, year);
  const double copy = microseconds([&] { sink = kvalitet::AnnualCycle(cycle).events.size(); }, 5000);
  std::cout << "school year's cycle, C++: " << cycle.events.size() << " events in " << time
            << " us; copying them alone takes " << copy << " us (" << copy / time << " of it)\n";
  const double wheel = microseconds([&] { sink = kvalitet::draw_wheel(cycle).view().size(); }, 500);
  std::cout << "its wheel as SVG: " << wheel << " us, " << kvalitet::draw_wheel(cycle).view().size() << " bytes\n";
}
