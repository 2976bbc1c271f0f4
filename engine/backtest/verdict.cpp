// SPDX-License-Identifier: Apache-2.0
#include "backtest/verdict.h"

#include <algorithm>
#include <cstdint>

#include "backtest/known_differences.h"
#include "core/rounding.h"

namespace gainshare {
namespace {

constexpr Money kOneDollar = Money::dollars(1);

Money size_of(Money money) { return std::max(money, -money); }

bool is_exact(std::int32_t year, const BacktestFigures& figures) {
  if (year == 2013) return size_of(figures.difference()) <= kOneDollar;
  const auto whole = round(Amount{figures.computed_earned},
                           {.mode = RoundingMode::HalfUp, .place = RoundingPlace::Dollar});
  return whole && size_of(*whole - figures.published_earned) <= kOneDollar;
}

// A score to four decimals is off by at most 0.00005, so what is earned by at most that part of
// the maximum rate × generated savings.
bool is_within_rounding(const SharedSavingsTerms& terms, const BacktestFigures& figures) {
  const Ratio half_a_place = Rate::decimal(5, 5);
  const Amount slack =
      Amount{size_of(figures.computed_generated)} * half_a_place * Ratio{terms.sharing_rate.value};
  return Amount{size_of(figures.difference())} <= slack + Amount{kOneDollar};
}

// The conditions under which a smaller published loss is laid to the revenue limit: a track that
// has one; a loss beyond the minimum loss rate; less published than computed; and a limit, as far
// as the published loss implies one, below the limit by the benchmark.
bool may_be_limited_by_revenue(const PublishedResult& published, const SharedSavingsTerms& terms,
                               const SharedSavingsOutcome& outcome,
                               const BacktestFigures& figures) {
  if (!terms.loss || !terms.loss->limit.of_revenue) return false;
  if (!outcome.meets_minimum_loss || !outcome.loss_limit_of_benchmark) return false;
  const Money charged = -figures.published_earned;
  if (charged < Money{} || charged >= -figures.computed_earned) return false;
  // The limit and the disaster reduction are those of the whole year.
  const Amount charged_in_year = Amount{charged} / Ratio{terms.year_fraction.value};
  return charged_in_year + Amount{published.disaster_reduction} < *outcome.loss_limit_of_benchmark;
}

std::string describe_difference(const BacktestFigures& figures) {
  return "computed $" + dollars_text(figures.computed_earned) + ", published $" +
         dollars_text(figures.published_earned);
}

}  // namespace

std::string dollars_text(Money money) {
  const std::int64_t cents = money.in_cents();
  const std::int64_t size = cents < 0 ? -cents : cents;
  const std::string rest = std::to_string(size % 100);
  return (cents < 0 ? "-" : "") + std::to_string(size / 100) + (rest.size() < 2 ? ".0" : ".") +
         rest;
}

Judgement judge(const PublishedResult& published, const SharedSavingsTerms& terms,
                const SharedSavingsOutcome& outcome, const BacktestFigures& figures) {
  const std::int32_t year = published.performance_year;
  const bool rounded_scores = year >= 2015 && year <= 2020;
  if (rounded_scores ? is_within_rounding(terms, figures) : is_exact(year, figures)) {
    return {.verdict = rounded_scores ? Verdict::WithinRounding : Verdict::Exact, .reason = {}};
  }
  const std::string difference = describe_difference(figures);
  if (!may_be_limited_by_revenue(published, terms, outcome, figures)) {
    return {.verdict = Verdict::Differs, .reason = difference};
  }
  if (const KnownDifference* known = find_known_difference(year, published.aco_id)) {
    return {.verdict = Verdict::LimitedByUnpublishedRevenue, .reason = std::string{known->reason}};
  }
  return {.verdict = Verdict::LimitedByUnpublishedRevenue,
          .reason =
              "not on the list of known rows, but it meets the conditions: a limit by the "
              "participants' revenue, which CMS does not publish, would explain it; " +
              difference};
}

}  // namespace gainshare
