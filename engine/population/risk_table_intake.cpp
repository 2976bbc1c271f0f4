// SPDX-License-Identifier: Apache-2.0
#include "population/risk_table_intake.h"

#include "core/enum_name.h"
#include "csv/table.h"

namespace gainshare {
namespace {

constexpr std::string_view kPrefix = "risk_";

}  // namespace

std::string risk_file_kind(RiskTableKind kind) {
  return std::string{kPrefix} + std::string{name_of(kRiskTableKindNames, kind)};
}

std::optional<RiskTableKind> risk_table_kind(std::string_view file_kind) {
  if (!file_kind.starts_with(kPrefix)) return std::nullopt;
  return from_name(kRiskTableKindNames, file_kind.substr(kPrefix.size()));
}

RiskTableIntake::RiskTableIntake(RiskTableKind kind, std::string name) : piece_(kPiece) {
  table_.kind = kind;
  table_.name = std::move(name);
}

bool RiskTableIntake::take(std::size_t bytes) {
  table_.bytes.append(piece_.data(), bytes);
  return table_.bytes.size() <= kMostBytes;
}

Result<HeldRiskTable> RiskTableIntake::finish() {
  if (table_.bytes.size() > kMostBytes) {
    return Issue{.path = table_.name,
                 .code = IssueCode::TooLarge,
                 .message = "The table is larger than 32 MB. Leave out the rows of other models.",
                 .params = {}};
  }
  const Result<Table> read = read_table(table_.name, table_.bytes);
  if (!read) return read.issues();
  table_.rows = static_cast<std::int64_t>(read.value().row_count());
  return std::move(table_);
}

}  // namespace gainshare
