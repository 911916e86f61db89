#pragma once
// Words of several pictures.
#include "kvalitet/base/message.hpp"

namespace kvalitet::svg {

inline constexpr Label at_no_set_time{"Utan bestämd tid", "At no set time"};
inline constexpr Label nothing_to_show{"Här finns inget att visa.", "There is nothing to show here."};

}  // namespace kvalitet::svg
