// Against SciPy 1.17, also where there are millions of respondents.
#include "survey/quantiles.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace kvalitet;
using Catch::Matchers::WithinRel;

TEST_CASE("quantiles are those of SciPy", "[survey]") {
  CHECK_THAT(normal_reach(0.95), WithinRel(1.9599639845400545, 1e-13));
  CHECK_THAT(t_reach(1, 0.95), WithinRel(12.706204736174705, 1e-12));
  CHECK_THAT(t_reach(57.3, 0.95), WithinRel(2.002238268231336, 1e-12));
  CHECK_THAT(t_reach(1e9, 0.95), WithinRel(1.9599639869123253, 1e-12));
  struct Row {
    double df1, df2, lower, upper;
  };
  for (const Row& row :
       {Row{1, 1, 0.001543712508674131, 647.7890114778442}, Row{1, 1.3e7, 0.0009820691549842413, 5.023887351288878},
        Row{29, 609, 0.5484607707656749, 1.6008667862828203}, Row{1000, 1.3e7, 0.9142542091516022, 1.089534748317489},
        Row{5000, 1.3e7, 0.9611738454210278, 1.039584745759854},
        Row{12999999, 77999994, 0.9991698629596661, 1.0008305768981607}}) {
    CAPTURE(row.df1, row.df2);
    const FInterval found = f_interval(row.df1, row.df2, 0.95);
    CHECK_THAT(found.lower, WithinRel(row.lower, 1e-9));
    CHECK_THAT(found.upper, WithinRel(row.upper, 1e-9));
  }
}

TEST_CASE("tails are those of SciPy, and end at 0", "[survey]") {
  CHECK_THAT(t_p(-40, 10), WithinRel(2.2808577430857535e-12, 1e-9));
  CHECK_THAT(f_p(1.85337484726404 / 0.345772103078089, 29, 609), WithinRel(9.59490512434411e-17, 1e-9));
  CHECK(normal_p(0) == 1);
  CHECK(t_p(0, 3) == 1);
  CHECK(normal_p(50) == 0);
}
