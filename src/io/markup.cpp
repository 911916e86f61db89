#include "io/markup.hpp"

#include <cmath>

namespace kvalitet {
namespace {

void append_markup(std::string& out, std::string_view words) {
  for (const char c : words) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
}

}  // namespace

void append_number(std::string& out, double value) {
  const long long hundredths = std::llround(value * 100);
  const long long size = hundredths < 0 ? -hundredths : hundredths;
  if (hundredths < 0) out += '-';
  out += std::to_string(size / 100);
  const auto decimals = static_cast<int>(size % 100);
  if (decimals == 0) return;
  out += '.';
  out += static_cast<char>('0' + decimals / 10);
  if (decimals % 10 != 0) out += static_cast<char>('0' + decimals % 10);
}

Markup& Markup::open(std::string_view name) {
  end_start_tag();
  out_ += '<';
  out_ += name;
  open_.push_back(name);
  in_start_tag_ = true;
  return *this;
}

Markup& Markup::with(std::string_view attribute, std::string_view value) {
  out_ += ' ';
  out_ += attribute;
  out_ += "=\"";
  append_markup(out_, value);
  out_ += '"';
  return *this;
}

Markup& Markup::with(std::string_view attribute, double value) {
  out_ += ' ';
  out_ += attribute;
  out_ += "=\"";
  append_number(out_, value);
  out_ += '"';
  return *this;
}

Markup& Markup::text(std::string_view words) {
  end_start_tag();
  append_markup(out_, words);
  return *this;
}

Markup& Markup::raw(std::string_view markup) {
  end_start_tag();
  out_ += markup;
  return *this;
}

Markup& Markup::close() {
  if (in_start_tag_) {
    out_ += "/>";
    in_start_tag_ = false;
  } else {
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
  }
  open_.pop_back();
  return *this;
}

void Markup::end_start_tag() {
  if (in_start_tag_) out_ += '>';
  in_start_tag_ = false;
}

}  // namespace kvalitet
