// SPDX-License-Identifier: Apache-2.0
#include "population/risk_table_rows.h"

#include <algorithm>
#include <array>

#include "core/enum_name.h"

namespace gainshare {
namespace {

constexpr std::array<std::string_view, 4> kModelColumns{"model_name", "model_domain",
                                                        "model_version", "model"};

std::vector<std::size_t> model_columns(const Table& table) {
  std::vector<std::size_t> columns;
  for (const std::string_view name : kModelColumns) {
    const std::vector<std::size_t> found = table.columns_named(name);
    columns.insert(columns.end(), found.begin(), found.end());
  }
  return columns;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "V28" and "C28" are one version, as a collection names the draft of one.
bool same_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto is_version = [](std::string_view w) {
    return w.size() > 1 && !is_digit(w[0]) && std::all_of(w.begin() + 1, w.end(), is_digit);
  };
  return is_version(a) && is_version(b) && a.substr(1) == b.substr(1);
}

bool has_word(const std::vector<std::string_view>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view each) { return same_word(each, word); });
}

// Every word that is asked for is in the row's; a row of end-stage renal disease or of drugs is of
// another model, though its other words are the same.
bool is_of_model(const std::string& row, const std::string& model) {
  const std::vector<std::string_view> of_row = parts_of_cell(row);
  const std::vector<std::string_view> wanted = parts_of_cell(model);
  for (const std::string_view word : wanted) {
    if (!has_word(of_row, word)) return false;
  }
  for (const std::string_view other : {std::string_view{"esrd"}, std::string_view{"rxhcc"}}) {
    if (has_word(of_row, other) && !has_word(wanted, other)) return false;
  }
  return true;
}

std::string model_of_row(const Table& table, std::size_t row,
                         const std::vector<std::size_t>& columns) {
  std::string words;
  for (const std::size_t column : columns) {
    if (!words.empty()) words += ' ';
    words += trimmed(table.cell(row, column));
  }
  return words;
}

std::string listed(const std::vector<std::string>& models) {
  constexpr std::size_t kMost = 12;
  std::string text;
  for (std::size_t i = 0; i < std::min(models.size(), kMost); ++i) {
    text += (i == 0 ? "" : ", ") + std::string{clipped(models[i])};
  }
  return models.size() > kMost ? text + " and others" : text;
}

// Without a name the file may hold one model alone.
void check_models(const Table& table, std::string_view model, bool found,
                  const std::vector<std::string>& models, Issues& issues) {
  const bool several = model.empty() && models.size() > 1;
  if (!several && (found || models.empty())) return;
  const std::string asked =
      model.empty() ? "" : "no model " + std::string{clipped(model)} + " but ";
  report_risk_issue(
      {.path = table.file() + ":1",
       .code = IssueCode::UnknownChoice,
       .message = "The file has " + asked + listed(models) + ". Name one of them as the model.",
       .params = {{"value", std::string{model}}, {"choices", listed(models)}}},
      issues);
}

}  // namespace

void report_risk_issue(Issue issue, Issues& issues) {
  if (issues.size() >= kMostRiskIssues) return;
  if (issues.size() + 1 == kMostRiskIssues) {
    issue.message += " There may be more; mend these first.";
  }
  issues.push_back(std::move(issue));
}

std::optional<Table> risk_table(std::span<const RiskFile> files, RiskTableKind kind,
                                Issues& issues) {
  std::optional<Table> found;
  for (const RiskFile& file : files) {
    if (file.kind != kind) continue;
    if (found) {
      report_risk_issue(
          {.path = std::string{file.name},
           .code = IssueCode::Conflict,
           .message = "There are two files of " + std::string{name_of(kRiskTableKindNames, kind)} +
                      ". Keep one of them.",
           .params = {}},
          issues);
      continue;
    }
    Result<Table> table = read_table(file.name, file.bytes);
    if (!table) {
      for (const Issue& issue : table.issues()) report_risk_issue(issue, issues);
      continue;
    }
    found = std::move(table).value();
  }
  return found;
}

bool has_column(const Table& table, ColumnNames names) {
  return std::any_of(names.begin(), names.end(), [&table](std::string_view name) {
    return !table.columns_named(name).empty();
  });
}

