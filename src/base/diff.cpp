#include "kvalitet/base/diff.hpp"

#include "base/pairing.hpp"
#include "base/path_words.hpp"
#include "base/pointer.hpp"
#include "base/shown.hpp"
#include "kvalitet/base/id.hpp"

#include <algorithm>
#include <unordered_map>

namespace kvalitet {
namespace {

using Kind = TypeInfo::Kind;

bool equal(const TypeInfo& type, const void* a, const void* b) {
  switch (type.kind) {
    case Kind::boolean: return *static_cast<const bool*>(a) == *static_cast<const bool*>(b);
    case Kind::integer: return *static_cast<const int*>(a) == *static_cast<const int*>(b);
    case Kind::count: return *static_cast<const std::int64_t*>(a) == *static_cast<const std::int64_t*>(b);
    case Kind::text: return *static_cast<const Text*>(a) == *static_cast<const Text*>(b);
    case Kind::datum: return *static_cast<const Datum*>(a) == *static_cast<const Datum*>(b);
    case Kind::data: return *static_cast<const Data*>(a) == *static_cast<const Data*>(b);
    case Kind::scalar: return type.format(a) == type.format(b);
    case Kind::enumeration: return type.choice(a) == type.choice(b);
    case Kind::optional:
    case Kind::list: {
      const std::size_t size = type.size(a);
      if (size != type.size(b)) return false;
      for (std::size_t i = 0; i < size; ++i)
        if (!equal(*type.element, type.item(a, i), type.item(b, i))) return false;
      return true;
    }
    case Kind::record:
      return std::all_of(type.fields.begin(), type.fields.end(),
                         [&](const FieldInfo& field) { return equal(*field.type, field.in(a), field.in(b)); });
  }
  return false;
}

const FieldInfo* id_field(const TypeInfo& type) {
  for (const FieldInfo& field : type.fields)
    if (field.key == "id" && field.type->name == Describe<Id>::name) return &field;
  return nullptr;
}

const std::string& key_of(const void* data, std::size_t index) {
  return (*static_cast<const Data*>(data))[index].first.str();
}

/// The names of a list's items (ids, or keys of named data), when every item has one and no two the same.
std::optional<std::vector<std::string>> names_of(const TypeInfo& list, const void* object) {
  const FieldInfo* const field = list.kind == Kind::data ? nullptr : id_field(*list.element);
  if (list.kind != Kind::data && field == nullptr) return std::nullopt;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < list.size(object); ++i)
    names.push_back(list.kind == Kind::data ? key_of(object, i) : field->type->format(field->in(list.item(object, i))));
  std::vector<std::string> sorted = names;
  std::sort(sorted.begin(), sorted.end());
  const bool unique = std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  if (!unique || (!sorted.empty() && sorted.front().empty())) return std::nullopt;
  return names;
}

/// Where the comparison is, in both versions and in words.
struct Path {
  std::string before;
  std::string after;
  PathWords words;
};

std::string joined(const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) {
    if (!line.empty()) line += ", ";
    line += name;
  }
  return line;
}

class Differ {
 public:
  void compare(const TypeInfo& type, const void* before, const void* after, const Path& path) {
    switch (type.kind) {
      case Kind::record:
        for (const FieldInfo& field : type.fields) compare_field(type, field, before, after, path);
        return;
      case Kind::optional:
        if (type.size(before) == 0 && type.size(after) == 0) return;
        if (type.size(before) == 0) return added(*type.element, type.item(after, 0), path);
        if (type.size(after) == 0) return removed(*type.element, type.item(before, 0), path);
        return compare(*type.element, type.item(before, 0), type.item(after, 0), path);
      default: break;
    }
    if (equal(type, before, after)) return;
    if (show(type, before).plain.empty()) return added(type, after, path);
    if (show(type, after).plain.empty()) return removed(type, before, path);
    add(ChangeKind::changed, "diff.changed", path, show(type, before), show(type, after));
  }

  std::vector<Change> take() && { return std::move(changes_); }

 private:
  void compare_field(const TypeInfo& owner, const FieldInfo& field, const void* before, const void* after, Path path) {
    append_pointer(path.before, field.key);
    append_pointer(path.after, field.key);
    const bool many = field.type->kind == Kind::list || field.type->kind == Kind::data;
    if (many) return compare_items(owner, field, field.in(before), field.in(after), path);
    path.words.add(field.label);
    compare(*field.type, field.in(before), field.in(after), path);
  }

