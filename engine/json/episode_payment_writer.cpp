// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {
namespace {

void write_group(const EpisodeGroupOutcome& group, Writer& writer) {
  writer.begin_object();
  writer.text("id", group.id);
  writer.exact("benchmark_price_exact", group.benchmark_price);
  writer.exact("target_price_exact", group.target_price);
  writer.exact("repayment_price_exact", group.repayment_price);
  writer.exact("target_exact", group.target);
  writer.exact("repayment_target_exact", group.repayment_target);
  writer.exact("actual_exact", group.actual);
  writer.end_object();
}

}  // namespace

void write_outcome(const EpisodePaymentOutcome& out, Writer& writer) {
  writer.exact("score", out.score);
  writer.exact("discount", out.discount);
  writer.exact("repayment_discount", out.repayment_discount);
  writer.begin_array("groups");
  for (const EpisodeGroupOutcome& group : out.groups) write_group(group, writer);
  writer.end_array();
  writer.exact("benchmark_exact", out.benchmark);
  writer.exact("target_exact", out.target);
  writer.exact("repayment_target_exact", out.repayment_target);
  writer.exact("actual_exact", out.actual);
  writer.exact("reconciliation_exact", out.reconciliation);
  writer.exact("adjusted_gain_exact", out.adjusted_gain);
  writer.exact("adjusted_loss_exact", out.adjusted_loss);
  if (out.stop_gain) writer.exact("stop_gain_exact", *out.stop_gain);
  if (out.stop_loss) writer.exact("stop_loss_exact", *out.stop_loss);
  writer.cents("payment_cents", out.payment);
  writer.cents("loss_owed_cents", out.repayment);
  writer.cents("net_payment_cents", out.payment - out.repayment);
  writer.exact("payer_keeps_exact", out.payer_keeps);
  writer.begin_array("flags");
  if (out.stop_gain_bound) writer.text("stop_gain_bound");
  if (out.stop_loss_bound) writer.text("stop_loss_bound");
  if (!out.meets_quality) writer.text("quality_failed");
  writer.end_array();
}

}  // namespace gainshare::json
