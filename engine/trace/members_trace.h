// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "trace/distribution_trace.h"

namespace gainshare {

std::string name_of_factor(Factor factor);  // "panel_savings"
std::string words_of(Factor factor);        // "Panel savings"

using Ids = std::vector<std::string>;

// One pool's members; each function writes the steps of one part of the working.
class MembersTrace {
 public:
  MembersTrace(const DistributionContext& c, const DistributionPool& terms, const PoolOutcome& out)
      : c_(c), s_(c.steps), terms_(terms), out_(out) {}

  void write();

 private:
  std::string id(const MemberOutcome& member, const std::string& quantity) const {
    return node_id(member.id, quantity);
  }
  std::string id(const std::string& quantity) const { return node_id(out_.id, quantity); }
  std::string counted_id(const MemberOutcome& member, std::size_t factor) const;
  std::size_t factors_that_count() const;
  bool redistributes() const {
    return terms_.gate && terms_.gate->failed == FailedShare::Redistribute;
  }
  bool retains() const { return terms_.gate && terms_.gate->failed == FailedShare::Retain; }
  // Whether a share is not yet what the member gets.
  bool goes_on() const { return retains() || terms_.earning; }
  bool passes_on_unearned() const {
    return terms_.earning && terms_.earning->unearned != Unearned::Retain;
  }

  void values();
  void worth_of_units();
  void counting_weights();
  void weights();
  void gates();
  void counted_weights();
  void shares();
  void earned_fractions();
  void earned();
  void unearned();
  void extra_weights();
  void extras();
  void kept();

  const DistributionContext& c_;
  StepWriter& s_;
  const DistributionPool& terms_;
  const PoolOutcome& out_;
  std::string weight_ = "weight";  // the quantity that the shares are by
};

}  // namespace gainshare
