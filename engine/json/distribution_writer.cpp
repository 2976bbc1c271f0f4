// SPDX-License-Identifier: Apache-2.0
#include "json/outcome_writers.h"

namespace gainshare::json {
namespace {

void write_pools(const SplitOutcome& split, Writer& writer);

void write_member(const MemberOutcome& member, Writer& writer) {
  writer.begin_object();
  writer.text("id", member.id);
  writer.text("title", member.title);
  writer.exact("weight", member.weight);
  writer.truth("passed_gate", member.passed_gate);
  writer.exact("earned_fraction", member.fraction);
  writer.exact("share_exact", member.share_exact);
  writer.cents("amount_cents", member.amount);
  writer.cents("kept_cents", member.split.kept);
  if (!member.split.pools.empty()) write_pools(member.split, writer);
  writer.end_object();
}

void write_pools(const SplitOutcome& split, Writer& writer) {
  writer.begin_array("pools");
  for (const PoolOutcome& pool : split.pools) {
    writer.begin_object();
    writer.text("id", pool.id);
    writer.text("title", pool.title);
    writer.cents("amount_cents", pool.amount);
    if (pool.has_members) {
      writer.cents("not_shared_cents", pool.kept);
      writer.begin_array("members");
      for (const MemberOutcome& member : pool.members) write_member(member, writer);
      writer.end_array();
    }
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

void write_distribution(const DistributionOutcome& out, Writer& writer) {
  writer.begin_object("distribution");
  writer.cents("net_cents", out.net);
  writer.cents("amount_cents", out.split.amount);
  writer.cents("retained_cents", out.split.retained);
  writer.cents("kept_cents", out.split.kept);
  write_pools(out.split, writer);
  writer.end_object();
}

}  // namespace gainshare::json
