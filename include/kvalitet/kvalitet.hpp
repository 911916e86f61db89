#pragma once
// All of kvalitet.
#include "kvalitet/calendar/calendar.hpp"
#include "kvalitet/calendar/iso_week.hpp"
#include "kvalitet/calendar/school_year.hpp"
#include "kvalitet/base/value.hpp"
#include "kvalitet/cycle/annual_cycle.hpp"
#include "kvalitet/documents/effect_chain.hpp"
#include "kvalitet/guideline/trace.hpp"
#include "kvalitet/guideline/validate.hpp"
#include "kvalitet/io/json.hpp"
#include "kvalitet/rules/check.hpp"
