// SPDX-License-Identifier: Apache-2.0
// The worked examples of section 8 that are neither episodes nor pay for performance: capitation,
// care management, grants. From the file that GAINSHARE_EXAMPLES names; each shape is told by the
// inputs it has.
#include <cmath>
#include <initializer_list>
#include <string>

#include "rules/capitation.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/examples.h"

namespace gainshare {
namespace {

using testing::example_dollars;
using testing::example_rate;
using testing::ExampleJson;
using testing::PaymentShape;
using testing::stated;
using testing::WorkedExample;

// The first of the names that the inputs have.
const ExampleJson* find(const ExampleJson& in, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (in.contains(name) && !in[name].is_null()) return &in[name];
  }
  return nullptr;
}

void check_amount(const WorkedExample& example, std::initializer_list<const char*> names,
                  Money computed) {
  const ExampleJson* const expected = find(example.expected, names);
  REQUIRE(expected != nullptr);
  INFO(example.id << ": computed " << computed.in_cents() << " cents, expected " << *expected);
  CHECK(std::abs(static_cast<double>(computed.in_cents()) / 100 - expected->get<double>()) < 0.005);
}

std::optional<std::int64_t> whole(const ExampleJson* number) {
  if (number == nullptr) return std::nullopt;
  return static_cast<std::int64_t>(std::llround(number->get<double>()));
}

void run_capitation(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  CapitationTerms terms;
  CapitationInput input;
  input.facts.member_months = whole(find(in, {"member_months"}));
  input.facts.members = whole(find(in, {"members"}));
  input.facts.months = whole(find(in, {"months"}));
  if (input.facts.members && !input.facts.months) input.facts.months = 12;
  const ExampleJson* const share = find(in, {"pct", "percent", "premium_share", "share"});
  if (share != nullptr) {
    terms.base =
        stated(std::variant<CapitationRate, PremiumShare>{PremiumShare{example_rate(*share)}});
    const ExampleJson* const monthly = find(in, {"premium_pmpm"});
    const ExampleJson* const premium = find(in, {"premium"});
    REQUIRE((monthly != nullptr || premium != nullptr));
    if (monthly != nullptr) {
      input.facts.premium_per_member_month = example_dollars(*monthly);
    } else if (member_months_of(input)) {
      input.facts.premium_per_member_month = example_dollars(*premium);
    } else {
      input.facts.premium = example_dollars(*premium);
    }
  } else {
    const ExampleJson* const rate = find(in, {"base_pmpm", "pmpm", "rate"});
    REQUIRE(rate != nullptr);
    terms.base =
        stated(std::variant<CapitationRate, PremiumShare>{CapitationRate{example_dollars(*rate)}});
  }
  if (const ExampleJson* const trend = find(in, {"trend"})) {
    terms.trend_factor = stated(example_rate(*trend));
  }
  if (const ExampleJson* const risk = find(in, {"raf", "risk_score", "risk"})) {
    terms.risk_adjusted = stated(true);
    input.facts.risk_score = example_rate(*risk);
  }
  REQUIRE(check_capitation_input(terms, input).empty());
  const auto settled = settle_capitation(terms, input, Rounding{});
  REQUIRE(settled.ok());
  check_amount(example, {"capitation", "payment"}, settled.value().payment);
}

TEST_CASE("The worked examples of section 8 come out as stated", "[examples]") {
  const auto examples = testing::worked_examples(GAINSHARE_DEFAULT_EXAMPLES);
  if (!examples) SKIP_TEST("no worked examples: set GAINSHARE_EXAMPLES to their JSON file");
  int run = 0;
  for (const WorkedExample& example : *examples) {
    if (example.section != "8") continue;
    INFO(example.id);
    const PaymentShape shape = testing::shape_of(example);
    CHECK(shape != PaymentShape::Unknown);
    if (shape == PaymentShape::Capitation) {
      run_capitation(example);
      ++run;
    }
  }
  CHECK(run > 0);
}

}  // namespace
}  // namespace gainshare
