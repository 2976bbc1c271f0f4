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

MemberYears::MemberYears(const PeriodTally& tally) {
  for (std::size_t type = 0; type < kEnrollmentTypeCount; ++type) {
    const auto& months = tally.months[type];
    const auto& cost = tally.cost[type];
    if (months.empty() && cost.empty()) continue;
    types_.push_back({.type = type,
                      .months = months.empty() ? nullptr : months.data(),
                      .cost_cents = cost.empty() ? nullptr : cost.data()});
  }
}

MemberYear MemberYears::operator()(MemberIndex member) const {
  MemberYear year;
  std::size_t most = 0;
  for (const OfType& of : types_) {
    const std::int32_t months = of.months == nullptr ? 0 : of.months[member];
    year.months[of.type] = months;
    year.cost_cents[of.type] = of.cost_cents == nullptr ? 0 : of.cost_cents[member];
    year.all_months += months;
    if (months > year.months[most]) most = of.type;
  }
  for (const OfType& of : types_) {
    if (of.type == most || year.months[of.type] > 0) continue;
    year.cost_cents[most] += year.cost_cents[of.type];
    year.cost_cents[of.type] = 0;
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
  const MemberYears years{tally};
  std::array<std::vector<AnnualCap>, kEnrollmentTypeCount> costs;
  for (MemberIndex i = 0; i < population.members.size(); ++i) {
    const MemberYear year = years(i);
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
