// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/rate.h"
#include "population/category_set.h"
#include "population/population.h"

namespace gainshare {

// Scores in billionths: every coefficient is a decimal of at most nine places, so that a member's
// sum is exact in whole numbers and takes no rational arithmetic.
inline constexpr std::int64_t kScoreUnit = 1'000'000'000;
// From -1,000 to 1,000; nothing where the text is no decimal of nine places within that.
std::optional<std::int64_t> score_units(std::string_view text);
Ratio score_of_units(std::int64_t units);

// The populations that CMS-HCC has coefficients of their own for, named as its tables prefix them.
enum class RiskSegmentKind : std::uint8_t {
  CommunityNonDualAged,
  CommunityNonDualDisabled,
  CommunityFullDualAged,
  CommunityFullDualDisabled,
  CommunityPartialDualAged,
  CommunityPartialDualDisabled,
  Institutional,
  NewEnrollee,
  NewEnrolleeOriginallyDisabled,
  NewEnrolleeDual,
  NewEnrolleeDualOriginallyDisabled,
};
inline constexpr std::array kRiskSegmentNames{
    std::pair{RiskSegmentKind::CommunityNonDualAged, std::string_view{"cna"}},
    std::pair{RiskSegmentKind::CommunityNonDualDisabled, std::string_view{"cnd"}},
    std::pair{RiskSegmentKind::CommunityFullDualAged, std::string_view{"cfa"}},
    std::pair{RiskSegmentKind::CommunityFullDualDisabled, std::string_view{"cfd"}},
    std::pair{RiskSegmentKind::CommunityPartialDualAged, std::string_view{"cpa"}},
    std::pair{RiskSegmentKind::CommunityPartialDualDisabled, std::string_view{"cpd"}},
    std::pair{RiskSegmentKind::Institutional, std::string_view{"ins"}},
    std::pair{RiskSegmentKind::NewEnrollee, std::string_view{"ne_nmcaid_norigdis"}},
    std::pair{RiskSegmentKind::NewEnrolleeOriginallyDisabled,
              std::string_view{"ne_nmcaid_origdis"}},
    std::pair{RiskSegmentKind::NewEnrolleeDual, std::string_view{"ne_mcaid_norigdis"}},
    std::pair{RiskSegmentKind::NewEnrolleeDualOriginallyDisabled,
              std::string_view{"ne_mcaid_origdis"}},
};
inline constexpr std::size_t kRiskSegmentCount = kRiskSegmentNames.size();

// One row of the coefficients.
struct RiskCoefficient {
  std::string variable;    // as the file writes it: "CNA_HCC37"
  std::int64_t units = 0;  // billionths
};
using CoefficientIndex = std::uint32_t;
inline constexpr CoefficientIndex kNoCoefficient = 0xFFFF'FFFF;

struct AgeSexCell {
  Sex sex = Sex::Unknown;
  std::int32_t from_age = 0;
  std::int32_t to_age = 0;  // inclusive
  CoefficientIndex coefficient = kNoCoefficient;
};

// "D4": exactly four payment categories; "D10P": ten or more.
struct CountStep {
  std::size_t count = 0;
  bool or_more = false;
  CoefficientIndex coefficient = kNoCoefficient;
};

// Holds where the member has some category of every group, and is under 65 where it says so.
struct RiskInteraction {
  CoefficientIndex coefficient = kNoCoefficient;
  std::vector<CategorySet> groups;
  bool disabled = false;
};

struct RiskSegment {
  std::string name;  // "cna"; empty: of everybody who has no segment of their own
  std::vector<AgeSexCell> cells;
  std::vector<CoefficientIndex> of_category;  // by category; kNoCoefficient: pays nothing
  std::vector<CountStep> counts;
  std::vector<RiskInteraction> interactions;
  CoefficientIndex originally_disabled_female = kNoCoefficient;
  CoefficientIndex originally_disabled_male = kNoCoefficient;
  CoefficientIndex institutional_dual = kNoCoefficient;  // "LTIMCAID"
};

// A category and those below it, which it takes away.
struct RiskHierarchy {
  CategoryIndex parent = 0;
  CategorySet drops;
};

// A model of the tables that the user supplies, ready to score with: made by read_risk_model().
struct RiskModel {
  std::vector<std::string> categories;  // "37"
  std::vector<RiskCoefficient> coefficients;
  std::vector<RiskSegment> segments;
  // In the order of the file, as CMS's own software goes through it: a category that another one
  // took away before takes nothing away itself.
  std::vector<RiskHierarchy> hierarchy;
  // Ascending by code (no point, capitals); one code may stand in several categories.
  std::vector<std::pair<std::string, CategoryIndex>> of_diagnosis;
  // Variables that nothing here understands: interactions without a definition, mostly.
  std::vector<std::string> unused_variables;

  std::optional<CategoryIndex> category(std::string_view label) const;
  const RiskSegment* segment(RiskSegmentKind kind) const;  // its own, or that of everybody
  // In capitals without the point, as the map has it: "E11.9" is "E119".
  std::vector<CategoryIndex> categories_of(std::string_view diagnosis) const;
};

std::string diagnosis_key(std::string_view diagnosis);

// The categories of each distinct diagnosis of a population, found once. The population's members
// name diagnoses by their place in the list.
class DiagnosisCategories {
 public:
  DiagnosisCategories(const RiskModel& model, std::span<const std::string> diagnoses);
  std::span<const CategoryIndex> of(std::uint32_t diagnosis) const {
    return std::span{categories_}.subspan(first_[diagnosis],
                                          first_[diagnosis + 1] - first_[diagnosis]);
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<CategoryIndex> categories_;
};

}  // namespace gainshare
