// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "backtest/backtest.h"
#include "backtest/backtest_csv.h"
#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/streams.h"
#include "core/enum_name.h"
#include "json/backtest_writer.h"

namespace gainshare::cli {
namespace {

constexpr std::size_t kLargestFile = std::size_t{256} * 1024 * 1024;

std::string totals_line(const BacktestTotals& totals) {
  const auto part = [](std::int64_t count, std::string_view words) {
    return count == 0 ? std::string{} : ", " + std::to_string(count) + " " + std::string{words};
  };
  return std::to_string(totals.performance_year) + ": " + std::to_string(totals.rows) + " rows" +
         part(totals.exact, "exact") + part(totals.within_rounding, "within rounding") +
         part(totals.limited_by_unpublished_revenue, "limited by unpublished revenue") +
         part(totals.differs, "different") + part(totals.unreadable, "unreadable") +
         "; earned, computed " + dollars(totals.computed_earned) + ", published " +
         dollars(totals.published_earned) + "\n";
}

constexpr std::size_t kColumns = 8;
using Cells = std::array<std::string, kColumns>;

Cells cells_of(const BacktestRow& row) {
  Cells cells{std::to_string(row.performance_year),
              row.aco_id,
              row.aco_name,
              row.track,
              "",
              "",
              "",
              std::string{name_of(kVerdictNames, row.verdict)}};
  if (row.figures) {
    cells[4] = dollars(row.figures->computed_earned);
    cells[5] = dollars(row.figures->published_earned);
    cells[6] = dollars(row.figures->difference());
  }
  if (!row.reason.empty()) cells[7] += ": " + row.reason;
  return cells;
}

std::string rows_text(const BacktestReport& report) {
  std::vector<Cells> lines{
      {"year", "ACO", "name", "track", "computed", "published", "difference", "verdict"}};
  for (const BacktestRow& row : report.rows) lines.push_back(cells_of(row));
  Cells::size_type column = 0;
  std::array<std::size_t, kColumns> widths{};
  for (const Cells& cells : lines) {
    for (column = 0; column < kColumns; ++column) {
      widths[column] = std::max(widths[column], width(cells[column]));
    }
  }
  std::string text;
  for (const Cells& cells : lines) {
    for (column = 0; column + 1 < kColumns; ++column) {
      const bool amount = column >= 4;
      text +=
          (amount ? right(cells[column], widths[column]) : left(cells[column], widths[column])) +
          "  ";
    }
    text += cells[kColumns - 1] + "\n";
  }
  return text;
}

void print_report(const BacktestReport& report, Format format) {
  if (format == Format::Json) {
    print(json::backtest_answer(report) + "\n");
    return;
  }
  print(format == Format::Csv ? backtest_csv(report) : rows_text(report));
  for (const BacktestTotals& totals : report.totals) print_error(totals_line(totals));
}

// What stands in the way of a row or a file; its path already names the file.
void print_issues(const BacktestReport& report) {
  for (const BacktestRow& row : report.rows) {
    for (const Issue& issue : row.issues) print_error(issue.path + ": " + issue.message + "\n");
  }
  for (const Issue& issue : report.issues) print_error(issue.path + ": " + issue.message + "\n");
}

}  // namespace

int backtest(const BacktestOptions& options) {
  std::vector<std::string> texts;
  bool readable = true;
  for (const std::string& path : options.files) {
    auto text = read_input(path, kLargestFile);
    readable = readable && text;
    texts.push_back(std::move(text).value_or(""));
  }
  if (!readable) return kBadInput;
  std::vector<SourceFile> files;
  for (std::size_t i = 0; i < texts.size(); ++i) files.push_back({options.files[i], texts[i]});
  const BacktestReport report = gainshare::backtest(files, options.year);
  print_issues(report);
  if (report.files_read == 0) return kBadInput;
  print_report(report, options.format);
  if (!report.issues.empty()) return kBadInput;
  const bool matches = std::none_of(
      report.totals.begin(), report.totals.end(),
      [](const BacktestTotals& totals) { return totals.differs > 0 || totals.unreadable > 0; });
  return matches ? kDone : kDiffers;
}

}  // namespace gainshare::cli
