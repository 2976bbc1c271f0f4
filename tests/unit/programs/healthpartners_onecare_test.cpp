// SPDX-License-Identifier: Apache-2.0
// The editions of HealthPartners and OneCare Vermont: what they resolve to, that every figure is
// used, and what is refused.
#include <map>

#include "programs/healthpartners/resolve.h"
#include "programs/onecare_pip/resolve.h"
#include "support/catch.h"

namespace gainshare {
namespace {

PartnersInProgressElections partners() {
  PartnersInProgressElections elections{.performance_year = 2024};
  elections.withhold_rates = {{"pharmacy", Rate::percent(2)}, {"primary_care", Rate::percent(5)}};
  elections.stated.annual_interest_rate.value = Rate::percent(3);
  return elections;
}

// Everything that an edition decides, as text.
std::string text_of(const Source& source) {
  return source.citation + "|" + std::to_string(static_cast<int>(source.status)) + "\n";
}
std::string text_of(const WithholdTerms& terms) {
  std::string text = text_of(terms.provider_types.source) + text_of(terms.compounding.source);
  text += std::to_string(static_cast<int>(terms.compounding.value));
  for (const auto& type : terms.provider_types.value) text += type.id + type.title;
  return text;
}
std::string text_of(const PrefundedBonusTerms& terms) {
  return terms.prefund_rate.value.to_text() + text_of(terms.prefund_rate.source) +
         terms.share_of_savings.value.to_text() + text_of(terms.share_of_savings.source) +
         std::to_string(terms.quality_required.value) + text_of(terms.quality_required.source) +
         std::to_string(terms.limit_to_prefund.value) + text_of(terms.limit_to_prefund.source) +
         std::to_string(terms.year_days.value) + text_of(terms.year_days.source);
}
std::string text_of(const IncentivePoolTerms& terms) {
  std::string text = terms.pool_rate.value.to_text() + text_of(terms.pool_rate.source) +
                     text_of(terms.measures.source) + text_of(terms.unclaimed.source) +
                     std::to_string(static_cast<int>(terms.unclaimed.value));
  for (const PoolMeasure& measure : terms.measures.value) text += measure.id + measure.title;
  return text;
}

// All that any contract could resolve to from these editions.
std::string everything(std::span<const ProgramEdition> editions) {
  std::string text;
  const auto withhold = resolve_partners_in_progress(partners(), editions);
  text += withhold ? text_of(withhold.value().terms) : withhold.issues().front().message;
  const auto bonus = resolve_prefunded_bonus(2024, {}, editions);
  text += bonus ? text_of(bonus.value().terms) : bonus.issues().front().message;
  const auto pool = resolve_onecare_pool({.performance_year = 2021}, editions);
  text += pool ? text_of(pool.value().terms) : pool.issues().front().message;
  return text;
}

const std::map<std::string_view, std::string_view>& other_values() {
  static const std::map<std::string_view, std::string_view> values{
      {"monthly", "none"}, {"hold", "return_to_savings"}, {"true", "false"}, {"365", "360"}};
  return values;
}

// The edition with one parameter changed, in its value and in its citation.
void check_every_figure(const ProgramEdition& edition) {
  const auto check = [&](std::span<const Parameter> parameters, auto rebuild) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      INFO(edition.program << " " << parameters[i].id);
      std::vector<Parameter> changed(parameters.begin(), parameters.end());
      const auto other = other_values().find(changed[i].value);
      changed[i].value = other == other_values().end() ? "0.125" : other->second;
      CHECK(rebuild(changed) != everything(program_editions()));
      changed[i] = parameters[i];
      changed[i].citation = "changed";
      CHECK(rebuild(changed) != everything(program_editions()));
    }
  };
  const auto with = [&](const ProgramEdition& variant) {
    std::vector<ProgramEdition> all;
    for (const ProgramEdition& each : program_editions()) {
      all.push_back(each.program == edition.program ? variant : each);
    }
    return everything(all);
  };
  check(edition.parameters, [&](const std::vector<Parameter>& changed) {
    ProgramEdition variant = edition;
    variant.parameters = changed;
    return with(variant);
  });
  for (std::size_t t = 0; t < edition.tracks.size(); ++t) {
    check(edition.tracks[t].parameters, [&](const std::vector<Parameter>& changed) {
      std::vector<ProgramTrack> tracks(edition.tracks.begin(), edition.tracks.end());
      tracks[t].parameters = changed;
      ProgramEdition variant = edition;
      variant.tracks = tracks;
      return with(variant);
    });
  }
}

