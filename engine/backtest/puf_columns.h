// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv/table.h"

namespace gainshare {

// What a column of CMS's public use files "Performance Year Financial and Quality Results" holds.
// The years name the same figure differently; see kSpellings in the source.
enum class Figure : std::uint8_t {
  AcoId,
  AcoName,
  PerformanceYear,
  Beneficiaries,
  Benchmark,
  Expenditure,
  Savings,       // benchmark - expenditure
  Generated,     // savings or losses at or beyond the minimum rate
  Earned,        // negative: a shared loss
  SharedLosses,  // 2013 alone: losses in a column of their own
  MinimumRate,
  Score,
  MaximumSharingRate,
  FinalSharingRate,
  MetStandard,
  MetAlternative,
  DisasterReduction,
  AgreementStart,
  InitialStart,
  InitialTrack2,
  UpdatedBenchmark,  // per capita
  PersonYears,
  RevenueCategory,
  Guardrail,
  ReducedSharing,
  AdvanceBalance,
  Track,  // one column with a letter, from 2022 on
  // Flags, 0 or 1: exactly one holds.
  FlagTrack1,
  FlagTrack2,
  FlagTrack3,
  FlagTrack1Plus,
  FlagBasicA,
  FlagBasicB,
  FlagBasicC,
  FlagBasicD,
  FlagBasicE,
  FlagEnhanced,
  OnlyFlagTrack2,  // 2013: 1 is Track 2, 0 is Track 1
};
inline constexpr std::size_t kFigureCount = static_cast<std::size_t>(Figure::OnlyFlagTrack2) + 1;

// Where each figure stands in one file.
struct PufColumns {
  std::array<std::optional<std::size_t>, kFigureCount> at;

  std::optional<std::size_t> operator[](Figure figure) const {
    return at[static_cast<std::size_t>(figure)];
  }
  bool has(Figure figure) const { return (*this)[figure].has_value(); }
};

// The name by which messages call a figure: its spelling in the newest file.
std::string_view spelling_of(Figure figure);

// Letters in lower case and digits; "+" becomes "plus", all else goes: "Current_Track_1_Plus"
// and "current track 1+" are one name.
std::string column_key(std::string_view name);

struct FoundColumns {
  PufColumns columns;
  Issues issues;  // a column that is needed and there twice
};
FoundColumns find_columns(const Table& table);

// Whether the header has a column of one of these names (as column_key writes them).
bool has_column(const Table& table, std::string_view key);

}  // namespace gainshare
