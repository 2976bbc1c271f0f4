// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "settlement/stream_run.h"

namespace gainshare {

Result<StreamOutcome> run(const EpisodePaymentTerms& terms, const StreamContext& context) {
  if (!context.experience.episodes) {
    return Issue{.path = "/episodes",
                 .code = IssueCode::Missing,
                 .message =
                     "The contract pays by episode, but the episodes are not given. Enter "
                     "their groups with prices and spending.",
                 .params = {}};
  }
  const CountedScore counted = counted_score(context);
  const EpisodeInput input{
      .episodes = *context.experience.episodes, .score = counted.score, .points = counted.points};
  Issues lacking = check_episode_facts(terms, input);
  if (!lacking.empty()) return lacking;
  Result<EpisodePaymentOutcome> settled =
      settle_episodes(terms, input, context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  const std::string payer{kPayer};
  const std::string provider{kProvider};
  add_flow(out.flows, {payer, provider, "reconciliation_payment", settled.value().payment,
                       out.stream_id + ".payment"});
  add_flow(out.flows,
           {provider, payer, "repayment", settled.value().repayment, out.stream_id + ".repayment"});
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
