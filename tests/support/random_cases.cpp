// SPDX-License-Identifier: Apache-2.0
#include "support/random_cases.h"

#include <algorithm>
#include <string>

#include "support/builders.h"

namespace gainshare::testing {
namespace {
const Source kSource{"contract", Status::Contract, {}};
}  // namespace

Rate RandomCases::rate(std::int64_t high_percent) {
  if (chance(10)) return Rate{};
  if (chance(10)) return Rate::percent(high_percent);
  if (chance(40)) return Rate::percent(whole(0, high_percent));
  return Rate::decimal(whole(0, high_percent * 1'000'000), 8);
}

Money RandomCases::money(std::int64_t high_cents) {
  const std::int64_t low = chance(50) ? 0 : high_cents / 2;
  return Money::cents(chance(30) ? whole(low, high_cents) / 100 * 100 : whole(low, high_cents));
}

MinimumRate RandomCases::minimum_rate() {
  MinimumRate minimum;
  if (chance(70)) minimum.fixed = rate(5);
  if (!minimum.fixed || chance(30)) {
    minimum.by_beneficiaries = {
        {.from = 0,
         .to = 4'999,
         .start = Rate::decimal(87, 3),
         .end = Rate::decimal(39, 3),
         .source = kSource},
        {.from = 5'000,
         .to = 59'999,
         .start = Rate::decimal(39, 3),
         .end = Rate::percent(2),
         .source = kSource},
        {.from = 60'000, .start = Rate::percent(2), .end = Rate::percent(2), .source = kSource}};
    minimum.fixed_needs_beneficiaries = 5'000;
  }
  return minimum;
}

QualityTerms RandomCases::quality() {
  QualityTerms quality;
  if (chance(50)) {
    quality.standard =
        stated(QualityStandard{.minimum_score = rate(), .stated_by_experience = chance(50)});
  }
  switch (whole(0, 2)) {
    case 0:
      break;
    case 1:
      quality.effect = stated(QualityEffect{ShareEscalator{}});
      break;
    default:
      quality.effect = stated(QualityEffect{ShareTiers{{{Rate{}, Rate{}},
                                                        {Rate::percent(40), rate(30)},
                                                        {Rate::percent(80), Rate::percent(50)}}}});
  }
  if (chance(20)) quality.alternative = kSource;
  if (chance(10)) quality.reporting_year = kSource;
  return quality;
}

LossTerms RandomCases::loss() {
  LossTerms loss;
  loss.minimum_rate = stated(minimum_rate());
  loss.basis = stated(chance(50) ? Basis::FirstDollar : Basis::AboveThreshold);
  loss.share = stated(LossShare{rate()});
  if (chance(40)) {
    loss.share = stated(LossShare{QualityScaledLoss{
        .factor = rate(), .lowest = Rate::percent(40), .highest = Rate::percent(75)}});
  }
  if (chance(50)) loss.limit.of_benchmark = stated(rate(20));
  if (chance(30)) loss.limit.of_revenue = stated(rate(20));
  if (chance(20)) loss.limit.amount = stated(money(1'000'000'000));
  loss.limit.revenue_leg_for_low_revenue_only = chance(20);
  if (chance(50)) loss.disaster_reduction = kSource;
  if (chance(10)) loss.forgiven = kSource;
  return loss;
}

SharedSavingsTerms RandomCases::terms() {
  SharedSavingsTerms terms;
  const bool two_sided = chance(50);
  terms.sides = stated(two_sided ? Sides::TwoSided : Sides::OneSided);
  terms.minimum_savings_rate = stated(minimum_rate());
  terms.savings_basis = stated(chance(60) ? Basis::FirstDollar : Basis::AboveThreshold);
  terms.sharing_rate = stated(rate());
  if (chance(60)) {
    terms.cap = stated(Cap{chance(50) ? CapOn::Pool : CapOn::Payment, rate(20)});
  }
  terms.quality = quality();
  if (chance(50)) terms.sequestration = stated(rate(4));
  if (two_sided) terms.loss = loss();
  if (chance(20)) {
    terms.reduced_sharing = stated(ReducedSharing{.factor = Rate::decimal(5, 1),
                                                  .minimum_beneficiaries = 5'000,
                                                  .low_revenue_only = true,
                                                  .low_revenue_threshold = Rate::percent(35)});
  }
  if (chance(20)) terms.guardrail = kSource;
  if (chance(20)) terms.recoupment = kSource;
  if (chance(10)) terms.year_fraction = stated(Rate::decimal(5, 1));
  return terms;
}

SharedSavingsFacts RandomCases::facts(const SharedSavingsTerms& terms) {
  const std::int64_t benchmark = whole(1, chance(50) ? 100'000 : 200'000'000'000);
  // Around the benchmark, and exactly at it and at 2 % either side now and then.
  const std::int64_t spread = benchmark / 4 + 1;
  std::int64_t expenditure = std::max<std::int64_t>(0, benchmark + whole(-spread, spread));
  if (chance(10)) expenditure = benchmark;
  if (chance(10)) expenditure = benchmark - benchmark / 50;
  if (chance(10)) expenditure = benchmark + benchmark / 50;
  auto facts = facts_of(Money::cents(benchmark), Money::cents(expenditure));
  facts.population.assigned_beneficiaries = whole(0, 80'000);
  facts.quality.score = rate();
  if (chance(50)) facts.quality.met_standard = chance(70);
  if (chance(30)) facts.quality.met_alternative_standard = chance(50);
  facts.low_revenue = chance(50);
  if (chance(30)) {
    facts.participant_revenue = money(benchmark);
    if (chance(50)) facts.low_revenue.reset();
  }
  if (terms.guardrail && chance(50)) {
    facts.guardrail.two_way_benchmark =
        Money::cents(std::max<std::int64_t>(1, benchmark + whole(-spread, spread)));
  } else if (terms.guardrail && chance(30)) {
    facts.guardrail.applied = true;
  }
  if (terms.loss && terms.loss->disaster_reduction && chance(60)) {
    facts.disaster = chance(50) ? Disaster{DisasterPart{whole(0, 12), rate()}}
                                : Disaster{DisasterAmount{money(benchmark)}};
  }
  if (!facts.low_revenue && !facts.participant_revenue) facts.low_revenue = false;
  return facts;
}

QualityScorecardTerms RandomCases::scorecard() {
  QualityScorecardTerms terms;
  const std::int64_t count = whole(1, 5);
  for (std::int64_t i = 0; i < count; ++i) {
    QualityMeasure measure{.id = "m" + std::to_string(i), .title = "Measure"};
    const bool reverse = chance(30);
    measure.direction = reverse ? Direction::LowerIsBetter : Direction::HigherIsBetter;
    for (std::int64_t k = 0; k < 6; ++k) {
      const std::int64_t cut = reverse ? 60 - 10 * k : 10 + 10 * k;
      measure.achievement.push_back(
          {30 + 10 * k, Rate::percent(cut), Rate::decimal(10 + 2 * k, 1)});
      measure.improvement.push_back({Rate::percent(5 + k), Rate::decimal(10 + 2 * k, 1)});
    }
    if (chance(20)) measure.improvement.clear();
    measure.maximum_points = Rate::whole(2);
    measure.weight = Rate::whole(whole(1, 3));
    vary(measure);
    terms.measures.push_back(measure);
  }
  if (chance(50)) group(terms);
  if (chance(30)) terms.unscored.value = Unscored::FullPoints;
  return terms;
}

// Another way to earn points, now and then.
void RandomCases::vary(QualityMeasure& measure) {
  measure.improvement_method = static_cast<ImprovementMethod>(whole(0, 2));
  if (!measure.improvement.empty()) measure.combine = static_cast<Combination>(whole(0, 4));
  measure.achievement_weight = rate();
  if (chance(20)) measure.minimum_denominator = whole(1, 30);
  if (chance(15)) {
    const bool higher = measure.direction == Direction::HigherIsBetter;
    measure.achievement.clear();
    measure.target = LinearTarget{Rate::percent(higher ? 20 : 60), Rate::percent(higher ? 60 : 20)};
  } else if (chance(15)) {
    measure.achievement.clear();
    measure.improvement.clear();
    measure.combine = Combination::BetterOf;
    measure.reporting_only = true;
  }
}

// Two domains; each has a measure when there are at least two.
void RandomCases::group(QualityScorecardTerms& terms) {
  if (terms.measures.size() < 2) return;
  for (const char* id : {"one", "two"}) {
    terms.domains.push_back({.id = id, .title = id, .weight = Rate::whole(whole(1, 4))});
  }
  for (std::size_t i = 0; i < terms.measures.size(); ++i) {
    terms.measures[i].domain = i == 0 || (i > 1 && chance(50)) ? "one" : "two";
  }
  if (chance(50)) terms.minimum_attainment = Source{"contract", Status::Contract, {}};
}

std::vector<MeasureResult> RandomCases::results(const QualityScorecardTerms& terms) {
  std::vector<MeasureResult> results;
  for (const QualityMeasure& measure : terms.measures) {
    results.push_back({.id = measure.id, .prior = std::nullopt, .current = rate()});
    MeasureResult& result = results.back();
    if (chance(70)) result.prior = rate();
    const bool first = results.size() == 1;  // so that something is scored
    if (measure.minimum_denominator) result.denominator = first ? 30 : whole(0, 40);
    if (chance(20) && !first) {
      result = {.id = measure.id, .not_scored = true};
    } else if (chance(20)) {
      result.current.reset();
      result.denominator = whole(first ? 30 : 0, 200);
      result.numerator = whole(0, *result.denominator);
    } else if (measure.reporting_only && chance(60)) {
      result = {.id = measure.id, .reported = chance(50)};
    }
  }
  return results;
}

YearToDate RandomCases::year_to_date() {
  YearToDate so_far{.months = whole(1, 11),
                    .expenditure = money(50'000'000'000),
                    .completion_factor = Rate::percent(whole(50, 100)),
                    .trend = Rate::decimal(whole(-200, 200), 3)};
  if (chance(50)) {
    so_far.member_months = whole(1, 100'000);
    so_far.projected_member_months = *so_far.member_months + whole(0, 100'000);
  }
  return so_far;
}

Rounding RandomCases::rounding() {
  return {static_cast<RoundingMode>(whole(0, 3)), static_cast<RoundingPlace>(whole(0, 1))};
}

}  // namespace gainshare::testing
