// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of published results: no crash, and each row of the table is in the report
// once, settled or unreadable with its place. The input is a year's header by its first byte and
// rows by the rest, or, with an even first byte, the whole file.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "backtest/backtest.h"
#include "backtest/backtest_csv.h"
#include "csv/table.h"

using namespace gainshare;

namespace {

constexpr std::array<std::string_view, 4> kHeaders{
    "ACO Identifier,ACO Name,Start Date,Track 2 ACO,Quality Score,Final sharing rate,"
    "Minimum Savings Rate (%),Total benchmark expenditures ($),Total savings/losses ($),"
    "Shared Savings ($),Shared Losses ($),Total number of assigned beneficiaries,"
    "Total assigned beneficiary person years\n",
    "ACO_Name,N_AB,MinSavPerc,GenSaveLoss,EarnSaveLoss,QualScore,ABtotBnchmk,ABtotExp,"
    "QualPerfShare,FinalShareRate\n",
    "aco_id,aco_name,current_start_date,current_track_1,current_track_2,current_track_1_plus,"
    "current_basic_a,n_ab,minsavperc,gensaveloss,disadj,earnsaveloss,met_qps,qualscore,"
    "updatedbnchmk,n_ab_year_py,abtotbnchmk,abtotexp,performance_year\n",
    "ACO_ID,ACO_Name,Current_Start_Date,Current_Track,N_AB,MinSavPerc,GenSaveLoss,DisAdj,"
    "EarnSaveLoss,Met_QPS,Met_AltQPS,QualScore,AIPBalance,Guardrail,ABtotBnchmk,ABtotExp,"
    "FinalShareRate,ReducedSS,Rev_Exp_Cat\n"};

void require(bool holds) {
  if (!holds) std::abort();
}

void check_row(const BacktestRow& row) {
  require(row.line >= 1);
  const bool unreadable = row.verdict == Verdict::Unreadable;
  require(unreadable == !row.figures.has_value());
  require(unreadable == !row.issues.empty());
  for (const Issue& issue : row.issues) {
    require(issue.path.rfind("fuzz.csv:", 0) == 0 && !issue.message.empty());
  }
  if (unreadable) return;
  const Money earned = row.figures->computed_earned;
  const Money savings = row.figures->savings;
  require(earned <= Money{} || savings > Money{});
  require(earned >= Money{} || savings < Money{});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string text;
  if (data[0] % 2 == 1) text = kHeaders[(data[0] / 2U) % kHeaders.size()];
  text.append(reinterpret_cast<const char*>(data) + 1, size - 1);
  const SourceFile file{.name = "fuzz.csv", .bytes = text};
  const BacktestReport report = backtest(std::span{&file, 1}, std::nullopt);
  require((report.files_read == 1) != !report.issues.empty());
  std::int64_t rows = 0;
  for (const BacktestTotals& totals : report.totals) rows += totals.rows;
  require(rows == static_cast<std::int64_t>(report.rows.size()));
  const Result<Table> table = read_table("fuzz.csv", text);
  if (report.files_read == 1)
    require(table.ok() && table.value().row_count() == report.rows.size());
  for (const BacktestRow& row : report.rows) check_row(row);
  const Result<Table> written = read_table("out.csv", backtest_csv(report));
  require(written.ok() && written.value().row_count() == report.rows.size());
  for (std::size_t row = 0; row < report.rows.size(); ++row) {
    require(written.value().row_issue(row) == nullptr);
  }
  return 0;
}
