// SPDX-License-Identifier: Apache-2.0
// CMS's published results recomputed, every row of every file in the folder. The folder is named
// by GAINSHARE_CMS_DATA; without one the tests are skipped and say where the files come from.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "backtest/backtest.h"
#include "backtest/known_differences.h"
#include "core/enum_name.h"
#include "support/catch.h"

using namespace gainshare;
namespace fs = std::filesystem;

namespace {

constexpr const char* kWhereFrom =
    "CMS's published results are not here. Download \"Performance Year Financial and Quality "
    "Results\" of the Medicare Shared Savings Program from data.cms.gov as CSV, one file a year, "
    "into one folder, and name it in GAINSHARE_CMS_DATA.";

// Published losses that nobody can recompute, because the limit by the participants' revenue
// rests on a figure that CMS does not publish. A row here that becomes a match, or is not found
// though its year is there, fails; so does any other row that does not match.
struct ExpectedDifference {
  std::int32_t performance_year;
  const char* aco_id;
  bool in_every_selection;  // found in the part of the rows that the project works with
};
constexpr ExpectedDifference kExpectedDifferences[] = {
    {2019, "A2392", true},
    {2023, "A5293", true},
    {2023, "A1241", false},
};
// The whole file of 2023 has three such rows; the name of the third is not known here, and it
// must say itself that it is on no list.
constexpr std::int32_t kYearWithOneMore = 2023;

struct DataFile {
  std::string name;
  std::string bytes;
};

std::string folder() {
  const char* named = std::getenv("GAINSHARE_CMS_DATA");
  return named != nullptr && *named != '\0' ? named : GAINSHARE_DEFAULT_CMS_DATA;
}

std::vector<DataFile> data_files() {
  std::vector<DataFile> files;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder(), ignored)) {
    if (entry.path().extension() != ".csv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({entry.path().filename().string(),
                     {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
  }
  std::sort(files.begin(), files.end(),
            [](const DataFile& a, const DataFile& b) { return a.name < b.name; });
  return files;
}

BacktestReport report_on(const std::vector<DataFile>& files) {
  std::vector<SourceFile> sources;
  for (const DataFile& file : files) sources.push_back({.name = file.name, .bytes = file.bytes});
  return backtest(sources, std::nullopt);
}

// Rows by a count of line ends outside quotes, apart from the reader under test.
std::size_t rows_in(const std::string& bytes) {
  std::size_t records = 0;
  bool quoted = false;
  bool pending = false;
  for (const char c : bytes) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) {
      records += pending ? 1 : 0;
      pending = false;
    } else if (c != '\r') {
      pending = true;
    }
  }
  records += pending ? 1 : 0;
  return records == 0 ? 0 : records - 1;
}

// 0.00005 × maximum rate × generated savings + $1, in cents; RULES of the published data.
double rounding_slack(const BacktestRow& row) {
  static const std::map<std::string, double> kMaximumRates{
      {"track_1", 0.5}, {"track_2", 0.6},  {"track_3", 0.75}, {"track_1_plus", 0.5},
      {"basic_a", 0.4}, {"basic_b", 0.4},  {"basic_c", 0.5},  {"basic_d", 0.5},
      {"basic_e", 0.5}, {"enhanced", 0.75}};
  const double generated =
      std::abs(static_cast<double>(row.figures->computed_generated.in_cents()));
  return 0.00005 * kMaximumRates.at(row.track) * generated + 100.0;
}

// What the row must show, computed here once more from its figures.
bool matches_as_stated(const BacktestRow& row) {
  const double computed = static_cast<double>(row.figures->computed_earned.in_cents());
  const double published = static_cast<double>(row.figures->published_earned.in_cents());
  if (row.performance_year >= 2015 && row.performance_year <= 2020) {
    return row.verdict == Verdict::WithinRounding &&
           std::abs(computed - published) <= rounding_slack(row);
  }
  // Half a dollar more where CMS publishes whole dollars.
  const double allowed = row.performance_year == 2013 ? 100.0 : 150.0;
  return row.verdict == Verdict::Exact && std::abs(computed - published) <= allowed;
}

bool is_expected_difference(const BacktestRow& row) {
  return std::any_of(std::begin(kExpectedDifferences), std::end(kExpectedDifferences),
                     [&row](const ExpectedDifference& expected) {
                       return expected.performance_year == row.performance_year &&
                              expected.aco_id == row.aco_id;
                     });
}

std::string describe(const BacktestRow& row) {
  return row.file + ":" + std::to_string(row.line) + " " + row.aco_id + " " + row.aco_name + ": " +
         std::string{name_of(kVerdictNames, row.verdict)} + " " + row.reason;
}

}  // namespace

