// SPDX-License-Identifier: Apache-2.0
#include "population/risk_tables.h"

#include <algorithm>
#include <array>

#include "population/risk_coefficients.h"
#include "population/risk_table_rows.h"

namespace gainshare {
namespace {

constexpr std::array<std::string_view, 6> kDiagnosis{"diagnosis_code", "icd10_code", "icd_10_code",
                                                     "icd10",          "dx",         "code"};
constexpr std::array<std::string_view, 4> kCategory{"cc", "hcc", "category", "hcc_code"};
constexpr std::array<std::string_view, 3> kParent{"cc_parent", "parent", "hcc"};
constexpr std::array<std::string_view, 3> kChild{"cc_child", "child", "drops"};
constexpr std::array<std::string_view, 2> kVariable{"variable", "interaction"};
constexpr std::array<std::string_view, 2> kAnyOf{"any_of", "categories"};
constexpr std::array<std::string_view, 4> kEligible{"cpt_hcpcs_code", "hcpcs_code", "cpt_code",
                                                    "code"};

// What every reader of a map needs.
struct MapReading {
  std::span<const RiskFile> files;
  std::string_view model_name;
  RiskModel& model;
  Issues& issues;

  std::optional<CategoryIndex> category(const Table& table, std::size_t row, std::size_t column,
                                        std::string_view text) const {
    const auto found = category_label(text).empty() ? std::nullopt : learn_category(model, text);
    if (!found) {
      report_risk_issue(bad_risk_cell(table, row, column,
                                      "Enter a category such as 37; a model has at most 512."),
                        issues);
    }
    return found;
  }
};

// True where a file of that kind was there, whole or not.
bool read_diagnoses(const MapReading& in) {
  const std::size_t before = in.issues.size();
  const auto table = risk_table(in.files, RiskTableKind::Diagnoses, in.issues);
  if (!table) return in.issues.size() > before;
  const auto diagnosis = risk_column(*table, kDiagnosis, in.issues);
  const auto category = risk_column(*table, kCategory, in.issues);
  const std::vector<std::size_t> rows = rows_of_model(*table, in.model_name, in.issues);
  if (!diagnosis || !category) return true;
  for (const std::size_t row : rows) {
    std::string key = diagnosis_key(table->cell(row, *diagnosis));
    if (key.empty()) {
      report_risk_issue(
          bad_risk_cell(*table, row, *diagnosis, "Enter a diagnosis code such as E119."),
          in.issues);
      continue;
    }
    const auto of = in.category(*table, row, *category, table->cell(row, *category));
    if (of) in.model.of_diagnosis.emplace_back(std::move(key), *of);
  }
  auto& map = in.model.of_diagnosis;
  std::sort(map.begin(), map.end());
  map.erase(std::unique(map.begin(), map.end()), map.end());
  return true;
}

RiskHierarchy& level_of(RiskModel& model, CategoryIndex parent) {
  for (RiskHierarchy& level : model.hierarchy) {
    if (level.parent == parent) return level;
  }
  return model.hierarchy.emplace_back(RiskHierarchy{.parent = parent, .drops = {}});
}

bool drops(const RiskModel& model, CategoryIndex parent, CategoryIndex child) {
  for (const RiskHierarchy& level : model.hierarchy) {
    if (level.parent == parent) return level.drops.contains(child);
  }
  return false;
}

// One row: a category and the one or more below it.
void read_level(const MapReading& in, const Table& table, std::size_t row,
                const std::pair<std::size_t, std::size_t>& columns) {
  const auto [parent_at, child_at] = columns;
  const auto parent = in.category(table, row, parent_at, table.cell(row, parent_at));
  const auto children = parts_of_cell(table.cell(row, child_at));
  if (children.empty()) {
    report_risk_issue(bad_risk_cell(table, row, child_at, "Enter the category that it drops."),
                      in.issues);
  }
  for (const std::string_view text : children) {
    const auto child = in.category(table, row, child_at, text);
    if (!parent || !child) continue;
    if (*parent == *child || drops(in.model, *child, *parent)) {
      report_risk_issue(
          {.path = table.path(row, child_at),
           .code = IssueCode::Conflict,
           .message = "Category " + in.model.categories[*parent] + " drops " +
                      in.model.categories[*child] +
                      ", which is itself or drops it. Keep the one that is more severe.",
           .params = {{"value", in.model.categories[*child]}}},
          in.issues);
      continue;
    }
    level_of(in.model, *parent).drops.insert(*child);
  }
}

bool read_hierarchy(const MapReading& in) {
  const std::size_t before = in.issues.size();
  const auto table = risk_table(in.files, RiskTableKind::Hierarchy, in.issues);
  if (!table) return in.issues.size() > before;
  const auto parent = risk_column(*table, kParent, in.issues);
  const auto child = risk_column(*table, kChild, in.issues);
  const std::vector<std::size_t> rows = rows_of_model(*table, in.model_name, in.issues);
  if (!parent || !child) return true;
  for (const std::size_t row : rows) read_level(in, *table, row, {*parent, *child});
  return true;
}

RiskInteractions read_interactions(const MapReading& in) {
  RiskInteractions interactions;
  const auto table = risk_table(in.files, RiskTableKind::Interactions, in.issues);
  if (!table) return interactions;
  const auto variable = risk_column(*table, kVariable, in.issues);
  const auto any_of = risk_column(*table, kAnyOf, in.issues);
  const std::vector<std::size_t> rows = rows_of_model(*table, in.model_name, in.issues);
  if (!variable || !any_of) return interactions;
  for (const std::size_t row : rows) {
    const std::string key = variable_key(table->cell(row, *variable));
    const auto parts = parts_of_cell(table->cell(row, *any_of));
    if (key.empty() || parts.empty()) {
      const std::size_t column = key.empty() ? *variable : *any_of;
      report_risk_issue(bad_risk_cell(*table, row, column,
                                      "Enter a variable such as HF_KIDNEY and its categories."),
                        in.issues);
      continue;
    }
    RiskInteraction& interaction = interactions[key];
    if (parts.size() == 1 && lower_ascii(parts.front()) == "disabled") {
      interaction.disabled = true;
      continue;
    }
    CategorySet group;
    for (const std::string_view part : parts) {
      if (const auto category = in.category(*table, row, *any_of, part)) group.insert(*category);
    }
    interaction.groups.push_back(group);
  }
  return interactions;
}

void check_whole(const MapReading& in, bool has_diagnoses, bool has_hierarchy) {
  const bool pays_by_category =
      std::any_of(in.model.segments.begin(), in.model.segments.end(),
                  [](const RiskSegment& segment) { return !segment.of_category.empty(); });
  if (!pays_by_category) return;
  if (!has_diagnoses) {
    report_risk_issue(missing("diagnoses",
                              "The coefficients are of categories, and no file says which "
                              "diagnoses are in them. Drop one on the page, or name it with "
                              "--risk-diagnoses: a CSV with the columns diagnosis_code and cc."),
                      in.issues);
  }
  if (!has_hierarchy) {
    report_risk_issue(missing("hierarchy",
                              "The coefficients are of categories, and no file says which drops "
                              "which. Drop one on the page, or name it with --risk-hierarchy: a "
                              "CSV with the columns cc_parent and cc_child, the header alone if "
                              "none does."),
                      in.issues);
  }
}

}  // namespace

Result<RiskModel> read_risk_model(std::span<const RiskFile> files, std::string_view model) {
  RiskModel out;
  Issues issues;
  const MapReading in{.files = files, .model_name = model, .model = out, .issues = issues};
  const RiskInteractions interactions = read_interactions(in);
  read_risk_coefficients(files, model, interactions, out, issues);
  const bool has_diagnoses = read_diagnoses(in);
  const bool has_hierarchy = read_hierarchy(in);
  check_whole(in, has_diagnoses, has_hierarchy);
  if (!issues.empty()) return issues;
  for (RiskSegment& segment : out.segments) {
    segment.of_category.resize(out.categories.size(), kNoCoefficient);
  }
  return out;
}

Result<std::vector<std::string>> read_eligible_codes(std::span<const RiskFile> files) {
  Issues issues;
  std::vector<std::string> codes;
  const auto table = risk_table(files, RiskTableKind::EligibleCodes, issues);
  if (table) {
    const auto column = risk_column(*table, kEligible, issues);
    for (const std::size_t row : rows_of_model(*table, {}, issues)) {
      if (column) codes.push_back(diagnosis_key(table->cell(row, *column)));
    }
  }
  if (!issues.empty()) return issues;
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

bool counts_for_risk(const Setting& setting, std::string_view hcpcs,
                     std::span<const std::string> eligible_codes) {
  constexpr std::array<std::string_view, 2> kInpatient{"11", "41"};
  constexpr std::array<std::string_view, 9> kOutpatient{"12", "13", "43", "71", "73",
                                                        "76", "77", "85", "87"};
  // A leading zero, as some files write the four characters of a bill type.
  std::string_view bill = setting.bill_type;
  if (bill.size() == 4 && bill.front() == '0') bill.remove_prefix(1);
  const std::string_view type = bill.substr(0, 2);
  const auto is_among = [type](const auto& types) {
    return std::find(types.begin(), types.end(), type) != types.end();
  };
  if (setting.claim_type == "institutional" && is_among(kInpatient)) return true;
  const bool by_code = setting.claim_type == "professional" ||
                       (setting.claim_type == "institutional" && is_among(kOutpatient));
  if (!by_code) return false;
  if (eligible_codes.empty()) return true;
  return std::binary_search(eligible_codes.begin(), eligible_codes.end(), hcpcs);
}

}  // namespace gainshare
