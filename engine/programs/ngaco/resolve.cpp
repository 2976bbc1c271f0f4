// SPDX-License-Identifier: Apache-2.0
#include "programs/ngaco/resolve.h"

#include <array>
#include <utility>

#include "programs/edition_lookup.h"
#include "programs/track_lookup.h"

namespace gainshare {
namespace {

Issue out_of_range(std::string path, std::string what, const Ratio& value,
                   std::pair<Ratio, Ratio> range) {
  const std::string low = range.first.exact().to_text();
  const std::string high = range.second.exact().to_text();
  const std::string text = value.exact().to_text();
  return {.path = std::move(path),
          .code = IssueCode::OutOfRange,
          .message = what + " is " + text + ". Enter a rate from " + low + " to " + high + ".",
          .params = {{"value", text}, {"low", low}, {"high", high}}};
}

bool within(const Ratio& value, const std::pair<Ratio, Ratio>& range) {
  return value >= range.first && value <= range.second;
}

void check_cap(const TrackParameters& parameters, const std::optional<Rate>& cap, Issues& issues) {
  const std::pair<Ratio, Ratio> range{rate_of(parameters.at("cap_lowest")),
                                      rate_of(parameters.at("cap_highest"))};
  if (!cap) {
    issues.push_back({.path = "/cap",
                      .code = IssueCode::Missing,
                      .message = "The ACO chose a cap on gross savings and losses, which is not "
                                 "given. Enter a rate from " +
                                 range.first.exact().to_text() + " to " +
                                 range.second.exact().to_text() + ".",
                      .params = {{"key", "cap"}}});
  } else if (!within(Ratio{*cap}, range)) {
    issues.push_back(out_of_range("/cap", "The cap", Ratio{*cap}, range));
  }
}

// One of the three amounts added to the standard discount.
struct Addition {
  std::string_view id;
  std::string_view title;
  const std::optional<Rate>& rate;
  std::string_view parameter;
  bool lowers_only;
};
std::array<Addition, 3> additions_of(const NextGenerationDiscount& discount) {
  return {
      Addition{"quality", "Discount for quality", discount.quality, "quality_discount_most", true},
      Addition{"regional", "Discount for regional efficiency", discount.regional,
               "regional_discount_spread", false},
      Addition{"national", "Discount for national efficiency", discount.national,
               "national_discount_spread", false}};
}

bool any_addition(const NextGenerationDiscount& discount) {
  return discount.quality || discount.regional || discount.national;
}

void check_additions(const TrackParameters& parameters, const NextGenerationDiscount& discount,
                     Issues& issues) {
  for (const Addition& addition : additions_of(discount)) {
    const Ratio spread = rate_of(parameters.at(addition.parameter));
    const std::pair<Ratio, Ratio> range{Ratio{} - spread, addition.lowers_only ? Ratio{} : spread};
    const std::string path = "/" + std::string{addition.id} + "_discount";
    if (!addition.rate) {
      issues.push_back({.path = path,
                        .code = IssueCode::Missing,
                        .message = "The discount is the standard one with parts for quality, "
                                   "regional and national efficiency, and this part is not given. "
                                   "Enter a rate from " +
                                   range.first.exact().to_text() + " to " +
                                   range.second.exact().to_text() + ", or the whole \"discount\".",
                        .params = {{"key", std::string{addition.id} + "_discount"}}});
    } else if (!within(Ratio{*addition.rate}, range)) {
      issues.push_back(
          out_of_range(path, std::string{addition.title}, Ratio{*addition.rate}, range));
    }
  }
}

void check_discount(const TrackParameters& parameters, const NextGenerationDiscount& discount,
                    Issues& issues) {
  const bool additions = any_addition(discount);
  if (parameters.find("standard_discount") == nullptr) {
    if (!discount.whole && !additions) return;
    issues.push_back({.path = discount.whole ? "/discount" : "",
                      .code = IssueCode::NotApplicable,
                      .message = "From 2019 on the risk arrangement fixes the discount. Leave the "
                                 "discount and its parts out.",
                      .params = {}});
    return;
  }
  if (discount.whole && additions) {
    issues.push_back({.path = "/discount",
                      .code = IssueCode::Conflict,
                      .message = "The discount is given, and its parts are too. Keep one of them.",
                      .params = {}});
  } else if (discount.whole) {
    const std::pair<Ratio, Ratio> range{rate_of(parameters.at("discount_lowest")),
                                        rate_of(parameters.at("discount_highest"))};
    if (!within(Ratio{*discount.whole}, range)) {
      issues.push_back(out_of_range("/discount", "The discount", Ratio{*discount.whole}, range));
    }
  } else {
    check_additions(parameters, discount, issues);
  }
}

std::vector<DiscountPart> discount_parts(const TrackParameters& parameters,
                                         const NextGenerationDiscount& discount) {
  if (const Parameter* fixed = parameters.find("discount")) {
    return {{.id = "discount",
             .title = "Discount",
             .rate = rate_of(*fixed),
             .source = source_of(*fixed)}};
  }
  if (discount.whole) {
    return {{.id = "discount",
             .title = "Discount",
             .rate = *discount.whole,
             .source = source_of(
                 {&parameters.at("discount_lowest"), &parameters.at("discount_highest")})}};
  }
  const Parameter& standard = parameters.at("standard_discount");
  std::vector<DiscountPart> parts{{.id = "standard",
                                   .title = "Standard discount",
                                   .rate = rate_of(standard),
                                   .source = source_of(standard)}};
  for (const Addition& addition : additions_of(discount)) {
    parts.push_back({.id = std::string{addition.id},
                     .title = std::string{addition.title},
                     .rate = addition.rate.value_or(Rate{}),
                     .source = source_of(parameters.at(addition.parameter))});
  }
  return parts;
}

RiskCorridorTerms next_generation_terms(const TrackParameters& parameters,
                                        const NextGenerationElections& elections) {
  RiskCorridorTerms terms;
  terms.discount = discount_parts(parameters, elections.discount);
  if (const Parameter* withhold = parameters.find("quality_withhold")) {
    terms.quality_withhold = rate_term(*withhold);
  }
  const Parameter& lowest = parameters.at("cap_lowest");
  const Parameter& highest = parameters.at("cap_highest");
  terms.gross_cap =
      Term<Rate>{.value = elections.cap.value_or(Rate{}), .source = source_of({&lowest, &highest})};
  terms.share = rate_term(parameters.at("share"));
  terms.savings_corridors = {{.share = Rate::whole(1), .source = terms.share.source}};
  terms.loss_corridors = terms.savings_corridors;
  terms.sequestration = rate_term(parameters.at("sequestration_rate"));
  return terms;
}

}  // namespace

Result<ResolvedRiskCorridor> resolve_next_generation(const NextGenerationElections& elections,
                                                     std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kNextGeneration, elections.performance_year);
  if (!edition) return edition.issues();
  constexpr ProgramTrack kNoTrack{.id = {}, .title = {}, .parameters = {}};
  const auto track =
      track_or_issue(*edition.value(), "/risk_arrangement", elections.risk_arrangement);
  const TrackParameters parameters{.edition = edition.value(),
                                   .track = track ? track.value() : &kNoTrack};
  Issues issues;
  if (!track) issues = track.issues();
  check_cap(parameters, elections.cap, issues);
  check_discount(parameters, elections.discount, issues);
  if (!issues.empty()) return issues;
  return ResolvedRiskCorridor{.reference = reference_of(*edition.value(), parameters.track),
                              .terms = next_generation_terms(parameters, elections)};
}

}  // namespace gainshare
