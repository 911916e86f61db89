#include "kvalitet/base/message.hpp"

#include "base/catalogue.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace kvalitet {
namespace {

const Datum& find(const Data& data, std::string_view name) {
  for (const auto& [key, value] : data)
    if (key == name) return value;
  throw std::logic_error("message without datum: " + std::string(name));
}

std::string render_one(std::string_view text, const Data& data) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    const auto inside = text.substr(open + 1, close - open - 1);
    text.remove_prefix(close + 1);
    const auto bar = inside.find('|');
    const Datum& datum = find(data, inside.substr(0, bar));
    const auto* number = std::get_if<std::int64_t>(&datum);
    if (bar != std::string_view::npos) {
      const auto forms = inside.substr(bar + 1);
      const auto middle = forms.find('|');
      out += number != nullptr && *number == 1 ? forms.substr(0, middle) : forms.substr(middle + 1);
    } else if (number != nullptr) {
      out += std::to_string(*number);
    } else {
      out += std::get<Text>(datum).view();
    }
  }
  return out;
}

}  // namespace

std::span<const MessageTemplate> message_catalogue() noexcept { return catalogue; }

const MessageTemplate& message_template(std::string_view code) {
  const auto* const found = std::lower_bound(std::begin(catalogue), std::end(catalogue), code,
                                             [](const MessageTemplate& t, std::string_view c) { return t.code < c; });
  if (found == std::end(catalogue) || found->code != code)
    throw std::logic_error("not in the message catalogue: " + std::string(code));
  return *found;
}

Localised render(const Label& message, const Data& data) {
  return Localised{Text(render_one(message.sv, data)), Text(render_one(message.en, data))};
}

}  // namespace kvalitet
