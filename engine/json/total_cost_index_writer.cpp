// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {
namespace {

void write_index(std::string_view key, const CostIndex& index, Writer& writer) {
  writer.begin_object(key);
  writer.exact("group_monthly_exact", index.group_monthly);
  writer.exact("peers_monthly_exact", index.peers_monthly);
  writer.exact("group_adjusted_exact", index.group_adjusted);
  writer.exact("peers_adjusted_exact", index.peers_adjusted);
  writer.exact("index", index.index);
  writer.end_object();
}

}  // namespace

void write_outcome(const TotalCostIndexOutcome& out, Writer& writer) {
  writer.truth("enough_members", out.enough_members);
  write_index("cost", out.cost, writer);
  if (out.resources) write_index("resources", *out.resources, writer);
  if (out.price) writer.exact("price_index", *out.price);
  if (!out.reported_cost) return;
  writer.exact("cost_index_reported", *out.reported_cost);
  if (out.reported_resources) writer.exact("resource_index_reported", *out.reported_resources);
  if (out.reported_price) writer.exact("price_index_reported", *out.reported_price);
}

}  // namespace gainshare::json
