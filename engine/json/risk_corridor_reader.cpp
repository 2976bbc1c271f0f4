// SPDX-License-Identifier: Apache-2.0
#include "json/risk_corridor_reader.h"

#include <optional>
#include <string>
#include <utility>

#include "json/read_list.h"
#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr CountRange kBandCount{.low = 1, .high = 20};
constexpr CountRange kPartCount{.low = 1, .high = 10};
constexpr CountRange kTitleLength{.low = 1, .high = 200};
// Together they leave something of the benchmark.
constexpr RateRange kDiscount{.noun = "a discount", .low = {}, .high = Rate::percent(50)};
constexpr RateRange kDiscountPart{
    .noun = "a part of the discount", .low = Rate::percent(-50), .high = Rate::percent(50)};
constexpr RateRange kWithhold{.noun = "a withhold", .low = {}, .high = Rate::percent(40)};
constexpr RateRange kCap{.noun = "a cap", .low = {}, .high = Rate::whole(1), .above_low = true};
// Spending has no upper end, so a loss can pass the benchmark.
constexpr RateRange kUpTo{
    .noun = "the end of a band", .low = {}, .high = Rate::whole(1000), .above_low = true};

DiscountPart read_part(ObjectReader& reader) {
  DiscountPart part;
  part.id = read_id(reader).value_or("");
  part.title = reader.text("title", Need::Required, kTitleLength).value_or("");
  part.rate = reader.rate("rate", Need::Required, kDiscountPart).value_or(Rate{});
  part.source = source_of(reader);
  return part;
}

// Parts may lower the discount, but not below none and not beyond the limit of a single one.
void check_sum(const std::vector<DiscountPart>& parts, const Place& place, Issues& issues) {
  Ratio sum;
  for (const DiscountPart& part : parts) sum = sum + Ratio{part.rate};
  if (sum >= Ratio{kDiscount.low} && sum <= Ratio{kDiscount.high}) return;
  issues.push_back({.path = place.pointer(),
                    .code = IssueCode::OutOfRange,
                    .message = "The parts of the discount add up to " + sum.exact().to_text() +
                               ". Let them add up to a discount from 0 to 0.5.",
                    .params = {{"value", sum.exact().to_text()}, {"low", "0"}, {"high", "0.5"}}});
}

std::vector<DiscountPart> read_parts(ObjectReader& terms) {
  const std::size_t before = terms.issues().size();
  const ListOf<DiscountPart> list{
      .key = "discount_parts", .need = Need::Optional, .count = kPartCount};
  std::vector<DiscountPart> parts = read_list(terms, list, read_part);
  if (terms.has("discount_parts") && terms.issues().size() == before) {
    check_sum(parts, Place{terms.place(), "discount_parts"}, terms.issues());
  }
  return parts;
}

std::vector<DiscountPart> read_discount(ObjectReader& terms) {
  if (terms.has("discount") && terms.has("discount_parts")) {
    terms.report("discount", IssueCode::Conflict,
                 "The discount is stated, and its parts are too. Keep one of them.");
  }
  const auto whole = terms.rate("discount", Need::Optional, kDiscount);
  std::vector<DiscountPart> parts = read_parts(terms);
  if (whole)
    parts = {{.id = "discount",
              .title = "Discount",
              .rate = *whole,
              .source = source_of(terms, "discount")}};
  return parts;
}

// "up_to" of the last band may be null or absent: it has no end.
std::optional<Rate> read_up_to(ObjectReader& band, bool last) {
  const Node* const node = band.any("up_to");
  if (node != nullptr && node->kind != Kind::Null) return band.rate("up_to", Need::Required, kUpTo);
  if (!last) {
    band.report("up_to", IssueCode::Missing,
                "Only the last band has no end. Enter where this one ends, as a part of the "
                "benchmark.",
                {{"key", "up_to"}});
  }
  return std::nullopt;
}

void check_order(const Corridors& corridors, const Place& place, Issues& issues) {
  for (std::size_t i = 1; i < corridors.size(); ++i) {
    const std::optional<Rate>& before = corridors[i - 1].up_to;
    const std::optional<Rate>& up_to = corridors[i].up_to;
    if (!before || !up_to || *up_to > *before) continue;
    const Place band{place, i};
    issues.push_back({.path = Place{band, "up_to"}.pointer(),
                      .code = IssueCode::BadOrder,
                      .message = "A band that ends at " + up_to->to_text() +
                                 " follows one that ends at " + before->to_text() +
                                 ". List the bands by ascending end.",
                      .params = {{"value", up_to->to_text()}}});
  }
}

Corridors read_corridors(ObjectReader& terms, std::string_view key) {
  Corridors corridors;
  const Node* const list = terms.list(key, Need::Optional, kBandCount);
  if (list == nullptr) return corridors;
  const Place place{terms.place(), key};
  const std::size_t before = terms.issues().size();
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, terms.issues()};
    CorridorBand& band = corridors.emplace_back();
    band.up_to = read_up_to(reader, i + 1 == list->items.size());
    band.share = reader.rate("share", Need::Required).value_or(Rate{});
    band.source = source_of(reader);
    reader.finish();
  }
  if (terms.issues().size() == before) check_order(corridors, place, terms.issues());
  return corridors;
}

std::optional<Term<Rate>> read_optional(ObjectReader& terms, std::string_view key,
                                        const RateRange& range) {
  const auto rate = terms.rate(key, Need::Optional, range);
  if (!rate) return std::nullopt;
  return Term<Rate>{.value = *rate, .source = source_of(terms, key)};
}

}  // namespace

RiskCorridorTerms read_risk_corridor_terms(const Node& node, const Place& place, Issues& issues) {
  RiskCorridorTerms terms;
  ObjectReader reader{node, place, issues};
  terms.discount = read_discount(reader);
  terms.quality_withhold = read_optional(reader, "quality_withhold", kWithhold);
  terms.retention_withhold = read_optional(reader, "retention_withhold", kWithhold);
  terms.gross_cap = read_optional(reader, "cap", kCap);
  terms.savings_corridors = read_corridors(reader, "corridors");
  // Without corridors the whole difference is shared; losses follow savings unless they are stated.
  if (terms.savings_corridors.empty()) {
    terms.savings_corridors = {{.share = Rate::whole(1), .source = not_stated()}};
  }
  terms.loss_corridors = read_corridors(reader, "loss_corridors");
  if (terms.loss_corridors.empty()) terms.loss_corridors = terms.savings_corridors;
  terms.share = {.value = reader.rate("share", Need::Optional).value_or(Rate::whole(1)),
                 .source = source_of(reader, "share")};
  terms.sequestration = {
      .value = reader.rate("sequestration_rate", Need::Optional).value_or(Rate{}),
      .source = source_of(reader, "sequestration_rate")};
  reader.finish();
  return terms;
}

std::optional<RiskCorridorFacts> read_risk_corridor_facts(ObjectReader& experience) {
  const Node* const node = experience.object("risk_corridor", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{experience.place(), "risk_corridor"};
  ObjectReader reader{*node, place, experience.issues()};
  RiskCorridorFacts facts{.retention_met = reader.truth("retention_met", Need::Optional)};
  reader.finish();
  return facts;
}

}  // namespace gainshare::json
