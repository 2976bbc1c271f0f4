// SPDX-License-Identifier: Apache-2.0
#include "trace/distribution_trace.h"

#include <utility>

#include "settlement/distribution_run.h"
#include "trace/members_trace.h"

namespace gainshare {
namespace {

// Up to so many parts, the cents of each are computed with all the others in view. Of more, each is
// its exact part rounded up or down, and the whole is shown to add up.
constexpr std::size_t kMostPartsInView = 40;

const Source kStated{"contract", Status::Contract, {}};

// Who holds money: the node of its steps, its words, and the step of its amount.
struct Holder {
  std::string node;
  std::string title;  // "Clinic A: "
  std::string amount;
};

void trace_retained(const DistributionContext& c, const Holder& holder,
                    const DistributionSplit& terms, const SplitOutcome& out) {
  StepWriter& s = c.steps;
  const std::string rate = node_id(holder.node, "retain_rate");
  const std::string kept = node_id(holder.node, "retained_exact");
  const std::string rest = node_id(holder.node, "to_pools_exact");
  const Amount rest_exact = Amount{out.amount} - out.retained_exact;
  s.given({rate, holder.title + "Part retained"}, Ratio{terms.retain_rate}, Unit::Fraction,
          kStated);
  c.cite(Rule::Distribution);
  s.amount({kept, holder.title + "Retained, exact"}, Op::Multiply, {holder.amount, rate},
           out.retained_exact);
  s.amount({rest, holder.title + "To pools, exact"}, Op::Subtract, {holder.amount, kept},
           rest_exact);
  trace_cents(c, holder.amount,
              {{kept, node_id(holder.node, "retained"), holder.title + "Retained",
                out.retained_exact, out.retained},
               {rest, node_id(holder.node, "to_pools"), holder.title + "To pools", rest_exact,
                out.to_pools}});
}

// Fixed amounts in order; returns the step of what they leave.
std::string trace_fixed_amounts(const DistributionContext& c, const DistributionSplit& terms,
                                const SplitOutcome& out, std::string left) {
  StepWriter& s = c.steps;
  Money still = out.to_pools;
  for (std::size_t p = 0; p < terms.pools.size(); ++p) {
    const PoolOutcome& pool = out.pools[p];
    if (!terms.pools[p].amount) continue;
    const std::string fixed = node_id(pool.id, "fixed_amount");
    const std::string amount = node_id(pool.id, "amount");
    s.given({fixed, pool.title + ": Fixed amount"}, *terms.pools[p].amount, kStated);
    c.cite(Rule::Distribution);
    s.amount({amount, pool.title}, Op::Minimum, {fixed, left}, Amount{pool.amount});
    still = still - pool.amount;
    const std::string next = node_id(pool.id, "left");
    s.amount({next, "Left after " + pool.title}, Op::Subtract, {left, amount}, Amount{still});
    left = next;
  }
  return left;
}

// What the shares leave, where they leave anything to whoever distributes.
void trace_unassigned(const DistributionContext& c, const Holder& holder, const SplitOutcome& out,
                      const std::pair<std::string, Ids>& left_and_shares,
                      std::vector<CentsPart>& parts) {
  StepWriter& s = c.steps;
  const auto& [left, shares] = left_and_shares;
  const Ratio rate = out.unassigned_exact / Amount{out.left};
  const std::string sum = node_id(holder.node, "shares_of_pools");
  const std::string share = node_id(holder.node, "unassigned_share");
  const std::string exact = node_id(holder.node, "unassigned_exact");
  s.fraction({sum, holder.title + "Shares of all pools"}, Op::Add, shares, Ratio::whole(1) - rate);
  s.fraction({share, holder.title + "Share of no pool"}, Op::Complement, {sum}, rate);
  s.amount({exact, holder.title + "In no pool, exact"}, Op::Multiply, {left, share},
           out.unassigned_exact);
  parts.push_back({exact, node_id(holder.node, "unassigned"), holder.title + "In no pool",
                   out.unassigned_exact, out.unassigned});
}

void trace_pools(const DistributionContext& c, const Holder& holder, const DistributionSplit& terms,
                 const SplitOutcome& out) {
  StepWriter& s = c.steps;
  const bool retains = terms.retain_rate > Rate{};
  const std::string left = trace_fixed_amounts(
      c, terms, out, retains ? node_id(holder.node, "to_pools") : holder.amount);
  std::vector<CentsPart> parts;
  Ids shares;
  c.cite(Rule::Distribution);
  for (std::size_t p = 0; p < terms.pools.size(); ++p) {
    const PoolOutcome& pool = out.pools[p];
    if (terms.pools[p].amount) continue;
    const std::string exact = node_id(pool.id, "exact");
    shares.push_back(node_id(pool.id, "pool_share"));
    s.given({shares.back(), pool.title + ": Share"}, Ratio{terms.pools[p].share}, Unit::Fraction,
            kStated);
    s.amount({exact, pool.title + ", exact"}, Op::Multiply, {left, shares.back()}, pool.exact);
    parts.push_back({exact, node_id(pool.id, "amount"), pool.title, pool.exact, pool.amount});
  }
  if (parts.empty()) return;
  if (out.unassigned_exact.sign() > 0) trace_unassigned(c, holder, out, {left, shares}, parts);
  trace_cents(c, left, parts);
}

// What stays with the holder: the steps of its parts that may be more than nothing.
void trace_kept(const DistributionContext& c, const Holder& holder, const DistributionSplit& terms,
                const SplitOutcome& out) {
  Ids parts;
  if (terms.retain_rate > Rate{}) parts.push_back(node_id(holder.node, "retained"));
  bool shared = false;
  std::string left;
  for (std::size_t p = 0; p < terms.pools.size(); ++p) {
    const PoolOutcome& pool = out.pools[p];
    if (terms.pools[p].amount) left = node_id(pool.id, "left");
    shared = shared || !terms.pools[p].amount;
    if (pool.kept > Money{}) parts.push_back(node_id(pool.id, "kept"));
  }
  if (shared && out.unassigned_exact.sign() > 0) {
    parts.push_back(node_id(holder.node, "unassigned"));
  }
  if (!shared) parts.push_back(left);
  if (parts.empty()) return;
  c.cite(Rule::DistributionKept);
  c.steps.amount({node_id(holder.node, "kept"), holder.title + "Kept"}, Op::Add, parts,
                 Amount{out.kept});
}

void trace_split(const DistributionContext& c, const Holder& holder, const DistributionSplit& terms,
                 const SplitOutcome& out) {
  if (out.pools.empty()) return;
  if (terms.retain_rate > Rate{}) trace_retained(c, holder, terms, out);
  trace_pools(c, holder, terms, out);
  for (std::size_t p = 0; p < out.pools.size(); ++p) {
    const PoolOutcome& pool = out.pools[p];
    if (pool.members.empty()) continue;
    trace_members(c, terms.pools[p], pool);
    for (std::size_t m = 0; m < pool.members.size(); ++m) {
      const MemberOutcome& member = pool.members[m];
      trace_split(c, {member.id, member.title + ": ", node_id(member.id, "amount")},
                  terms.pools[p].members[m].split, member.split);
    }
  }
  trace_kept(c, holder, terms, out);
}

// What the streams leave with the provider: what they pay it, less what it pays back or on.
void trace_net(const DistributionContext& c, const DistributionTerms& terms,
               const Settlement& settlement) {
  StepWriter& s = c.steps;
  Ids in, out;
  Money paid, returned;
  for (const StreamOutcome& stream : settlement.streams) {
    if (!is_distributed(terms, stream)) continue;
    for (const Flow& flow : stream.flows) {
      if (flow.to == kProvider) {
        in.push_back(flow.step_id);
        paid = paid + flow.amount;
      }
      if (flow.from == kProvider) {
        out.push_back(flow.step_id);
        returned = returned + flow.amount;
      }
    }
  }
  s.given({"nothing", "Nothing"}, Money{}, Source{"definition", Status::Contract, {}});
  in.insert(in.begin(), "nothing");
  out.insert(out.begin(), "nothing");
  c.cite(Rule::Distribution);
  s.amount({"paid", "Paid to the provider"}, Op::Add, in, Amount{paid});
  s.amount({"returned", "Paid back or on by the provider"}, Op::Add, out, Amount{returned});
  s.amount({"net", "What is left of it"}, Op::Subtract, {"paid", "returned"},
           Amount{settlement.distribution->net});
  s.amount({"amount", "To distribute"}, Op::Maximum, {"nothing", "net"},
           Amount{settlement.distribution->split.amount});
}

}  // namespace

std::string node_id(const std::string& node, const std::string& quantity) {
  return node.empty() ? "distribution." + quantity : "distribution." + node + "." + quantity;
}

void trace_cents(const DistributionContext& c, const std::string& total,
                 const std::vector<CentsPart>& parts) {
  StepWriter& s = c.steps;
  c.cite(Rule::LargestRemainder);
  const bool in_view = parts.size() <= kMostPartsInView;
  Ids all{total}, cents;
  for (const CentsPart& part : parts) all.push_back(part.exact_id);
  Amount sum;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const CentsPart& part = parts[k];
    cents.push_back(part.id);
    sum = sum + part.cents;
    const StepWriter::Words words{part.id, part.label};
    if (in_view) {
      s.amount(words, Op::Apportion, all, Amount{part.cents}).table = {
          {Rational{static_cast<std::int64_t>(k + 1)}}};
    } else {
      const bool up = Amount{part.cents} > part.exact;
      s.amount(words, Op::Round, {part.exact_id}, Amount{part.cents}).rounding =
          Rounding{.mode = up ? RoundingMode::Up : RoundingMode::Down};
    }
  }
  if (in_view) return;
  const std::string added = parts.front().id + "_of_all";
  s.amount({added, "All parts together"}, Op::Add, cents, sum);
  s.amount({parts.front().id + "_difference", "Not in any part"}, Op::Subtract, {total, added},
           Amount{});
}

void trace_distribution(const Contract& contract, const Experience& experience,
                        const Settlement& settlement, Trace& trace) {
  if (!contract.distribution || !settlement.distribution) return;
  const ParticipantsById participants = participants_by_id(experience.participants);
  StepWriter steps{trace, "distribution"};
  const DistributionContext c{participants, steps};
  trace_net(c, *contract.distribution, settlement);
  trace_split(c, {"", "Provider: ", "distribution.amount"}, contract.distribution->split,
              settlement.distribution->split);
}

}  // namespace gainshare
