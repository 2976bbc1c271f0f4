// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "settlement/stream_run.h"

namespace gainshare {

// The indices compare; nobody pays by them.
Result<StreamOutcome> run(const TotalCostIndexTerms& terms, const StreamContext& context) {
  const auto& facts = context.experience.total_cost_index;
  if (!facts) {
    return missing("/total_cost_index",
                   "The contract compares total cost of care, but the costs of the group and its "
                   "peers are not given. Enter them.");
  }
  Issues lacking = check_total_cost_index_facts(terms, *facts);
  if (!lacking.empty()) return lacking;
  Result<TotalCostIndexOutcome> compared = total_cost_index(terms, *facts);
  if (!compared) return compared.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  out.outcome = std::move(compared).value();
  return out;
}

}  // namespace gainshare
