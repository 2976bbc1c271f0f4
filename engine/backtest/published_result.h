// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "backtest/puf_layout.h"
#include "core/date.h"
#include "core/money.h"
#include "core/rate.h"
#include "core/result.h"
#include "csv/table.h"

namespace gainshare {

// One row of published results as typed figures, in the units the program uses: money in cents,
// rates as fractions of one, a loss as a positive reduction. Nothing is computed here.
struct PublishedResult {
  std::int32_t performance_year = 0;
  std::string aco_id;  // not published for 2015 to 2017
  std::string aco_name;
  std::string_view track;  // "basic_e", as the program's editions name it
  std::int64_t beneficiaries = 0;
  Money benchmark;
  Money expenditure;
  Rate minimum_rate;                 // rounded by CMS
  Money generated;                   // 2013: benchmark - expenditure, whatever its size
  Money earned;                      // negative: a shared loss
  std::optional<Rate> score;         // nothing: a reporting year, to 2020
  std::optional<bool> met_standard;  // nothing: not published before 2016
  std::optional<bool> met_alternative;
  std::optional<Rate> final_sharing_rate;  // read where it tells the standard
  Money disaster_reduction;                // >= 0
  std::optional<Date> agreement_start;
  std::optional<std::int32_t> track_year;  // Track 2
  std::optional<bool> low_revenue;
  bool guardrail = false;
  std::optional<bool> reduced_sharing;  // CMS's own flag, for comparison
  std::optional<Money> advance_balance;
  // Benchmark and expenditure are those of half a year (2019).
  bool six_month_year = false;
};

// A row read as far as it can be: with issues, the figures that could not be read are empty.
struct ReadResult {
  PublishedResult result;
  Issues issues;
};
ReadResult read_published_result(const Table& table, const PufLayout& layout, std::size_t row);

}  // namespace gainshare
