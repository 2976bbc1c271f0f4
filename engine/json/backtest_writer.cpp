// SPDX-License-Identifier: Apache-2.0
#include "json/backtest_writer.h"

#include <array>
#include <string_view>
#include <utility>

#include "core/enum_name.h"
#include "json/input_writer.h"
#include "json/issue_writer.h"
#include "json/writer.h"

namespace gainshare::json {
namespace {

void write_figures(const BacktestFigures& figures, Writer& writer) {
  writer.whole("beneficiaries", figures.beneficiaries);
  writer.cents("benchmark_cents", figures.benchmark);
  writer.cents("expenditure_cents", figures.expenditure);
  writer.cents("savings_cents", figures.savings);
  writer.exact("minimum_rate", figures.minimum_rate);
  writer.exact("sharing_rate", figures.sharing_rate);
  writer.cents("computed_generated_cents", figures.computed_generated);
  writer.cents("published_generated_cents", figures.published_generated);
  writer.cents("computed_earned_cents", figures.computed_earned);
  writer.cents("published_earned_cents", figures.published_earned);
  writer.cents("difference_cents", figures.difference());
}

// An unreadable row has the same keys, so that a table of rows has the same columns.
void write_no_figures(Writer& writer) {
  constexpr std::array<std::string_view, 11> kKeys{"beneficiaries",
                                                   "benchmark_cents",
                                                   "expenditure_cents",
                                                   "savings_cents",
                                                   "minimum_rate",
                                                   "sharing_rate",
                                                   "computed_generated_cents",
                                                   "published_generated_cents",
                                                   "computed_earned_cents",
                                                   "published_earned_cents",
                                                   "difference_cents"};
  for (const std::string_view key : kKeys) {
    writer.key(key);
    writer.null();
  }
}

// "Palm Beach Accountable Care Organization (A1234), 2014"; the files of some years have no ids.
std::string title_of(const BacktestRow& row) {
  std::string title = row.aco_name.empty() ? std::string{"ACO"} : row.aco_name;
  if (!row.aco_id.empty()) title += " (" + row.aco_id + ")";
  return title + ", " + std::to_string(row.performance_year);
}

void write_row(const BacktestRow& row, Writer& writer) {
  writer.begin_object();
  writer.text("file", row.file);
  writer.whole("line", row.line);
  writer.whole("performance_year", row.performance_year);
  writer.text("aco_id", row.aco_id);
  writer.text("aco_name", row.aco_name);
  writer.text("track", row.track);
  if (row.figures) {
    write_figures(*row.figures, writer);
  } else {
    write_no_figures(writer);
  }
  writer.text("verdict", name_of(kVerdictNames, row.verdict));
  writer.text("reason", row.reason);
  if (row.figures) {
    if (row.minimum_rate_taken) {
      writer.text("minimum_rate_taken", row.minimum_rate_taken->to_text());
    }
    writer.key("contract");
    write_program_contract(title_of(row), row.elections, writer);
    writer.key("experience");
    write_experience(row.experience, writer);
  } else {
    write_issues(row.issues, writer);
  }
  writer.end_object();
}

void write_totals(const BacktestTotals& totals, Writer& writer) {
  writer.begin_object();
  writer.whole("performance_year", totals.performance_year);
  writer.whole("rows", totals.rows);
  writer.whole("exact", totals.exact);
  writer.whole("within_rounding", totals.within_rounding);
  writer.whole("limited_by_unpublished_revenue", totals.limited_by_unpublished_revenue);
  writer.whole("differs", totals.differs);
  writer.whole("unreadable", totals.unreadable);
  writer.cents("computed_earned_cents", totals.computed_earned);
  writer.cents("published_earned_cents", totals.published_earned);
  writer.end_object();
}

}  // namespace

std::string backtest_answer(const BacktestReport& report) {
  if (report.files_read == 0) {
    if (!report.issues.empty()) return refusal(report.issues);
    return refusal({{.path = "",
                     .code = IssueCode::Missing,
                     .message = "There is no file of published results. Give at least one.",
                     .params = {}}});
  }
  Writer writer;
  begin_answer(true, writer);
  writer.begin_array("rows");
  for (const BacktestRow& row : report.rows) write_row(row, writer);
  writer.end_array();
  writer.begin_array("totals");
  for (const BacktestTotals& totals : report.totals) write_totals(totals, writer);
  writer.end_array();
  write_issues(report.issues, writer);
  writer.end_object();
  return writer.take();
}

}  // namespace gainshare::json
