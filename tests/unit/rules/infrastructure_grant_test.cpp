// SPDX-License-Identifier: Apache-2.0
#include "rules/infrastructure_grant.h"

#include "support/catch.h"

namespace gainshare {
namespace {

InfrastructureGrantTerms terms() {
  InfrastructureGrantTerms terms;
  terms.milestones.value = {
      {.id = "registry", .title = "Patient registry", .amount = Money::dollars(200'000)},
      {.id = "exchange", .title = "Data exchange", .amount = Money::cents(15'000'001)},
      {.id = "staff", .title = "Care managers", .amount = Money::dollars(50'000)}};
  return terms;
}

std::vector<MilestoneResult> results(bool registry, bool exchange, bool staff) {
  return {{.id = "staff", .met = staff},
          {.id = "registry", .met = registry},
          {.id = "exchange", .met = exchange}};
}

TEST_CASE("Milestones that are met release their amounts, and the rest stays unpaid") {
  const auto out = settle_infrastructure_grant(terms(), results(true, true, false));
  CHECK(out.met == std::vector<bool>{true, true, false});
  CHECK(out.total == Money::cents(40'000'001));
  CHECK(out.payment == Money::cents(35'000'001));
  CHECK(out.unearned == Money::dollars(50'000));
  CHECK(settle_infrastructure_grant(terms(), results(false, false, false)).payment == Money{});
  CHECK(settle_infrastructure_grant(terms(), results(true, true, true)).unearned == Money{});
}

TEST_CASE("Every milestone that nothing is said of is asked for") {
  const Issues issues = check_milestones(terms(), {{.id = "exchange", .met = true}});
  REQUIRE(issues.size() == 2);
  CHECK(issues[0].path == "/milestones");
  CHECK(issues[0].message.find("registry") != std::string::npos);
  CHECK(issues[1].message.find("staff") != std::string::npos);
  CHECK(check_milestones(terms(), results(true, false, false)).empty());
}

}  // namespace
}  // namespace gainshare
