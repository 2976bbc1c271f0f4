// SPDX-License-Identifier: Apache-2.0
#include "backtest/backtest_csv.h"

#include <string_view>

#include "backtest/verdict.h"
#include "core/enum_name.h"
#include "core/rounding.h"
#include "csv/cell_writer.h"

namespace gainshare {
namespace {

constexpr std::string_view kHeader =
    "performance_year,aco_id,aco_name,track,beneficiaries,benchmark,expenditure,savings,"
    "minimum_rate,sharing_rate,computed_generated,published_generated,computed_earned,"
    "published_earned,difference,verdict,reason";
constexpr int kRatePlaces = 12;
constexpr int kFigureColumns = 11;  // from beneficiaries to difference

void append_text(std::string& line, std::string_view text) {
  line.push_back(',');
  append_csv_cell(line, text);
}

void append_plain(std::string& line, std::string_view text) {
  line.push_back(',');
  line.append(text);
}

void append_figures(std::string& line, const BacktestFigures& figures) {
  append_plain(line, std::to_string(figures.beneficiaries));
  append_plain(line, dollars_text(figures.benchmark));
  append_plain(line, dollars_text(figures.expenditure));
  append_plain(line, dollars_text(figures.savings));
  append_plain(line, decimal_text(figures.minimum_rate, kRatePlaces));
  append_plain(line, decimal_text(figures.sharing_rate, kRatePlaces));
  append_plain(line, dollars_text(figures.computed_generated));
  append_plain(line, dollars_text(figures.published_generated));
  append_plain(line, dollars_text(figures.computed_earned));
  append_plain(line, dollars_text(figures.published_earned));
  append_plain(line, dollars_text(figures.difference()));
}

}  // namespace

std::string decimal_text(const Ratio& ratio, int places) {
  Rational scale{1};
  for (int i = 0; i < places; ++i) scale = scale * Rational{10};
  const auto scaled = round(Amount{ratio.exact() * scale}, Rounding{});
  if (!scaled) return ratio.exact().to_text();
  return (Rational{scaled->in_cents()} / scale).to_text();
}

std::string backtest_csv(const BacktestReport& report) {
  std::string text{kHeader};
  text.push_back('\n');
  for (const BacktestRow& row : report.rows) {
    text += std::to_string(row.performance_year);
    append_text(text, row.aco_id);
    append_text(text, row.aco_name);
    append_text(text, row.track);
    if (row.figures) {
      append_figures(text, *row.figures);
    } else {
      text.append(kFigureColumns, ',');
    }
    append_plain(text, name_of(kVerdictNames, row.verdict));
    append_text(text, row.reason);
    text.push_back('\n');
  }
  return text;
}

}  // namespace gainshare
