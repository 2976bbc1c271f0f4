// SPDX-License-Identifier: Apache-2.0
#include "core/enum_name.h"
#include "json/outcome_writers.h"

namespace gainshare::json {

void write_outcome(const PayForPerformanceOutcome& out, Writer& writer) {
  writer.text("form", name_of(kPerformanceFormNames, out.form));
  writer.exact("base_exact", out.base);
  writer.exact("at_stake_exact", out.at_stake_exact);
  writer.cents("at_stake_cents", out.at_stake);
  writer.exact("score", out.score);
  writer.exact("earned_part", out.earned_part);
  writer.cents("payment_cents", out.payment);
  writer.cents("penalty_cents", out.penalty);
  writer.cents("not_earned_cents", out.not_earned);
}

}  // namespace gainshare::json
