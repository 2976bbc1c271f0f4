// SPDX-License-Identifier: Apache-2.0
#include "rules/distribution.h"

#include <algorithm>
#include <utility>

#include "core/rounding.h"
#include "rules/largest_remainder.h"
#include "rules/participant_values.h"

namespace gainshare {
namespace {

// Goes down the tree; each function says whether the arithmetic held.
class Distributor {
 public:
  explicit Distributor(const ParticipantsById& participants) : participants_(participants) {}

  bool distribute(const DistributionSplit& terms, Money amount, SplitOutcome& out) const;

 private:
  bool fill_pools(const DistributionSplit& terms, SplitOutcome& out) const;
  bool share(const DistributionPool& terms, PoolOutcome& out) const;
  void read_members(const DistributionPool& terms, PoolOutcome& out) const;
  Ratio fraction_of(const DistributionPool& terms, const DistributionMember& member) const;

  const ParticipantsById& participants_;
};

// Factors whose values sum to nothing are left out, and the others weigh more in proportion.
void weigh_factors(const DistributionPool& terms, PoolOutcome& out) {
  Ratio live;
  for (std::size_t f = 0; f < terms.by.size(); ++f) {
    FactorOutcome factor{.factor = terms.by[f].factor};
    for (const MemberOutcome& member : out.members) factor.sum = factor.sum + member.values[f];
    factor.counts = factor.sum.sign() > 0;
    if (factor.counts) live = live + terms.by[f].weight;
    out.factors.push_back(factor);
  }
  for (std::size_t f = 0; f < terms.by.size(); ++f) {
    FactorOutcome& factor = out.factors[f];
    if (factor.counts) factor.per_unit = Ratio{terms.by[f].weight} / live / factor.sum;
  }
}

void weigh_members(const DistributionPool& terms, PoolOutcome& out) {
  const bool redistributes = terms.gate && terms.gate->failed == FailedShare::Redistribute;
  for (MemberOutcome& member : out.members) {
    for (std::size_t f = 0; f < terms.by.size(); ++f) {
      member.weight = member.weight + member.values[f] * out.factors[f].per_unit;
    }
    if (member.passed_gate || !redistributes) member.counted = member.weight;
    out.counted = out.counted + member.counted;
  }
}

// The pool in cents by counted weights.
bool share_by_weight(PoolOutcome& out) {
  std::vector<Ratio> weights;
  for (const MemberOutcome& member : out.members) weights.push_back(member.counted);
  const auto split = apportion(out.amount, weights);
  if (!split) return false;
  for (std::size_t m = 0; m < out.members.size(); ++m) {
    out.members[m].share_exact = split->exact[m];
    out.members[m].share = split->cents[m];
  }
  return true;
}

// What each member earns of its share, and by what weight it has part in the rest.
bool earn_shares(const DistributionPool& terms, PoolOutcome& out) {
  Money left = out.amount;
  for (MemberOutcome& member : out.members) {
    const auto earned = round(Amount{member.share} * member.fraction, Rounding{});
    if (!earned) return false;
    member.earned = *earned;
    left = left - member.earned;
    if (!member.passed_gate) {
      out.forfeited = out.forfeited + member.share;
      continue;
    }
    if (!terms.earning) continue;
    if (terms.earning->unearned == Unearned::Proportional) {
      member.extra_weight = member.counted * member.fraction;
    }
    if (terms.earning->unearned == Unearned::ToFull && member.fraction == Ratio::whole(1)) {
      member.extra_weight = member.counted;
    }
    out.extra_weight = out.extra_weight + member.extra_weight;
  }
  out.unearned = left - out.forfeited;
  return out.extra_weight.valid();
}

bool share_unearned(PoolOutcome& out) {
  if (out.extra_weight.sign() == 0) return true;
  std::vector<Ratio> weights;
  for (const MemberOutcome& member : out.members) weights.push_back(member.extra_weight);
  const auto split = apportion(out.unearned, weights);
  if (!split) return false;
  for (std::size_t m = 0; m < out.members.size(); ++m) {
    out.members[m].extra_exact = split->exact[m];
    out.members[m].extra = split->cents[m];
  }
  return true;
}

Ratio Distributor::fraction_of(const DistributionPool& terms,
                               const DistributionMember& member) const {
  if (!terms.earning) return Ratio::whole(1);
  Ratio fraction;
  for (const WeightedFactor& part : terms.earning->by) {
    fraction = fraction + Ratio{part.weight} * value_of(part.factor, member, participants_);
  }
  return fraction;
}

void Distributor::read_members(const DistributionPool& terms, PoolOutcome& out) const {
  for (const DistributionMember& member : terms.members) {
    MemberOutcome read{.id = member.id, .title = member.title};
    for (const WeightedFactor& factor : terms.by) {
      read.values.push_back(counted_value_of(factor.factor, member, participants_));
    }
    if (terms.gate) {
      read.passed_gate = std::all_of(
          terms.gate->minimums.begin(), terms.gate->minimums.end(), [&](const GateMinimum& each) {
            return value_of(each.factor, member, participants_) >= Ratio{each.minimum};
          });
    }
    if (read.passed_gate) read.fraction = fraction_of(terms, member);
    out.members.push_back(std::move(read));
  }
}

bool Distributor::share(const DistributionPool& terms, PoolOutcome& out) const {
  if (terms.members.empty() || out.amount == Money{}) return true;
  read_members(terms, out);
  weigh_factors(terms, out);
  weigh_members(terms, out);
  // A sum beyond exact arithmetic has no sign and would pass for nothing.
  const bool exact = std::all_of(out.factors.begin(), out.factors.end(),
                                 [](const FactorOutcome& factor) { return factor.sum.valid(); });
  if (!exact || !out.counted.valid()) return false;
  out.kept = out.amount;
  if (out.counted.sign() > 0) {
    if (!share_by_weight(out) || !earn_shares(terms, out) || !share_unearned(out)) return false;
  }
  for (std::size_t m = 0; m < out.members.size(); ++m) {
    MemberOutcome& member = out.members[m];
    member.amount = member.earned + member.extra;
    out.kept = out.kept - member.amount;
    if (!distribute(terms.members[m].split, member.amount, member.split)) return false;
  }
  return true;
}

// Fixed amounts in order as far as the money goes, then the shares of what they leave.
bool Distributor::fill_pools(const DistributionSplit& terms, SplitOutcome& out) const {
  Money left = out.to_pools;
  Ratio unassigned = Ratio::whole(1);
  std::vector<Ratio> shares;
  for (const DistributionPool& pool : terms.pools) {
    PoolOutcome& filled = out.pools.emplace_back();
    filled.id = pool.id;
    filled.title = pool.title;
    filled.has_members = !pool.members.empty();
    if (pool.amount) {
      filled.amount = std::min(*pool.amount, left);
      left = left - filled.amount;
    }
    shares.push_back(pool.amount ? Ratio{} : Ratio{pool.share});
    unassigned = unassigned - shares.back();
  }
  shares.push_back(unassigned);
  const auto split = apportion(left, shares);
  if (!split) return false;
  for (std::size_t p = 0; p < out.pools.size(); ++p) {
    if (terms.pools[p].amount) continue;
    out.pools[p].exact = split->exact[p];
    out.pools[p].amount = split->cents[p];
  }
  out.left = left;
  out.unassigned_exact = split->exact.back();
  out.unassigned = split->cents.back();
  return true;
}

bool Distributor::distribute(const DistributionSplit& terms, Money amount,
                             SplitOutcome& out) const {
  out.amount = amount;
  out.kept = amount;
  if (terms.pools.empty() || amount == Money{}) return true;
  const Ratio retained{terms.retain_rate};
  const auto split = apportion(amount, {retained, Ratio::whole(1) - retained});
  if (!split) return false;
  out.retained_exact = split->exact[0];
  out.retained = split->cents[0];
  out.to_pools = split->cents[1];
  if (!fill_pools(terms, out)) return false;
  out.kept = out.retained + out.unassigned;
  for (std::size_t p = 0; p < out.pools.size(); ++p) {
    if (!share(terms.pools[p], out.pools[p])) return false;
    out.kept = out.kept + out.pools[p].kept;
  }
  return true;
}

}  // namespace

Result<DistributionOutcome> distribute(const DistributionTerms& terms,
                                       const std::vector<ParticipantFacts>& participants,
                                       Money net) {
  const ParticipantsById by_id = participants_by_id(participants);
  DistributionOutcome out{.net = net};
  if (Distributor{by_id}.distribute(terms.split, std::max(Money{}, net), out.split)) return out;
  return Issue{.path = "/participants",
               .code = IssueCode::ArithmeticOverflow,
               .message =
                   "The shares of the participants are beyond exact arithmetic. Enter "
                   "scores and weights with fewer digits.",
               .params = {}};
}

}  // namespace gainshare
