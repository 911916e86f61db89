#include "kvalitet/base/place_in_words.hpp"

#include "base/digits.hpp"
#include "base/path_words.hpp"
#include "base/pointer.hpp"

#include <algorithm>

namespace kvalitet {
namespace {

using Kind = TypeInfo::Kind;

class Way {
 public:
  Way(const TypeInfo& type, const void* object) : type_(&type), object_(object) {}

  /// False when there is nothing there.
  bool step(std::string_view name) {
    while (type_->kind == Kind::optional) {
      if (type_->size(object_) == 0) return false;
      enter(*type_->element, type_->item(object_, 0));
    }
    switch (type_->kind) {
      case Kind::record: return to_field(name);
      case Kind::list: return to_item(name);
      case Kind::data: return to_entry(name);
      default: return false;
    }
  }

  [[nodiscard]] Localised words() const {
    PathWords all = words_;
    if (list_ != nullptr) all.add(list_->label);
    return all.words();
  }

 private:
  bool to_field(std::string_view key) {
    for (const FieldInfo& field : type_->fields) {
      if (field.key != key) continue;
      const bool many = field.type->kind == Kind::list || field.type->kind == Kind::data;
      owner_ = type_;
      list_ = many ? &field : nullptr;
      if (!many) words_.add(field.label);
      enter(*field.type, field.in(object_));
      return true;
    }
    return false;
  }

  bool to_item(std::string_view number) {
    const auto index = parse_digits(number);
    if (!index || static_cast<std::size_t>(*index) >= type_->size(object_)) return false;
    const auto at = static_cast<std::size_t>(*index);
    enter(*type_->element, type_->item(object_, at));
    if (list_ != nullptr)
      words_.add_item(*owner_, *list_, at);
    else
      words_.add_item(*type_, at);
    words_.add_title(*type_, object_);
    list_ = nullptr;
    return true;
  }

  bool to_entry(std::string_view name) {
    if (list_ == nullptr) return false;
    const Data& data = *static_cast<const Data*>(object_);
    const auto found = std::find_if(data.begin(), data.end(), [&](const auto& entry) { return entry.first == name; });
    if (found == data.end()) return false;
    words_.add_entry(list_->label, name);
    list_ = nullptr;
    enter(*type_->element, &found->second);
    return true;
  }

  void enter(const TypeInfo& type, const void* object) {
    type_ = &type;
    object_ = object;
  }

  const TypeInfo* type_;
  const void* object_;
  const TypeInfo* owner_ = nullptr;  // of the last field
  const FieldInfo* list_ = nullptr;  // that field, while it holds several things of which none has been chosen
  PathWords words_;
};

}  // namespace

Localised place_in_words(const TypeInfo& type, const void* object, std::string_view pointer) {
  Way way(type, object);
  while (!pointer.empty() && pointer[0] == '/' && way.step(first_step(pointer)))
    pointer.remove_prefix(std::min(pointer.find('/', 1), pointer.size()));
  Localised words = way.words();
  return words.sv.empty() ? Localised{type.label.sv, type.label.en} : words;
}

}  // namespace kvalitet
