// SPDX-License-Identifier: Apache-2.0
#include "json/episode_payment_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr CountRange kBandCount{.low = 1, .high = 20};
constexpr CountRange kTitleLength{.low = 1, .high = 200};
constexpr RateRange kDiscount{.noun = "a discount", .low = {}, .high = Rate::percent(50)};
constexpr RateRange kScore{.noun = "a score"};
constexpr RateRange kCompositeScore{.noun = "a score", .low = {}, .high = Rate::whole(1000)};

enum class QualityForm : std::uint8_t { ScoreAdjustment, DiscountByBand };
constexpr std::array kQualityForms{
    std::pair{QualityForm::ScoreAdjustment, std::string_view{"bpci_advanced"}},
    std::pair{QualityForm::DiscountByBand, std::string_view{"discount_by_band"}},
};

std::optional<Term<Rate>> read_optional(ObjectReader& terms, std::string_view key,
                                        const RateRange& range = {}) {
  const auto rate = terms.rate(key, Need::Optional, range);
  if (!rate) return std::nullopt;
  return Term<Rate>{.value = *rate, .source = source_of(terms, key)};
}

DiscountBand read_band(const Node& node, const Place& place, Issues& issues) {
  ObjectReader reader{node, place, issues};
  DiscountBand band;
  band.id = read_id(reader).value_or("");
  band.title = reader.text("title", Need::Optional, kTitleLength).value_or(band.id);
  band.from_score = reader.rate("from_score", Need::Required, kCompositeScore).value_or(Rate{});
  band.inclusive = reader.truth("inclusive", Need::Optional).value_or(true);
  band.discount = reader.rate("discount", Need::Optional, kDiscount);
  band.repayment_discount = reader.rate("repayment_discount", Need::Optional, kDiscount);
  band.source = source_of(reader);
  reader.finish();
  return band;
}

// A band begins where the one before ends; the same score twice only when the later excludes it.
bool in_order(const DiscountBand& before, const DiscountBand& band) {
  const bool just_above = before.inclusive && !band.inclusive;
  return band.from_score > before.from_score ||
         (band.from_score == before.from_score && just_above);
}

void check_bands(const std::vector<DiscountBand>& bands, const Place& place, Issues& issues) {
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const DiscountBand& band = bands[i];
    const bool wrong =
        i == 0 ? !(band.from_score == Rate{} && band.inclusive) : !in_order(bands[i - 1], band);
    if (wrong) {
      const Place item{place, i};
      issues.push_back({.path = Place{item, "from_score"}.pointer(),
                        .code = IssueCode::BadOrder,
                        .message = i == 0
                                       ? "The first band begins at " + band.from_score.to_text() +
                                             ". Let it begin at 0 inclusive, so that every "
                                             "score has a band."
                                       : "List the bands by ascending score.",
                        .params = {{"value", band.from_score.to_text()}}});
    }
    const bool taken = std::any_of(bands.begin(), bands.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](const DiscountBand& other) { return other.id == band.id; });
    if (taken) report_taken_id(band.id, Place{place, i}, issues);
  }
}

DiscountBands read_bands(ObjectReader& quality) {
  DiscountBands bands;
  const Node* const list = quality.list("bands", Need::Required, kBandCount);
  if (list == nullptr) return bands;
  const Place place{quality.place(), "bands"};
  const std::size_t before = quality.issues().size();
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    bands.bands.push_back(read_band(list->items[i], item, quality.issues()));
  }
  if (quality.issues().size() == before) check_bands(bands.bands, place, quality.issues());
  return bands;
}

Term<EpisodeQuality> read_quality(ObjectReader& terms) {
  Term<EpisodeQuality> quality{.value = NoQuality{}, .source = not_stated()};
  const Node* const node = terms.object("quality", Need::Optional);
  if (node == nullptr) return quality;
  quality.source = source_of(terms, "quality");
  const Place place{terms.place(), "quality"};
  ObjectReader reader{*node, place, terms.issues()};
  const auto form = reader.choice("form", Need::Required, kQualityForms);
  if (form == QualityForm::ScoreAdjustment) {
    const auto most = reader.rate("maximum_adjustment", Need::Required);
    quality.value = ScoreAdjustment{.most = most.value_or(Rate{})};
    reader.forbid("bands", "bands belong to the form \"discount_by_band\".");
  } else if (form == QualityForm::DiscountByBand) {
    quality.value = read_bands(reader);
    reader.forbid("maximum_adjustment", "it belongs to the form \"bpci_advanced\".");
  } else {
    reader.any("maximum_adjustment");
    reader.any("bands");
  }
  reader.finish();
  return quality;
}

std::optional<Term<Winsorisation>> read_winsorisation(ObjectReader& terms) {
  const Node* const node = terms.object("winsorise", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{terms.place(), "winsorise"};
  ObjectReader reader{*node, place, terms.issues()};
  const auto low = reader.rate("low", Need::Required, {.noun = "a percentile"});
  const auto high = reader.rate("high", Need::Required, {.noun = "a percentile"});
  reader.finish();
  if (low && high && *low > *high) {
    reader.report("high", IssueCode::Conflict,
                  "The high percentile is " + high->to_text() + ", below the low one of " +
                      low->to_text() + ". Enter at least the low one.",
                  {{"value", high->to_text()}, {"low", low->to_text()}});
  }
  return Term<Winsorisation>{
      .value = {.low = low.value_or(Rate{}), .high = high.value_or(Rate::whole(1))},
      .source = source_of(reader)};
}

// The bands state the discount, and a score on their scale.
void check_together(ObjectReader& reader, const EpisodePaymentTerms& terms) {
  if (!std::holds_alternative<DiscountBands>(terms.quality.value)) return;
  if (reader.has("discount")) {
    reader.report("discount", IssueCode::Conflict,
                  "The discount is stated, and the quality bands state it too. Keep one of them.");
  }
  if (reader.has("minimum_quality_score")) {
    reader.report("minimum_quality_score", IssueCode::Conflict,
                  "A band without a discount already pays nothing. Leave the minimum quality "
                  "score out.");
  }
}

}  // namespace

EpisodePaymentTerms read_episode_payment_terms(const Node& node, const Place& place,
                                               Issues& issues) {
  EpisodePaymentTerms terms;
  ObjectReader reader{node, place, issues};
  terms.discount = read_optional(reader, "discount", kDiscount);
  terms.quality = read_quality(reader);
  terms.minimum_score = read_optional(reader, "minimum_quality_score", kScore);
  terms.regional_share = read_optional(reader, "regional_share", {.noun = "a share"});
  terms.stop_gain = read_optional(reader, "stop_gain", {.noun = "a limit"});
  terms.stop_loss = read_optional(reader, "stop_loss", {.noun = "a limit"});
  const auto repays = reader.truth("repayment", Need::Optional);
  if (repays == false) terms.no_repayment = source_of(reader, "repayment");
  terms.winsorise = read_winsorisation(reader);
  check_together(reader, terms);
  reader.finish();
  return terms;
}

}  // namespace gainshare::json
