// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/guideline/document_form.hpp"
#include "kvalitet/guideline/guideline.hpp"
#include "kvalitet/guideline/local_policy.hpp"
#include "kvalitet/guideline/parts.hpp"
#include "kvalitet/guideline/rule.hpp"
#include "kvalitet/guideline/trace.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<FormLabel>() noexcept;
template KVALITET_API const TypeInfo& type_info<FormHeading>() noexcept;
template KVALITET_API const TypeInfo& type_info<FormValue>() noexcept;
template KVALITET_API const TypeInfo& type_info<DocumentForm>() noexcept;
template KVALITET_API const TypeInfo& type_info<Decision>() noexcept;
template KVALITET_API const TypeInfo& type_info<Passage>() noexcept;
template KVALITET_API const TypeInfo& type_info<Chain>() noexcept;
template KVALITET_API const TypeInfo& type_info<Principle>() noexcept;
template KVALITET_API const TypeInfo& type_info<FactorSet>() noexcept;
template KVALITET_API const TypeInfo& type_info<ChildRights>() noexcept;
template KVALITET_API const TypeInfo& type_info<Guideline>() noexcept;
template KVALITET_API const TypeInfo& type_info<Booking>() noexcept;
template KVALITET_API const TypeInfo& type_info<DueDate>() noexcept;
template KVALITET_API const TypeInfo& type_info<FollowUpPoint>() noexcept;
template KVALITET_API const TypeInfo& type_info<Audience>() noexcept;
template KVALITET_API const TypeInfo& type_info<Answer>() noexcept;
template KVALITET_API const TypeInfo& type_info<SupportLink>() noexcept;
template KVALITET_API const TypeInfo& type_info<FreeTextLimits>() noexcept;
template KVALITET_API const TypeInfo& type_info<LocalPolicy>() noexcept;
template KVALITET_API const TypeInfo& type_info<DocumentState>() noexcept;
template KVALITET_API const TypeInfo& type_info<DocumentKind>() noexcept;
template KVALITET_API const TypeInfo& type_info<Participant>() noexcept;
template KVALITET_API const TypeInfo& type_info<Bring>() noexcept;
template KVALITET_API const TypeInfo& type_info<Dialogue>() noexcept;
template KVALITET_API const TypeInfo& type_info<DocumentPart>() noexcept;
template KVALITET_API const TypeInfo& type_info<Document>() noexcept;
template KVALITET_API const TypeInfo& type_info<Survey>() noexcept;
template KVALITET_API const TypeInfo& type_info<Wheel>() noexcept;
template KVALITET_API const TypeInfo& type_info<Check>() noexcept;
template KVALITET_API const TypeInfo& type_info<Rule>() noexcept;
template KVALITET_API const TypeInfo& type_info<OpenQuestion>() noexcept;
template KVALITET_API const TypeInfo& type_info<Bearing>() noexcept;
template KVALITET_API const TypeInfo& type_info<TraceRow>() noexcept;

}  // namespace kvalitet
