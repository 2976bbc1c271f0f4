// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "population/intake/file_intake.h"
#include "population/risk_tables.h"

namespace gainshare {

// "risk_coefficients", "risk_hierarchy": the tables as kinds of file, beside claims and others.
std::string risk_file_kind(RiskTableKind kind);
std::optional<RiskTableKind> risk_table_kind(std::string_view file_kind);

// A whole table of the user.
struct HeldRiskTable {
  RiskTableKind kind = RiskTableKind::Coefficients;
  std::string name;
  std::string bytes;
  std::int64_t rows = 0;
};

// Takes such a table as it comes in, piece by piece, as FileIntake takes files of claims.
class RiskTableIntake {
 public:
  static constexpr std::size_t kPiece = FileIntake::kPiece;
  static constexpr std::size_t kMostBytes = std::size_t{32} << 20U;

  RiskTableIntake(RiskTableKind kind, std::string name);

  char* space() { return piece_.data(); }
  // False beyond kMostBytes.
  bool take(std::size_t bytes);
  // The table, or why it is none.
  Result<HeldRiskTable> finish();

 private:
  HeldRiskTable table_;
  std::vector<char> piece_;
};

}  // namespace gainshare
