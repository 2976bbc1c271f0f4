// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "backtest/puf_columns.h"
#include "core/result.h"
#include "csv/table.h"

namespace gainshare {

// A file of published results understood: its year, and where each figure stands.
struct PufLayout {
  std::int32_t performance_year = 0;
  PufColumns columns;

  // A rate without a percent sign is in percent: minimum rate 2014 and from 2021 on, score and
  // final sharing rate 2015 and from 2021 on. In 2013 it is the other way round: fractions are
  // printed with a sign (0.0234% is 2.34 %).
  bool minimum_rate_in_percent() const {
    return performance_year == 2014 || performance_year >= 2021;
  }
  bool scores_in_percent() const { return performance_year == 2015 || performance_year >= 2021; }
  bool percent_sign_means_nothing() const { return performance_year == 2013; }
  // The standard is told by a column; before, by a final sharing rate of 0.
  bool states_standard() const { return columns.has(Figure::MetStandard); }
};

// The year is told, in this order: by the cells of "Performance_Year"; by `stated_year`, if the
// columns and agreement dates allow it; by the columns that only one year has. Nothing is
// guessed: a file that fits two years (2019 and 2020 without the year in its cells) is refused.
Result<PufLayout> find_layout(const Table& table, std::optional<std::int32_t> stated_year);

}  // namespace gainshare
