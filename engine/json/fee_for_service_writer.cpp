// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {

void write_outcome(const FeeForServiceOutcome& out, Writer& writer) {
  writer.begin_array("parts");
  for (const FeePart& part : out.parts) {
    writer.begin_object();
    if (!part.id.empty()) writer.text("provider_type", part.id);
    writer.cents("at_schedule_cents", part.at_schedule);
    writer.exact("rate_of_schedule", part.rate);
    writer.exact("payable_exact", part.payable);
    writer.cents("payment_cents", part.payment);
    writer.end_object();
  }
  writer.end_array();
  writer.cents("payment_cents", out.payment);
}

void write_outcome(const InfrastructureGrantOutcome& out, Writer& writer) {
  writer.begin_array("milestones_met");
  for (const bool met : out.met) writer.truth(met);
  writer.end_array();
  writer.cents("total_cents", out.total);
  writer.cents("payment_cents", out.payment);
  writer.cents("unearned_cents", out.unearned);
}

}  // namespace gainshare::json
