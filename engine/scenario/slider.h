// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "contract/contract.h"
#include "core/result.h"
#include "experience/experience.h"
#include "rules/shared_savings.h"

namespace gainshare {

// The four amounts that move with a slider. payment - loss owed + payer keeps = savings.
struct SliderAmounts {
  Money savings;
  Money payment;
  Money loss_owed;
  Money payer_keeps;
};

// The shared savings stream of a contract, opened once and settled many times with other figures:
// its terms are resolved, its other facts taken from the experience, and each settlement is the
// rule alone, without text, trace or allocation.
class Slider {
 public:
  // The contract has exactly one shared savings stream; the experience says everything that the
  // sliders do not change.
  static Result<Slider> open(const Contract& contract, const Experience& experience);

  // What is settled with: a benchmark and an expenditure in the experience's own basis (total or
  // per member per month), and a quality score; without one that of the
  // experience stays, or of the scorecard which the stream takes its score from. A year
  // in progress is taken to end at this expenditure. Issues carry paths into the experience.
  Result<SliderAmounts> settle(Money benchmark, Money expenditure, std::optional<Rate> score) const;

 private:
  SharedSavingsTerms terms_;
  SharedSavingsFacts facts_;
  Rounding rounding_;
  std::int64_t member_months_ = 1;  // that the figures are multiplied by
};

}  // namespace gainshare
