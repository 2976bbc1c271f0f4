// SPDX-License-Identifier: Apache-2.0
#include "programs/cjr/resolve.h"

#include <array>
#include <utility>

#include "programs/edition_lookup.h"
#include "programs/track_lookup.h"

namespace gainshare {
namespace {

struct BandNames {
  std::string_view id;
  std::string_view title;
  std::string_view from;  // the parameter where the band begins; none: at 0
  bool inclusive;
};
constexpr std::array kBands{BandNames{"below", "Below acceptable", {}, true},
                            BandNames{"acceptable", "Acceptable", "acceptable_from", true},
                            BandNames{"good", "Good", "good_from", true},
                            BandNames{"excellent", "Excellent", "excellent_above", false}};

DiscountBands bands_of(const TrackParameters& parameters) {
  DiscountBands bands;
  for (const BandNames& names : kBands) {
    const Parameter* const from = parameters.find(names.from);
    const Parameter* const discount = parameters.find("discount_" + std::string{names.id});
    const Parameter* const repayment =
        parameters.find("repayment_discount_" + std::string{names.id});
    DiscountBand& band = bands.bands.emplace_back();
    band.id = names.id;
    band.title = names.title;
    if (from != nullptr) band.from_score = rate_of(*from);
    band.inclusive = names.inclusive;
    if (discount != nullptr) band.discount = rate_of(*discount);
    if (repayment != nullptr) band.repayment_discount = rate_of(*repayment);
    // The band below begins where none other does: its upper end is the first threshold.
    const Parameter& threshold = from != nullptr ? *from : parameters.at("acceptable_from");
    band.source = source_of({&threshold, discount, repayment});
  }
  return bands;
}

// "0:0 30:5.5": the percentile from which on there are so many points.
std::vector<PercentilePoints> points_of(const Parameter& parameter) {
  std::vector<PercentilePoints> points;
  for (const std::string_view word : words_of(parameter)) {
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) continue;
    points.push_back({.from_percentile = Rate::from_text(word.substr(0, colon)).value_or(Rate{}),
                      .points = Rate::from_text(word.substr(colon + 1)).value_or(Rate{})});
  }
  return points;
}

CompositeMeasure percentile_measure(const TrackParameters& parameters, std::string_view id,
                                    std::string_view title) {
  const Parameter& points = parameters.at(std::string{id} + "_points");
  const Parameter& deciles = parameters.at("improvement_deciles");
  const Parameter& part = parameters.at("improvement_of_maximum");
  const Parameter& missing = parameters.at("missing_percentile");
  CompositeMeasure measure;
  measure.id = id;
  measure.title = title;
  measure.points = points_of(points);
  if (!measure.points.empty()) measure.maximum_points = measure.points.back().points;
  measure.improvement_deciles = count_of(deciles);
  const Ratio improvement = Ratio{measure.maximum_points} * Ratio{rate_of(part)};
  measure.improvement_points = Rate::from_text(improvement.exact().to_text()).value_or(Rate{});
  measure.missing_percentile = rate_of(missing);
  measure.source = source_of({&points, &deciles, &part, &missing});
  return measure;
}

CompositeScore composite_of(const TrackParameters& parameters) {
  const Parameter& maximum = parameters.at("composite_maximum");
  const Parameter& submitted = parameters.at("pro_points");
  CompositeScore composite;
  composite.maximum = rate_of(maximum);
  composite.source = source_of(maximum);
  composite.measures = {
      percentile_measure(parameters, "complications", "Complications after joint replacement"),
      percentile_measure(parameters, "hcahps", "Patients' experience (HCAHPS)")};
  CompositeMeasure& outcomes = composite.measures.emplace_back();
  outcomes.id = "pro";
  outcomes.title = "Patient-reported outcomes";
  outcomes.maximum_points = rate_of(submitted);
  outcomes.source = source_of(submitted);
  return composite;
}

EpisodePaymentTerms cjr_terms(const TrackParameters& parameters) {
  EpisodePaymentTerms terms;
  terms.quality.value = bands_of(parameters);
  terms.quality.source = source_of({&parameters.at("acceptable_from"), &parameters.at("good_from"),
                                    &parameters.at("excellent_above")});
  terms.composite = composite_of(parameters);
  terms.regional_share = rate_term(parameters.at("regional_share"));
  terms.stop_gain = rate_term(parameters.at("stop_gain"));
  terms.stop_loss = rate_term(parameters.at("stop_loss"));
  const Parameter* const no_repayment = parameters.find("no_repayment");
  if (holds(no_repayment)) terms.no_repayment = source_of(*no_repayment);
  return terms;
}

}  // namespace

Result<ResolvedEpisodePayment> resolve_cjr(const CjrElections& elections,
                                           std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kCjr, elections.performance_year);
  if (!edition) return edition.issues();
  const auto track = track_or_issue(*edition.value(), "/hospital", elections.hospital);
  if (!track) return track.issues();
  const TrackParameters parameters{.edition = edition.value(), .track = track.value()};
  return ResolvedEpisodePayment{.reference = reference_of(*edition.value(), track.value()),
                                .terms = cjr_terms(parameters)};
}

}  // namespace gainshare
