// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "population/experience_of.h"
#include "population/member_cost.h"
#include "population/tables.h"
#include "support/claims_text.h"

namespace gainshare {
namespace {

using testing::read_file;

const std::string kClaims =
    "claim_id,claim_line_number,claim_type,person_id,claim_line_start_date,paid_date,hcpcs_code,"
    "rendering_npi,paid_amount,allowed_amount,bill_type_code\n"
    "C1,1,professional,M1,2024-02-01,2024-03-01,99213,N1,80,100,\n"
    "C2,1,professional,M1,2024-05-01,2024-06-01,99213,N2,80,100,\n"
    "C3,1,institutional,M1,2024-07-01,2024-08-01,,N9,30000,40000,111\n"
    "C4,1,professional,M2,2024-02-01,2024-03-01,99214,N1,50,60,\n"
    "C5,1,professional,M2,2023-02-01,2023-03-01,99214,N2,70,90,\n"
    "C6,1,professional,M3,2024-02-01,2025-12-01,E0100,N1,10,20,\n"
    "C7,1,professional,M4,2024-02-01,2024-03-01,99213,N2,10,20,\n";
const std::string kEligibility =
    "person_id,birth_date,enrollment_start_date,enrollment_end_date,dual_status_code,"
    "original_reason_entitlement_code\n"
    "M1,1940-01-01,2023-01-01,2024-12-31,00,0\n"
    "M2,1959-07-20,2024-01-01,2024-12-31,02,1\n"
    "M3,1940-01-01,2024-01-01,2024-03-15,00,0\n";
const std::string kRoster = "npi,tin,specialty,group,participant\nN1,T1,8,G,yes\nN2,T2,11,,no\n";

PopulationTerms terms() {
  PopulationTerms terms{.title = "Test",
                        .year = {day_of(2024, 1, 1), day_of(2024, 12, 31)},
                        .base_years = {{day_of(2023, 1, 1), day_of(2023, 12, 31)}}};
  terms.attribution.services.codes = std::vector<CodeRange>{{"99201", "99215"}};
  terms.attribution.services.primary_care_specialties = std::vector<std::string>{"08", "11"};
  terms.attribution.methods = {{.tie_breaks = {TieBreak::MostRecent, TieBreak::LowestId}}};
  terms.cost = {.run_out_months = 3,
                .completion_factor = Rate::decimal(101, 2),
                .truncation = Truncation{.annual_amount = Money::dollars(20'000)}};
  return terms;
}

struct Settled {
  Intake intake;
  ClaimsPopulation population;
  PopulationTerms terms;
  std::vector<PeriodResult> years;
  RiskTables no_tables;
  PopulationResult result() const { return {intake, population, terms, years, no_tables}; }
};

Settled settle(const PopulationTerms& terms, const std::string& roster = kRoster) {
  Settled settled{.terms = terms};
  read_file(settled.intake, FileKind::Claims, kClaims);
  read_file(settled.intake, FileKind::Eligibility, kEligibility);
  read_file(settled.intake, FileKind::Roster, roster);
  settled.population = resolve(settled.intake);
  for (const DaySpan period : {terms.base_years[0], terms.year}) {
    auto tally = tally_period(settled.intake, settled.population, terms, period);
    REQUIRE(tally.ok());
    auto outcome = settle_period(settled.population, tally.value(), terms);
    REQUIRE(outcome.ok());
    settled.years.push_back({std::move(tally).value(), std::move(outcome).value()});
  }
  return settled;
}

TEST_CASE("Claims become assigned members, their months and truncated cost") {
  const Settled settled = settle(terms());
  // M1 ties on charges; T2 saw it last. M2 belongs to T1. M3 has no primary care. M4 is not
  // covered.
  CHECK(table_of(settled.result(), PopulationTable::Candidates) ==
        "candidate,members,member_months,cost_cents,pmpm_cents\n"
        "T1,1,12,5000,417\n"
        "T2,1,12,2000000,166667\n"
        ",1,3,0,0\n");
  const PeriodOutcome& year = settled.years[1].outcome;
  CHECK(year.all.truncated_cents == 1'016'000);
  CHECK(year.contract.members == 1);  // of the participant T1
  CHECK(settled.years[1].tally.notes.after_run_out_lines == 1);
  CHECK(settled.years[1].tally.notes.outside_coverage_lines == 1);
}

TEST_CASE("A disabled member turns aged with the month of the 65th birthday") {
  const Settled settled = settle(terms());
  CHECK(table_of(settled.result(), PopulationTable::Months) ==
        "begin,end,enrollment_type,member_months,cost_cents,pmpm_cents\n"
        "2024-01-01,2024-12-31,disabled,6,5000,833\n"
        "2024-01-01,2024-12-31,aged_dual,6,0,0\n");
}

TEST_CASE("The experience has the contract's members, completed cost and participants") {
  const Experience experience = experience_of(settle(terms()).result());
  CHECK(experience.population.assigned_beneficiaries == 1);
  CHECK(experience.population.member_months == 12);
  CHECK(experience.spending->expenditure == Money::cents(5050));
  REQUIRE(experience.participants.size() == 1);
  CHECK(experience.participants[0].id == "tin_t1");
}

TEST_CASE("Spending per person-year is by type, and a base year without members is left out") {
  PopulationTerms by_type = terms();
  by_type.benchmark_facts = BenchmarkFacts::PerCapita;
  const Experience experience = experience_of(settle(by_type).result());
  CHECK(experience.spending->base_years.empty());
  const auto& types = experience.spending->per_capita->types;
  REQUIRE(types.size() == 2);  // M2 turns 65 in July 2024 and had no coverage in 2023
  CHECK(types[0].id == "disabled");
  CHECK(types[0].base_years.empty());
  CHECK(types[0].performance_year.person_years == Rate::decimal(5, 1));
  CHECK(types[1].id == "aged_dual");
}

TEST_CASE("Participants have ids that contracts can name, each its own") {
  PopulationTerms by_group = terms();
  by_group.attribution.unit = CandidateUnit::Group;
  const Settled settled = settle(by_group,
                                 "npi,tin,specialty,group,participant\n"
                                 "N1,T1,8,North Clinic,yes\nN2,T2,11,north-clinic,yes\n");
  const Experience experience = experience_of(settled.result());
  REQUIRE(experience.participants.size() == 2);
  CHECK(experience.participants[0].id == "group_north_clinic");
  CHECK(experience.participants[1].id == "group_north_clinic_2");
}

TEST_CASE("Categories follow the claim's type, the bill type and the code") {
  const std::string table = table_of(settle(terms()).result(), PopulationTable::Categories);
  CHECK(table.find("inpatient,0,0,3000000,") != std::string::npos);
  CHECK(table.find("professional,5000,417,21000,") != std::string::npos);
}

TEST_CASE("A cap of some months is its part of the annual amount, half a cent up") {
  CHECK(cap_of_months({.numerator = 1'000'000}, 12) == 1'000'000);
  CHECK(cap_of_months({.numerator = 1'000'000}, 7) == 583'333);
  CHECK(cap_of_months({.numerator = 6}, 1) == 1);
  CHECK(cap_of_months({.numerator = 5}, 1) == 0);
}

TEST_CASE("A percentile is that of nearest rank over annualised cost") {
  PopulationTerms by_percentile = terms();
  by_percentile.cost.truncation = Truncation{.percentile = Rate::percent(50)};
  const Settled settled = settle(by_percentile);
  // Aged, not dual: M1 with $30,160 in 12 months and M3 with nothing in 3: the lower is the median.
  const auto& cap = settled.years[1].outcome.caps[std::size_t(EnrollmentType::AgedNonDual)];
  REQUIRE(cap.has_value());
  CHECK(cap->numerator == 0);
}

TEST_CASE("A table's text cannot be a spreadsheet's formula") {
  Intake intake;
  read_file(intake, FileKind::Claims,
            "claim_id,person_id,claim_start_date,paid_amount\nC,=1+1,2024-01-01,1\n");
  read_file(intake, FileKind::Eligibility,
            "person_id,enrollment_start_date,enrollment_end_date\n=1+1,2024-01-01,\n");
  const ClaimsPopulation population = resolve(intake);
  const PopulationTerms of_test = terms();
  auto tally = tally_period(intake, population, of_test, of_test.year);
  auto outcome = settle_period(population, tally.value(), of_test);
  std::vector<PeriodResult> years;
  years.push_back({std::move(tally).value(), std::move(outcome).value()});
  const std::string table =
      table_of({intake, population, of_test, years, RiskTables{}}, PopulationTable::Members);
  CHECK(table.find("\n'=1+1,12,100,") != std::string::npos);
}

}  // namespace
}  // namespace gainshare
