// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {

void write_outcome(const WithholdOutcome& out, Writer& writer) {
  writer.begin_array("months");
  for (const WithholdMonth& month : out.months) {
    writer.begin_object();
    writer.exact("deposit_exact", month.deposit);
    writer.exact("interest_exact", month.interest);
    writer.exact("balance_exact", month.balance);
    writer.end_object();
  }
  writer.end_array();
  writer.exact("monthly_rate", out.monthly_rate);
  writer.exact("earned_share", out.earned_share);
  writer.exact("balance_exact", out.balance_exact);
  writer.exact("earned_exact", out.earned_exact);
  writer.cents("deposits_cents", out.deposits);
  writer.cents("interest_cents", out.interest);
  writer.cents("balance_cents", out.balance);
  writer.cents("payment_cents", out.earned);
  writer.cents("returned_cents", out.returned);
}

}  // namespace gainshare::json
