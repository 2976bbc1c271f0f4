// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {

void write_outcome(const PrefundedBonusOutcome& out, Writer& writer) {
  writer.cents("claims_subject_cents", out.claims_subject);
  writer.cents("benchmark_cents", out.benchmark);
  writer.cents("expenditure_cents", out.expenditure);
  writer.cents("savings_cents", out.savings);
  writer.cents("prefund_cents", out.prefund);
  writer.exact("shared_savings_exact", out.shared_savings);
  writer.exact("limited_bonus_exact", out.limited_bonus);
  writer.cents("payment_cents", out.earned);
  writer.cents("paid_from_prefund_cents", out.paid_from_prefund);
  writer.cents("paid_on_top_cents", out.paid_on_top);
  writer.cents("unearned_cents", out.unearned);
  writer.exact("interest_exact", out.interest_exact);
  writer.cents("interest_cents", out.interest);
  writer.cents("returned_cents", out.returned);
  writer.cents("payer_keeps_cents", out.payer_keeps);
  writer.begin_array("flags");
  if (out.limit_bound) writer.text("cap_bound");
  if (out.cost_trend_beaten && !out.goals_met) writer.text("quality_failed");
  writer.end_array();
}

}  // namespace gainshare::json
