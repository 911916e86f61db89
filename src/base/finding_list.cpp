#include "base/finding_list.hpp"

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

void FindingList::add(Finding finding) {
  if (findings_.size() + 1 < limit_) {  // one place is kept for the count
    findings_.push_back(std::move(finding));
  } else {
    findings_.back() = std::move(finding);
    ++left_out_;
  }
}

std::vector<Finding> FindingList::take() && {
  if (left_out_ > 0) {
    Finding count = make_finding("read.more-findings", Severity::warning, findings_.back().pointer,
                                 {{"count", static_cast<std::int64_t>(left_out_)}});
    findings_.insert(findings_.end() - 1, std::move(count));
  }
  return std::move(findings_);
}

}  // namespace kvalitet
