// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/io/answers.hpp"
#include "kvalitet/io/csv.hpp"
#include "kvalitet/io/docx.hpp"
#include "kvalitet/io/ical.hpp"
#include "kvalitet/io/sarif.hpp"
#include "kvalitet/io/svg.hpp"
#include "kvalitet/io/workspace.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<ColumnUse>() noexcept;
template KVALITET_API const TypeInfo& type_info<UnknownAnswer>() noexcept;
template KVALITET_API const TypeInfo& type_info<ReadColumn>() noexcept;
template KVALITET_API const TypeInfo& type_info<AnswerReport>() noexcept;
template KVALITET_API const TypeInfo& type_info<CsvDialect>() noexcept;
template KVALITET_API const TypeInfo& type_info<CsvNames>() noexcept;
template KVALITET_API const TypeInfo& type_info<DocxLimits>() noexcept;
template KVALITET_API const TypeInfo& type_info<Certainty>() noexcept;
template KVALITET_API const TypeInfo& type_info<ProposedLabel>() noexcept;
template KVALITET_API const TypeInfo& type_info<FormProposal>() noexcept;
template KVALITET_API const TypeInfo& type_info<FeedEntry>() noexcept;
template KVALITET_API const TypeInfo& type_info<FeedState>() noexcept;
template KVALITET_API const TypeInfo& type_info<CalendarFile>() noexcept;
template KVALITET_API const TypeInfo& type_info<CheckedFile>() noexcept;
template KVALITET_API const TypeInfo& type_info<PictureScheme>() noexcept;
template KVALITET_API const TypeInfo& type_info<PictureTheme>() noexcept;
template KVALITET_API const TypeInfo& type_info<FileFinding>() noexcept;

}  // namespace kvalitet
