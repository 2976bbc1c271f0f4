// SPDX-License-Identifier: Apache-2.0
#include "backtest/row_cells.h"

namespace gainshare {

std::string_view RowCells::text(Figure figure) const {
  const auto column = layout_.columns[figure];
  return column ? table_.cell(row_, *column) : std::string_view{};
}

std::string RowCells::path(Figure figure) const {
  const auto column = layout_.columns[figure];
  return column ? table_.path(row_, *column) : table_.path(row_);
}

void RowCells::add(Figure figure, IssueCode code, std::string_view wanted) {
  const std::string value{clipped(trimmed(text(figure)))};
  const auto column = layout_.columns[figure];
  const std::string name{column ? table_.column_name(*column) : spelling_of(figure)};
  const std::string is = value.empty() ? " is empty. " : " is \"" + value + "\". ";
  issues_.push_back({.path = path(figure),
                     .code = code,
                     .message = name + is + std::string{wanted},
                     .params = {{"value", value}, {"column", name}}});
}

std::optional<PublishedNumber> RowCells::number(Figure figure, std::string_view wanted) {
  auto number = read_number(text(figure));
  if (!number) add(figure, IssueCode::BadCell, wanted);
  return number;
}

Money RowCells::dollars(Figure figure) {
  constexpr std::string_view kWanted = "Enter an amount of dollars, such as 1,234.50.";
  const auto printed = number(figure, kWanted);
  if (!printed) return {};
  const auto money = dollars_of(*printed);
  if (!money) add(figure, IssueCode::BadCell, kWanted);
  return money.value_or(Money{});
}

Money RowCells::dollars_or_none(Figure figure) {
  return is_blank_cell(text(figure)) ? Money{} : dollars(figure);
}

Money RowCells::dollars_or_dash(Figure figure) {
  return is_dash_cell(text(figure)) ? Money{} : dollars(figure);
}

Rate RowCells::rate(Figure figure, bool in_percent) {
  constexpr std::string_view kWanted = "Enter a rate from 0 to 100 percent, such as 2.35%.";
  auto printed = number(figure, kWanted);
  if (!printed) return {};
  if (layout_.percent_sign_means_nothing()) printed->percent = false;
  const auto rate = rate_of(*printed, in_percent, Rate::whole(1));
  if (!rate) add(figure, IssueCode::OutOfRange, kWanted);
  return rate.value_or(Rate{});
}

std::optional<bool> RowCells::flag(Figure figure) {
  if (is_blank_cell(text(figure))) return std::nullopt;
  constexpr std::string_view kWanted = "Enter 0 or 1.";
  const auto printed = number(figure, kWanted);
  if (!printed) return std::nullopt;
  const bool yes = printed->value == Rational{1};
  if (!yes && printed->value != Rational{}) add(figure, IssueCode::BadCell, kWanted);
  return yes;
}

}  // namespace gainshare
