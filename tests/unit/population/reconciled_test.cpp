// SPDX-License-Identifier: Apache-2.0
// Prospective assignment from files, reconciled at the end of the year.
#include <string>

#include "population/experience_of.h"
#include "population/tables.h"
#include "support/claims_text.h"

namespace gainshare {
namespace {

// Everybody saw T1 in 2023, and U alone nobody. In 2024 everybody costs 100.00.
std::string claims() {
  std::string text =
      "claim_id,claim_type,person_id,claim_start_date,hcpcs_code,rendering_npi,paid_amount,"
      "allowed_amount\n";
  for (const std::string id : {"DEAD", "DIES", "ENDS", "GONE", "KEPT", "MOVED"}) {
    text += id + "1,professional," + id + ",2023-06-01,99213,N1,1,1\n";
  }
  for (const std::string id : {"DIES", "ENDS", "KEPT", "MOVED", "U"}) {
    text += id + "2,professional," + id + ",2024-02-01,70450,N9,100,100\n";
  }
  return text;
}

const std::string kEligibility =
    "person_id,death_date,enrollment_start_date,enrollment_end_date,county\n"
    "DEAD,2023-12-15,2023-01-01,2024-12-31,A\n"
    "DIES,2024-04-10,2023-01-01,2024-04-10,A\n"
    "ENDS,,2023-01-01,2024-05-31,A\n"
    "GONE,,2023-01-01,2023-12-31,A\n"
    "KEPT,,2023-01-01,2024-12-31,A\n"
    "MOVED,,2023-01-01,2024-12-31,B\n"
    "U,,2023-01-01,2024-12-31,A\n";

struct Settled {
  Intake intake;
  ClaimsPopulation population;
  PopulationTerms terms;
  RiskTables no_tables;
  std::vector<PeriodResult> years;
  PopulationResult result() const { return {intake, population, terms, years, no_tables}; }
  const PeriodOutcome& outcome() const { return years[0].outcome; }
};

Settled settle(const std::optional<ReconciliationTerms>& reconciliation) {
  Settled out{
      .terms = {.title = "Prospective", .year = {day_of(2024, 1, 1), day_of(2024, 12, 31)}}};
  out.terms.attribution.timing = AssignmentTiming::Prospective;
  out.terms.attribution.methods = {{.method = AssignmentMethod::PluralityOfVisits}};
  out.terms.attribution.reconciliation = reconciliation;
  testing::read_file(out.intake, FileKind::Claims, claims());
  testing::read_file(out.intake, FileKind::Eligibility, kEligibility);
  testing::read_file(out.intake, FileKind::Roster, "npi,tin,participant\nN1,T1,yes\n");
  out.population = resolve(out.intake);
  auto tally = tally_period(out.intake, out.population, out.terms, out.terms.year);
  REQUIRE(tally.ok());
  auto outcome = settle_period(out.population, tally.value(), out.terms);
  REQUIRE(outcome.ok());
  out.years.push_back({std::move(tally).value(), std::move(outcome).value()});
  return out;
}

TEST_CASE("At the year's end everybody who was assigned is kept, or leaves for a reason") {
  const Settled settled = settle(ReconciliationTerms{.counties = {"A"}});
  CHECK(table_of(settled.result(), PopulationTable::Reconciled) ==
        "person_id,candidate,reconciled,member_months\n"
        "DEAD,T1,died_before,12\n"
        "DIES,T1,kept,4\n"
        "ENDS,T1,lost_coverage,5\n"
        "GONE,T1,lost_coverage,0\n"
        "KEPT,T1,kept,12\n"
        "MOVED,T1,moved_away,12\n");
  CHECK(count_of(settled.outcome(), Reconciled::Kept) == 2);
  CHECK(count_of(settled.outcome(), Reconciled::LostCoverage) == 2);
}

TEST_CASE("Whom reconciliation takes away is nobody's, and the experience is without them") {
  const Settled settled = settle(ReconciliationTerms{.counties = {"A"}});
  CHECK(settled.outcome().contract.members == 2);
  CHECK(settled.outcome().contract.member_months == 16);
  CHECK(settled.outcome().unassigned.members == 4);  // DEAD, whose coverage runs on, too
  const Experience experience = experience_of(settled.result());
  CHECK(experience.population.assigned_beneficiaries == 2);
  CHECK(experience.spending->expenditure == Money::dollars(200));
  CHECK(table_of(settled.result(), PopulationTable::Members)
            .find("\nENDS,5,10000,,,0,nothing,,lost_coverage\n") != std::string::npos);
}

TEST_CASE("Coverage of any month keeps a member; without reconciliation so does being assigned") {
  const Settled any = settle(ReconciliationTerms{.coverage = CoverageKept::AnyMonth});
  CHECK(any.outcome().contract.member_months == 4 + 5 + 12 + 12);
  const Settled none = settle(std::nullopt);
  CHECK(none.outcome().reconciled.empty());
  CHECK(none.outcome().contract.member_months == 12 + 4 + 5 + 12 + 12);
}

}  // namespace
}  // namespace gainshare
