#pragma once
// What whoever takes the parser's events of a JSON text has: its limits, where the parser stands in it, and what is no
// JSON in it.
#include "base/finding_list.hpp"
#include "io/json_feed.hpp"
#include "io/json_text.hpp"
#include "kvalitet/base/error.hpp"
#include "kvalitet/base/read.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace kvalitet {

inline std::size_t size_of(int limit) { return static_cast<std::size_t>(std::max(limit, 0)); }

class JsonHandler {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  JsonHandler(const JsonHandler&) = delete;
  JsonHandler& operator=(const JsonHandler&) = delete;

  bool binary(binary_t&) { return false; }  // does not occur in JSON text

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
    // The position counts the bytes read, the end of the text as one; the last of them is the one that did not fit.
    const std::size_t stop = position > source_.given() ? text_.size() : source_.last();
    if (stop == text_.size()) {
      if (!cut_at_nul_) fault_at("json.ends-too-early", stop);
      return false;
    }
    const std::size_t token = start_of_token(text_, begun_ ? end_of_token(text_, start_) : start_of_text(text_), stop);
    // "[json.exception…] parse error at …: syntax error while parsing … - unexpected …" or "… - invalid string: …"
    std::string_view reason = error.what();
    reason.remove_prefix(std::min(reason.find(" - ") + 3, reason.size()));
    const auto reason_is = [&](std::string_view words) { return reason.substr(0, words.size()) == words; };
    if (error.id == 406)
      fault_at("json.number-out-of-range", token);
    else if (reason_is("unexpected"))
      fault_at("json.syntax", token);
    else if (reason_is("invalid string: surrogate"))
      fault_at("json.lone-surrogate", lone_surrogate(token, stop));
    else if (const auto bad = forbidden_before(token, stop))
      fault_at((text_[*bad] & 0x80) != 0 ? "json.invalid-utf8" : "json.forbidden-character", *bad);
    else
      fault_at("json.syntax", text_[token] == '"' ? stop : token);
    return false;
  }

 protected:
  /// What a finding is made of besides its place.
  struct Details {
    Text pointer;
    Data data;
  };

  /// Throws LimitError for a text that is too large.
  JsonHandler(std::string_view json, const ReadLimits& limits)
      : limits_(limits),
        text_(before_nul(within(json, limits))),
        source_(text_),
        cut_at_nul_(text_.size() != json.size()),
        findings_(size_of(limits.findings)) {}
  ~JsonHandler() = default;

  /// Parses the text; `self` is this object as what it is.
  template <class Handler>
  void parse(Handler& self) {
    nlohmann::json::sax_parse(JsonFeed(source_), JsonFeed(), &self);
    if (cut_at_nul_) fault_at("json.nul", text_.size());
  }

  /// Of the value that is due after a key, or else of the innermost object or list.
  [[nodiscard]] virtual Text pointer_here() const = 0;

  Place begin_key() {
    start_ = source_.token().offset;
    after_key_ = true;
    return source_.token().place;
  }
  void begin_value(const JsonToken& token) {
    start_ = token.offset;
    place_ = token.place;
    begun_ = true;
    after_key_ = false;
    spend(1);
  }
  void begin_nested() {
    begin_value(source_.token());
    if (++depth_ > size_of(limits_.depth))
      throw LimitError("read.too-deep", {{"limit", std::int64_t{limits_.depth}},
                                         {"line", std::int64_t{place_.line}},
                                         {"column", std::int64_t{place_.column}}});
  }
  void end_nested() {
    start_ = source_.token().offset;
    --depth_;
  }
  void spend(std::size_t values) {
    values_ += values;
    if (values_ > size_of(limits_.values))
      throw LimitError("read.too-many-values", {{"limit", std::int64_t{limits_.values}},
                                                {"line", std::int64_t{place_.line}},
                                                {"column", std::int64_t{place_.column}}});
  }

  /// `details` is called when the finding is made, which of most findings of a hopeless document never happens.
  template <class MakeDetails>
  void report(std::string_view code, Place place, MakeDetails details) {
    findings_.add([code, place, details = std::move(details)]() mutable {
      Details made = details();
      made.data.emplace_back("line", std::int64_t{place.line});
      made.data.emplace_back("column", std::int64_t{place.column});
      Finding finding = make_finding(code, Severity::error, std::move(made.pointer), std::move(made.data));
      finding.place = place;
      return finding;
    });
  }

  const ReadLimits& limits_;
  std::string_view text_;
  JsonSource source_;
  bool cut_at_nul_;  // the text goes on after its end, with NUL
  FindingList findings_;

  bool begun_ = false;      // with the first token
  bool after_key_ = false;  // whose value has not begun
  std::size_t start_ = 0;   // of the token that was met last
  Place place_;

 private:
  static std::string_view within(std::string_view json, const ReadLimits& limits) {
    if (json.size() > size_of(limits.bytes))
      throw LimitError("read.too-large",
                       {{"size", static_cast<std::int64_t>(json.size())}, {"limit", std::int64_t{limits.bytes}}});
    return json;
  }
  /// nlohmann/json takes NUL for the end of the text; here it is what RFC 8259 makes of it, a fault.
  static std::string_view before_nul(std::string_view json) { return json.substr(0, json.find('\0')); }

  void fault_at(std::string_view code, std::size_t offset) {
    report(code, place_at(text_, offset), [pointer = pointer_here()]() mutable {
      return Details{std::move(pointer), {}};
    });
  }
  /// The half of a pair that stands alone in the string that begins at `token`, because of which the parser stopped.
  [[nodiscard]] std::size_t lone_surrogate(std::size_t token, std::size_t stop) const {
    const auto is_half = [&](std::size_t at, std::string_view digits) {
      return at + 5 <= stop && text_.substr(at, 2) == "\\u" && (text_[at + 2] == 'd' || text_[at + 2] == 'D') &&
             digits.find(text_[at + 3]) != std::string_view::npos;
    };
    constexpr std::string_view first = "89abAB";
    constexpr std::string_view second = "cdefCDEF";
    for (std::size_t at = token; at <= stop;) {
      if (text_[at] != '\\') {
        ++at;
      } else if (is_half(at, first) && is_half(at + 6, second)) {
        at += 12;
      } else if (is_half(at, first) || is_half(at, second)) {
        return at;
      } else {
        at += 2;
      }
    }
    return stop;
  }
  /// Where the ill-formed character starts because of which the parser stopped at `end`, if it was that.
  [[nodiscard]] std::optional<std::size_t> forbidden_before(std::size_t token, std::size_t end) const {
    std::size_t start = std::max(token, end < 3 ? 0 : end - 3);  // a character has at most four bytes
    while (start < end && (text_[start] & 0xC0) == 0x80) ++start;
    if (text_[start] == '\xEF' && end - start == 3) start = end;  // U+FFFF, which JSON allows and Text does not
    const std::size_t bad = find_forbidden(text_.substr(start, end + 4 - start));
    if (bad == std::string_view::npos || start + bad > end) return std::nullopt;
    return start + bad;
  }

  std::size_t values_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace kvalitet
