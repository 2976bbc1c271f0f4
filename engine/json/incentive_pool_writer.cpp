// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "json/outcome_writers.h"

namespace gainshare::json {
namespace {

// Where a measure is told by totals: its change so far, before anything is projected.
void write_changes_to_date(const AreaOutcome& area, Writer& writer) {
  const bool some = std::any_of(area.measures.begin(), area.measures.end(),
                                [](const AreaMeasureOutcome& m) { return m.totals.has_value(); });
  if (!some) return;
  writer.begin_array("changes_to_date");
  for (const AreaMeasureOutcome& measure : area.measures) {
    const Ratio& change = measure.totals ? measure.totals->change_to_date : measure.change;
    writer.text(change.exact().to_text());
  }
  writer.end_array();
}

void write_area(const AreaOutcome& area, bool settlement_is_split, Writer& writer) {
  writer.begin_object();
  writer.text("id", area.area_id);
  writer.text("title", area.title);
  writer.begin_array("changes");
  for (const AreaMeasureOutcome& measure : area.measures)
    writer.text(measure.change.exact().to_text());
  writer.end_array();
  write_changes_to_date(area, writer);
  writer.exact("points", area.points);
  writer.exact("pool_share_exact", area.pool_share_exact);
  writer.cents("pool_share_cents", area.pool_share);
  if (settlement_is_split) {
    writer.exact("settlement_share_exact", area.settlement_share_exact);
    writer.cents("settlement_share_cents", area.settlement_share);
  }
  writer.end_object();
}

}  // namespace

void write_outcome(const IncentivePoolOutcome& out, Writer& writer) {
  writer.cents("savings_cents", out.savings);
  if (out.to_date) {
    writer.exact("benchmark_to_date_exact", out.to_date->benchmark);
    writer.exact("savings_to_date_exact", out.to_date->savings);
  }
  writer.exact("pool_exact", out.pool_exact);
  writer.cents("pool_cents", out.pool);
  writer.cents("awarded_cents", out.awarded);
  writer.cents("held_cents", out.held);
  writer.cents("settlement_cents", out.settlement);
  writer.cents("payment_cents", out.to_distribute);
  writer.begin_array("averages");
  for (const Ratio& average : out.averages) writer.text(average.exact().to_text());
  writer.end_array();
  writer.exact("total_points", out.total_points);
  writer.begin_array("areas");
  for (const AreaOutcome& area : out.areas) write_area(area, out.settlement_is_split, writer);
  writer.end_array();
}

}  // namespace gainshare::json
