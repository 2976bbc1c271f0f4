// SPDX-License-Identifier: Apache-2.0
#include "population/member_cost.h"

#include <algorithm>
#include <vector>

namespace gainshare {
namespace {

constexpr std::int32_t kMonths = 12;

// ⌈part × count⌉, at least 1.
std::size_t rank_of(const Rate& part, std::size_t count) {
  __extension__ using Wide128 = __int128;
  const Wide128 exact = Wide128{part.numerator()} * static_cast<std::int64_t>(count);
  const Wide128 rank = (exact + part.denominator() - 1) / part.denominator();
  return std::clamp<std::size_t>(static_cast<std::size_t>(rank), 1, count);
}

AnnualCap percentile(std::vector<AnnualCap>& costs, const Rate& part) {
  const auto place = costs.begin() + static_cast<std::ptrdiff_t>(rank_of(part, costs.size()) - 1);
  std::nth_element(costs.begin(), place, costs.end(), [](const AnnualCap& a, const AnnualCap& b) {
    return a.numerator * b.denominator < b.numerator * a.denominator;
  });
  return *place;
}

}  // namespace

MemberYear member_year(const PeriodTally& tally, MemberIndex member) {
  MemberYear year;
  std::size_t most = 0;
  for (std::size_t type = 0; type < kEnrollmentTypeCount; ++type) {
    if (!tally.months[type].empty()) year.months[type] = tally.months[type][member];
    if (!tally.cost[type].empty()) year.cost_cents[type] = tally.cost[type][member];
    year.all_months += year.months[type];
    if (year.months[type] > year.months[most]) most = type;
  }
  for (std::size_t type = 0; type < kEnrollmentTypeCount; ++type) {
    if (type == most || year.months[type] > 0) continue;
    year.cost_cents[most] += year.cost_cents[type];
    year.cost_cents[type] = 0;
  }
  return year;
}

bool is_counted(const MembersCounted& terms, const Member& member, std::int32_t months,
                DaySpan year) {
  if (months == 0 || months < terms.least_months) return false;
  if (!terms.from_age && !terms.to_age) return true;
  if (member.born == kNoDay) return false;
  const std::int32_t age = age_on(member.born, year.last);
  return (!terms.from_age || age >= *terms.from_age) && (!terms.to_age || age <= *terms.to_age);
}

std::int64_t cap_of_months(const AnnualCap& annual, std::int32_t months) {
  const std::int64_t parts = annual.denominator * kMonths;
  const std::int64_t whole = annual.numerator * months;
  return whole / parts + (2 * (whole % parts) >= parts ? 1 : 0);
}

std::array<std::optional<AnnualCap>, kEnrollmentTypeCount> annual_caps(
    const ClaimsPopulation& population, const PeriodTally& tally, const CostTerms& terms) {
  std::array<std::optional<AnnualCap>, kEnrollmentTypeCount> caps;
  if (!terms.truncation) return caps;
  if (terms.truncation->annual_amount) {
    caps.fill(AnnualCap{.numerator = terms.truncation->annual_amount->in_cents()});
    return caps;
  }
  std::array<std::vector<AnnualCap>, kEnrollmentTypeCount> costs;
  for (MemberIndex i = 0; i < population.members.size(); ++i) {
    const MemberYear year = member_year(tally, i);
    if (!is_counted(terms.members, population.members[i], year.all_months, tally.period)) continue;
    for (std::size_t type = 0; type < kEnrollmentTypeCount; ++type) {
      if (year.months[type] == 0) continue;
      costs[type].push_back(
          {.numerator = std::max<std::int64_t>(year.cost_cents[type], 0) * kMonths,
           .denominator = year.months[type]});
    }
  }
  for (std::size_t type = 0; type < kEnrollmentTypeCount; ++type) {
    if (!costs[type].empty()) caps[type] = percentile(costs[type], *terms.truncation->percentile);
  }
  return caps;
}

}  // namespace gainshare
