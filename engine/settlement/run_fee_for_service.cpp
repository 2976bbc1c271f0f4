// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "settlement/stream_run.h"

namespace gainshare {

Result<StreamOutcome> run(const FeeForServiceTerms& terms, const StreamContext& context) {
  const auto& facts = context.experience.fee_for_service;
  if (!facts) {
    return Issue{.path = "/fee_for_service",
                 .code = IssueCode::Missing,
                 .message =
                     "The contract pays fee-for-service, but the payments are not given. Enter "
                     "them in all or by provider type.",
                 .params = {{"key", "fee_for_service"}}};
  }
  Issues lacking = check_fee_for_service_facts(terms, *facts);
  if (!lacking.empty()) return lacking;
  Result<FeeForServiceOutcome> settled =
      settle_fee_for_service(terms, *facts, context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  add_flow(out.flows, {std::string{kPayer}, std::string{kProvider}, "fee_for_service",
                       settled.value().payment, out.stream_id + ".payment"});
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
