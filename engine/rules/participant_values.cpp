// SPDX-License-Identifier: Apache-2.0
#include "rules/participant_values.h"

#include <optional>
#include <set>
#include <string>

#include "core/enum_name.h"
#include "rules/distribution.h"

namespace gainshare {
namespace {

std::optional<Ratio> stated_value(const ParticipantFacts& facts, Factor factor) {
  switch (factor) {
    case Factor::Lives:
      if (facts.lives) return Ratio::whole(*facts.lives);
      break;
    case Factor::PanelSavings:
      if (facts.panel_savings) return Ratio::whole(facts.panel_savings->in_cents());
      break;
    case Factor::Quality:
      if (facts.quality) return Ratio{*facts.quality};
      break;
    case Factor::Satisfaction:
      if (facts.satisfaction) return Ratio{*facts.satisfaction};
      break;
    case Factor::Access:
      if (facts.access) return Ratio{*facts.access};
      break;
    case Factor::Citizenship:
      if (facts.citizenship) return Ratio{*facts.citizenship};
      break;
    case Factor::Fixed:
      break;
  }
  return std::nullopt;
}

// Goes down the tree, and notes who is in it and what is missing of whom.
class ParticipantCheck {
 public:
  explicit ParticipantCheck(const std::vector<ParticipantFacts>& participants) {
    for (std::size_t i = 0; i < participants.size(); ++i) {
      places_.emplace(participants[i].id, std::pair{i, &participants[i]});
    }
  }

  void look_at(const DistributionSplit& split) {
    for (const DistributionPool& pool : split.pools) {
      if (pool.members.empty()) known_.insert(pool.id);
      const std::set<Factor> needed = needed_by(pool);
      for (const DistributionMember& member : pool.members) {
        known_.insert(member.id);
        look_at(pool, member, needed);
        look_at(member.split);
      }
    }
  }

  void look_for_strangers(const std::vector<ParticipantFacts>& participants) {
    for (std::size_t i = 0; i < participants.size(); ++i) {
      const std::string& id = participants[i].id;
      if (known_.count(id) > 0) continue;
      issues_.push_back({.path = "/participants/" + std::to_string(i) + "/id",
                         .code = IssueCode::Conflict,
                         .message = "Participant \"" + id +
                                    "\" has no part in the contract's distribution. Add it there, "
                                    "or leave it out here.",
                         .params = {{"participant", id}}});
    }
  }

  Issues issues() && { return std::move(issues_); }

 private:
  static std::set<Factor> needed_by(const DistributionPool& pool) {
    std::set<Factor> needed;
    for (const WeightedFactor& each : pool.by) needed.insert(each.factor);
    if (pool.gate) {
      for (const GateMinimum& each : pool.gate->minimums) needed.insert(each.factor);
    }
    if (pool.earning) {
      for (const WeightedFactor& each : pool.earning->by) needed.insert(each.factor);
    }
    needed.erase(Factor::Fixed);
    return needed;
  }

  void look_at(const DistributionPool& pool, const DistributionMember& member,
               const std::set<Factor>& needed) {
    if (needed.empty()) return;
    const auto place = places_.find(member.id);
    if (place == places_.end()) {
      issues_.push_back({.path = "/participants",
                         .code = IssueCode::Missing,
                         .message = "Participant \"" + member.id + "\" of pool \"" + pool.id +
                                    "\" is not given. Add it with what the pool is shared by.",
                         .params = {{"participant", member.id}, {"pool", pool.id}}});
      return;
    }
    const auto& [index, facts] = place->second;
    for (const Factor factor : needed) {
      if (states(*facts, factor)) continue;
      std::string key{name_of(kFactorNames, factor)};
      if (factor == Factor::PanelSavings) key += "_cents";
      issues_.push_back({.path = "/participants/" + std::to_string(index) + "/" + key,
                         .code = IssueCode::Missing,
                         .message = "Pool \"" + pool.id + "\" looks at " + key +
                                    ", but participant \"" + member.id +
                                    "\" does not state it. Enter it.",
                         .params = {{"participant", member.id}, {"key", key}}});
    }
  }

  std::map<std::string_view, std::pair<std::size_t, const ParticipantFacts*>> places_;
  std::set<std::string_view> known_;
  Issues issues_;
};

}  // namespace

ParticipantsById participants_by_id(const std::vector<ParticipantFacts>& participants) {
  ParticipantsById by_id;
  for (const ParticipantFacts& facts : participants) by_id.emplace(facts.id, &facts);
  return by_id;
}

bool states(const ParticipantFacts& facts, Factor factor) {
  return factor == Factor::Fixed || stated_value(facts, factor).has_value();
}

Ratio value_of(Factor factor, const DistributionMember& member,
               const ParticipantsById& participants) {
  if (factor == Factor::Fixed) return member.fixed_share;
  const auto found = participants.find(member.id);
  if (found == participants.end()) return {};
  return stated_value(*found->second, factor).value_or(Ratio{});
}

Ratio counted_value_of(Factor factor, const DistributionMember& member,
                       const ParticipantsById& participants) {
  return maximum(Ratio{}, value_of(factor, member, participants));
}

Issues check_participants(const DistributionTerms& terms,
                          const std::vector<ParticipantFacts>& participants) {
  ParticipantCheck check{participants};
  check.look_at(terms.split);
  check.look_for_strangers(participants);
  return std::move(check).issues();
}

}  // namespace gainshare
