// SPDX-License-Identifier: Apache-2.0
#include "backtest/puf_layout.h"

#include <algorithm>
#include <string>
#include <vector>

#include "backtest/published_cell.h"
#include "programs/programs.h"

namespace gainshare {
namespace {

// A year that the file states, and the cell that states it.
struct YearInCell {
  std::int32_t year = 0;
  std::string path;
};

std::optional<std::int32_t> year_in(std::string_view cell) {
  const auto number = read_number(cell);
  if (!number || number->percent || !number->value.is_integer()) return std::nullopt;
  const auto year = number->value.numerator().to_int64();
  if (!year || *year < 1900 || *year > 2199) return std::nullopt;
  return static_cast<std::int32_t>(*year);
}

// The first cell that states the wanted year, else the first that states any.
std::optional<YearInCell> performance_year_in_cells(const Table& table, const PufColumns& columns,
                                                    std::optional<std::int32_t> wanted) {
  const auto column = columns[Figure::PerformanceYear];
  if (!column) return std::nullopt;
  std::optional<YearInCell> first;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto year = year_in(table.cell(row, *column));
    if (!year) continue;
    if (!first || year == wanted)
      first = YearInCell{.year = *year, .path = table.path(row, *column)};
    if (!wanted || year == wanted) break;
  }
  return first;
}

// No agreement of a file begins after its year.
std::optional<YearInCell> latest_agreement(const Table& table, const PufColumns& columns) {
  const auto column = columns[Figure::AgreementStart];
  if (!column) return std::nullopt;
  std::optional<YearInCell> latest;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto start = read_date(table.cell(row, *column));
    if (start && (!latest || start->year > latest->year)) {
      latest = YearInCell{.year = start->year, .path = table.path(row, *column)};
    }
  }
  return latest;
}

// The years whose files have these columns; empty when the columns are no year's.
std::vector<std::int32_t> years_of_columns(const Table& table, const PufColumns& columns,
                                           std::int32_t latest_start) {
  if (columns.has(Figure::OnlyFlagTrack2)) return {2013};
  if (columns.has(Figure::Track)) {
    if (columns.has(Figure::Guardrail) || columns.has(Figure::ReducedSharing)) {
      return {std::max(2024, latest_start)};  // agreements begin on every 1 January since
    }
    return {columns.has(Figure::MetAlternative) ? 2023 : 2022};
  }
  if (columns.has(Figure::FlagBasicA)) {
    if (has_column(table, "maxsharerate")) return {std::max(2021, latest_start)};
    if (latest_start >= 2020) return {2020};
    return {2019, 2020};
  }
  if (columns.has(Figure::FlagTrack1Plus)) return {2018};
  if (has_column(table, "track1")) return {2014};
  if (columns.has(Figure::FlagTrack1)) {
    return {columns.has(Figure::DisasterReduction) ? 2017 : 2016};
  }
  const bool has_2015 = columns.has(Figure::MaximumSharingRate) && columns.has(Figure::Generated);
  if (has_2015) return {2015};
  return {};
}

std::string listed(const std::vector<std::int32_t>& years) {
  std::string text;
  for (const std::int32_t year : years) {
    text += (text.empty() ? "" : " or ") + std::to_string(year);
  }
  return text;
}

Issue conflict(const std::string& path, std::int32_t stated, const std::string& told) {
  return {.path = path,
          .code = IssueCode::Conflict,
          .message = "The year was given as " + std::to_string(stated) + ", but " + told +
                     ". Leave the year out or give the file's own.",
          .params = {{"value", std::to_string(stated)}}};
}

Result<std::int32_t> year_by_columns(const Table& table, const PufColumns& columns,
                                     std::optional<std::int32_t> stated) {
  const auto latest = latest_agreement(table, columns);
  const std::int32_t latest_start = latest ? latest->year : 0;
  const std::vector<std::int32_t> years = years_of_columns(table, columns, latest_start);
  if (stated) {
    if (latest_start > *stated) {
      return conflict(latest->path, *stated,
                      "an agreement of the file begins in " + std::to_string(latest_start));
    }
    if (!years.empty() && std::find(years.begin(), years.end(), *stated) == years.end()) {
      return conflict(table.file(), *stated, "the columns are those of " + listed(years));
    }
    return *stated;
  }
  if (years.size() == 1 && latest_start <= years.front()) return years.front();
  const std::string told = years.empty()
                               ? "The columns are those of no year of the program's results. "
                                 "Choose a file of \"Performance Year Financial and Quality "
                                 "Results\""
                               : "The columns fit " + listed(years) +
                                     ", and the year stands in no cell that can be read. Say which "
                                     "it is (--year)";
  return Issue{.path = table.file(),
               .code = IssueCode::UnknownLayout,
               .message = told + '.',
               .params = {{"choices", listed(years)}}};
}

