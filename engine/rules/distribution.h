// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/distribution_terms.h"
#include "core/money.h"
#include "core/result.h"
#include "experience/participant_facts.h"

namespace gainshare {

// One factor of a pool: its values summed over the members, and what it counts.
struct FactorOutcome {
  Factor factor = Factor::Lives;
  Ratio sum;
  bool counts = false;  // its values do not sum to nothing
  Ratio per_unit;       // weight ÷ Σ weights that count ÷ sum: what one unit of value is worth
};

struct PoolOutcome;

// What a holder did with an amount. amount = retained + unassigned + Σ pools, and what it has kept
// in the end is retained + unassigned + Σ kept of its pools.
struct SplitOutcome {
  Money amount;
  Amount retained_exact;
  Money retained;
  Money to_pools;  // amount - retained
  Money left;      // what fixed amounts leave for the shares
  Amount unassigned_exact;
  Money unassigned;  // what the shares leave
  Money kept;
  std::vector<PoolOutcome> pools;  // none where there is nothing to distribute
};

struct MemberOutcome {
  std::string id;
  std::string title;
  std::vector<Ratio> values;  // in the order of the pool's factors; never negative
  Ratio weight;               // Σ value × what a unit of it is worth: its part of the pool
  bool passed_gate = true;
  Ratio counted;       // the weight, or nothing when it failed and the others have its share
  Amount share_exact;  // pool × counted ÷ Σ counted
  Money share;         // in cents, by largest remainder
  Ratio fraction;      // of its share that it earns: 0 below the gate, else by its scores
  Money earned;        // share × fraction
  Ratio extra_weight;  // by which it has part in what others left unearned
  Amount extra_exact;
  Money extra;
  Money amount;        // earned + extra: what it gets
  SplitOutcome split;  // what it does with it
};

// amount = Σ amounts of the members + kept.
struct PoolOutcome {
  std::string id;
  std::string title;
  Amount exact;  // of a share: what is left for shares × share
  Money amount;
  std::vector<FactorOutcome> factors;
  Ratio counted;    // Σ counted weights; nothing: all is kept
  Money forfeited;  // Σ shares of members below the gate, kept where the others do not have them
  Money unearned;   // Σ shares - forfeited - Σ earned
  Ratio extra_weight;  // Σ extra weights; nothing: the unearned is kept
  Money kept;          // by the holder
  bool has_members = false;
  std::vector<MemberOutcome> members;  // none where there is nothing to share
};

struct DistributionOutcome {
  Money net;  // what the streams leave to distribute; negative when a loss is owed
  SplitOutcome split;
};

// Participants that are nobody in the distribution, and facts that it needs and are not there.
// Issues carry paths into the experience ("/participants").
Issues check_participants(const DistributionTerms& terms,
                          const std::vector<ParticipantFacts>& participants);

// The participants must have passed the check. Nothing is distributed of a negative amount.
Result<DistributionOutcome> distribute(const DistributionTerms& terms,
                                       const std::vector<ParticipantFacts>& participants,
                                       Money net);

}  // namespace gainshare