TEST_CASE("every figure of HealthPartners and OneCare Vermont is used") {
  REQUIRE(find_edition("healthpartners", 2024) != nullptr);
  REQUIRE(find_edition("onecare_pip", 2021) != nullptr);
  check_every_figure(*find_edition("healthpartners", 2024));
  check_every_figure(*find_edition("onecare_pip", 2021));
}

TEST_CASE("HealthPartners withholds by provider type in the program's order") {
  const auto resolved = resolve_partners_in_progress(partners());
  REQUIRE(resolved.ok());
  const auto& types = resolved.value().terms.provider_types.value;
  REQUIRE(types.size() == 2);
  CHECK(types[0].id == "primary_care");
  CHECK(types[0].title == "primary care");
  CHECK(types[1].id == "pharmacy");
  CHECK(types[1].withhold_rate == Rate::percent(2));
  CHECK(resolved.value().terms.compounding.source.status == Status::Convention);
  CHECK(resolved.value().reference.title == "HealthPartners, 2024, Partners in Progress");
}

TEST_CASE("HealthPartners sets 2 percent aside and shares half of the savings") {
  const auto resolved = resolve_prefunded_bonus(2024, {});
  REQUIRE(resolved.ok());
  const PrefundedBonusTerms& terms = resolved.value().terms;
  CHECK(terms.prefund_rate.value == Rate::percent(2));
  CHECK(terms.share_of_savings.value == Rate::percent(50));
  CHECK(terms.quality_required.value);
  CHECK(terms.limit_to_prefund.value);
  CHECK(terms.limit_to_prefund.source.status == Status::Convention);
  CHECK(terms.year_days.value == 365);
}

TEST_CASE(
    "OneCare Vermont's pool is a tenth, held when nobody earns it unless the contract differs") {
  const auto resolved = resolve_onecare_pool({.performance_year = 2021});
  REQUIRE(resolved.ok());
  CHECK(resolved.value().terms.pool_rate.value == Rate::percent(10));
  CHECK(resolved.value().terms.pool_rate.source.status == Status::SourceDocument);
  CHECK(resolved.value().terms.measures.value.size() == 2);
  CHECK(resolved.value().terms.unclaimed.value == UnclaimedPool::Hold);
  const auto other = resolve_onecare_pool(
      {.performance_year = 2021,
       .unclaimed = Term<UnclaimedPool>{.value = UnclaimedPool::ReturnToSavings}});
  CHECK(other.value().terms.unclaimed.value == UnclaimedPool::ReturnToSavings);
}

TEST_CASE("a year without an edition is refused, and so is an unknown provider type") {
  CHECK(resolve_onecare_pool({.performance_year = 2020}).issues().front().code ==
        IssueCode::NoEdition);
  CHECK(resolve_prefunded_bonus(2023, {}).issues().front().path == "/performance_year");
  PartnersInProgressElections odd = partners();
  odd.withhold_rates.push_back({"dentists", Rate::percent(1)});
  CHECK(resolve_partners_in_progress(odd).issues().front().code == IssueCode::UnknownChoice);
  odd.withhold_rates.clear();
  CHECK(resolve_partners_in_progress(odd).issues().front().code == IssueCode::Missing);
}

}  // namespace
}  // namespace gainshare
