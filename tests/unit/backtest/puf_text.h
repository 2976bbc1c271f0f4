// SPDX-License-Identifier: Apache-2.0
// Small files of published results for tests: the header of a year, cut to the columns that are
// read, and rows.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "backtest/backtest.h"

namespace gainshare::test {

using Cells = std::vector<std::pair<std::string, std::string>>;

inline const std::string kHeader2013 =
    "ACO Identifier,ACO Name,Start Date,Track 2 ACO,Quality Score,Final sharing rate,"
    "Minimum Savings Rate (%),Total benchmark expenditures ($),Total savings/losses ($),"
    "Shared Savings ($),Shared Losses ($),Total number of assigned beneficiaries,"
    "Total assigned beneficiary person years\n";

// One row of a year as name and value, defaults first. A cell given again takes the new value, a
// new name adds a column.
inline Cells with(Cells base, const Cells& changes) {
  for (const auto& [name, value] : changes) {
    bool known = false;
    for (auto& [old_name, old_value] : base) {
      if (old_name != name) continue;
      old_value = value;
      known = true;
    }
    if (!known) base.emplace_back(name, value);
  }
  return base;
}

inline Cells without(const Cells& base, std::string_view name) {
  Cells kept;
  for (const auto& cell : base) {
    if (cell.first != name) kept.push_back(cell);
  }
  return kept;
}

// A file of one header and these rows, which have the same names in the same order.
inline std::string csv(const std::vector<Cells>& rows) {
  std::string text;
  const auto line = [&text](const Cells& cells, bool names) {
    bool first = true;
    for (const auto& [name, value] : cells) {
      if (!first) text += ',';
      first = false;
      text += '"' + (names ? name : value) + '"';
    }
    text += "\r\n";
  };
  line(rows.front(), true);
  for (const Cells& row : rows) line(row, false);
  return text;
}

inline BacktestReport report_on(const std::string& bytes,
                                std::optional<std::int32_t> year = std::nullopt) {
  const SourceFile file{.name = "t.csv", .bytes = bytes};
  return backtest(std::span{&file, 1}, year);
}

// Palm Beach 2014, Track 1.
inline Cells row_2014() {
  return {{"ACO_Num", "A67373"},
          {"ACO_NAME", "Palm Beach"},
          {"Start_Date", "07/01/2012"},
          {"Track1", "1"},
          {"Track2", "0"},
          {"N_AB", "34601"},
          {"MinSavPerc", "2.353985133"},
          {"GenSaveLoss", "32173449"},
          {"EarnSaveLoss", "14455933"},
          {"QualScore", "0.916964286"},
          {"ABtotBnchmk", "450902466"},
          {"ABtotExp", "418729017"},
          {"QualPerfShare", "0.5"},
          {"FinalShareRate", "0.458482143"}};
}

// Palm Beach 2015, Track 1: no id, no track, rates in percent.
inline Cells row_2015() {
  return {{"ACO_Name", "Palm Beach "},    {"N_AB", "60845"},
          {"MinSavPerc", "0.02"},         {"GenSaveLoss", "76642477"},
          {"EarnSaveLoss", "36834657"},   {"QualScore", "98.08"},
          {"ABtotBnchmk", "808769966.0"}, {"ABtotExp", "732127489.0"},
          {"QualPerfShare", "50.0"},      {"FinalShareRate", "49.04"},
          {"Performance_Year", "2015.0"}};
}

// Palm Beach 2017, Track 1.
inline Cells row_2017() {
  return {{"ACO_Name", "Palm Beach"},
          {"Initial_Start_Date", "07/01/2012 12:00:00 AM"},
          {"Initial_Track_2", "0"},
          {"Current_Start_Date", "01/01/2016 12:00:00 AM"},
          {"Current_Track_1", "1"},
          {"Current_Track_2", "0"},
          {"Current_Track_3", "0"},
          {"N_AB", "67521"},
          {"MinSavPerc", "0.02"},
          {"GenSaveLoss", "63152570"},
          {"DisAdj", ""},
          {"EarnSaveLoss", "28529398"},
          {"Met_QPS", "1"},
          {"QualScore", "0.9219"},
          {"ABtotBnchmk", "899870234.0"},
          {"ABtotExp", "836717663.0"},
          {"QualPerfShare", "0.5"},
          {"FinalShareRate", "0.461"}};
}

// A3743 2018, Track 3, a loss at the highest rate because the standard was failed.
inline Cells row_2018() {
  return with(row_2017(), {{"ACO_Name", "A3743"},
                           {"Current_Start_Date", "01/01/2018 12:00:00 AM"},
                           {"Current_Track_1", "0"},
                           {"Current_Track_3", "1"},
                           {"N_AB", "6003"},
                           {"MinSavPerc", "0.01"},
                           {"GenSaveLoss", "-2828054"},
                           {"DisAdj", "-2797"},
                           {"EarnSaveLoss", "-2118244"},
                           {"Met_QPS", "0"},
                           {"QualScore", "0.4545"},
                           {"ABtotBnchmk", "86448539"},
                           {"ABtotExp", "89276593"},
                           {"FinalShareRate", "0"},
                           {"ACO_ID", "A3743"},
                           {"Current_Track_1_Plus", "0"}});
}

// A1498 2019, Track 1+, a six-month year with a loss.
inline Cells row_2019() {
  return {{"x", "1"},
          {"aco_id", "A1498"},
          {"aco_name", "Six months"},
          {"current_start_date", "1/1/2018"},
          {"current_track_1", "0"},
          {"current_track_2", "0"},
          {"current_track_3", "0"},
          {"current_track_1_plus", "1"},
          {"current_basic_a", "0"},
          {"current_enhanced", "0"},
          {"n_ab", "14292.0"},
          {"minsavperc", "0.015"},
          {"gensaveloss", "-2348698.0"},
          {"disadj", "-3870.0"},
          {"earnsaveloss", "-702674.0"},
          {"met_qps", "1"},
          {"qualscore", "0.9643999999999999"},
          {"updatedbnchmk", "13000.0"},
          {"n_ab_year_py", "14295.0"},
          {"abtotbnchmk", "92916169.0"},
          {"abtotexp", "95264867.0"},
          {"finalsharerate", "0.48"},
          {"rev_exp_cat", "Low Revenue"},
          {"performance_year", "2019.0"}};
}

// A1001 2020, ENHANCED.
inline Cells row_2020() {
  return with(row_2019(), {{"aco_id", "A1001"},
                           {"current_start_date", "7/1/2019"},
                           {"current_track_1_plus", "0"},
                           {"current_enhanced", "1"},
                           {"n_ab", "80864.0"},
                           {"minsavperc", "0.02"},
                           {"gensaveloss", "72427998.0"},
                           {"disadj", ""},
                           {"earnsaveloss", "54320998.0"},
                           {"qualscore", "1.0"},
                           {"updatedbnchmk", "12098.0"},
                           {"n_ab_year_py", "79093.0"},
                           {"abtotbnchmk", "956864945.0"},
                           {"abtotexp", "884436947.0"},
                           {"finalsharerate", "0.75"},
                           {"performance_year", "2020.0"}});
}

// A2029 2021, Track 2, a forgiven loss.
inline Cells row_2021() {
  return {{"ACO_ID", "A2029"},
          {"ACO_Name", "Forgiven"},
          {"Current_Start_Date", "1/1/2018"},
          {"Current_Track_1", "0"},
          {"Current_Track_2", "1"},
          {"Current_BASIC_A", "0"},
          {"Current_BASIC_E", "0"},
          {"Current_ENHANCED", "0"},
          {"N_AB", "41,407"},
          {"MinSavPerc", "0.00%"},
          {"GenSaveLoss", "-2,382,640"},
          {"DisAdj", "-1,110,310"},
          {"EarnSaveLoss", "0"},
          {"Met_QPS", "1"},
          {"QualScore", "89"},
          {"ABtotBnchmk", "420,738,870"},
          {"ABtotExp", "423,121,510"},
          {"MaxShareRate", "60.00%"},
          {"FinalShareRate", "60.00%"}};
}

// A1241 2023, BASIC E, a loss held by the participants' revenue.
inline Cells row_2023() {
  return {{"ACO_ID", "A1241"},
          {"ACO_Name", "Limited"},
          {"Current_Start_Date", "01/01/2022"},
          {"Current_Track", "E"},
          {"N_AB", "20000"},
          {"MinSavPerc", "1.00%"},
          {"GenSaveLoss", "-8290897"},
          {"DisAdj", "-823342"},
          {"EarnSaveLoss", "-1149065"},
          {"Met_QPS", "1"},
          {"Met_AltQPS", "-"},
          {"QualScore", "80.00%"},
          {"ABtotBnchmk", "200000000"},
          {"ABtotExp", "208290897"},
          {"FinalShareRate", "50.00%"},
          {"Rev_Exp_Cat", "Low Revenue"}};
}

// A5328 2024, BASIC A, the half rate below the minimum savings rate.
inline Cells row_2024() {
  return {{"ACO_ID", "A5328"},
          {"ACO_Name", "Half rate"},
          {"Current_Start_Date", "1/1/2024"},
          {"Current_Track", "A"},
          {"N_AB", "9906"},
          {"MinSavPerc", "3.01"},
          {"GenSaveLoss", "32084"},
          {"DisAdj", "-"},
          {"EarnSaveLoss", "6288"},
          {"Met_QPS", "1"},
          {"Met_AltQPS", "-"},
          {"QualScore", "80.12"},
          {"AIPBalance", "565455"},
          {"Guardrail", "0"},
          {"ABtotBnchmk", "106946667"},
          {"ABtotExp", "106914583"},
          {"FinalShareRate", "20"},
          {"ReducedSS", "1"},
          {"Rev_Exp_Cat", "Low Revenue"}};
}

}  // namespace gainshare::test
