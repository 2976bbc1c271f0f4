// SPDX-License-Identifier: Apache-2.0
#include "json/capitation_reader.h"

#include <string>
#include <utility>

#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr RateRange kPremiumShare{.noun = "a share", .above_low = true};
constexpr RateRange kFactor{
    .noun = "a factor", .low = {}, .high = Rate::whole(100), .above_low = true};
constexpr CountRange kCarveOutLength{.low = 1, .high = 1000};
constexpr WholeRange kMemberMonths{
    .noun = "a number of member months", .low = 1, .high = 12'000'000'000};
constexpr WholeRange kMembers{.noun = "a number of members", .low = 1, .high = 1'000'000'000};
constexpr WholeRange kMonths{.noun = "a number of months", .low = 1, .high = 60};

// A form has its own figure, and the other form's has no place beside it.
void read_base(ObjectReader& reader, CapitationForm form, CapitationTerms& terms) {
  if (form == CapitationForm::PerMemberPerMonth) {
    const auto rate = reader.cents("rate_cents", Need::Required, kPositiveCents);
    terms.base = {.value = CapitationRate{rate.value_or(Money{})},
                  .source = source_of(reader, "rate_cents")};
    reader.forbid("premium_share", "The payment is a rate per member per month.");
    return;
  }
  const auto share = reader.rate("premium_share", Need::Required, kPremiumShare);
  terms.base = {.value = PremiumShare{share.value_or(Rate{})},
                .source = source_of(reader, "premium_share")};
  reader.forbid("rate_cents", "The payment is a percent of the premium.");
}

void check_member_months(const CapitationFacts& facts, ObjectReader& reader) {
  if (reader.has("members") != reader.has("months")) {
    const bool lacks_months = reader.has("members");
    reader.report(lacks_months ? "months" : "members", IssueCode::Missing,
                  "Members and months go together. Enter both, or the member months.");
  }
  if (!facts.member_months || !facts.members || !facts.months) return;
  const std::int64_t product = *facts.members * *facts.months;
  if (product == *facts.member_months) return;
  reader.report(
      "member_months", IssueCode::Conflict,
      "Member months are " + std::to_string(*facts.member_months) + ", but " +
          std::to_string(*facts.members) + " members in " + std::to_string(*facts.months) +
          " months make " + std::to_string(product) +
          ". Enter figures that agree, or one of the two.",
      {{"value", std::to_string(*facts.member_months)}, {"expected", std::to_string(product)}});
}

}  // namespace

void read_capitation(ObjectReader& stream, Stream& out) {
  const Node* const node = stream.object("terms", Need::Required);
  if (node == nullptr) return;
  CapitationTerms terms;
  const Place place{stream.place(), "terms"};
  ObjectReader reader{*node, place, stream.issues()};
  const auto form = reader.choice("form", Need::Required, kCapitationFormNames);
  if (form) {
    read_base(reader, *form, terms);
  } else {
    // Without a form nobody knows which figure belongs to it.
    reader.any("rate_cents");
    reader.any("premium_share");
  }
  const auto trend = reader.rate("trend_factor", Need::Optional, kFactor);
  if (trend)
    terms.trend_factor = Term<Rate>{.value = *trend, .source = source_of(reader, "trend_factor")};
  terms.risk_adjusted = {.value = reader.truth("risk_adjusted", Need::Optional).value_or(false),
                         .source = source_of(reader, "risk_adjusted")};
  terms.carve_out = reader.text("carve_out", Need::Optional, kCarveOutLength);
  reader.finish();
  out.terms = std::move(terms);
}

std::optional<CapitationFacts> read_capitation_facts(ObjectReader& experience) {
  const Node* const node = experience.object("capitation", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{experience.place(), "capitation"};
  ObjectReader reader{*node, place, experience.issues()};
  CapitationFacts facts;
  facts.member_months = reader.whole("member_months", Need::Optional, kMemberMonths);
  facts.members = reader.whole("members", Need::Optional, kMembers);
  facts.months = reader.whole("months", Need::Optional, kMonths);
  check_member_months(facts, reader);
  facts.premium_per_member_month =
      reader.cents("premium_pmpm_cents", Need::Optional, kPositiveCents);
  facts.premium = reader.cents("premium_cents", Need::Optional, kPositiveCents);
  if (reader.has("premium_pmpm_cents") && reader.has("premium_cents")) {
    reader.report("premium_cents", IssueCode::Conflict,
                  "The premium is given per member per month and in all. Keep one of them.");
  }
  facts.risk_score = reader.rate("risk_score", Need::Optional, kFactor);
  reader.finish();
  return facts;
}

}  // namespace gainshare::json
