// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "core/money.h"

namespace gainshare {

// Half up rounds a half away from zero, for negative amounts too (-0.5 cents is -1 cent), so
// that what one side receives the other pays.
enum class RoundingMode : std::uint8_t { HalfUp, HalfEven, Down, Up };
enum class RoundingPlace : std::uint8_t { Cent, Dollar };

struct Rounding {
  RoundingMode mode = RoundingMode::HalfUp;
  RoundingPlace place = RoundingPlace::Cent;
  friend bool operator==(const Rounding&, const Rounding&) = default;
};

// The only way from an exact amount to money. `Down` is toward zero, `Up` away from it. Empty
// when the amount is invalid or beyond kLargestCents.
std::optional<Money> round(const Amount& amount, Rounding rounding);

// An amount per person that goes on into arithmetic with others of its kind: at the ninth place of
// a cent, half away from zero, so that terms stay short where many groups meet. A million people
// move by less than a thousandth of a cent. Invalid beyond about 92 million dollars.
Amount carried(const Amount& amount);

}  // namespace gainshare
