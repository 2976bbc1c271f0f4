// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// By what the members of a pool share it.
enum class Factor : std::uint8_t {
  Lives,         // attributed people
  PanelSavings,  // savings generated from the panel; negative ones count as nothing
  Quality,       // scores of 0 to 1, from here
  Satisfaction,
  Access,
  Citizenship,
  Fixed,  // a part that the contract gives each member
};
inline constexpr std::array kFactorNames{
    std::pair{Factor::Lives, std::string_view{"lives"}},
    std::pair{Factor::PanelSavings, std::string_view{"panel_savings"}},
    std::pair{Factor::Quality, std::string_view{"quality"}},
    std::pair{Factor::Satisfaction, std::string_view{"satisfaction"}},
    std::pair{Factor::Access, std::string_view{"access"}},
    std::pair{Factor::Citizenship, std::string_view{"citizenship"}},
    std::pair{Factor::Fixed, std::string_view{"fixed"}},
};
inline constexpr std::array kScoreFactors{Factor::Quality, Factor::Satisfaction, Factor::Access,
                                          Factor::Citizenship};

struct WeightedFactor {
  Factor factor = Factor::Lives;
  Rate weight;  // > 0; of a contract as read, those of a list add up to 1
};

// What becomes of the share of a member below the gate: the others have it in proportion to their
// own shares, or whoever distributes keeps it.
enum class FailedShare : std::uint8_t { Redistribute, Retain };
inline constexpr std::array kFailedShareNames{
    std::pair{FailedShare::Redistribute, std::string_view{"redistribute"}},
    std::pair{FailedShare::Retain, std::string_view{"retain"}},
};

struct GateMinimum {
  Factor factor = Factor::Quality;  // a score, or lives
  Rate minimum;                     // met at the value itself
};
struct Gate {
  std::vector<GateMinimum> minimums;  // at least one; a member must meet all
  FailedShare failed = FailedShare::Redistribute;
};

// What becomes of the part of a share that a member does not earn: shared in proportion to what
// the members earn, or given to those that earn theirs in full by their shares, or kept by whoever
// distributes.
enum class Unearned : std::uint8_t { Proportional, ToFull, Retain };
inline constexpr std::array kUnearnedNames{
    std::pair{Unearned::Proportional, std::string_view{"proportional"}},
    std::pair{Unearned::ToFull, std::string_view{"to_full"}},
    std::pair{Unearned::Retain, std::string_view{"retain"}},
};

// A member earns a fraction of its share: the weighted mean of its own scores.
struct Earning {
  std::vector<WeightedFactor> by;  // scores only
  Unearned unearned = Unearned::Retain;
};

struct DistributionPool;

// What whoever holds money does with it: keeps a part, and puts the rest into pools. Fixed amounts
// come first, in order; the shares are of what they leave. What no pool takes stays with the
// holder.
struct DistributionSplit {
  Rate retain_rate;
  std::vector<DistributionPool> pools;  // none: the holder keeps everything
};

struct DistributionMember {
  std::string id;  // unique in the whole distribution, pools included
  std::string title;
  Rate fixed_share;         // its value of Factor::Fixed
  DistributionSplit split;  // what it passes on
};

// Part of what its holder distributes. Without members it is paid to one party of its own name.
struct DistributionPool {
  std::string id;
  std::string title;
  std::optional<Money> amount;  // else a share
  Rate share;
  std::vector<WeightedFactor> by;
  std::vector<DistributionMember> members;
  std::optional<Gate> gate;
  std::optional<Earning> earning;
};

// From payer to ACO to groups, hospitals and others, to primary care and specialists, to
// clinicians, at any depth. RULES.md section 12.
struct DistributionTerms {
  std::vector<std::string> from_streams;  // empty: the net payment of all
  DistributionSplit split;                // at least one pool
};

// How deep pools may lie in one another, and how many pools and members there may be.
inline constexpr std::size_t kDeepestDistribution = 8;
inline constexpr std::size_t kMostPools = 50;           // of one holder
inline constexpr std::size_t kMostMembers = 10'000;     // of one pool
inline constexpr std::size_t kMostRecipients = 20'000;  // pools and members in all

}  // namespace gainshare
