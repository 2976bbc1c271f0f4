// SPDX-License-Identifier: Apache-2.0
#include "json/prefunded_bonus_reader.h"

#include <string>
#include <utility>

#include "json/sources.h"
#include "json/terms_or_program.h"
#include "programs/healthpartners/resolve.h"

namespace gainshare::json {
namespace {

constexpr WholeRange kDays{.noun = "a number of days", .low = 0, .high = 3660};
constexpr WholeRange kYearDays{.noun = "a number of days", .low = 360, .high = 366};

Term<Rate> read_rate_term(ObjectReader& reader, std::string_view key) {
  return {.value = reader.rate(key, Need::Required).value_or(Rate{}),
          .source = source_of(reader, key)};
}

// What a contract states alike with its own terms and with the program's.
void read_common_terms(ObjectReader& reader, PrefundedBonusTerms& terms) {
  const auto rate = reader.rate("maximum_rate_of_claims", Need::Optional);
  if (rate)
    terms.maximum_rate_of_claims =
        Term<Rate>{.value = *rate, .source = source_of(reader, "maximum_rate_of_claims")};
  const auto amount = reader.cents("maximum_cents", Need::Optional, kAnyCents);
  if (amount)
    terms.maximum = Term<Money>{.value = *amount, .source = source_of(reader, "maximum_cents")};
  terms.annual_interest_rate = read_rate_term(reader, "annual_interest_rate");
  const auto score = reader.rate("minimum_quality_score", Need::Optional, {.noun = "a score"});
  if (score)
    terms.minimum_quality_score =
        Term<Rate>{.value = *score, .source = source_of(reader, "minimum_quality_score")};
  terms.interest_days = {.value = reader.whole("interest_days", Need::Required, kDays).value_or(0),
                         .source = source_of(reader, "interest_days")};
}

PrefundedBonusTerms read_terms(const Node& node, const Place& place, Issues& issues) {
  PrefundedBonusTerms terms;
  ObjectReader reader{node, place, issues};
  terms.prefund_rate = read_rate_term(reader, "prefund_rate");
  terms.share_of_savings = read_rate_term(reader, "share_of_savings");
  read_common_terms(reader, terms);
  terms.limit_to_prefund = {
      .value = reader.truth("limit_to_prefund", Need::Optional).value_or(true),
      .source = source_of(reader, "limit_to_prefund")};
  terms.quality_required = {
      .value = reader.truth("quality_required", Need::Required).value_or(true),
      .source = source_of(reader, "quality_required")};
  if (terms.minimum_quality_score && !terms.quality_required.value) {
    reader.report("minimum_quality_score", IssueCode::Conflict,
                  "A minimum quality score is stated, but quality is not required. Require it, or "
                  "leave the score out.");
  }
  terms.year_days = {.value = reader.whole("year_days", Need::Optional, kYearDays).value_or(365),
                     .source = source_of(reader, "year_days")};
  reader.finish();
  return terms;
}

void read_program_terms(const Node& node, const Place& place, Issues& issues, Stream& stream) {
  ObjectReader program{node, place, issues};
  read_program_name(program, kHealthPartners);
  const auto year = program.whole("performance_year", Need::Required,
                                  {.noun = "a year", .low = 1900, .high = 2199});
  PrefundedBonusTerms own;
  read_common_terms(program, own);
  program.finish();
  if (year)
    take_program(resolve_prefunded_bonus(static_cast<std::int32_t>(*year), own), place, issues,
                 stream);
}

}  // namespace

void read_prefunded_bonus(ObjectReader& reader, Stream& stream) {
  read_terms_or_program(reader, stream, read_terms, read_program_terms);
}

std::optional<PrefundedBonusFacts> read_prefunded_bonus_facts(ObjectReader& experience) {
  const auto claims = experience.cents("claims_subject_cents", Need::Optional, kAnyCents);
  if (!claims) return std::nullopt;
  return PrefundedBonusFacts{.claims_subject = *claims};
}

}  // namespace gainshare::json
