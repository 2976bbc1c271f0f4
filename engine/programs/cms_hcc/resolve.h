// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "programs/parameters.h"

namespace gainshare {

inline constexpr std::string_view kCmsHcc = "cms_hcc";

// A model that counts in a payment year.
struct CmsHccModel {
  std::string id;     // "v28"
  std::string title;  // "CMS-HCC model V28"
  Term<Rate> normalisation;
  Term<Rate> weight;  // in the year's blend; they add up to 1
};

// How Medicare Advantage makes a payment score in one year; its tables of coefficients are files
// of the user.
struct CmsHccScoring {
  ProgramReference reference;
  Term<Rate> coding_adjustment;
  std::vector<CmsHccModel> models;  // oldest first
};

// RULES.md section 11. An issue at "/performance_year" where the year has no edition.
Result<CmsHccScoring> resolve_cms_hcc(
    std::int32_t performance_year, std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
