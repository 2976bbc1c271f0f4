// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backtest/published_cell.h"
#include "backtest/puf_layout.h"
#include "core/result.h"
#include "csv/table.h"

namespace gainshare {

// The cells of one row by what they hold. A cell that cannot be read becomes an issue with its
// file, line and column, and reads as nothing.
class RowCells {
 public:
  RowCells(const Table& table, const PufLayout& layout, std::size_t row)
      : table_(table), layout_(layout), row_(row) {}

  bool has(Figure figure) const { return layout_.columns.has(figure); }
  std::string_view text(Figure figure) const;
  std::string path(Figure figure) const;

  // `wanted` says what the cell should hold.
  std::optional<PublishedNumber> number(Figure figure, std::string_view wanted);
  Money dollars(Figure figure);
  // Nothing stated is no dollars.
  Money dollars_or_none(Figure figure);
  // "-" says that there is none; an empty cell says nothing and cannot be compared.
  Money dollars_or_dash(Figure figure);
  // A fraction of one; `in_percent` is what a number without a percent sign is.
  Rate rate(Figure figure, bool in_percent);
  // 0 or 1; nothing stated is nothing.
  std::optional<bool> flag(Figure figure);

  void add(Figure figure, IssueCode code, std::string_view wanted);
  void add(Issue issue) { issues_.push_back(std::move(issue)); }
  const Issues& issues() const { return issues_; }

 private:
  const Table& table_;
  const PufLayout& layout_;
  std::size_t row_;
  Issues issues_;
};

}  // namespace gainshare
