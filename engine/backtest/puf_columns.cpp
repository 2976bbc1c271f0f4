// SPDX-License-Identifier: Apache-2.0
#include "backtest/puf_columns.h"

#include <utility>

namespace gainshare {
namespace {

struct Spelling {
  Figure figure;
  std::string_view name;
};

// As printed, newest first for each figure.
constexpr Spelling kSpellings[] = {
    {Figure::AcoId, "ACO_ID"},
    {Figure::AcoId, "ACO_Num"},         // 2014
    {Figure::AcoId, "ACO Identifier"},  // 2013
    {Figure::AcoName, "ACO_Name"},
    {Figure::PerformanceYear, "Performance_Year"},
    {Figure::Beneficiaries, "N_AB"},
    {Figure::Beneficiaries, "Total number of assigned beneficiaries"},
    {Figure::Benchmark, "ABtotBnchmk"},
    {Figure::Benchmark, "Total benchmark expenditures ($)"},
    {Figure::Expenditure, "ABtotExp"},
    {Figure::Expenditure, "Total expenditures ($)"},
    {Figure::Savings, "BnchmkMinExp"},
    {Figure::Savings, "Total savings/losses ($)"},
    {Figure::Generated, "GenSaveLoss"},
    {Figure::Earned, "EarnSaveLoss"},
    {Figure::Earned, "Shared Savings ($)"},
    {Figure::SharedLosses, "Shared Losses ($)"},
    {Figure::MinimumRate, "MinSavPerc"},
    {Figure::MinimumRate, "Minimum Savings Rate (%)"},
    {Figure::Score, "QualScore"},
    {Figure::Score, "Quality Score"},
    {Figure::MaximumSharingRate, "MaxShareRate"},   // 2021
    {Figure::MaximumSharingRate, "QualPerfShare"},  // to 2018
    {Figure::MaximumSharingRate, "Quality Performance Sharing Rate"},
    {Figure::FinalSharingRate, "FinalShareRate"},
    {Figure::FinalSharingRate, "Final sharing rate"},
    {Figure::MetStandard, "Met_QPS"},
    {Figure::MetAlternative, "Met_AltQPS"},
    {Figure::DisasterReduction, "DisAdj"},
    {Figure::AgreementStart, "Current_Start_Date"},
    {Figure::AgreementStart, "Start_Date"},
    {Figure::InitialStart, "Initial_Start_Date"},
    {Figure::InitialTrack2, "Initial_Track_2"},
    {Figure::UpdatedBenchmark, "UpdatedBnchmk"},
    {Figure::PersonYears, "N_AB_Year_PY"},
    {Figure::PersonYears, "N_AB_Year"},
    {Figure::RevenueCategory, "Rev_Exp_Cat"},
    {Figure::Guardrail, "Guardrail"},
    {Figure::ReducedSharing, "ReducedSS"},
    {Figure::AdvanceBalance, "AIPBalance"},
    {Figure::Track, "Current_Track"},
    {Figure::FlagTrack1, "Current_Track_1"},
    {Figure::FlagTrack1, "Track1"},  // 2014
    {Figure::FlagTrack2, "Current_Track_2"},
    {Figure::FlagTrack2, "Track2"},
    {Figure::FlagTrack3, "Current_Track_3"},
    {Figure::FlagTrack1Plus, "Current_Track_1_Plus"},
    {Figure::FlagBasicA, "Current_BASIC_A"},
    {Figure::FlagBasicB, "Current_BASIC_B"},
    {Figure::FlagBasicC, "Current_BASIC_C"},
    {Figure::FlagBasicD, "Current_BASIC_D"},
    {Figure::FlagBasicE, "Current_BASIC_E"},
    {Figure::FlagEnhanced, "Current_ENHANCED"},
    {Figure::OnlyFlagTrack2, "Track 2 ACO"},
};

// The 2013 file lacks the header "Total expenditures ($)": the columns from there on are one to
// the left of their label, as far as the figures that are read here go.
constexpr std::pair<Figure, std::string_view> kShifted2013[] = {
    {Figure::Expenditure, "totalsavingslosses"},
    {Figure::Savings, "sharedsavings"},
    {Figure::Earned, "sharedlosses"},
    {Figure::SharedLosses, "totalnumberofassignedbeneficiaries"},
    {Figure::Beneficiaries, "totalassignedbeneficiarypersonyears"},
};

void read_shifted_2013(const std::vector<std::string>& keys, PufColumns& columns) {
  const auto benchmark = columns[Figure::Benchmark];
  if (!benchmark || keys[*benchmark] != "totalbenchmarkexpenditures") return;
  for (std::size_t i = 0; i < std::size(kShifted2013); ++i) {
    const std::size_t at = *benchmark + 1 + i;
    if (at >= keys.size() || keys[at] != kShifted2013[i].second) return;
  }
  for (std::size_t i = 0; i < std::size(kShifted2013); ++i) {
    columns.at[static_cast<std::size_t>(kShifted2013[i].first)] = *benchmark + 1 + i;
  }
}

Issue duplicate_column(const Table& table, std::size_t column) {
  const std::string name{table.column_name(column)};
  return {.path = table.header_path(name),
          .code = IssueCode::DuplicateColumn,
          .message = "The column " + name + " is there twice. Remove one of the two.",
          .params = {{"column", name}}};
}

}  // namespace

std::string_view spelling_of(Figure figure) {
  for (const Spelling& spelling : kSpellings) {
    if (spelling.figure == figure) return spelling.name;
  }
  return {};
}

std::string column_key(std::string_view name) {
  std::string key;
  for (const char c : lower_ascii(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key.push_back(c);
    if (c == '+') key.append("plus");
  }
  return key;
}

FoundColumns find_columns(const Table& table) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < table.column_count(); ++i) {
    keys.push_back(column_key(table.column_name(i)));
  }
  FoundColumns found;
  for (const Spelling& spelling : kSpellings) {
    auto& at = found.columns.at[static_cast<std::size_t>(spelling.figure)];
    if (at) continue;  // the newer spelling is there
    const std::string wanted = column_key(spelling.name);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] != wanted) continue;
      if (at) found.issues.push_back(duplicate_column(table, i));
      at = at.value_or(i);
    }
  }
  read_shifted_2013(keys, found.columns);
  return found;
}

bool has_column(const Table& table, std::string_view key) {
  for (std::size_t i = 0; i < table.column_count(); ++i) {
    if (column_key(table.column_name(i)) == key) return true;
  }
  return false;
}

}  // namespace gainshare
