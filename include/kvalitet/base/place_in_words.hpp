#pragma once
// Where in a document something stands, as people would say it.
#include "kvalitet/base/export.hpp"
#include "kvalitet/base/type_info.hpp"

namespace kvalitet {

/// A JSON Pointer into an object in words, such as "Målområde 2 (Trygghet), åtagande 1, aktivitet 3, aktivitetens
/// resultat": the labels of fields, and of items of lists their number and their title, name or id. Where the pointer
/// leads to nothing, the words of the nearest value around it; for the whole object, what it is.
[[nodiscard]] KVALITET_API Localised place_in_words(const TypeInfo& type, const void* object, std::string_view pointer);

template <class T>
[[nodiscard]] Localised place_in_words(const T& record, std::string_view pointer) {
  return place_in_words(type_info<T>(), &record, pointer);
}

}  // namespace kvalitet
