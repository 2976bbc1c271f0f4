// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contract/contract.h"
#include "core/money.h"
#include "core/result.h"
#include "experience/experience.h"

namespace gainshare {

// How a recomputed row compares with the published one.
enum class Verdict : std::uint8_t {
  // 2013: within $1 to the cent. 2014 and 2021 on: rounded to whole dollars, within $1.
  Exact,
  // 2015 to 2020, whose quality score is published to four decimals: within 0.00005 × the
  // maximum sharing rate × generated savings, and $1. Rows without savings have the $1 alone.
  WithinRounding,
  // A loss held below the recomputed one by a limit on the participants' revenue, which CMS does
  // not publish. Never a match.
  LimitedByUnpublishedRevenue,
  Differs,
  Unreadable,  // a cell could not be read; nothing was settled
};
inline constexpr std::array kVerdictNames{
    std::pair{Verdict::Exact, std::string_view{"exact"}},
    std::pair{Verdict::WithinRounding, std::string_view{"within_rounding"}},
    std::pair{Verdict::LimitedByUnpublishedRevenue,
              std::string_view{"limited_by_unpublished_revenue"}},
    std::pair{Verdict::Differs, std::string_view{"differs"}},
    std::pair{Verdict::Unreadable, std::string_view{"unreadable"}},
};

// The figures of a settled row, in the terms of the published file: those of half a year where
// the file has half a year.
struct BacktestFigures {
  std::int64_t beneficiaries = 0;
  Money benchmark;
  Money expenditure;
  Money savings;       // benchmark - expenditure
  Ratio minimum_rate;  // that applied: elected, or the size table's
  // What generated savings are multiplied by: the final sharing rate, or the loss rate of a loss
  // beyond the minimum rate; 0 where nothing is shared.
  Ratio sharing_rate;
  // Savings or losses at or beyond the minimum rate, else 0, as CMS prints GenSaveLoss: one-sided
  // losses count in 2018 and 2019 alone, savings shared at the reduced rate count. For 2013,
  // which has no such column, savings or losses of any size.
  Money computed_generated;
  Money published_generated;
  Money computed_earned;  // before any recoupment; a shared loss is negative
  Money published_earned;

  Money difference() const { return computed_earned - published_earned; }
};

// One row of a file of published results, recomputed by the same settlement as every contract.
struct BacktestRow {
  std::string file;
  std::int64_t line = 0;
  std::int32_t performance_year = 0;
  std::string aco_id;
  std::string aco_name;
  std::string track;
  std::optional<BacktestFigures> figures;  // nothing: unreadable
  Verdict verdict = Verdict::Unreadable;
  std::string reason;  // what a reader of the verdict should know; often nothing
  Issues issues;       // of an unreadable row

  // What was settled, for a page to load. In a six-month year the experience is that of the whole
  // year, twice the published figures, because that is what the rule settles.
  MsspElections elections;
  Experience experience;
  // Below 500 beneficiaries the published minimum rate stood in for the table's.
  std::optional<Rate> minimum_rate_taken;
};

struct BacktestTotals {
  std::int32_t performance_year = 0;
  std::int64_t rows = 0;
  std::int64_t exact = 0;
  std::int64_t within_rounding = 0;
  std::int64_t limited_by_unpublished_revenue = 0;
  std::int64_t differs = 0;
  std::int64_t unreadable = 0;
  Money computed_earned;  // of the rows that could be read
  Money published_earned;
};

struct BacktestReport {
  std::vector<BacktestRow> rows;       // in the order of the files and their lines
  std::vector<BacktestTotals> totals;  // by year, ascending
  Issues issues;                       // files that could not be read at all
  std::size_t files_read = 0;
};

struct SourceFile {
  std::string name;  // for the paths of issues
  std::string_view bytes;
};

// Recomputes CMS's files "Performance Year Financial and Quality Results" from benchmark,
// expenditure, assigned beneficiaries, track, quality and flags alone, and compares what each ACO
// earned or owed. `year` says the year of every file; without it each file's own is found.
BacktestReport backtest(std::span<const SourceFile> files, std::optional<std::int32_t> year);

}  // namespace gainshare
