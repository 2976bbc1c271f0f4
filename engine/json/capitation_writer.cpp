// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {

void write_outcome(const CapitationOutcome& out, Writer& writer) {
  if (out.member_months) writer.whole("member_months", *out.member_months);
  if (out.premium) writer.exact("premium_exact", *out.premium);
  writer.exact("base_exact", out.base);
  writer.exact("trended_exact", out.trended);
  writer.exact("risk_adjusted_exact", out.risk_adjusted);
  writer.cents("payment_cents", out.payment);
}

}  // namespace gainshare::json
