// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/enum_name.h"
#include "programs/mssp/resolve.h"

namespace gainshare {
namespace {

bool starts_from(const std::optional<Date>& agreement_start, const Parameter& first_day) {
  return agreement_start && *agreement_start >= date_of(first_day);
}

// RULES.md 2.2: band ends inclusive, the last band open and flat.
SizeTable size_table(const ProgramEdition& edition) {
  SizeTable table;
  for (const SizeBandParameter& band : edition.size_table) {
    SizeBand row;
    row.from = band.from;
    if (band.to != 0) row.to = band.to;
    row.start = Rate::from_text(band.start).value_or(Rate{});
    row.end = Rate::from_text(band.end).value_or(Rate{});
    row.source = {.citation = std::string{band.citation}, .status = band.status, .clause = {}};
    table.push_back(std::move(row));
  }
  return table;
}

// 42 CFR 425.110(b)(3)(iii): from performance years starting July 2019 on, a fixed rate gives way
// to the size table below 5,000 beneficiaries; before, it stays fixed and needs no table.
Term<MinimumRate> fixed_rate(const TrackParameters& parameters, Rate rate, Source source) {
  MinimumRate minimum{.fixed = rate, .by_beneficiaries = {}, .fixed_needs_beneficiaries = 0};
  if (const Parameter* needs = parameters.find("fixed_election_minimum_beneficiaries")) {
    minimum.by_beneficiaries = size_table(*parameters.edition);
    minimum.fixed_needs_beneficiaries = count_of(*needs);
  }
  return {.value = std::move(minimum), .source = std::move(source)};
}

Term<MinimumRate> minimum_rate_term(const TrackParameters& parameters,
                                    const MsspElections& elections) {
  const Parameter& choice = parameters.at("minimum_rate_choice");
  const Parameter* const options = parameters.find("minimum_rate_options");
  const Parameter* const needs = parameters.find("fixed_election_minimum_beneficiaries");
  switch (minimum_rate_origin(parameters, elections)) {
    case MinimumRateOrigin::Fixed: {
      const Parameter& rate = parameters.at("fixed_minimum_rate");
      const Parameter* const before = parameters.find("fixed_minimum_rate_agreements_before");
      return fixed_rate(parameters, rate_of(rate), source_of({&rate, &choice, before, needs}));
    }
    case MinimumRateOrigin::Elected:
      if (!elections.minimum_rate) break;
      return fixed_rate(parameters, *elections.minimum_rate, source_of({&choice, options, needs}));
    case MinimumRateOrigin::BySize:
      break;
  }
  return {.value = {.fixed = std::nullopt,
                    .by_beneficiaries = size_table(*parameters.edition),
                    .fixed_needs_beneficiaries = 0},
          .source = source_of({&choice, options})};
}

Term<Basis> basis_term(const Parameter& parameter) {
  return {.value = from_name(kBasisNames, parameter.value).value_or(Basis::FirstDollar),
          .source = source_of(parameter)};
}

// RULES.md 2.4. The standard is what the experience states; from 2021 a score decides as well.
Term<QualityStandard> quality_standard(const TrackParameters& parameters) {
  const Parameter* const stated = parameters.find("quality_standard_stated_by_experience");
  const Parameter* const minimum = parameters.find("quality_standard_minimum_score");
  QualityStandard standard;
  standard.stated_by_experience = holds(stated);
  if (minimum != nullptr) standard.minimum_score = rate_of(*minimum);
  return {.value = standard, .source = source_of({minimum, stated})};
}

// A first performance year pays for reporting. To 2020 the score counts as 1. From 2021 reporting
// meets the standard and the score keeps its part in a loss rate: there any score meets it.
void ease_first_year(const TrackParameters& parameters, QualityTerms& quality) {
  const Parameter* const first_year = parameters.find("first_performance_year_quality");
  if (first_year == nullptr) return;
  const bool score_still_counts = first_year->value == "standard_met_by_reporting" &&
                                  parameters.find("loss_rate_quality_factor") != nullptr;
  if (score_still_counts) {
    quality.standard->value.minimum_score = Rate::whole(0);
    quality.standard->source = source_of(*first_year);
  } else {
    quality.reporting_year = source_of(*first_year);
  }
}

QualityTerms quality_terms(const TrackParameters& parameters, const MsspElections& elections) {
  const Parameter& effect = parameters.at("quality_effect");
  QualityTerms quality;
  quality.standard = quality_standard(parameters);
  quality.effect = {.value = FullShare{}, .source = source_of(effect)};
  if (effect.value == "scaled_by_score") {
    quality.effect.value = ShareEscalator{.lowest = Rate::whole(0)};
  }
  if (effect.value == "pass_fail_with_alternative") quality.alternative = source_of(effect);
  if (effect.value == "reporting") quality.reporting_year = source_of(effect);
  if (elections.first_performance_year) ease_first_year(parameters, quality);
  return quality;
}

Term<LossShare> loss_share(const TrackParameters& parameters) {
  if (const Parameter* fixed = parameters.find("loss_rate")) {
    return {.value = rate_of(*fixed), .source = source_of(*fixed)};
  }
  const Parameter& factor = parameters.at("loss_rate_quality_factor");
  const Parameter& lowest = parameters.at("loss_rate_lowest");
  const Parameter& highest = parameters.at("loss_rate_highest");
  return {.value = QualityScaledLoss{.factor = rate_of(factor),
                                     .lowest = rate_of(lowest),
                                     .highest = rate_of(highest)},
          .source = source_of({&factor, &lowest, &highest})};
}

// 42 CFR 425.606(g): Track 2 limits its first, its second and every later year differently.
const Parameter* loss_limit_of_benchmark(const TrackParameters& parameters,
                                         const MsspElections& elections) {
  switch (elections.track_year.value_or(0)) {
    case 0:
      return parameters.find("loss_limit_of_benchmark");
    case 1:
      return parameters.find("loss_limit_of_benchmark_year_1");
    case 2:
      return parameters.find("loss_limit_of_benchmark_year_2");
    default:
      return parameters.find("loss_limit_of_benchmark_year_3");
  }
}

LossLimit loss_limit(const TrackParameters& parameters, const MsspElections& elections) {
  LossLimit limit;
  if (const Parameter* of_benchmark = loss_limit_of_benchmark(parameters, elections)) {
    limit.of_benchmark = rate_term(*of_benchmark);
  }
  if (const Parameter* of_revenue = parameters.find("loss_limit_of_revenue")) {
    const Parameter* const low_only = parameters.find("loss_limit_of_revenue_low_revenue_only");
    limit.of_revenue =
        Term<Rate>{.value = rate_of(*of_revenue), .source = source_of({of_revenue, low_only})};
    limit.revenue_leg_for_low_revenue_only = holds(low_only);
  }
  return limit;
}

LossTerms loss_terms(const TrackParameters& parameters, const MsspElections& elections) {
  LossTerms loss;
  loss.minimum_rate = minimum_rate_term(parameters, elections);
  loss.basis = basis_term(parameters.at("loss_basis"));
  loss.share = loss_share(parameters);
  loss.limit = loss_limit(parameters, elections);
  const Parameter* const disaster = parameters.find("disaster_reduction");
  if (holds(disaster)) loss.disaster_reduction = source_of(*disaster);
  const Parameter* const forgiven = parameters.find("losses_forgiven");
  if (holds(forgiven)) loss.forgiven = source_of(*forgiven);
  return loss;
}

// 42 CFR 425.605(h). An agreement whose start is not stated has no claim to it.
std::optional<Term<ReducedSharing>> reduced_sharing(const TrackParameters& parameters,
                                                    const MsspElections& elections) {
  const Parameter* const factor = parameters.find("reduced_sharing_factor");
  if (factor == nullptr) return std::nullopt;
  const Parameter& tracks = parameters.at("reduced_sharing_tracks");
  const Parameter& from = parameters.at("reduced_sharing_agreements_from");
  const auto names = words_of(tracks);
  const bool on_track = std::find(names.begin(), names.end(), parameters.track->id) != names.end();
  if (!on_track || !starts_from(elections.agreement_start, from)) return std::nullopt;
  const Parameter& beneficiaries = parameters.at("reduced_sharing_minimum_beneficiaries");
  const Parameter& low_only = parameters.at("reduced_sharing_low_revenue_only");
  const Parameter& threshold = parameters.at("low_revenue_threshold");
  return Term<ReducedSharing>{
      .value = {.factor = rate_of(*factor),
                .minimum_beneficiaries = count_of(beneficiaries),
                .low_revenue_only = holds(&low_only),
                .low_revenue_threshold = rate_of(threshold)},
      .source = source_of({factor, &tracks, &from, &beneficiaries, &low_only, &threshold})};
}

std::optional<Source> recoupment(const TrackParameters& parameters) {
  const Parameter* const advance = parameters.find("advance_payment_recoupment");
  const Parameter* const prepaid = parameters.find("prepaid_savings_recoupment");
  if (!holds(advance) && !holds(prepaid)) return std::nullopt;
  return source_of({holds(advance) ? advance : nullptr, holds(prepaid) ? prepaid : nullptr});
}

}  // namespace

MinimumRateOrigin minimum_rate_origin(const TrackParameters& parameters,
                                      const MsspElections& elections) {
  const std::string_view choice = parameters.at("minimum_rate_choice").value;
  if (choice == "variable") return MinimumRateOrigin::BySize;
  const Parameter* const before = parameters.find("fixed_minimum_rate_agreements_before");
  const bool began_before = before != nullptr && elections.agreement_start &&
                            *elections.agreement_start < date_of(*before);
  return choice == "fixed" || began_before ? MinimumRateOrigin::Fixed : MinimumRateOrigin::Elected;
}

SharedSavingsTerms mssp_terms(const TrackParameters& parameters, const MsspElections& elections) {
  const Parameter& sides = parameters.at("sides");
  const Parameter& limit = parameters.at("payment_limit_rate");
  SharedSavingsTerms terms;
  terms.sides = {.value = from_name(kSidesNames, sides.value).value_or(Sides::OneSided),
                 .source = source_of(sides)};
  terms.minimum_savings_rate = minimum_rate_term(parameters, elections);
  terms.savings_basis = basis_term(parameters.at("savings_basis"));
  terms.sharing_rate = rate_term(parameters.at("sharing_rate"));
  terms.cap = Term<Cap>{.value = {.on = CapOn::Payment, .rate = rate_of(limit)},
                        .source = source_of(limit)};
  terms.quality = quality_terms(parameters, elections);
  terms.sequestration = rate_term(parameters.at("sequestration_rate"));
  if (terms.sides.value == Sides::TwoSided) terms.loss = loss_terms(parameters, elections);
  terms.reduced_sharing = reduced_sharing(parameters, elections);
  const Parameter* const guardrail = parameters.find("guardrail_agreements_from");
  if (guardrail != nullptr && starts_from(elections.agreement_start, *guardrail)) {
    terms.guardrail = source_of(*guardrail);
  }
  terms.recoupment = recoupment(parameters);
  const Parameter* const half_year = parameters.find("six_month_year_fraction");
  if (half_year != nullptr && elections.six_month_year) terms.year_fraction = rate_term(*half_year);
  return terms;
}

}  // namespace gainshare
