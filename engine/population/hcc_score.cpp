// SPDX-License-Identifier: Apache-2.0
#include "population/hcc_score.h"

#include <algorithm>

#include "core/enum_name.h"

namespace gainshare {
namespace {

constexpr std::int32_t kAgedFrom = 65;

bool is_new_enrollee(RiskSegmentKind kind) { return kind >= RiskSegmentKind::NewEnrollee; }

CoefficientIndex cell_of(const RiskSegment& segment, const RiskSubject& subject) {
  for (const AgeSexCell& cell : segment.cells) {
    const bool fits =
        cell.sex == subject.sex && cell.from_age <= subject.age && subject.age <= cell.to_age;
    if (fits) return cell.coefficient;
  }
  return kNoCoefficient;
}

// The demographic part; false where no cell fits. `add(part, coefficient)` takes what counts.
template <class Add>
bool add_demographic(const RiskSegment& segment, const RiskSubject& subject, const Add& add) {
  const CoefficientIndex cell = cell_of(segment, subject);
  if (cell == kNoCoefficient) return false;
  add(RiskPart::AgeAndSex, cell);
  // Of the disabled their age says it; the variable is of those who have come to be aged.
  const bool aged_after_disability = subject.originally_disabled && subject.age >= kAgedFrom;
  const CoefficientIndex disabled = subject.sex == Sex::Female ? segment.originally_disabled_female
                                                               : segment.originally_disabled_male;
  if (aged_after_disability && disabled != kNoCoefficient) {
    add(RiskPart::OriginallyDisabled, disabled);
  }
  const bool institutional_dual = subject.institutional && subject.dual != DualStatus::NonDual;
  if (institutional_dual && segment.institutional_dual != kNoCoefficient) {
    add(RiskPart::InstitutionalDual, segment.institutional_dual);
  }
  return true;
}

bool holds(const RiskInteraction& interaction, const RiskSubject& subject,
           const CategorySet& present) {
  if (interaction.disabled && subject.age >= kAgedFrom) return false;
  return std::all_of(interaction.groups.begin(), interaction.groups.end(),
                     [&present](const CategorySet& group) { return present.meets(group); });
}

// Categories that pay, how many they are, and interactions. `add_category` takes a category and
// its coefficient, kNoCoefficient where it pays nothing.
template <class Add, class AddCategory>
void add_conditions(const RiskSegment& segment, const RiskSubject& subject,
                    const CategorySet& present, const Add& add, const AddCategory& add_category) {
  std::size_t count = 0;
  present.for_each([&](CategoryIndex category) {
    const CoefficientIndex coefficient = segment.of_category[category];
    if (coefficient != kNoCoefficient) ++count;
    add_category(category, coefficient);
  });
  for (const CountStep& step : segment.counts) {
    if (count == step.count || (step.or_more && count > step.count)) {
      add(RiskPart::CategoryCount, step.coefficient);
    }
  }
  for (const RiskInteraction& interaction : segment.interactions) {
    if (holds(interaction, subject, present)) add(RiskPart::Interaction, interaction.coefficient);
  }
}

// `dropped(category, by)` hears of each category that is taken away.
template <class Dropped>
void apply_hierarchy(const RiskModel& model, CategorySet& present, const Dropped& dropped) {
  for (const RiskHierarchy& level : model.hierarchy) {
    if (!present.contains(level.parent) || !present.meets(level.drops)) continue;
    dropped(level, present);
    present.remove(level.drops);
  }
}

std::vector<std::string> distinct_keys(std::span<const std::string> diagnoses) {
  std::vector<std::string> keys;
  for (const std::string& diagnosis : diagnoses) keys.push_back(diagnosis_key(diagnosis));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// What the explanation of a member collects while the score is made.
struct Explainer {
  const RiskModel& model;
  ScoreExplanation& out;
  std::int64_t units = 0;

  void part(RiskPart part, CoefficientIndex coefficient) {
    const RiskCoefficient& row = model.coefficients[coefficient];
    units += row.units;
    out.parts.push_back({.part = part,
                         .variable = row.variable,
                         .coefficient = score_of_units(row.units),
                         .category = {},
                         .diagnoses = {}});
  }
  void category(CategoryIndex category, CoefficientIndex coefficient,
                const std::vector<std::string>& keys) {
    if (coefficient == kNoCoefficient) {
      out.without_coefficient.push_back(model.categories[category]);
      return;
    }
    part(RiskPart::Category, coefficient);
    out.parts.back().category = model.categories[category];
    for (const std::string& key : keys) {
      const std::vector<CategoryIndex> of_key = model.categories_of(key);
      const bool in_it = std::find(of_key.begin(), of_key.end(), category) != of_key.end();
      if (in_it) out.parts.back().diagnoses.push_back(key);
    }
  }
  void dropped(const RiskHierarchy& level, const CategorySet& present) {
    present.for_each([&](CategoryIndex category) {
      if (!level.drops.contains(category)) return;
      out.dropped.push_back({model.categories[category], model.categories[level.parent]});
    });
  }
};

}  // namespace

RiskSegmentKind segment_of(const RiskSubject& subject) {
  const bool aged = subject.age >= kAgedFrom;
  if (subject.new_enrollee) {
    const bool originally_disabled = subject.originally_disabled && aged;
    if (subject.dual == DualStatus::NonDual) {
      return originally_disabled ? RiskSegmentKind::NewEnrolleeOriginallyDisabled
                                 : RiskSegmentKind::NewEnrollee;
    }
    return originally_disabled ? RiskSegmentKind::NewEnrolleeDualOriginallyDisabled
                               : RiskSegmentKind::NewEnrolleeDual;
  }
  if (subject.institutional) return RiskSegmentKind::Institutional;
  if (subject.dual == DualStatus::NonDual) {
    return aged ? RiskSegmentKind::CommunityNonDualAged : RiskSegmentKind::CommunityNonDualDisabled;
  }
  if (subject.dual == DualStatus::Full) {
    return aged ? RiskSegmentKind::CommunityFullDualAged
                : RiskSegmentKind::CommunityFullDualDisabled;
  }
  return aged ? RiskSegmentKind::CommunityPartialDualAged
              : RiskSegmentKind::CommunityPartialDualDisabled;
}

CategorySet categories_after_hierarchy(const RiskModel& model,
                                       const DiagnosisCategories& categories,
                                       std::span<const std::uint32_t> diagnoses) {
  CategorySet present;
  for (const std::uint32_t diagnosis : diagnoses) {
    for (const CategoryIndex category : categories.of(diagnosis)) present.insert(category);
  }
  apply_hierarchy(model, present, [](const RiskHierarchy&, const CategorySet&) {});
  return present;
}

std::optional<std::int64_t> hcc_score(const RiskModel& model, const DiagnosisCategories& categories,
                                      const RiskSubject& subject,
                                      std::span<const std::uint32_t> diagnoses) {
  const RiskSegmentKind kind = segment_of(subject);
  const RiskSegment* const segment = model.segment(kind);
  if (segment == nullptr) return std::nullopt;
  std::int64_t units = 0;
  const auto add = [&](RiskPart, CoefficientIndex coefficient) {
    units += model.coefficients[coefficient].units;
  };
  if (!add_demographic(*segment, subject, add)) return std::nullopt;
  if (is_new_enrollee(kind)) return units;
  const CategorySet present = categories_after_hierarchy(model, categories, diagnoses);
  add_conditions(*segment, subject, present, add, [&](CategoryIndex, CoefficientIndex coefficient) {
    if (coefficient != kNoCoefficient) add(RiskPart::Category, coefficient);
  });
  return units;
}

ScoreExplanation explain_hcc_score(const RiskModel& model, const RiskSubject& subject,
                                   std::span<const std::string> diagnoses) {
  const RiskSegmentKind kind = segment_of(subject);
  ScoreExplanation out{.segment = std::string{name_of(kRiskSegmentNames, kind)},
                       .age = subject.age};
  const RiskSegment* const segment = model.segment(kind);
  if (segment == nullptr) return out;
  Explainer explainer{.model = model, .out = out};
  const auto add = [&](RiskPart part, CoefficientIndex row) { explainer.part(part, row); };
  if (!add_demographic(*segment, subject, add)) return out;
  if (!is_new_enrollee(kind)) {
    CategorySet present;
    const std::vector<std::string> keys = distinct_keys(diagnoses);
    for (const std::string& key : keys) {
      const std::vector<CategoryIndex> of_key = model.categories_of(key);
      if (of_key.empty()) out.unmapped.push_back(key);
      for (const CategoryIndex category : of_key) present.insert(category);
    }
    apply_hierarchy(model, present, [&](const RiskHierarchy& level, const CategorySet& before) {
      explainer.dropped(level, before);
    });
    add_conditions(*segment, subject, present, add, [&](CategoryIndex c, CoefficientIndex row) {
      explainer.category(c, row, keys);
    });
  }
  out.raw = score_of_units(explainer.units);
  return out;
}

}  // namespace gainshare
