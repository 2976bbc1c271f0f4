// SPDX-License-Identifier: Apache-2.0
// Random shared-savings terms and facts, seeded, with the boundaries drawn often.
#pragma once

#include <cstdint>
#include <random>

#include "contract/contract.h"
#include "rules/shared_savings.h"

namespace gainshare::testing {

class RandomCases {
 public:
  explicit RandomCases(std::uint64_t seed) : engine_(seed) {}

  SharedSavingsTerms terms();
  SharedSavingsFacts facts(const SharedSavingsTerms& terms);
  QualityScorecardTerms scorecard();
  std::vector<MeasureResult> results(const QualityScorecardTerms& terms);
  YearToDate year_to_date();
  Rounding rounding();

  std::int64_t whole(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>{low, high}(engine_);
  }
  bool chance(int percent) { return whole(1, 100) <= percent; }
  // 0 to `high` in steps of 10^-places; the ends come up often.
  Rate rate(std::int64_t high_percent = 100);

 private:
  MinimumRate minimum_rate();
  LossTerms loss();
  QualityTerms quality();
  void vary(QualityMeasure& measure);
  void group(QualityScorecardTerms& terms);
  Money money(std::int64_t high_cents);

  std::mt19937_64 engine_;
};

}  // namespace gainshare::testing
