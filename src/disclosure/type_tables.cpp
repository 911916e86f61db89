// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/disclosure/free_text.hpp"
#include "kvalitet/disclosure/gathered.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<FreeTextKind>() noexcept;
template KVALITET_API const TypeInfo& type_info<FreeTextHit>() noexcept;
template KVALITET_API const TypeInfo& type_info<GatheredCommitment>() noexcept;
template KVALITET_API const TypeInfo& type_info<GatheredArea>() noexcept;
template KVALITET_API const TypeInfo& type_info<Gathered>() noexcept;

}  // namespace kvalitet
