// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "settlement/settlement.h"
#include "trace/step.h"

namespace gainshare {

// One settlement of many: what it came to when the input stood at `at` units of its last place.
struct Point {
  std::int64_t at = 0;
  Trace trace;
  Flows flows;  // by streams
  Money payment;
  Money loss_owed;
  Money net_payment;
};
Point point_of(std::int64_t at, const Contract& contract, const Experience& experience,
               const Settlement& settlement);

// Settles with the input at so many units. Its issues say why there is no settlement there.
using SettleAt = std::function<Result<Point>(std::int64_t)>;

// Which result is looked at.
enum class MeasureKind : std::uint8_t {
  NetPayment,  // all that flows to the provider less all that flows back
  Payment,     // all that flows to the provider
  LossOwed,    // shared losses that flow back
  Step,        // one step of the working, of any unit
};
inline constexpr std::array kMeasureNames{
    std::pair{MeasureKind::NetPayment, std::string_view{"net_payment"}},
    std::pair{MeasureKind::Payment, std::string_view{"payment"}},
    std::pair{MeasureKind::LossOwed, std::string_view{"loss_owed"}},
};
struct Measure {
  MeasureKind kind = MeasureKind::NetPayment;
  std::string step_id;  // of Step
};

// As the settlement has it: rounded where it rounds. Nothing where it has no such step.
std::optional<Rational> value_of(const Measure& measure, const Point& point);

// The steps whose figures the measure adds up or, at -1, takes off. A flow of nothing is not in a
// settlement, so a range of settlements has all the flows of any of them.
using MeasureTerms = std::vector<std::pair<std::string, int>>;
void add_terms(const Measure& measure, const Flows& flows, MeasureTerms& terms);

}  // namespace gainshare
