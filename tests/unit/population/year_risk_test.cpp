// SPDX-License-Identifier: Apache-2.0
// From files to risk scores, by the invented tables of tests/support/risk.
#include "population/year_risk.h"

#include <string>

#include "population/experience_of.h"
#include "population/tables.h"
#include "support/claims_text.h"
#include "support/risk_tables.h"

namespace gainshare {
namespace {

Ratio ratio(std::int64_t n, std::int64_t d) { return Ratio{Rational{n, d}}; }

using testing::read_file;

const std::string kClaims =
    "claim_id,claim_type,person_id,claim_start_date,hcpcs_code,rendering_npi,bill_type_code,"
    "paid_amount,allowed_amount,diagnosis_code_1,diagnosis_code_2\n"
    "A1,professional,M1,2023-03-01,99213,N1,,80,100,E11.9,\n"
    "A2,institutional,M1,2023-05-01,,N1,111,900,900,I5030,R69\n"
    "A3,professional,M1,2024-05-01,99213,N1,,80,100,N184,\n"
    "B1,professional,M2,2023-05-01,99213,N1,,80,100,E119,\n"
    "B2,professional,M2,2024-05-01,99213,N1,,80,100,,\n"
    "C1,professional,M3,2024-05-01,99213,N1,,80,100,E119,\n"
    "D1,professional,M4,2023-05-01,80053,N2,,80,100,E119,\n"
    "D2,professional,M4,2023-06-01,99213,N2,,80,100,I5030,\n"
    "D3,professional,M4,2023-06-01,99213,N2,,-80,-100,I5030,\n"
    "D4,professional,M4,2024-05-01,99213,N2,,80,100,,\n"
    "E1,professional,M5,2024-05-01,99213,N1,,80,100,,\n";
const std::string kEligibility =
    "person_id,birth_date,gender,enrollment_start_date,enrollment_end_date,dual_status_code,"
    "original_reason_entitlement_code,risk_score\n"
    "M1,1957-06-01,female,2023-01-01,2023-12-31,00,0,1.1\n"
    "M1,1957-06-01,female,2024-01-01,2024-12-31,00,0,1.2\n"
    "M2,1957-06-01,female,2023-01-01,2024-12-31,02,0,x\n"
    "M3,1959-01-15,female,2024-01-01,2024-12-31,00,0,0.8\n"
    "M4,1957-06-01,male,2023-01-01,2024-06-30,00,0,0.5\n"
    "M5,,female,2023-01-01,2024-12-31,00,0,\n";
const std::string kRoster = "npi,tin,participant\nN1,T1,yes\nN2,T2,no\n";
const std::string kEligibleCodes = "cpt_hcpcs_code\n99213\n";

PopulationTerms terms_of(RiskMethod method) {
  PopulationTerms terms{.title = "Risk", .year = {day_of(2024, 1, 1), day_of(2024, 12, 31)}};
  terms.attribution.methods = {{.services_of = {ServiceClass::PrimaryCarePhysician}}};
  terms.risk = RiskTerms{.method = method};
  terms.risk->models[0].name = "V28";
  return terms;
}

struct Scored {
  Intake intake;
  ClaimsPopulation population;
  PopulationTerms terms;
  RiskTables tables;
  std::vector<PeriodResult> years;
  PopulationResult result() const { return {intake, population, terms, years, tables}; }
  const YearRisk& risk() const { return *years.back().risk; }
  std::optional<Ratio> score(const std::string& id) const {
    for (MemberIndex i = 0; i < population.members.size(); ++i) {
      if (population.members[i].id == id) {
        return member_score(risk(), years.back().tally, i);
      }
    }
    return std::nullopt;
  }
};

RiskTables tables_of(const RiskTerms& terms) {
  const testing::RiskFiles text;
  std::vector<RiskFile> files = text.files();
  files.push_back({RiskTableKind::EligibleCodes, "eligible.csv", kEligibleCodes});
  auto tables = read_risk_tables(terms, files);
  REQUIRE(tables.ok());
  return std::move(tables).value();
}

Scored score(const PopulationTerms& terms, const std::string& eligibility = kEligibility) {
  Scored out{.terms = terms, .tables = tables_of(*terms.risk)};
  read_file(out.intake, FileKind::Claims, kClaims);
  read_file(out.intake, FileKind::Eligibility, eligibility);
  read_file(out.intake, FileKind::Roster, kRoster);
  out.population = resolve(out.intake);
  std::vector<DaySpan> periods = terms.base_years;
  periods.push_back(terms.year);
  for (const DaySpan period : periods) {
    auto tally = tally_period(out.intake, out.population, terms, period);
    REQUIRE(tally.ok());
    auto outcome = settle_period(out.population, tally.value(), terms);
    REQUIRE(outcome.ok());
    const MemberDiagnoses diagnoses = diagnoses_of_year(out.intake, out.population, out.tables,
                                                        diagnosis_year(*terms.risk, period));
    auto risk = score_year({out.intake, out.population, out.terms, out.tables}, diagnoses,
                           tally.value(), outcome.value());
    REQUIRE(risk.ok());
    out.years.push_back(
        {std::move(tally).value(), std::move(outcome).value(), std::move(risk).value()});
  }
  return out;
}

TEST_CASE("Diagnoses of the year before make the score, of lines that count and stand") {
  const Scored scored = score(terms_of(RiskMethod::Hcc));
  // 0.3 at 66, diabetes 0.15, heart failure 0.36, both 0.11; what 2024 says is of the next year.
  CHECK(*scored.score("M1") == ratio(92, 100));
  CHECK(*scored.score("M2") == ratio(60, 100));  // full dual: its segment pays for no category
  CHECK(*scored.score("M3") == ratio(52, 100));  // new enrollee of 65
  // A line whose code is not eligible, and one that was taken back, leave the age alone.
  CHECK(*scored.score("M4") == ratio(31, 100));
  CHECK_FALSE(scored.score("M5"));  // no birth date
  CHECK(scored.risk().new_enrollees == 1);
}

TEST_CASE("The contract's mean is by months, with members without a score apart") {
  const Scored scored = score(terms_of(RiskMethod::Hcc));
  const GroupRisk& contract = scored.risk().contract;
  CHECK(contract.scored == 3);
  CHECK(contract.unscored == 1);
  const TypeRisk& aged = contract.by_type[std::size_t(EnrollmentType::AgedNonDual)];
  CHECK(aged.member_months == 24);
  CHECK(*aged.mean == ratio(72, 100));
  CHECK(*contract.mean == ratio(68, 100));
  // M4 has 6 months: (12 × 2.04 + 6 × 0.31) ÷ 42.
  CHECK(*scored.risk().all.mean == ratio(2634, 4200));
}

TEST_CASE("Renormalised, the whole population's mean is 1 and the contract's follows") {
  PopulationTerms terms = terms_of(RiskMethod::Hcc);
  terms.risk->renormalise = true;
  const Scored scored = score(terms);
  CHECK(*scored.risk().all.mean == Ratio::whole(1));
  CHECK(*scored.risk().contract.mean == ratio(476, 439));
}

TEST_CASE("Concurrent scores take the year's own diagnoses, and nobody is new") {
  PopulationTerms terms = terms_of(RiskMethod::Hcc);
  terms.risk->timing = RiskTiming::Concurrent;
  terms.risk->new_enrollees = false;
  terms.year = {day_of(2023, 1, 1), day_of(2023, 12, 31)};
  terms.risk->age_at = Date{2024, 2, 1};
  CHECK(*score(terms).score("M1") == ratio(92, 100));
}

TEST_CASE("Partial duals have a segment of their own, and the once disabled their part") {
  std::string changed = kEligibility;
  changed.replace(changed.find("2024-12-31,02,0,x"), 17, "2024-12-31,01,0,x");
  changed.replace(changed.find("2024-01-01,2024-12-31,00,0,1.2"), 30,
                  "2024-01-01,2024-12-31,00,1,1.2");
  const Scored scored = score(terms_of(RiskMethod::Hcc), changed);
  CHECK(*scored.score("M2") == ratio(70, 100));
  CHECK(*scored.score("M1") == ratio(117, 100));  // and 0.25
}

TEST_CASE("Given scores are those that the year's rows state") {
  PopulationTerms terms = terms_of(RiskMethod::Given);
  terms.base_years = {{day_of(2023, 1, 1), day_of(2023, 12, 31)}};
  terms.risk->caps.up = Rate::percent(3);
  const Scored scored = score(terms);
  CHECK(*scored.score("M1") == ratio(12, 10));
  CHECK_FALSE(scored.score("M2"));
  CHECK(scored.risk().unreadable == 1);
  CHECK(*scored.risk().contract.mean == Ratio::whole(1));  // of M1 and M3
  const YearRisk& base = *scored.years[0].risk;
  CHECK(*base.contract.mean == ratio(11, 10));  // of M1
  CHECK(contract_risk_ratio(scored.risk(), base, *terms.risk)->capped == ratio(10, 11));
  CHECK(contract_risk_ratio(base, scored.risk(), *terms.risk)->capped == ratio(103, 100));
}

TEST_CASE("The members' table has each score, and the experience the contract's mean") {
  const Scored scored = score(terms_of(RiskMethod::Hcc));
  const std::string table = table_of(scored.result(), PopulationTable::Members);
  CHECK(table.find("decided_by,risk_score,reconciled\n") != std::string::npos);
  CHECK(table.find("\nM1,12,8000,T1,plurality_of_allowed_charges,0,amount,0.92,\n") !=
        std::string::npos);
  CHECK(table.find("T1,plurality_of_allowed_charges,0,amount,,\n") != std::string::npos);  // M5
  CHECK(experience_of(scored.result()).capitation->risk_score == Rate::decimal(68, 2));
}

TEST_CASE("Rows in any order, in any number of files, state the same score") {
  std::string turned = kEligibility.substr(0, kEligibility.find('\n') + 1);
  for (std::size_t end = kEligibility.size() - 1; turned.size() < kEligibility.size();) {
    const std::size_t begin = kEligibility.rfind('\n', end - 1) + 1;
    turned += kEligibility.substr(begin, end + 1 - begin);
    end = begin - 1;
  }
  for (const RiskMethod method : {RiskMethod::Given, RiskMethod::Hcc}) {
    const std::string expected =
        table_of(score(terms_of(method)).result(), PopulationTable::Members);
    CHECK(table_of(score(terms_of(method), turned).result(), PopulationTable::Members) == expected);
  }
}

}  // namespace
}  // namespace gainshare
