// SPDX-License-Identifier: Apache-2.0
#include "population/stays.h"

#include <algorithm>
#include <string_view>

#include "population/cost_category.h"

namespace gainshare {
namespace {

constexpr Restrictions kByStay = kNotInSnfStay | kNotInpatient;

// By setting: 0 no stay, else the category.
std::vector<CostCategory> facilities_of(const Intake& intake) {
  std::vector<CostCategory> facilities;
  for (std::uint32_t i = 0; i < intake.settings.size(); ++i) {
    facilities.push_back(category_of(setting_of(intake.settings.text(i))));
  }
  return facilities;
}

}  // namespace

LineContexts::LineContexts(const Intake& intake, const Repeats& repeats,
                           const std::vector<CodeClass>& codes) {
  const auto any = [&](Restrictions restrictions) {
    return std::any_of(codes.begin(), codes.end(), [&](const CodeClass& code) {
      return (code.restrictions & restrictions) != 0;
    });
  };
  const bool stays = any(kByStay);
  const bool bases = any(kNotWithoutBase);
  if (!stays && !bases) return;
  const std::vector<CostCategory> facilities = facilities_of(intake);
  if (bases) has_base_code_.resize(intake.claims.size(), 0);
  const auto take = [&](const ClaimLine& line) {
    const CodeClass& code = codes[line.code];
    if (bases && code.listed && (code.restrictions & kNotWithoutBase) == 0) {
      has_base_code_[line.claim] = 1;
    }
    const CostCategory facility = facilities[line.setting];
    if (!stays ||
        (facility != CostCategory::Inpatient && facility != CostCategory::SkilledNursing)) {
      return;
    }
    stays_.push_back({.member = intake.claims[line.claim].member,
                      .skilled_nursing = facility == CostCategory::SkilledNursing,
                      .first = line.day,
                      .last = line.last_day});
  };
  for_each_counted(intake.log, repeats,
                   [&](auto lines) { std::for_each(lines.begin(), lines.end(), take); });
  std::sort(stays_.begin(), stays_.end(),
            [](const Stay& a, const Stay& b) { return a.member < b.member; });
}

LineContext LineContexts::context_of(const ClaimLine& line, MemberIndex member) const {
  LineContext context{.without_base_code =
                          !has_base_code_.empty() && has_base_code_[line.claim] == 0};
  const auto before = [](const Stay& stay, MemberIndex m) { return stay.member < m; };
  for (auto stay = std::lower_bound(stays_.begin(), stays_.end(), member, before);
       stay != stays_.end() && stay->member == member; ++stay) {
    if (line.day < stay->first || line.day > stay->last) continue;
    (stay->skilled_nursing ? context.in_snf_stay : context.in_inpatient_stay) = true;
  }
  return context;
}

}  // namespace gainshare
