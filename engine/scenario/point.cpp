// SPDX-License-Identifier: Apache-2.0
#include "scenario/point.h"

#include <algorithm>

#include "settlement/owed.h"
#include "trace/trace.h"

namespace gainshare {
namespace {

int sign_in(MeasureKind kind, const Flow& flow) {
  const Money amount = net_of({flow}, kProvider);
  if (kind == MeasureKind::NetPayment) return amount > Money{} ? 1 : amount < Money{} ? -1 : 0;
  if (kind == MeasureKind::Payment) return flow.to == kProvider ? 1 : 0;
  return is_owed(flow) ? 1 : 0;
}

}  // namespace

Point point_of(std::int64_t at, const Contract& contract, const Experience& experience,
               const Settlement& settlement) {
  Point point{.at = at,
              .trace = trace(contract, experience, settlement),
              .flows = {},
              .payment = settlement.payment,
              .loss_owed = settlement.loss_owed,
              .net_payment = settlement.net_payment};
  for (const StreamOutcome& stream : settlement.streams) {
    point.flows.insert(point.flows.end(), stream.flows.begin(), stream.flows.end());
  }
  return point;
}

std::optional<Rational> value_of(const Measure& measure, const Point& point) {
  switch (measure.kind) {
    case MeasureKind::NetPayment:
      return Amount{point.net_payment}.exact_cents();
    case MeasureKind::Payment:
      return Amount{point.payment}.exact_cents();
    case MeasureKind::LossOwed:
      return Amount{point.loss_owed}.exact_cents();
    case MeasureKind::Step:
      break;
  }
  const auto step = std::find_if(point.trace.begin(), point.trace.end(), [&](const Step& s) {
    return s.id == measure.step_id && std::holds_alternative<Rational>(s.value);
  });
  if (step == point.trace.end()) return std::nullopt;
  return std::get<Rational>(step->value);
}

void add_terms(const Measure& measure, const Flows& flows, MeasureTerms& terms) {
  const auto add = [&terms](const std::string& id, int sign) {
    const bool known = std::any_of(terms.begin(), terms.end(),
                                   [&id](const auto& term) { return term.first == id; });
    if (!known && sign != 0) terms.emplace_back(id, sign);
  };
  if (measure.kind == MeasureKind::Step) return add(measure.step_id, 1);
  for (const Flow& flow : flows) add(flow.step_id, sign_in(measure.kind, flow));
}

}  // namespace gainshare
