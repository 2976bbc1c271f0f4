// SPDX-License-Identifier: Apache-2.0
#include "backtest/backtest.h"

#include <algorithm>

#include "backtest/published_result.h"
#include "backtest/puf_layout.h"
#include "backtest/resettle.h"
#include "csv/table.h"

namespace gainshare {
namespace {

// Some 500 ACOs a year take part; a row of the report is large.
constexpr std::size_t kMostRows = 50'000;

BacktestRow unreadable(BacktestRow row, Issues issues) {
  row.verdict = Verdict::Unreadable;
  for (const Issue& issue : issues) {
    row.reason += (row.reason.empty() ? "" : "; ") + issue.path + ": " + issue.message;
  }
  row.issues = std::move(issues);
  return row;
}

BacktestRow backtest_row(const Table& table, const PufLayout& layout, std::size_t at) {
  ReadResult read = read_published_result(table, layout, at);
  BacktestRow row;
  row.file = table.file();
  row.line = table.line(at);
  row.performance_year = layout.performance_year;
  row.aco_id = read.result.aco_id;
  row.aco_name = read.result.aco_name;
  row.track = read.result.track;
  if (!read.issues.empty()) return unreadable(std::move(row), std::move(read.issues));
  Result<Resettlement> settled = resettle(read.result);
  if (!settled) {
    Issues issues = std::move(settled).issues();
    for (Issue& issue : issues) issue.path = path_of_fact(table, layout, at, issue.path);
    return unreadable(std::move(row), std::move(issues));
  }
  Resettlement result = std::move(settled).value();
  row.figures = result.figures;
  row.verdict = result.verdict;
  row.reason = std::move(result.reason);
  if (table.was_transcoded(at)) {
    row.reason += (row.reason.empty() ? "" : "; ");
    row.reason += "the row has bytes that are not UTF-8, read as Windows-1252";
  }
  row.elections = std::move(result.elections);
  row.experience = std::move(result.experience);
  row.minimum_rate_taken = result.minimum_rate_taken;
  return row;
}

void backtest_file(const SourceFile& file, std::optional<std::int32_t> year,
                   BacktestReport& report) {
  const auto refuse = [&report](const Issues& issues) {
    report.issues.insert(report.issues.end(), issues.begin(), issues.end());
  };
  const Result<Table> table = read_table(file.name, file.bytes, {.rows = kMostRows});
  if (!table) return refuse(table.issues());
  if (table.value().row_count() == 0) {
    return refuse({{.path = file.name,
                    .code = IssueCode::EmptyFile,
                    .message = "The file has a header and no rows. Choose the file as CMS "
                               "publishes it.",
                    .params = {}}});
  }
  const Result<PufLayout> layout = find_layout(table.value(), year);
  if (!layout) return refuse(layout.issues());
  ++report.files_read;
  for (std::size_t row = 0; row < table.value().row_count(); ++row) {
    report.rows.push_back(backtest_row(table.value(), layout.value(), row));
  }
}

std::int64_t& count_of(BacktestTotals& totals, Verdict verdict) {
  switch (verdict) {
    case Verdict::Exact:
      return totals.exact;
    case Verdict::WithinRounding:
      return totals.within_rounding;
    case Verdict::LimitedByUnpublishedRevenue:
      return totals.limited_by_unpublished_revenue;
    case Verdict::Differs:
      return totals.differs;
    case Verdict::Unreadable:
      break;
  }
  return totals.unreadable;
}

// A total stays within what JSON holds; published totals are a thousandth of a thousandth of it.
void add_within_limits(Money& total, Money more) {
  const Money most = Money::cents(kLargestCents);
  total = std::clamp(total + more, -most, most);
}

void add_to_totals(const BacktestRow& row, std::vector<BacktestTotals>& totals) {
  const auto later = [](const BacktestTotals& total, std::int32_t year) {
    return total.performance_year < year;
  };
  auto at = std::lower_bound(totals.begin(), totals.end(), row.performance_year, later);
  if (at == totals.end() || at->performance_year != row.performance_year) {
    BacktestTotals fresh;
    fresh.performance_year = row.performance_year;
    at = totals.insert(at, fresh);
  }
  ++at->rows;
  ++count_of(*at, row.verdict);
  if (!row.figures) return;
  add_within_limits(at->computed_earned, row.figures->computed_earned);
  add_within_limits(at->published_earned, row.figures->published_earned);
}

}  // namespace

BacktestReport backtest(std::span<const SourceFile> files, std::optional<std::int32_t> year) {
  BacktestReport report;
  for (const SourceFile& file : files) backtest_file(file, year, report);
  for (const BacktestRow& row : report.rows) add_to_totals(row, report.totals);
  return report;
}

}  // namespace gainshare
