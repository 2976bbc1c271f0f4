// SPDX-License-Identifier: Apache-2.0
#include "population/risk_model.h"

#include <algorithm>

#include "core/enum_name.h"

namespace gainshare {

std::optional<std::int64_t> score_units(std::string_view text) {
  const std::optional<Rate> rate = Rate::from_text(text);
  if (!rate || text.find('/') != std::string_view::npos) return std::nullopt;
  if (*rate > Rate::whole(1000) || *rate < Rate::whole(-1000)) return std::nullopt;
  if (kScoreUnit % rate->denominator() != 0) return std::nullopt;
  return rate->numerator() * (kScoreUnit / rate->denominator());
}

Ratio score_of_units(std::int64_t units) { return Ratio{Rational{units, kScoreUnit}}; }

std::string diagnosis_key(std::string_view diagnosis) {
  std::string key;
  for (const char c : diagnosis) {
    if (c == '.' || c == ' ' || c == '\t') continue;
    key.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return key;
}

std::optional<CategoryIndex> RiskModel::category(std::string_view label) const {
  const auto found = std::find(categories.begin(), categories.end(), label);
  if (found == categories.end()) return std::nullopt;
  return static_cast<CategoryIndex>(found - categories.begin());
}

const RiskSegment* RiskModel::segment(RiskSegmentKind kind) const {
  const std::string_view name = name_of(kRiskSegmentNames, kind);
  const RiskSegment* everybody = nullptr;
  for (const RiskSegment& each : segments) {
    if (each.name == name) return &each;
    if (each.name.empty()) everybody = &each;
  }
  return everybody;
}

std::vector<CategoryIndex> RiskModel::categories_of(std::string_view diagnosis) const {
  const std::string key = diagnosis_key(diagnosis);
  auto at =
      std::lower_bound(of_diagnosis.begin(), of_diagnosis.end(), key,
                       [](const auto& entry, const std::string& k) { return entry.first < k; });
  std::vector<CategoryIndex> found;
  for (; at != of_diagnosis.end() && at->first == key; ++at) found.push_back(at->second);
  return found;
}

DiagnosisCategories::DiagnosisCategories(const RiskModel& model,
                                         std::span<const std::string> diagnoses) {
  first_.reserve(diagnoses.size() + 1);
  first_.push_back(0);
  for (const std::string& diagnosis : diagnoses) {
    const std::vector<CategoryIndex> found = model.categories_of(diagnosis);
    categories_.insert(categories_.end(), found.begin(), found.end());
    first_.push_back(static_cast<std::uint32_t>(categories_.size()));
  }
}

}  // namespace gainshare
