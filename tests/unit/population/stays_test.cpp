// SPDX-License-Identifier: Apache-2.0
#include "population/stays.h"

#include <string>

#include "population/period_tally.h"
#include "support/claims_text.h"

namespace gainshare {
namespace {

using testing::read_file;

// Visits in a nursing facility on 5 and 20 March, in the facility's claim of all of March.
const std::string kClaims =
    "claim_id,claim_line_number,claim_type,person_id,claim_start_date,claim_end_date,paid_date,"
    "hcpcs_code,rendering_npi,paid_amount,allowed_amount,bill_type_code\n"
    "V1,1,professional,M1,2024-03-05,2024-03-05,2024-04-01,99308,N1,80,100,\n"
    "V2,1,professional,M1,2024-03-20,2024-03-20,2024-04-01,99308,N1,80,100,\n"
    "S1,1,institutional,M1,2024-03-01,2024-03-31,2024-04-01,,N9,9000,9000,211\n";
// The same claim and line again, corrected: the stay ended on the tenth.
const std::string kCorrection =
    "S1,1,institutional,M1,2024-03-01,2024-03-10,2024-06-01,,N9,3000,3000,211\n";

std::int64_t visits_of(const std::string& claims) {
  Intake intake;
  read_file(intake, FileKind::Claims, claims);
  read_file(intake, FileKind::Roster, "npi,tin,specialty,participant\nN1,T1,11,yes\n");
  const ClaimsPopulation population = resolve(intake);
  PopulationTerms terms{.title = "Stays", .year = {day_of(2024, 1, 1), day_of(2024, 12, 31)}};
  terms.attribution.services.edition = 2024;
  const auto tally = tally_period(intake, population, terms, terms.year);
  REQUIRE(tally.ok());
  std::int64_t visits = 0;
  for (const ServiceTally& service : tally.value().services) visits += service.visits;
  return visits;
}

TEST_CASE("Visits during a stay in a nursing facility are no primary care") {
  CHECK(visits_of(kClaims) == 0);
}

TEST_CASE("A stay that a later claim corrected is as long as the correction says") {
  CHECK(visits_of(kClaims + kCorrection) == 1);
}

}  // namespace
}  // namespace gainshare
