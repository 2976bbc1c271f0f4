// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "contract/contract.h"
#include "core/result.h"
#include "experience/experience.h"

namespace gainshare {

// The four amounts that move with a slider. payment - loss owed + payer keeps = savings.
struct SliderAmounts {
  Money savings;
  Money payment;
  Money loss_owed;
  Money payer_keeps;
};

// One shared savings contract opened once and settled many times with other figures, without
// reading or writing text. It settles by the same settle() as every contract.
class Slider {
 public:
  // The contract has exactly one shared savings stream; the experience says everything that the
  // sliders do not change.
  static Result<Slider> open(Contract contract, Experience experience);

  // What is settled with: a benchmark and an expenditure in the experience's own basis (total or
  // per member per month), and a quality score; without one the experience's own stays. A year
  // in progress is taken to end at this expenditure.
  Result<SliderAmounts> settle(Money benchmark, Money expenditure, std::optional<Rate> score) const;

 private:
  Slider(Contract contract, Experience experience)
      : contract_(std::move(contract)), experience_(std::move(experience)) {}

  Contract contract_;
  Experience experience_;
};

}  // namespace gainshare
