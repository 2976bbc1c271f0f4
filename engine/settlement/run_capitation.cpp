// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "settlement/stream_run.h"

namespace gainshare {

Result<StreamOutcome> run(const CapitationTerms& terms, const StreamContext& context) {
  const Experience& experience = context.experience;
  const CapitationInput input{.facts = experience.capitation.value_or(CapitationFacts{}),
                              .population_member_months = experience.population.member_months};
  Issues lacking = check_capitation_input(terms, input);
  if (!lacking.empty()) return lacking;
  Result<CapitationOutcome> settled =
      settle_capitation(terms, input, context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  add_flow(out.flows, {std::string{kPayer}, std::string{kProvider}, "capitation",
                       settled.value().payment, out.stream_id + ".payment"});
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
