// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {
namespace {

void write_side(std::string_view key, const CorridorSide& side, Writer& writer) {
  writer.begin_object(key);
  writer.exact("to_share_exact", side.to_share);
  writer.begin_array("bands");
  for (const CorridorSlice& slice : side.slices) {
    writer.begin_object();
    writer.exact("within_exact", slice.within);
    writer.exact("shared_exact", slice.shared);
    writer.end_object();
  }
  writer.end_array();
  writer.exact("by_corridors_exact", side.by_corridors);
  writer.exact("shared_exact", side.shared);
  writer.end_object();
}

}  // namespace

void write_outcome(const RiskCorridorOutcome& out, Writer& writer) {
  writer.cents("benchmark_cents", out.benchmark);
  writer.cents("expenditure_cents", out.expenditure);
  writer.cents("savings_cents", out.savings);
  writer.exact("discount_rate", out.discount_rate);
  writer.exact("discount_exact", out.discount);
  writer.exact("discounted_benchmark_exact", out.discounted_benchmark);
  writer.exact("quality_withheld_exact", out.quality_withheld);
  writer.exact("quality_earned_back_exact", out.quality_earned_back);
  writer.exact("quality_forfeited_exact", out.quality_forfeited);
  writer.exact("retention_withheld_exact", out.retention_withheld);
  writer.exact("retention_forfeited_exact", out.retention_forfeited);
  writer.exact("adjusted_benchmark_exact", out.adjusted_benchmark);
  writer.exact("gross_exact", out.gross);
  writer.exact("capped_gross_exact", out.capped_gross);
  writer.exact("gross_rate", out.rate);
  write_side("savings", out.savings_side, writer);
  write_side("losses", out.loss_side, writer);
  writer.exact("shared_rate", out.shared_rate);
  writer.exact("sequestered_exact", out.sequestered);
  writer.cents("payment_cents", out.payment);
  writer.cents("loss_owed_cents", out.loss_owed);
  writer.cents("payer_keeps_cents", out.payer_keeps);
  writer.begin_array("flags");
  if (out.cap_bound) writer.text("cap_bound");
  writer.end_array();
}

}  // namespace gainshare::json
