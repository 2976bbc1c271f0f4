// SPDX-License-Identifier: Apache-2.0
#include "population/intake/columns.h"

#include <algorithm>
#include <array>

#include "core/enum_name.h"
#include "csv/table.h"

namespace gainshare {
namespace {

constexpr std::array<std::string_view, 2> kMemberAlso{"member_id", "patient_id"};
constexpr std::array<std::string_view, 1> kTinAlso{"billing_tin"};
constexpr std::array<std::string_view, 2> kCountyAlso{"fips_county_code", "county_fips_code"};
constexpr std::array<std::string_view, 1> kSexAlso{"sex"};
constexpr std::array<std::string_view, 1> kGroupAlso{"group_name"};
constexpr std::array<std::string_view, 1> kParticipantAlso{"participant_flag"};

// 19 fields and the diagnoses, of which the first stands here for all.
constexpr std::array kClaimFields{
    FieldSpec{"data_source"},
    FieldSpec{"claim_id", true},
    FieldSpec{"claim_line_number"},
    FieldSpec{"claim_type"},
    FieldSpec{"person_id", true, kMemberAlso},
    FieldSpec{"claim_line_start_date"},
    FieldSpec{"claim_line_end_date"},
    FieldSpec{"claim_start_date"},
    FieldSpec{"claim_end_date"},
    FieldSpec{"paid_date"},
    FieldSpec{"place_of_service_code"},
    FieldSpec{"bill_type_code"},
    FieldSpec{"revenue_center_code"},
    FieldSpec{"hcpcs_code"},
    FieldSpec{"rendering_npi"},
    FieldSpec{"billing_npi"},
    FieldSpec{"rendering_tin", false, kTinAlso},
    FieldSpec{"paid_amount", true},
    FieldSpec{"allowed_amount"},
    FieldSpec{"diagnosis_code_1"},
    FieldSpec{"diagnosis_code_2"},
    FieldSpec{"diagnosis_code_3"},
    FieldSpec{"diagnosis_code_4"},
    FieldSpec{"diagnosis_code_5"},
    FieldSpec{"diagnosis_code_6"},
    FieldSpec{"diagnosis_code_7"},
    FieldSpec{"diagnosis_code_8"},
    FieldSpec{"diagnosis_code_9"},
    FieldSpec{"diagnosis_code_10"},
    FieldSpec{"diagnosis_code_11"},
    FieldSpec{"diagnosis_code_12"},
    FieldSpec{"diagnosis_code_13"},
    FieldSpec{"diagnosis_code_14"},
    FieldSpec{"diagnosis_code_15"},
    FieldSpec{"diagnosis_code_16"},
    FieldSpec{"diagnosis_code_17"},
    FieldSpec{"diagnosis_code_18"},
    FieldSpec{"diagnosis_code_19"},
    FieldSpec{"diagnosis_code_20"},
    FieldSpec{"diagnosis_code_21"},
    FieldSpec{"diagnosis_code_22"},
    FieldSpec{"diagnosis_code_23"},
    FieldSpec{"diagnosis_code_24"},
    FieldSpec{"diagnosis_code_25"},
};

constexpr std::array kEligibilityFields{
    FieldSpec{"person_id", true, kMemberAlso},
    FieldSpec{"birth_date"},
    FieldSpec{"death_date"},
    FieldSpec{"gender", false, kSexAlso},
    FieldSpec{"enrollment_start_date"},
    FieldSpec{"enrollment_end_date"},
    FieldSpec{"enrollment_months"},
    FieldSpec{"enrollment_year"},
    FieldSpec{"dual_status_code"},
    FieldSpec{"original_reason_entitlement_code"},
    FieldSpec{"medicare_status_code"},
    FieldSpec{"county", false, kCountyAlso},
    FieldSpec{"patient_designated_provider"},
    FieldSpec{"insurer_designated_provider"},
    FieldSpec{"risk_score"},
};

constexpr std::array kRosterFields{
    FieldSpec{"npi", true},
    FieldSpec{"tin", true},
    FieldSpec{"specialty"},
    FieldSpec{"group", false, kGroupAlso},
    FieldSpec{"participant", false, kParticipantAlso},
};

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 12;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i) {
    text += (i == 0 ? "" : ", ") + std::string{clipped(names[i])};
  }
  return names.size() > kShown ? text + " and " + std::to_string(names.size() - kShown) + " more"
                               : text;
}

// The columns of that name, without regard to case.
std::vector<std::size_t> places_of(const std::vector<std::string>& names, std::string_view name) {
  std::vector<std::size_t> places;
  const std::string wanted = lower_ascii(trimmed(name));
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (lower_ascii(trimmed(names[i])) == wanted) places.push_back(i);
  }
  return places;
}

const std::string* mapped(const std::vector<std::pair<std::string, std::string>>& pairs,
                          std::string_view field) {
  const auto found = std::find_if(pairs.begin(), pairs.end(),
                                  [&](const auto& pair) { return pair.first == field; });
  return found == pairs.end() ? nullptr : &found->second;
}

Issue column_issue(std::string_view file, std::string_view column, IssueCode code,
                   std::string message) {
  return {.path = std::string{file} + ":1:" + std::string{column},
          .code = code,
          .message = std::move(message),
          .params = {{"column", std::string{column}}}};
}

// Fields of the mapping that no file of this kind has.
void check_mapping(FileKind kind, std::string_view file, const ColumnMapping& mapping,
                   Issues& issues) {
  const auto check = [&](const std::string& field) {
    const auto fields = fields_of(kind);
    const bool known = std::any_of(fields.begin(), fields.end(),
                                   [&](const FieldSpec& spec) { return spec.name == field; });
    if (known) return;
    issues.push_back(column_issue(
        file, field, IssueCode::UnknownKey,
        "The mapping names " + std::string{clipped(field)} + ", which is no field of a file of " +
            std::string{name_of(kFileKindNames, kind)} + ". Take it out or correct its name."));
  };
  for (const auto& [field, column] : mapping.columns) check(field);
  for (const auto& [field, text] : mapping.constants) check(field);
}

