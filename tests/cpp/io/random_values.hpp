#pragma once
// Random objects of any described type, the same for the same seed.
#include "kvalitet/base/type_info.hpp"
#include "kvalitet/guideline/local_policy.hpp"

#include <random>

namespace kvalitet_test {

class RandomValues {
 public:
  explicit RandomValues(unsigned seed) : engine_(seed) {}

  /// 0 to `most`; the same with every standard library.
  std::size_t up_to(std::size_t most) { return engine_() % (most + 1); }

  /// Every character that Text allows, control characters and those beyond the basic plane included.
  kvalitet::Text text() {
    std::string text;
    for (std::size_t left = up_to(12); left > 0; --left) append_utf8(text, character());
    return text;
  }

  /// Fills an object of `type`, lists with up to `most` items; scalars by their format.
  void fill(const kvalitet::TypeInfo& type, void* object, std::size_t most = 4) {
    using Kind = kvalitet::TypeInfo::Kind;
    switch (type.kind) {
      case Kind::boolean: *static_cast<bool*>(object) = up_to(1) == 1; break;
      case Kind::integer:
        *static_cast<int*>(object) = static_cast<int>(up_to(1) == 1 ? engine_() / 2 : up_to(3));
        break;
      case Kind::count: *static_cast<std::int64_t*>(object) = static_cast<std::int64_t>(engine_()) << up_to(21); break;
      case Kind::text: *static_cast<kvalitet::Text*>(object) = text(); break;
      case Kind::datum: *static_cast<kvalitet::Datum*>(object) = datum(); break;
      case Kind::scalar: (void)type.parse(object, scalar(type)); break;
      case Kind::enumeration: type.choose(object, up_to(type.choices.size() - 1)); break;
      case Kind::optional:
        if (up_to(1) == 1) fill(*type.element, type.append(object), most);
        break;
      case Kind::list:
        for (std::size_t left = up_to(most); left > 0; --left) fill(*type.element, type.append(object), most - 1);
        break;
      case Kind::data: {
        auto& data = *static_cast<kvalitet::Data*>(object);
        for (std::size_t left = up_to(most); left > 0; --left)
          data.emplace_back(std::to_string(left) + text().str(), datum());  // no name twice
        break;
      }
      case Kind::record:
        for (const kvalitet::FieldInfo& field : type.fields)
          if (field.required || up_to(2) > 0) fill(*field.type, field.address(object), most);
        break;
    }
  }

 private:
  char32_t character() {
    static constexpr char32_t special[] = {'\t',    '\n',    '\r',     '"',    '\\',   '/',    '~',    0x7F,
                                           0x80,    0xE5,    0x7FF,    0x800,  0xD7FF, 0xE000, 0xFEFF, 0xFFFD,
                                           0x10000, 0x1F642, 0x10FFFF, 0x2028, '{',    ','};
    switch (up_to(3)) {
      case 0: return special[up_to(std::size(special) - 1)];
      case 1: return static_cast<char32_t>(0x10000 + up_to(0xFFFFF));
      case 2: return static_cast<char32_t>(0xA0 + up_to(0xD7FF - 0xA0));
      default: return static_cast<char32_t>(' ' + up_to('~' - ' '));
    }
  }
  static void append_utf8(std::string& text, char32_t c) {
    const auto byte = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) {
      byte(0xC0 | (c >> 6U));
    } else {
      if (c < 0x10000) {
        byte(0xE0 | (c >> 12U));
      } else {
        byte(0xF0 | (c >> 18U));
        byte(0x80 | ((c >> 12U) & 0x3F));
      }
      byte(0x80 | ((c >> 6U) & 0x3F));
    }
    byte(0x80 | (c & 0x3F));
  }
  kvalitet::Datum datum() {
    if (up_to(1) == 1) return text();
    const auto high = static_cast<std::uint64_t>(engine_());
    return static_cast<std::int64_t>((high << 32U) | engine_());
  }
  /// Ids, codes, dates and periods as text; the seed of an id keeps it short and valid.
  std::string scalar(const kvalitet::TypeInfo& type) {
    std::string digits;
    for (int i = 0; i < 8; ++i) digits += static_cast<char>('0' + up_to(9));
    const kvalitet::Date date = *kvalitet::add_days(kvalitet::Date(1400, 1, 1), static_cast<long>(up_to(3'000'000)));
    if (type.name == "Date") return kvalitet::to_string(date);
    if (type.name == "MonthDay") return kvalitet::to_string(date).substr(5, up_to(1) == 1 ? 5 : 2);
    if (type.name == "SchoolYear")
      return kvalitet::to_string(kvalitet::SchoolYear{static_cast<int>(1400 + up_to(8598))});
    if (type.name == "CalendarYear") return kvalitet::to_string(date).substr(0, 4);
    if (type.name == "Tag") return "set-" + digits + ":name-" + digits;
    if (type.name == "SchoolUnitCode") return digits;
    if (type.name == "MunicipalityCode") return digits.substr(0, 4);
    const kvalitet::TimeOfDay time{static_cast<int>(up_to(23)), static_cast<int>(up_to(59))};
    if (type.name == "TimeOfDay") return kvalitet::to_string(time);
    if (type.name == "Moment") return kvalitet::to_string(kvalitet::Moment{date, time.hour, time.minute, 59});
    if (type.name == "EmailAddress") return "a." + digits + "@exempelby.example";
    return "id-" + digits;
  }

  std::mt19937 engine_;
};

}  // namespace kvalitet_test
