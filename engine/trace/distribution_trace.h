// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "rules/participant_values.h"
#include "settlement/settlement.h"
#include "trace/rule_sources.h"
#include "trace/step_writer.h"

namespace gainshare {

// The distribution as steps: "distribution.net", and of each pool and member "distribution.<id>."
// and the quantity. The ids are unique in the tree, so the steps are. Every share is explained in a
// number of steps that does not grow with the pool.
void trace_distribution(const Contract& contract, const Experience& experience,
                        const Settlement& settlement, Trace& trace);

// What the parts of a distribution's trace share.
struct DistributionContext {
  const ParticipantsById& participants;
  StepWriter& steps;

  void cite(Rule rule) const { steps.cite(rule); }
};

// "distribution.clinic_a.share"; of the top, whose node is empty, "distribution.share".
std::string node_id(const std::string& node, const std::string& quantity);

// One of the exact parts that an amount is split into, and its cents.
struct CentsPart {
  std::string exact_id;
  std::string id;  // of the step to write
  std::string label;
  Amount exact;
  Money cents;
};

// Whole cents of the step `total`, by largest remainder of parts that add up to it. Of a long list,
// two more steps show that the cents add up too.
void trace_cents(const DistributionContext& c, const std::string& total,
                 const std::vector<CentsPart>& parts);

// How the members of a pool share it: from their facts to "amount" of each and "kept" of the pool.
void trace_members(const DistributionContext& c, const DistributionPool& terms,
                   const PoolOutcome& out);

}  // namespace gainshare
