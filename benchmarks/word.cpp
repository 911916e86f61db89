// A commitment plan of twenty pages, as fat as Word makes it (word.py). The limit is unpacking and parsing the two
// parts that are read, without looking at what they say; what reading costs beyond it is ours.
#include "io/docx/package.hpp"
#include "io/docx/xml.hpp"
#include "timing.hpp"

#include <kvalitet/io/docx.hpp>
#include <kvalitet/kvalitet.hpp>
#include <pugixml.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

using namespace kvalitet;

int main() {
  std::ifstream file("benchmarks/plan.docx", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto system = QualitySystem::builtin("vetlanda-2024");
  DocxOptions options;
  options.system = &system;
  volatile std::size_t sink = 0;
  std::size_t xml_bytes = 0;

  const double unpacking = microseconds(
      [&] {
        const docx::Package package(bytes);
        xml_bytes = package.read("word/document.xml").size() + package.read("word/styles.xml").size();
        sink = xml_bytes;
      },
      20);
  const double bare = microseconds(
      [&] {
        const docx::Package package(bytes);
        for (const char* const part : {"word/document.xml", "word/styles.xml"}) {
          std::string text = package.read(part);
          pugi::xml_document tree;
          sink = tree.load_buffer_inplace(text.data(), text.size()) ? 1 : 0;
        }
      },
      20);
  const double guarded = microseconds(
      [&] {
        const docx::Package package(bytes);
        for (const char* const part : {"word/document.xml", "word/styles.xml"}) {
          std::string text = package.read(part);
          pugi::xml_document tree;
          docx::parse_xml(tree, text, part);
          sink = text.size();
        }
      },
      20);
  const auto read = read_docx<CommitmentPlan>(bytes, options);
  const double reading = microseconds([&] { sink = read_docx<CommitmentPlan>(bytes, options).value.areas.size(); }, 20);
  const double writing = microseconds([&] { sink = write_docx(read.value, options).size(); }, 20);
  CommitmentPlan changed = read.value;
  changed.areas.front().commitments.front().activities.front().responsible = Text("Någon annan");
  const double back = microseconds([&] { sink = write_back(changed, bytes, options).docx.size(); }, 10);

  std::cout << "plan in Word, C++: " << bytes.size() / 1024 << " KiB, " << xml_bytes / 1024 << " KiB of XML\n"
            << "  unpacking " << unpacking << " us, and parsing " << bare
            << " us (the limit), with all that is guarded "
            << "against " << guarded << " us\n  reading " << reading << " us, " << bare / reading
            << " of the limit's speed; writing " << writing << " us; writing a change back and reading it again "
            << back << " us\n";
}
