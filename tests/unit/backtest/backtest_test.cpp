// SPDX-License-Identifier: Apache-2.0
#include "backtest/backtest.h"

#include <string>

#include "core/enum_name.h"
#include "puf_text.h"
#include "support/catch.h"

using namespace gainshare;
using namespace gainshare::test;

namespace {

BacktestRow only_row(const std::string& bytes, std::optional<std::int32_t> year = std::nullopt) {
  const BacktestReport report = report_on(bytes, year);
  for (const Issue& issue : report.issues) FAIL(issue.path << ": " << issue.message);
  REQUIRE(report.rows.size() == 1);
  return report.rows.front();
}

BacktestRow settled_row(const Cells& cells) {
  const BacktestRow row = only_row(csv({cells}));
  INFO(row.reason);
  REQUIRE(row.figures.has_value());
  return row;
}

bool mentions(const BacktestRow& row, std::string_view words) {
  return row.reason.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("Palm Beach 2013: the shifted file reproduces to the cent") {
  const BacktestRow row = only_row(
      kHeader2013 +
      "A67373,\"Palm Beach, LLC\",07/01/2012,0,1,0.5,0.023373146%,$613084880.40,$573516045.50,"
      "$39568834.84,$19388729.07,,36268\n");
  CHECK(row.verdict == Verdict::Exact);
  REQUIRE(row.figures.has_value());
  CHECK(row.performance_year == 2013);
  CHECK(row.aco_name == "Palm Beach, LLC");
  CHECK(row.track == "track_1");
  CHECK(row.figures->beneficiaries == 36268);
  CHECK(row.figures->published_earned == Money::cents(1'938'872'907));
  CHECK(row.figures->computed_earned == Money::cents(1'938'872'910));
  CHECK(row.figures->computed_generated == row.figures->savings);
}

TEST_CASE("2013: a shared loss stands in its own column, and other columns are refused") {
  const BacktestRow loss = only_row(kHeader2013 +
                                    "A1,Track 2,07/01/2012,1,1,0.6,0.02%,$100000000.00,"
                                    "$110000000.00,$-10000000.00,$0.00,$-4000000.00,20000\n");
  CHECK(loss.verdict == Verdict::Exact);
  CHECK(loss.figures->published_earned == Money::dollars(-4'000'000));
  const BacktestRow unread = only_row(kHeader2013 +
                                      "A1,Elsewhere,07/01/2012,1,1,0.6,0.02%,$100000000.00,"
                                      "$110000000.00,$77.00,$0.00,,20000\n");
  CHECK(unread.verdict == Verdict::Unreadable);
  CHECK(unread.issues.front().code == IssueCode::Conflict);
}

TEST_CASE("2013 to 2015: a final sharing rate of 0 above the minimum rate is a failed standard") {
  const BacktestRow of_2013 = only_row(
      kHeader2013 +
      "A1,P,07/01/2012,0,0,0,0.0234%,$613084880.40,$573516045.50,$39568834.84,$0.00,,36268\n");
  CHECK(of_2013.verdict == Verdict::Exact);
  const Cells failed = with(row_2014(), {{"FinalShareRate", "0"}, {"EarnSaveLoss", "0"}});
  const BacktestRow of_2014 = settled_row(failed);
  CHECK(of_2014.verdict == Verdict::Exact);
  CHECK(mentions(of_2014, "published sharing rate of 0"));
  CHECK(of_2014.experience.quality.met_standard == false);
  const BacktestRow of_2015 =
      settled_row(with(row_2015(), {{"FinalShareRate", "0.0"}, {"EarnSaveLoss", "0"}}));
  CHECK(of_2015.verdict == Verdict::WithinRounding);
  CHECK(mentions(of_2015, "published sharing rate of 0"));
}

TEST_CASE("Palm Beach 2014 earns its published amount") {
  const BacktestRow row = settled_row(row_2014());
  CHECK(row.verdict == Verdict::Exact);
  CHECK(row.reason.empty());
  CHECK(row.figures->published_earned == Money::dollars(14'455'933));
  CHECK(row.figures->computed_generated == Money::dollars(32'173'449));
  CHECK(row.figures->sharing_rate.exact().to_text() == "0.458482143");
  CHECK(row.elections.track == "track_1");
}

TEST_CASE("a year of reporting without a score counts as a full one") {
  for (const std::string score : {"P4R", ""}) {
    // 32,173,449 × 50 % × 98 %
    const BacktestRow row = settled_row(with(row_2014(), {{"QualScore", score},
                                                          {"FinalShareRate", "0.5"},
                                                          {"EarnSaveLoss", "15764990"},
                                                          {"Start_Date", "01/01/2014"}}));
    CHECK(row.verdict == Verdict::Exact);
    CHECK(row.elections.first_performance_year);
    CHECK(mentions(row, "reporting year"));
  }
}

TEST_CASE("2015 has no id; its tracks follow from the sharing rate before quality") {
  const BacktestRow row = settled_row(row_2015());
  CHECK(row.verdict == Verdict::WithinRounding);
  CHECK(row.aco_id.empty());
  CHECK(row.track == "track_1");
  const BacktestRow track_2 = settled_row(with(row_2015(), {{"QualPerfShare", "60.0"}}));
  CHECK(track_2.track == "track_2");
  CHECK(track_2.elections.track_year == 3);
  const BacktestRow other = only_row(csv({with(row_2015(), {{"QualPerfShare", "70"}})}));
  CHECK(other.verdict == Verdict::Unreadable);
}

TEST_CASE("2015 to 2020 match within the rounding of the score and no further") {
  // 0.00005 × 50 % × 76,642,477 + 1 = 1,917.06; computed are 36,833,761.31.
  const auto verdict = [](const std::string& earned) {
    return settled_row(with(row_2015(), {{"EarnSaveLoss", earned}})).verdict;
  };
  CHECK(verdict("36833761") == Verdict::WithinRounding);
  const BacktestRow row = settled_row(row_2015());
  const std::int64_t computed = row.figures->computed_earned.in_cents() / 100;
  CHECK(verdict(std::to_string(computed + 1916)) == Verdict::WithinRounding);
  CHECK(verdict(std::to_string(computed - 1916)) == Verdict::WithinRounding);
  CHECK(verdict(std::to_string(computed + 1919)) == Verdict::Differs);
  CHECK(verdict(std::to_string(computed - 1918)) == Verdict::Differs);
}

TEST_CASE("a row without savings has the dollar alone") {
  const Cells below = with(row_2017(), {{"ABtotExp", "899870000"}, {"GenSaveLoss", "0"}});
  CHECK(settled_row(with(below, {{"EarnSaveLoss", "0"}})).verdict == Verdict::WithinRounding);
  CHECK(settled_row(with(below, {{"EarnSaveLoss", "1"}})).verdict == Verdict::WithinRounding);
  CHECK(settled_row(with(below, {{"EarnSaveLoss", "2"}})).verdict == Verdict::Differs);
}

TEST_CASE("2016 reads as 2017 without the disaster column") {
  const BacktestRow row =
      settled_row(with(without(row_2017(), "DisAdj"), {{"Performance_Year", "2016"}}));
  CHECK(row.performance_year == 2016);
  CHECK(row.verdict == Verdict::WithinRounding);
}

TEST_CASE("a failed standard has the highest loss rate, and the disaster reduction comes off") {
  const BacktestRow row = settled_row(row_2018());
  CHECK(row.verdict == Verdict::WithinRounding);
  // 2,828,054 × 75 % − 2,797
  CHECK(row.figures->computed_earned == Money::cents(-211'824'350));
  CHECK(row.figures->sharing_rate.exact().to_text() == "0.75");
}

TEST_CASE("2018 and 2019 print one-sided losses beyond the minimum rate, other years do not") {
  const Cells loss_2018 = with(row_2018(), {{"Current_Track_1", "1"},
                                            {"Current_Track_3", "0"},
                                            {"ABtotExp", "95000000"},
                                            {"EarnSaveLoss", "0"},
                                            {"DisAdj", ""}});
  const BacktestRow of_2018 = settled_row(loss_2018);
  CHECK(of_2018.verdict == Verdict::WithinRounding);
  CHECK(of_2018.figures->computed_generated == Money::dollars(86'448'539 - 95'000'000));
  const BacktestRow of_2017 = settled_row(
      with(row_2017(), {{"ABtotExp", "999870234"}, {"GenSaveLoss", "0"}, {"EarnSaveLoss", "0"}}));
  CHECK(of_2017.figures->computed_generated == Money{});
}

TEST_CASE("a six-month year is recognised, settled whole and halved") {
  const BacktestRow row = settled_row(row_2019());
  CHECK(row.verdict == Verdict::WithinRounding);
  CHECK(row.elections.six_month_year);
  CHECK(mentions(row, "six-month year"));
  CHECK(row.figures->benchmark == Money::dollars(92'916'169));
  CHECK(row.experience.spending->benchmark == Money::dollars(185'832'338));
  // 2 × 2,348,698 × 30 % − 3,870, halved
  CHECK(row.figures->computed_earned == Money::cents(-70'267'440));
  CHECK(row.figures->computed_generated == Money::dollars(-2'348'698));
  const BacktestRow whole = settled_row(with(row_2019(), {{"updatedbnchmk", "6500"}}));
  CHECK_FALSE(whole.elections.six_month_year);
}

TEST_CASE("2020 bears no sequestration") {
  const BacktestRow row = settled_row(row_2020());
  CHECK(row.verdict == Verdict::WithinRounding);
  CHECK(row.figures->computed_earned == Money::cents(5'432'099'850));
}

TEST_CASE("losses of 2021 are forgiven") {
  const BacktestRow row = settled_row(row_2021());
  CHECK(row.verdict == Verdict::Exact);
  CHECK(row.figures->computed_earned == Money{});
  CHECK(row.figures->computed_generated == Money::dollars(-2'382'640));
  CHECK(mentions(row, "forgiven"));
}

TEST_CASE("2022 reads as 2023 without the alternative standard") {
  // 6,000,000 × 50 % × 98 %
  const Cells row = with(without(row_2023(), "Met_AltQPS"), {{"ABtotExp", "194000000"},
                                                             {"GenSaveLoss", "6000000"},
                                                             {"DisAdj", "-"},
                                                             {"EarnSaveLoss", "2940000"}});
  const BacktestRow met = settled_row(row);
  CHECK(met.performance_year == 2022);
  CHECK(met.verdict == Verdict::Exact);
  const BacktestRow failed = settled_row(with(row, {{"Met_QPS", "0"}, {"EarnSaveLoss", "-"}}));
  CHECK(failed.verdict == Verdict::Exact);
}

TEST_CASE("a loss held by unpublished revenue is listed, or says that it is not") {
  const Cells cells = with(row_2023(), {{"Current_Start_Date", "01/01/2023"}});
  const BacktestRow listed = settled_row(cells);
  CHECK(listed.verdict == Verdict::LimitedByUnpublishedRevenue);
  CHECK(mentions(listed, "1,972,407"));
  CHECK_FALSE(mentions(listed, "not on the list"));
  const BacktestRow unlisted = settled_row(with(cells, {{"ACO_ID", "A9999"}}));
  CHECK(unlisted.verdict == Verdict::LimitedByUnpublishedRevenue);
  CHECK(mentions(unlisted, "not on the list"));
}

TEST_CASE("revenue explains no difference where it cannot limit") {
  const Cells cells = with(row_2023(), {{"Current_Start_Date", "01/01/2023"}});
  // More owed than computed.
  CHECK(settled_row(with(cells, {{"EarnSaveLoss", "-2149065"}})).verdict == Verdict::Differs);
  // A track without a revenue limit.
  CHECK(settled_row(with(cells, {{"Current_Track", "EN"}})).verdict == Verdict::Differs);
  // Below the minimum loss rate nothing is owed.
  CHECK(settled_row(with(cells, {{"ABtotExp", "200100000"}})).verdict == Verdict::Differs);
  // Savings were published.
  CHECK(settled_row(with(cells, {{"EarnSaveLoss", "5"}})).verdict == Verdict::Differs);
}

TEST_CASE("below the minimum rate a new low-revenue BASIC ACO has half the rate") {
  const BacktestRow row = settled_row(row_2024());
  CHECK(row.verdict == Verdict::Exact);
  CHECK(row.figures->sharing_rate.exact().to_text() == "0.2");
  CHECK(row.figures->computed_generated == Money::dollars(32'084));
  CHECK(row.experience.advance_payment_balance == Money::dollars(565'455));
  const BacktestRow high = settled_row(with(
      row_2024(), {{"Rev_Exp_Cat", "High Revenue"}, {"EarnSaveLoss", "0"}, {"GenSaveLoss", "0"}}));
  CHECK(high.verdict == Verdict::Exact);
  CHECK(mentions(high, "the file marks the half rate"));
  const BacktestRow earlier = settled_row(with(row_2024(), {{"Current_Start_Date", "1/1/2023"}}));
  CHECK(earlier.verdict == Verdict::Differs);
}

TEST_CASE("the alternative standard scales the share by the score") {
  // 20,979,165 × 75 % × 56.45 % × 98 %
  const BacktestRow row = settled_row(with(row_2024(), {{"Current_Track", "EN"},
                                                        {"MinSavPerc", "2"},
                                                        {"Met_QPS", "0"},
                                                        {"Met_AltQPS", "1"},
                                                        {"QualScore", "56.45"},
                                                        {"ABtotBnchmk", "300000000"},
                                                        {"ABtotExp", "279020835"},
                                                        {"GenSaveLoss", "20979165"},
                                                        {"EarnSaveLoss", "8704413"},
                                                        {"ReducedSS", "0"}}));
  CHECK(row.verdict == Verdict::Exact);
}

TEST_CASE("the guardrail leaves neither savings nor loss, and settles losses as usual") {
  const Cells enhanced = with(row_2024(), {{"Current_Track", "EN"},
                                           {"MinSavPerc", "0"},
                                           {"N_AB", "10055"},
                                           {"Guardrail", "1"},
                                           {"ReducedSS", "0"},
                                           {"ABtotBnchmk", "133346564"}});
  const BacktestRow savings = settled_row(
      with(enhanced, {{"ABtotExp", "133000000"}, {"GenSaveLoss", "0"}, {"EarnSaveLoss", "0"}}));
  CHECK(savings.verdict == Verdict::Exact);
  CHECK(mentions(savings, "guardrail"));
  // A5471: 279,953 × 42.2125 % − 6,830
  const BacktestRow loss = settled_row(with(enhanced, {{"ABtotExp", "133626516"},
                                                       {"QualScore", "77.05"},
                                                       {"GenSaveLoss", "-279953"},
                                                       {"DisAdj", "-6830"},
                                                       {"EarnSaveLoss", "-111345"}}));
  CHECK(loss.verdict == Verdict::Exact);
}

TEST_CASE("the size table decides, not the published rounding; flat rates are elections") {
  // 34,601 beneficiaries: 2.353985133 %. Savings of 2.354 % meet it.
  const BacktestRow by_size = settled_row(row_2014());
  CHECK(by_size.figures->minimum_rate.exact() > Rational(2353985132, 100000000000));
  CHECK(by_size.figures->minimum_rate.exact() < Rational(2353985134, 100000000000));
  const Cells enhanced = with(row_2024(), {{"Current_Track", "EN"}, {"MinSavPerc", "0.5"}});
  const BacktestRow elected = settled_row(enhanced);
  CHECK(elected.elections.minimum_rate == Rate::basis_points(50));
  CHECK(elected.figures->minimum_rate.exact().to_text() == "0.005");
  const BacktestRow variable = settled_row(with(enhanced, {{"MinSavPerc", "3.01"}}));
  CHECK(variable.elections.minimum_rate_stated);
  CHECK_FALSE(variable.elections.minimum_rate.has_value());
  // Fewer than 5,000: on the table, whatever was elected.
  const BacktestRow small = settled_row(with(enhanced, {{"N_AB", "4902"}}));
  CHECK(small.figures->minimum_rate.exact() > Rational(3, 100));
}

TEST_CASE("a fixed election of 2018 stays fixed below 5,000 beneficiaries") {
  const BacktestRow row = settled_row(with(row_2018(), {{"N_AB", "4324"}}));
  CHECK(row.figures->minimum_rate.exact().to_text() == "0.01");
}

TEST_CASE("below 500 beneficiaries the published minimum rate is taken") {
  const BacktestRow row = settled_row(with(row_2024(), {{"N_AB", "152"}, {"MinSavPerc", "25.42"}}));
  CHECK(row.figures->minimum_rate.exact().to_text() == "0.2542");
  CHECK(row.minimum_rate_taken.has_value());
  CHECK(mentions(row, "fewer than 500"));
}

TEST_CASE("Track 2 has its year from the start in the track") {
  const auto track_year = [](const Cells& changes) {
    const Cells track_2 = with(row_2017(), {{"Current_Track_1", "0"}, {"Current_Track_2", "1"}});
    return settled_row(with(track_2, changes)).elections.track_year;
  };
  CHECK(track_year({{"Current_Start_Date", "01/01/2017"}}) == 1);
  CHECK(track_year({}) == 2);
  CHECK(track_year({{"Initial_Track_2", "1"}}) == 5);  // 2012 ran to the end of 2013
}

TEST_CASE("a cell that cannot be read leaves its row out and the others in") {
  const BacktestReport report = report_on(
      csv({row_2024(), with(row_2024(), {{"ABtotExp", "12x"}, {"QualScore", "180"}}), row_2024()}));
  REQUIRE(report.rows.size() == 3);
  CHECK(report.rows[0].verdict == Verdict::Exact);
  CHECK(report.rows[2].verdict == Verdict::Exact);
  const BacktestRow& bad = report.rows[1];
  CHECK(bad.verdict == Verdict::Unreadable);
  CHECK_FALSE(bad.figures.has_value());
  CHECK(bad.aco_id == "A5328");
  CHECK(bad.line == 3);
  REQUIRE(bad.issues.size() == 2);
  CHECK(bad.issues[0].path == "t.csv:3:ABtotExp");
  CHECK(bad.issues[0].code == IssueCode::BadCell);
  CHECK(bad.issues[1].path == "t.csv:3:QualScore");
  CHECK(bad.issues[1].code == IssueCode::OutOfRange);
  CHECK(mentions(bad, "t.csv:3:ABtotExp"));
}

TEST_CASE("every kind of bad cell is an issue at its column") {
  const auto refused_at = [](const Cells& cells) {
    const BacktestRow row = only_row(csv({cells}));
    REQUIRE(row.verdict == Verdict::Unreadable);
    return row.issues.front().path;
  };
  for (const auto& [column, value] : Cells{{"N_AB", "9906.5"},
                                           {"N_AB", "-1"},
                                           {"N_AB", ""},
                                           {"ABtotBnchmk", "0"},
                                           {"ABtotBnchmk", "-5"},
                                           {"ABtotBnchmk", "1e40"},
                                           {"ABtotExp", "-1"},
                                           {"EarnSaveLoss", ""},
                                           {"GenSaveLoss", "*"},
                                           {"MinSavPerc", "abc"},
                                           {"Met_QPS", "2"},
                                           {"Met_QPS", "-"},
                                           {"Met_AltQPS", "maybe"},
                                           {"Guardrail", "x"},
                                           {"Current_Track", "F"},
                                           {"Current_Start_Date", "soon"},
                                           {"DisAdj", "x"},
                                           {"AIPBalance", "x"},
                                           {"ReducedSS", "3"},
                                           {"Rev_Exp_Cat", "?"}}) {
    INFO(column << " = " << value);
    CHECK(refused_at(with(row_2024(), {{column, value}})) == "t.csv:2:" + column);
  }
  CHECK(refused_at(with(row_2019(), {{"updatedbnchmk", "0"}})) == "t.csv:2:n_ab_year_py");
  CHECK(refused_at(with(row_2018(), {{"Current_Track_1", "1"}})) == "t.csv:2:Current_Track_1");
  CHECK(refused_at(with(row_2018(), {{"Current_Track_3", "0"}})) == "t.csv:2:Current_Track_1");
}

TEST_CASE("a row of another year, a ragged row and an open quote do not stop the rest") {
  const std::string text =
      csv({row_2019(), with(row_2019(), {{"performance_year", "2020"}})}) + "1,2,3\r\n" +
      csv({row_2019()}).substr(csv({row_2019()}).find("\r\n") + 2) + "\"open,1\r\n";
  const BacktestReport report = report_on(text);
  REQUIRE(report.rows.size() == 5);
  CHECK(report.rows[0].verdict == Verdict::WithinRounding);
  CHECK(report.rows[1].issues.front().code == IssueCode::Conflict);
  CHECK(report.rows[2].issues.front().code == IssueCode::RaggedRow);
  CHECK(report.rows[3].verdict == Verdict::WithinRounding);
  CHECK(report.rows[4].issues.front().code == IssueCode::BrokenText);
  REQUIRE(report.totals.size() == 1);
  CHECK(report.totals[0].rows == 5);
  CHECK(report.totals[0].unreadable == 3);
  CHECK(report.totals[0].within_rounding == 2);
}

TEST_CASE("a name in Windows-1252 is read and the row says so") {
  const BacktestRow row = settled_row(with(row_2024(), {{"ACO_Name",
                                                         "Caf\xE9"
                                                         " Health"}}));
  CHECK(row.aco_name == "Caf\xC3\xA9 Health");
  CHECK(row.verdict == Verdict::Exact);
  CHECK(mentions(row, "Windows-1252"));
}

TEST_CASE("files of several years are reported in order with totals by year") {
  const std::string later = csv({row_2024()});
  const std::string earlier = csv({row_2014(), row_2014()});
  const std::string broken = "a,b\n1,2\n";
  const SourceFile files[] = {{.name = "2024.csv", .bytes = later},
                              {.name = "broken.csv", .bytes = broken},
                              {.name = "2014.csv", .bytes = earlier}};
  const BacktestReport report = backtest(files, std::nullopt);
  CHECK(report.files_read == 2);
  REQUIRE(report.issues.size() == 1);
  CHECK(report.issues[0].path == "broken.csv");
  REQUIRE(report.rows.size() == 3);
  CHECK(report.rows[0].file == "2024.csv");
  CHECK(report.rows[2].line == 3);
  REQUIRE(report.totals.size() == 2);
  CHECK(report.totals[0].performance_year == 2014);
  CHECK(report.totals[0].published_earned == Money::dollars(2 * 14'455'933));
  CHECK(report.totals[1].exact == 1);
}

TEST_CASE("a file without rows and an empty file are issues") {
  const std::string header = csv({row_2024()}).substr(0, csv({row_2024()}).find("\r\n") + 2);
  for (const std::string& text : {header, std::string{}}) {
    const BacktestReport report = report_on(text);
    CHECK(report.files_read == 0);
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues[0].code == IssueCode::EmptyFile);
  }
}

TEST_CASE("semicolons, a byte order mark and lone line feeds change nothing") {
  std::string text = csv({row_2024()});
  for (char& c : text) {
    if (c == ',') c = ';';
  }
  std::string lone;
  for (const char c : text) {
    if (c != '\r') lone += c;
  }
  CHECK(only_row("\xEF\xBB\xBF" + lone).verdict == Verdict::Exact);
}
