// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv/table.h"
#include "population/risk_tables.h"

namespace gainshare {

// What the readers of the risk tables share.

inline constexpr std::size_t kMostRiskIssues = 100;
void report_risk_issue(Issue issue, Issues& issues);

// The table of a kind: nothing where there is no such file, or where it is none (then an issue).
std::optional<Table> risk_table(std::span<const RiskFile> files, RiskTableKind kind,
                                Issues& issues);

// The first of these names that is a column; an issue where none is, or where it stands twice.
using ColumnNames = std::span<const std::string_view>;
std::optional<std::size_t> risk_column(const Table& table, ColumnNames names, Issues& issues);
bool has_column(const Table& table, ColumnNames names);

// The readable rows of one model: every row where the file does not say of which model they are.
std::vector<std::size_t> rows_of_model(const Table& table, std::string_view model, Issues& issues);

// "HCC037.0 " and "37" are not the same, "HCC37", "hcc37", "37" and "37.0" are.
std::string category_label(std::string_view text);
// "CNA_HF_KIDNEY_V28" without its version: "cna_hf_kidney".
std::string variable_key(std::string_view text);
// Parts of a cell between blanks, commas, semicolons or bars.
std::vector<std::string_view> parts_of_cell(std::string_view cell);

// The place of a category in the model, which learns it where it is new; nothing beyond the limit.
std::optional<CategoryIndex> learn_category(RiskModel& model, std::string_view text);

Issue bad_risk_cell(const Table& table, std::size_t row, std::size_t column, std::string mend);

}  // namespace gainshare
