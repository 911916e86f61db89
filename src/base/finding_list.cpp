#include "base/finding_list.hpp"

#include "kvalitet/base/place_in_words.hpp"

namespace kvalitet {

Finding make_finding(std::string_view code, Severity severity, Text pointer, Data data) {
  const MessageTemplate& entry = message_template(code);
  Finding finding;
  finding.rule = Text(code);
  finding.code = Text(code);
  finding.severity = severity;
  finding.pointer = std::move(pointer);
  finding.message = render(entry.message, data);
  finding.hint = render(entry.hint, data);
  finding.data = std::move(data);
  return finding;
}

void say_where(std::vector<Finding>& findings, const TypeInfo& type, const void* object) {
  for (Finding& finding : findings) finding.where = place_in_words(type, object, finding.pointer);
}

std::vector<Finding> FindingList::take() && {
  if (last_) {
    Finding last = last_();
    findings_.back() = make_finding("read.more-findings", Severity::warning, last.pointer,
                                    {{"count", static_cast<std::int64_t>(left_out_)}});
    findings_.back().place = last.place;
    findings_.push_back(std::move(last));
  }
  return std::move(findings_);
}

}  // namespace kvalitet
