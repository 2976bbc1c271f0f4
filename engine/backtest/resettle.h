// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backtest/backtest.h"
#include "backtest/published_result.h"

namespace gainshare {

// A published row settled again.
struct Resettlement {
  BacktestFigures figures;
  Verdict verdict = Verdict::Differs;
  std::string reason;
  MsspElections elections;
  Experience experience;
  std::optional<Rate> minimum_rate_taken;
};

// Resolves the row's track and year to terms, settles them by settle(), and compares. Issues
// carry paths into the elections ("/track") or the experience ("/quality/score"): the row lacks
// what its terms need.
Result<Resettlement> resettle(const PublishedResult& published);

// The cell that such a path stands for: "results.csv:12:QualScore"; the row where it is none.
std::string path_of_fact(const Table& table, const PufLayout& layout, std::size_t row,
                         std::string_view path);

}  // namespace gainshare