TEST_CASE("every published row reproduces as CMS's files let it") {
  const std::vector<DataFile> files = data_files();
  if (files.empty()) SKIP_TEST(kWhereFrom);
  const BacktestReport report = report_on(files);
  std::size_t unlisted = 0;
  for (const BacktestRow& row : report.rows) {
    INFO(describe(row));
    REQUIRE(row.verdict != Verdict::Unreadable);
    REQUIRE(row.verdict != Verdict::Differs);
    if (row.verdict != Verdict::LimitedByUnpublishedRevenue) {
      CHECK(matches_as_stated(row));
    } else if (!is_expected_difference(row)) {
      ++unlisted;
      CHECK(row.performance_year == kYearWithOneMore);
      CHECK(row.reason.find("not on the list") != std::string::npos);
    }
  }
  CHECK(unlisted <= 1);
}

TEST_CASE("every line of the published files is accounted for, by file and by year") {
  const std::vector<DataFile> files = data_files();
  if (files.empty()) SKIP_TEST(kWhereFrom);
  const BacktestReport report = report_on(files);
  for (const Issue& issue : report.issues) FAIL(issue.path << ": " << issue.message);
  CHECK(report.files_read == files.size());
  for (const DataFile& file : files) {
    INFO(file.name);
    const auto rows =
        std::count_if(report.rows.begin(), report.rows.end(),
                      [&file](const BacktestRow& row) { return row.file == file.name; });
    CHECK(static_cast<std::size_t>(rows) == rows_in(file.bytes));
  }
  std::int64_t counted = 0;
  for (const BacktestTotals& year : report.totals) {
    CHECK(year.rows == year.exact + year.within_rounding + year.limited_by_unpublished_revenue +
                           year.differs + year.unreadable);
    counted += year.rows;
  }
  CHECK(counted == static_cast<std::int64_t>(report.rows.size()));
}

TEST_CASE("a listed difference that disappears is noticed") {
  const std::vector<DataFile> files = data_files();
  if (files.empty()) SKIP_TEST(kWhereFrom);
  const BacktestReport report = report_on(files);
  for (const ExpectedDifference& expected : kExpectedDifferences) {
    INFO(expected.performance_year << " " << expected.aco_id);
    CHECK(find_known_difference(expected.performance_year, expected.aco_id) != nullptr);
    const auto of_year = [&expected](const BacktestRow& row) {
      return row.performance_year == expected.performance_year;
    };
    const bool year_is_here = std::any_of(report.rows.begin(), report.rows.end(), of_year);
    const auto found = std::find_if(report.rows.begin(), report.rows.end(),
                                    [&expected, &of_year](const BacktestRow& row) {
                                      return of_year(row) && row.aco_id == expected.aco_id;
                                    });
    if (found == report.rows.end()) {
      CHECK_FALSE((year_is_here && expected.in_every_selection));
      continue;
    }
    CHECK(found->verdict == Verdict::LimitedByUnpublishedRevenue);
    CHECK(found->reason.find("not on the list") == std::string::npos);
  }
  CHECK(known_differences().size() == std::size(kExpectedDifferences));
}

TEST_CASE("generated savings and losses are printed as CMS prints them") {
  const std::vector<DataFile> files = data_files();
  if (files.empty()) SKIP_TEST(kWhereFrom);
  const BacktestReport report = report_on(files);
  std::map<std::int32_t, std::pair<std::int64_t, std::int64_t>> by_year;  // rows, mismatches
  for (const BacktestRow& row : report.rows) {
    if (!row.figures) continue;
    const std::int64_t gap =
        std::abs((row.figures->computed_generated - row.figures->published_generated).in_cents());
    ++by_year[row.performance_year].first;
    by_year[row.performance_year].second += gap > 200 ? 1 : 0;
  }
  // No verdict hangs on this column, and of the guardrail's positive savings (two rows of 2024)
  // it is not known how they are printed: one row in a hundred may be different.
  for (const auto& [year, counts] : by_year) {
    INFO(year << ": " << counts.second << " of " << counts.first);
    CHECK(counts.second * 100 <= counts.first);
  }
}

TEST_CASE("six-month years of 2019 are settled whole and halved") {
  const std::vector<DataFile> files = data_files();
  const BacktestReport report = report_on(files);
  std::size_t halves = 0;
  for (const BacktestRow& row : report.rows) {
    if (!row.elections.six_month_year) continue;
    ++halves;
    REQUIRE(row.performance_year == 2019);
    CHECK(row.experience.spending->benchmark == row.figures->benchmark + row.figures->benchmark);
  }
  const bool here = std::any_of(report.rows.begin(), report.rows.end(), [](const BacktestRow& row) {
    return row.performance_year == 2019;
  });
  if (!here) SKIP_TEST(kWhereFrom);
  CHECK(halves > 0);
}
