// A 6 KB plan in C++: reading against the parser it stands on, and what the rules cost. The limit is nlohmann/json's
// own SAX parser with an empty handler, which does everything but build something.
#include "timing.hpp"

#include <kvalitet/kvalitet.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

struct EmptyHandler {
  using Json = nlohmann::json;
  using number_integer_t = Json::number_integer_t;
  using number_unsigned_t = Json::number_unsigned_t;
  using number_float_t = Json::number_float_t;
  using string_t = Json::string_t;
  using binary_t = Json::binary_t;
  bool null() { return true; }
  bool boolean(bool) { return true; }
  bool number_integer(number_integer_t) { return true; }
  bool number_unsigned(number_unsigned_t) { return true; }
  bool number_float(number_float_t, const string_t&) { return true; }
  bool string(string_t&) { return true; }
  bool binary(binary_t&) { return true; }
  bool start_object(std::size_t) { return true; }
  bool key(string_t&) { return true; }
  bool end_object() { return true; }
  bool start_array(std::size_t) { return true; }
  bool end_array() { return true; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }
};

}  // namespace

int main() {
  std::ifstream file("benchmarks/plan.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto system = kvalitet::QualitySystem::builtin("vetlanda-2024");
  const auto plan = kvalitet::read_commitment_plan(text);
  const kvalitet::CheckOptions options{.as_of = kvalitet::Date(2026, 10, 15)};
  volatile std::size_t sink = 0;

  const double bare = microseconds(
      [&] {
        EmptyHandler handler;
        sink = nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &handler) ? 1 : 0;
      },
      2000);
  const double reading = microseconds([&] { sink = kvalitet::read_commitment_plan(text).value.areas.size(); }, 2000);
  const double rules = microseconds([&] { sink = kvalitet::check(plan, system, options).size(); }, 2000);
  std::cout << "plan, C++: " << text.size() << " bytes, " << kvalitet::check(plan, system, options).size()
            << " findings\n  parser alone " << bare << " us, reading " << reading << " us (" << bare / reading
            << " of the parser's speed), rules " << rules << " us (" << 100 * rules / reading << " % of reading)\n";
}
