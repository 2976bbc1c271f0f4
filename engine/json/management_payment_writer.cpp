// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {

void write_outcome(const ManagementPaymentOutcome& out, Writer& writer) {
  writer.begin_array("tiers");
  for (const TierFees& tier : out.tiers) {
    writer.begin_object();
    writer.whole("member_months", tier.member_months);
    writer.exact("fees_exact", tier.fees);
    writer.end_object();
  }
  writer.end_array();
  writer.whole("member_months", out.member_months);
  writer.cents("fees_cents", out.fees);
  if (out.performance) {
    writer.begin_object("performance_part");
    writer.cents("paid_in_advance_cents", out.performance->at_stake);
    writer.exact("score", out.performance->score);
    writer.exact("kept_part", out.performance->earned_part);
    writer.cents("kept_cents", out.performance->payment);
    writer.cents("returned_cents", out.performance->not_earned);
    writer.end_object();
  }
  writer.cents("payment_cents", out.payment);
}

}  // namespace gainshare::json