// The column of one field, or -1; an issue where it is missing or there twice.
std::int32_t place_of(const FieldSpec& spec, std::string_view file,
                      const std::vector<std::string>& names, const std::string* column,
                      Issues& issues) {
  std::vector<std::string_view> tried{column != nullptr ? std::string_view{*column} : spec.name};
  if (column == nullptr) tried.insert(tried.end(), spec.also.begin(), spec.also.end());
  for (const std::string_view name : tried) {
    const auto places = places_of(names, name);
    if (places.size() > 1) {
      issues.push_back(column_issue(file, name, IssueCode::DuplicateColumn,
                                    "The file has more than one column " + std::string{name} +
                                        ". Leave one, or name another in the mapping."));
    }
    if (!places.empty()) return static_cast<std::int32_t>(places.front());
  }
  if (column != nullptr || spec.required) {
    issues.push_back(column_issue(file, tried.front(), IssueCode::MissingColumn,
                                  "The file has no column " + std::string{clipped(tried.front())} +
                                      " for " + std::string{spec.name} + ". It has: " +
                                      listed(names) + ". Say in the mapping which of them it is."));
  }
  return -1;
}

// Fields of which one pair at least must be there.
struct EitherOr {
  std::array<std::size_t, 2> one;
  std::array<std::size_t, 2> other;
};
constexpr std::size_t at(ClaimField field) { return static_cast<std::size_t>(field); }
constexpr std::size_t at(EligibilityField field) { return static_cast<std::size_t>(field); }
EitherOr either_or(FileKind kind) {
  if (kind == FileKind::Claims) {
    return {.one = {at(ClaimField::LineStart), at(ClaimField::LineStart)},
            .other = {at(ClaimField::ClaimStart), at(ClaimField::ClaimStart)}};
  }
  return {.one = {at(EligibilityField::Start), at(EligibilityField::End)},
          .other = {at(EligibilityField::Months), at(EligibilityField::MonthsYear)}};
}

std::string pair_name(FileKind kind, const std::array<std::size_t, 2>& fields) {
  const auto specs = fields_of(kind);
  const std::string first{specs[fields[0]].name};
  return fields[0] == fields[1] ? first : first + " and " + std::string{specs[fields[1]].name};
}

}  // namespace

std::span<const FieldSpec> fields_of(FileKind kind) {
  if (kind == FileKind::Claims) return kClaimFields;
  if (kind == FileKind::Eligibility) return kEligibilityFields;
  return kRosterFields;
}

std::string_view Columns::trim(std::string_view text) { return trimmed(text); }

std::vector<std::string> Columns::unused() const {
  std::vector<std::string> unused;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (std::find(places_.begin(), places_.end(), static_cast<std::int32_t>(i)) == places_.end()) {
      unused.push_back(names_[i]);
    }
  }
  return unused;
}

Result<Columns> bind_columns(FileKind kind, std::string_view file,
                             const std::vector<std::string>& names, const ColumnMapping& mapping) {
  Issues issues;
  check_mapping(kind, file, mapping, issues);
  Columns columns;
  columns.names_ = names;
  for (const FieldSpec& spec : fields_of(kind)) {
    const std::string* const constant = mapped(mapping.constants, spec.name);
    columns.constants_.push_back(constant != nullptr ? *constant : std::string{});
    columns.places_.push_back(
        constant != nullptr
            ? -1
            : place_of(spec, file, names, mapped(mapping.columns, spec.name), issues));
  }
  if (kind != FileKind::Roster) {
    const auto [one, other] = either_or(kind);
    const auto has = [&](const auto& pair) { return columns.has(pair[0]) && columns.has(pair[1]); };
    if (!has(one) && !has(other)) {
      issues.push_back(column_issue(file, pair_name(kind, one), IssueCode::MissingColumn,
                                    "The file has neither " + pair_name(kind, one) + " nor " +
                                        pair_name(kind, other) + ". It has: " + listed(names) +
                                        ". Say in the mapping which of them it is."));
    }
  }
  if (!issues.empty()) return issues;
  return columns;
}

MatchedColumns find_columns(FileKind kind, const std::vector<std::string>& names,
                            const ColumnMapping& mapping) {
  MatchedColumns found;
  Issues ignored;
  std::vector<bool> used(names.size(), false);
  std::vector<bool> has;
  for (const FieldSpec& spec : fields_of(kind)) {
    const bool constant = mapped(mapping.constants, spec.name) != nullptr;
    const std::int32_t place =
        constant ? -1 : place_of(spec, {}, names, mapped(mapping.columns, spec.name), ignored);
    has.push_back(constant || place >= 0);
    if (place >= 0) {
      const auto column = static_cast<std::size_t>(place);
      used[column] = true;
      found.matched.emplace_back(spec.name, names[column]);
    } else if (spec.required && !constant) {
      found.missing.emplace_back(spec.name);
    }
  }
  if (kind != FileKind::Roster) {
    const auto [one, other] = either_or(kind);
    const bool other_way = has[other[0]] && has[other[1]];
    for (const std::size_t field : one) {
      const std::string name{fields_of(kind)[field].name};
      const bool told = !found.missing.empty() && found.missing.back() == name;
      if (!other_way && !has[field] && !told) found.missing.push_back(name);
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!used[i]) found.unused.push_back(names[i]);
  }
  return found;
}

}  // namespace gainshare