std::optional<std::size_t> risk_column(const Table& table, ColumnNames names, Issues& issues) {
  for (const std::string_view name : names) {
    const std::vector<std::size_t> found = table.columns_named(name);
    if (found.empty()) continue;
    if (found.size() == 1) return found.front();
    report_risk_issue({.path = table.header_path(name),
                       .code = IssueCode::DuplicateColumn,
                       .message = "There are two columns " + std::string{name} +
                                  ". Keep one of them, or give them different names.",
                       .params = {}},
                      issues);
    return std::nullopt;
  }
  std::string choices;
  for (const std::string_view name : names) {
    choices += (choices.empty() ? "" : ", ") + std::string{name};
  }
  report_risk_issue({.path = table.header_path(names.front()),
                     .code = IssueCode::MissingColumn,
                     .message = "There is no column " + std::string{names.front()} +
                                ". Name it in the first row of the file; any of these is "
                                "understood: " +
                                choices + ".",
                     .params = {{"choices", choices}}},
                    issues);
  return std::nullopt;
}

std::vector<std::size_t> rows_of_model(const Table& table, std::string_view model, Issues& issues) {
  const std::vector<std::size_t> columns = model_columns(table);
  const std::string wanted = lower_ascii(model);
  std::vector<std::size_t> rows;
  std::vector<std::string> models;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (const Issue* const issue = table.row_issue(row)) {
      report_risk_issue(*issue, issues);
      continue;
    }
    if (columns.empty()) {
      rows.push_back(row);
      continue;
    }
    const std::string of_row = model_of_row(table, row, columns);
    // A few models in thousands of rows: those of one stand together, so the last is tried first.
    const bool known = (!models.empty() && models.back() == of_row) ||
                       std::find(models.begin(), models.end(), of_row) != models.end();
    if (!known && models.size() < kMostRiskIssues) models.push_back(of_row);
    if (is_of_model(lower_ascii(of_row), wanted) || model.empty()) rows.push_back(row);
  }
  check_models(table, model, !rows.empty(), models, issues);
  return rows;
}

std::string category_label(std::string_view text) {
  std::string label = lower_ascii(trimmed(text));
  if (label.starts_with("hcc")) label.erase(0, 3);
  // A program that took it for a number has written "37.0".
  if (label.ends_with(".0")) label.erase(label.size() - 2);
  return label;
}

std::string variable_key(std::string_view text) {
  std::string key = lower_ascii(trimmed(text));
  const std::size_t mark = key.rfind("_v");
  const bool version =
      mark != std::string::npos && mark + 2 < key.size() &&
      std::all_of(key.begin() + static_cast<std::ptrdiff_t>(mark) + 2, key.end(), is_digit);
  if (version) key.erase(mark);
  return key;
}

std::vector<std::string_view> parts_of_cell(std::string_view cell) {
  constexpr std::string_view kBetween = " \t,;|";
  std::vector<std::string_view> parts;
  std::size_t at = cell.find_first_not_of(kBetween);
  while (at != std::string_view::npos) {
    const std::size_t end = std::min(cell.find_first_of(kBetween, at), cell.size());
    parts.push_back(cell.substr(at, end - at));
    at = cell.find_first_not_of(kBetween, end);
  }
  return parts;
}

std::optional<CategoryIndex> learn_category(RiskModel& model, std::string_view text) {
  const std::string label = category_label(text);
  if (const auto known = model.category(label)) return known;
  if (model.categories.size() == kMostCategories) return std::nullopt;
  model.categories.push_back(label);
  return static_cast<CategoryIndex>(model.categories.size() - 1);
}

Issue bad_risk_cell(const Table& table, std::size_t row, std::size_t column, std::string mend) {
  const std::string_view cell = table.cell(row, column);
  return {.path = table.path(row, column),
          .code = IssueCode::BadCell,
          .message = (cell.empty() ? std::string{"The cell is empty. "}
                                   : "\"" + std::string{clipped(cell)} + "\" cannot be read. ") +
                     std::move(mend),
          .params = {{"value", std::string{clipped(cell)}}}};
}

}  // namespace gainshare
