#include "base/walk.hpp"

#include "base/pointer.hpp"

namespace kvalitet {
namespace {

class Walker {
 public:
  explicit Walker(const std::function<bool(const Visit&)>& visit) : visit_(visit) {}

  void go(const TypeInfo& type, const void* value, const FieldInfo* field, bool item) {
    if (type.kind == TypeInfo::Kind::optional) {
      if (type.size(value) > 0) go(*type.element, type.item(value, 0), field, item);
      return;
    }
    if (!visit_(Visit{pointer_, type, value, field, item})) return;
    const std::size_t length = pointer_.size();
    if (type.kind == TypeInfo::Kind::list) {
      for (std::size_t i = 0; i < type.size(value); ++i) {
        append_pointer(pointer_, i);
        go(*type.element, type.item(value, i), field, true);
        pointer_.resize(length);
      }
    }
    for (const FieldInfo& below : type.fields) {
      if (!below.required && below.is_default(value)) continue;
      append_pointer(pointer_, below.key);
      go(*below.type, below.in(value), &below, false);
      pointer_.resize(length);
    }
  }

 private:
  const std::function<bool(const Visit&)>& visit_;
  std::string pointer_;
};

}  // namespace

void walk(const TypeInfo& type, const void* object, const std::function<bool(const Visit&)>& visit) {
  Walker(visit).go(type, object, nullptr, false);
}

}  // namespace kvalitet
