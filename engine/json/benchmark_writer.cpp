// SPDX-License-Identifier: Apache-2.0
#include "core/enum_name.h"
#include "json/outcome_writers.h"

namespace gainshare::json {
namespace {

void write_per_capita(const PerCapitaBenchmarkOutcome& out, Writer& writer) {
  writer.exact("historical_exact", out.historical);
  writer.text("adjustment", name_of(kBenchmarkAdjustmentNames, out.adjustment));
  if (out.regional) writer.exact("regional_adjustment_exact", out.regional->overall);
  if (out.prior_savings) {
    writer.exact("prior_savings_adjustment_exact", out.prior_savings->adjustment);
  }
  if (out.equity) writer.exact("equity_adjustment_exact", out.equity->adjustment);
  writer.begin_array("types");
  for (const TypeBenchmark& type : out.types) {
    writer.begin_object();
    writer.text("id", type.id);
    writer.exact("historical_exact", type.historical);
    writer.exact("adjustment_exact", type.adjustment);
    writer.exact("risk_ratio", type.counted_risk_ratio);
    writer.exact("growth", type.update.factor);
    writer.exact("per_capita_exact", type.per_capita);
    writer.exact("total_exact", type.total);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

void write_made_benchmark(const MadeBenchmark& made, Writer& writer) {
  writer.begin_object("benchmark");
  writer.cents("benchmark_cents", made.benchmark);
  const auto* const out = std::get_if<PerCapitaBenchmarkOutcome>(&made.working);
  if (out != nullptr) write_per_capita(*out, writer);
  writer.end_object();
}

}  // namespace gainshare::json
