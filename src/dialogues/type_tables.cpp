// The table of each type of this room.
#include "kvalitet/base/type_table.hpp"
#include "kvalitet/dialogues/agenda.hpp"
#include "kvalitet/dialogues/session.hpp"

namespace kvalitet {

template KVALITET_API const TypeInfo& type_info<GroupMember>() noexcept;
template KVALITET_API const TypeInfo& type_info<Attendee>() noexcept;
template KVALITET_API const TypeInfo& type_info<Brought>() noexcept;
template KVALITET_API const TypeInfo& type_info<SessionNote>() noexcept;
template KVALITET_API const TypeInfo& type_info<Agreement>() noexcept;
template KVALITET_API const TypeInfo& type_info<DialogueSession>() noexcept;

}  // namespace kvalitet