  void compare_items(const TypeInfo& owner, const FieldInfo& field, const void* before, const void* after,
                     const Path& path) {
    const TypeInfo& list = *field.type;
    const auto names_before = names_of(list, before);
    const auto names_after = names_of(list, after);
    const bool named = names_before && names_after;
    const std::vector<Pair> pairs =
        named ? pair_by_name(field, *names_before, *names_after, path)
              : pair_in_order(list.size(before), list.size(after), [&](std::size_t i, std::size_t j) {
                  return equal(*list.element, list.item(before, i), list.item(after, j));
                });
    for (const Pair& pair : pairs) {
      Path item = path;
      const auto go_to = [&](std::string& pointer, const void* object, std::size_t index) {
        if (list.kind == Kind::data)
          append_pointer(pointer, key_of(object, index));
        else
          append_pointer(pointer, index);
      };
      if (pair.before) go_to(item.before, before, *pair.before);
      if (pair.after) go_to(item.after, after, *pair.after);
      const std::size_t index = pair.after ? *pair.after : *pair.before;
      const void* const value = list.item(pair.after ? after : before, index);
      if (list.kind == Kind::data)
        item.words.add_entry(field.label, key_of(pair.after ? after : before, index));
      else
        item.words.add_item(owner, field, index);
      if (!pair.before) {
        added(*list.element, value, item);
      } else if (!pair.after) {
        removed(*list.element, value, item);
      } else {
        item.words.add_title(*list.element, value);
        compare(*list.element, list.item(before, *pair.before), value, item);
      }
    }
  }

  /// What was removed, then the later version's order; says when what stayed has changed places.
  std::vector<Pair> pair_by_name(const FieldInfo& field, const std::vector<std::string>& before,
                                 const std::vector<std::string>& after, Path path) {
    std::unordered_map<std::string_view, std::size_t> in_before;
    for (std::size_t i = 0; i < before.size(); ++i) in_before.emplace(before[i], i);
    std::vector<Pair> kept_or_new;
    std::vector<std::string> order_after;
    std::vector<bool> kept(before.size());
    for (std::size_t j = 0; j < after.size(); ++j) {
      const auto found = in_before.find(after[j]);
      if (found == in_before.end()) {
        kept_or_new.push_back(Pair{std::nullopt, j});
      } else {
        kept_or_new.push_back(Pair{found->second, j});
        kept[found->second] = true;
        order_after.push_back(after[j]);
      }
    }
    std::vector<Pair> pairs;
    std::vector<std::string> order_before;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (kept[i])
        order_before.push_back(before[i]);
      else
        pairs.push_back(Pair{i, std::nullopt});
    }
    if (order_before != order_after) {
      path.words.add(field.label);
      const auto shown = [](const std::string& line) { return Shown{line, cut(line), cut(line)}; };
      add(ChangeKind::changed, "diff.reordered", path, shown(joined(order_before)), shown(joined(order_after)));
    }
    pairs.insert(pairs.end(), kept_or_new.begin(), kept_or_new.end());
    return pairs;
  }

  void added(const TypeInfo& type, const void* value, const Path& path) {
    add(ChangeKind::added, "diff.added", path, {}, show(type, value));
  }
  void removed(const TypeInfo& type, const void* value, const Path& path) {
    add(ChangeKind::removed, "diff.removed", path, show(type, value), {});
  }

  void add(ChangeKind kind, std::string_view code, const Path& path, Shown before, Shown after) {
    const Localised where = path.words.words();
    const Data data{{"where_sv", where.sv},         {"where_en", where.en},       {"before_sv", Text(before.sv)},
                    {"before_en", Text(before.en)}, {"after_sv", Text(after.sv)}, {"after_en", Text(after.en)}};
    Change change;
    change.kind = kind;
    change.pointer = Text(kind == ChangeKind::removed ? path.before : path.after);
    change.where = where;
    change.before = Text(std::move(before.plain));
    change.after = Text(std::move(after.plain));
    change.message = render(message_template(code).message, data);
    changes_.push_back(std::move(change));
  }

  std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> diff(const TypeInfo& type, const void* before, const void* after) {
  Differ differ;
  differ.compare(type, before, after, Path{});
  return std::move(differ).take();
}

}  // namespace kvalitet
