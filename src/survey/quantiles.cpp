#include "survey/quantiles.hpp"

// Heavy, hence here alone.
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace kvalitet {
namespace {

namespace policies = boost::math::policies;
using boost::math::complement;

// Nothing is thrown, and no long double, which is another type on another machine.
using Policy =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>,
                     policies::rounding_error<policies::ignore_error>, policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, Policy>;
using StudentsT = boost::math::students_t_distribution<double, Policy>;
using FisherF = boost::math::fisher_f_distribution<double, Policy>;

}  // namespace

double normal_reach(double confidence) { return quantile(complement(Normal(), (1 - confidence) / 2)); }

double t_reach(double df, double confidence) { return quantile(complement(StudentsT(df), (1 - confidence) / 2)); }

double normal_p(double z) { return std::min(1.0, 2 * cdf(complement(Normal(), std::abs(z)))); }

double t_p(double t, double df) { return std::min(1.0, 2 * cdf(complement(StudentsT(df), std::abs(t)))); }

FInterval f_interval(double df1, double df2, double confidence) {
  const double outside = (1 - confidence) / 2;
  // The upper end as the inverse's lower end: compilers take Boost's quantile of a complement for uninitialised.
  return {quantile(FisherF(df1, df2), outside), 1 / quantile(FisherF(df2, df1), outside)};
}

double f_p(double f, double df1, double df2) { return cdf(complement(FisherF(df1, df2), f)); }

}  // namespace kvalitet
