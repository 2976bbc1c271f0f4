// SPDX-License-Identifier: Apache-2.0
// Any bytes are tables of a risk model or issues: no crash, every issue with its place, and what
// was read scores without reaching outside its tables.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "population/hcc_score.h"
#include "population/risk_tables.h"

using namespace gainshare;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void score_with(const RiskModel& model) {
  std::vector<std::string> codes{"E119", "I5030"};
  for (const auto& [code, category] : model.of_diagnosis) codes.push_back(code);
  const DiagnosisCategories categories{model, codes};
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < codes.size(); ++i) all.push_back(i);
  for (const std::int32_t age : {0, 64, 65, 120}) {
    const RiskSubject subject{.age = age, .sex = Sex::Female};
    const auto score = hcc_score(model, categories, subject, all);
    const ScoreExplanation explained = explain_hcc_score(model, subject, codes);
    require(score.has_value() == explained.raw.has_value());
    if (score) require(score_of_units(*score) == *explained.raw);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  // Five files, cut at form feeds, which no table needs.
  std::vector<RiskFile> files;
  std::string_view rest = bytes;
  for (const auto& [kind, name] : kRiskTableKindNames) {
    const std::size_t end = std::min(rest.find('\f'), rest.size());
    if (end > 0) files.push_back({kind, name, rest.substr(0, end)});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const std::string_view model : {std::string_view{}, std::string_view{"V28"}}) {
    const Result<RiskModel> read = read_risk_model(files, model);
    if (read) {
      score_with(read.value());
      continue;
    }
    require(!read.issues().empty() && read.issues().size() <= 100);
    for (const Issue& issue : read.issues()) {
      require(!issue.path.empty() && !issue.message.empty());
    }
  }
  (void)read_eligible_codes(files).ok();
  return 0;
}