Result<std::int32_t> year_of(const Table& table, const PufColumns& columns,
                             std::optional<std::int32_t> stated) {
  const auto in_cells = performance_year_in_cells(table, columns, stated);
  if (!in_cells) return year_by_columns(table, columns, stated);
  if (stated && *stated != in_cells->year) {
    return conflict(in_cells->path, *stated, "the cells say " + std::to_string(in_cells->year));
  }
  return in_cells->year;
}

// Any of these tells the track.
bool tells_track(const PufColumns& columns) {
  return columns.has(Figure::Track) || columns.has(Figure::FlagTrack1) ||
         columns.has(Figure::OnlyFlagTrack2) || columns.has(Figure::MaximumSharingRate);
}

// What a year's settlement cannot do without.
std::vector<Figure> needed_figures(std::int32_t year, const PufColumns& columns) {
  std::vector<Figure> needed{Figure::AcoName,     Figure::Beneficiaries, Figure::Benchmark,
                             Figure::Expenditure, Figure::Earned,        Figure::MinimumRate,
                             Figure::Score};
  needed.push_back(year == 2013 ? Figure::Savings : Figure::Generated);
  if (!columns.has(Figure::MetStandard)) {
    needed.push_back(year <= 2020 ? Figure::FinalSharingRate : Figure::MetStandard);
  }
  if (!tells_track(columns)) needed.push_back(Figure::Track);
  // Losses of 2020 to 2022 are forgiven whatever the reduction is.
  if (year >= 2017 && (year < 2020 || year > 2022)) needed.push_back(Figure::DisasterReduction);
  if (year == 2019) {
    needed.push_back(Figure::UpdatedBenchmark);
    needed.push_back(Figure::PersonYears);
  }
  if (year >= 2023) needed.push_back(Figure::MetAlternative);
  if (year >= 2024) {
    needed.push_back(Figure::AgreementStart);
    needed.push_back(Figure::RevenueCategory);
    needed.push_back(Figure::Guardrail);
  }
  return needed;
}

void check_needed(const Table& table, const PufLayout& layout, Issues& issues) {
  for (const Figure figure : needed_figures(layout.performance_year, layout.columns)) {
    if (layout.columns.has(figure)) continue;
    const std::string name{spelling_of(figure)};
    issues.push_back({.path = table.header_path(name),
                      .code = IssueCode::MissingColumn,
                      .message = "The column " + name + " is missing; the results of " +
                                 std::to_string(layout.performance_year) +
                                 " cannot be recomputed without it. Choose the file as CMS "
                                 "publishes it.",
                      .params = {{"column", name}}});
  }
}

}  // namespace

Result<PufLayout> find_layout(const Table& table, std::optional<std::int32_t> stated_year) {
  FoundColumns found = find_columns(table);
  Issues issues = std::move(found.issues);
  const Result<std::int32_t> year = year_of(table, found.columns, stated_year);
  if (!year) {
    issues.insert(issues.end(), year.issues().begin(), year.issues().end());
    return issues;
  }
  const PufLayout layout{.performance_year = year.value(), .columns = found.columns};
  if (find_edition("mssp", layout.performance_year) == nullptr) {
    issues.push_back({.path = table.file(),
                      .code = IssueCode::NoEdition,
                      .message = "There is no edition of the program for performance year " +
                                 std::to_string(layout.performance_year) +
                                 ". The nearest is never taken instead.",
                      .params = {{"value", std::to_string(layout.performance_year)}}});
  } else {
    check_needed(table, layout, issues);
  }
  if (!issues.empty()) return issues;
  return layout;
}

}  // namespace gainshare
