#pragma once
// What is wrong with a file that was to be a Word document.
#include "kvalitet/base/message.hpp"

namespace kvalitet::docx {

/// What keeps a file from being read as a Word document. Caught by read_docx() and told as a finding.
struct Fault {
  std::string_view code;  ///< of the message catalogue, of the kind finding
  Data data;
};

}  // namespace kvalitet::docx
