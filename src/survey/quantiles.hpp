#pragma once
// Quantiles and tails of distributions, to double precision on every machine.

namespace kvalitet {

/// How many standard errors an interval reaches to each side.
double normal_reach(double confidence);
double t_reach(double df, double confidence);

/// The probability of at least |z| or |t| to either side.
double normal_p(double z);
double t_p(double t, double df);

/// The middle of the F distribution: half of the rest lies below it, half above.
struct FInterval {
  double lower;
  double upper;
};
FInterval f_interval(double df1, double df2, double confidence);

/// The probability of at least f.
double f_p(double f, double df1, double df2);

}  // namespace kvalitet
