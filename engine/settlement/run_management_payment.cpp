// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "settlement/stream_run.h"

namespace gainshare {
namespace {

bool names(const Stream& stream, const std::string& tier) {
  const auto* const terms = std::get_if<ManagementPaymentTerms>(&stream.terms);
  return terms != nullptr &&
         std::any_of(terms->tiers.begin(), terms->tiers.end(),
                     [&tier](const CareTier& known) { return known.id == tier; });
}

// Member months of a tier that no stream names would be left out without a word.
Issues check_tiers_are_known(const StreamContext& context) {
  Issues issues;
  const std::vector<Stream>& streams = context.contract.streams;
  for (const TierMonths& months : context.experience.member_months_by_tier) {
    const bool known = std::any_of(streams.begin(), streams.end(), [&months](const Stream& stream) {
      return names(stream, months.tier);
    });
    if (known) continue;
    issues.push_back({.path = "/member_months_by_tier",
                      .code = IssueCode::Conflict,
                      .message = "There are member months of tier \"" + months.tier +
                                 "\", but no management payment of the contract names that tier. "
                                 "Add it to the contract, or leave its member months out.",
                      .params = {{"tier", months.tier}}});
  }
  return issues;
}

Flows flows_of(const std::string& stream, const ManagementPaymentOutcome& out) {
  const std::string payer{kPayer};
  const std::string provider{kProvider};
  Flows flows;
  add_flow(flows, {payer, provider, "management_payment", out.fees, stream + ".fees"});
  if (!out.performance) return flows;
  add_flow(flows, {payer, provider, "performance_part_in_advance", out.performance->at_stake,
                   stream + ".paid_in_advance"});
  add_flow(flows, {provider, payer, "performance_part_returned", out.performance->not_earned,
                   stream + ".not_kept"});
  return flows;
}

}  // namespace

Result<StreamOutcome> run(const ManagementPaymentTerms& terms, const StreamContext& context) {
  const ManagementPaymentInput input{.months = context.experience.member_months_by_tier,
                                     .score = counted_score(context).score};
  Issues lacking = check_management_payment(terms, input);
  for (Issue& issue : check_tiers_are_known(context)) lacking.push_back(std::move(issue));
  if (!lacking.empty()) return lacking;
  Result<ManagementPaymentOutcome> settled =
      settle_management_payment(terms, input, context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  out.flows = flows_of(out.stream_id, settled.value());
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
