// SPDX-License-Identifier: Apache-2.0
#include "settlement/settlement.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "contract/advances.h"
#include "settlement/advances.h"
#include "settlement/distribution_run.h"
#include "settlement/owed.h"
#include "settlement/stream_run.h"

namespace gainshare {
namespace {

// Two streams may lack the same fact; it is asked for once.
void append(Issues& issues, const Issues& more) {
  for (const Issue& issue : more) {
    const bool known = std::any_of(issues.begin(), issues.end(), [&issue](const Issue& other) {
      return other.path == issue.path && other.message == issue.message;
    });
    if (!known) issues.push_back(issue);
  }
}

void add_to_totals(const Flows& flows, Settlement& settlement) {
  for (const Flow& flow : flows) {
    if (flow.to == kProvider) settlement.payment = settlement.payment + flow.amount;
    if (is_owed(flow)) settlement.loss_owed = settlement.loss_owed + flow.amount;
  }
  settlement.net_payment = settlement.net_payment + net_of(flows, kProvider);
}

Issue not_what_it_is_made_of(std::string path, std::string message) {
  return {.path = std::move(path),
          .code = IssueCode::NotApplicable,
          .message = std::move(message),
          .params = {}};
}

// Figures that a benchmark could be made of, and this contract's is not.
Issues check_benchmark_is_made_of(const Contract& contract, const Spending& spending) {
  const bool of_years = contract.benchmark && contract.benchmark->index() == 0;
  const bool per_capita = contract.benchmark && !of_years;
  Issues issues;
  if (!spending.base_years.empty() && !of_years) {
    issues.push_back(not_what_it_is_made_of(
        "/spending/base_years",
        "The contract makes its benchmark of no base years. Leave them out and give the "
        "benchmark, or state the contract's \"benchmark\"."));
  }
  if (spending.per_capita && !per_capita) {
    issues.push_back(not_what_it_is_made_of(
        "/spending/per_capita",
        "The contract makes its benchmark without spending per person-year. Leave it out and give "
        "the benchmark, or state the contract's \"benchmark\"."));
  }
  return issues;
}

template <class Outcome>
Result<std::optional<MadeBenchmark>> made_of(Result<Outcome> made) {
  if (!made) return std::move(made).issues();
  const Money benchmark = made.value().benchmark;
  return std::optional{MadeBenchmark{std::move(made).value(), benchmark}};
}

// Where the contract makes the benchmark. Without any spending the streams say what they lack.
Result<std::optional<MadeBenchmark>> benchmark_of(const Contract& contract,
                                                  const Experience& experience) {
  if (!experience.spending) return std::optional<MadeBenchmark>{};
  const Spending& spending = *experience.spending;
  Issues issues = check_benchmark_is_made_of(contract, spending);
  if (!issues.empty()) return issues;
  if (!contract.benchmark) return std::optional<MadeBenchmark>{};
  if (const auto* const years = std::get_if<BenchmarkTerms>(&*contract.benchmark)) {
    return made_of(benchmark_of_base_years(*years, experience));
  }
  if (spending.benchmark) {
    return Issue{.path = "/spending/benchmark_cents",
                 .code = IssueCode::Conflict,
                 .message =
                     "The contract makes the benchmark of spending per person-year, and a "
                     "benchmark is given too. Leave it out and give that spending.",
                 .params = {}};
  }
  if (!spending.per_capita) {
    return Issue{.path = "/spending/per_capita",
                 .code = IssueCode::Missing,
                 .message =
                     "The contract makes the benchmark of spending per person-year, but it is "
                     "not given. Enter it by type of enrolment.",
                 .params = {}};
  }
  const auto& terms = std::get<PerCapitaBenchmarkTerms>(*contract.benchmark);
  return made_of(benchmark_per_capita(terms, *spending.per_capita));
}

// An advance of earlier years that nothing could pay back would be left out without a word.
void check_balance_is_recouped(const Contract& contract, Issues& issues) {
  for (std::size_t i = 0; i < contract.streams.size(); ++i) {
    if (recoups_advances(contract, i)) return;
  }
  issues.push_back({.path = "/spending/advance_payment_balance_cents",
                    .code = IssueCode::NotApplicable,
                    .message = "These terms recoup no advance payment. Leave it out.",
                    .params = {}});
}

Issue too_much_in_all() {
  return {.path = "",
          .code = IssueCode::ArithmeticOverflow,
          .message =
              "The payments of all streams together are beyond what can be held exactly. Enter "
              "smaller amounts.",
          .params = {}};
}

}  // namespace

void add_flow(Flows& flows, Flow flow) {
  if (flow.amount > Money{}) flows.push_back(std::move(flow));
}

Flows all_flows(const Settlement& settlement) {
  Flows flows;
  for (const StreamOutcome& stream : settlement.streams) {
    flows.insert(flows.end(), stream.flows.begin(), stream.flows.end());
  }
  const Flows& down = settlement.distribution_flows;
  flows.insert(flows.end(), down.begin(), down.end());
  return flows;
}

Result<Settlement> settle(const Contract& contract, const Experience& experience) {
  Settlement settlement;
  if (experience.year_to_date) {
    Result<ProjectionOutcome> projected = project_year_end(*experience.year_to_date);
    if (!projected) return std::move(projected).issues();
    settlement.projection = std::move(projected).value();
  }
  auto benchmark = benchmark_of(contract, experience);
  if (!benchmark) return std::move(benchmark).issues();
  settlement.benchmark = std::move(benchmark).value();
  Issues issues;
  if (experience.advance_payment_balance) {
    check_balance_is_recouped(contract, issues);
    settlement.advances.push_back({.stream = {}, .paid = *experience.advance_payment_balance});
  }
  settlement.streams.reserve(contract.streams.size());
  for (std::size_t i = 0; i < contract.streams.size(); ++i) {
    const Stream& stream = contract.streams[i];
    const StreamContext context{
        contract,           experience, settlement.projection, settlement.benchmark,
        settlement.streams, stream};
    Result<StreamOutcome> out =
        std::visit([&context](const auto& terms) { return run(terms, context); }, stream.terms);
    if (!out) {
      append(issues, out.issues());
      // Later streams still run, so that what they lack is said too.
      settlement.streams.push_back({.stream_id = stream.id});
      continue;
    }
    settlement.streams.push_back(std::move(out).value());
    offset_advances(contract, i, settlement.streams.back(), settlement);
    add_to_totals(settlement.streams.back().flows, settlement);
  }
  // Each stream holds its own amounts within what every reader of JSON keeps exactly.
  if (settlement.payment > Money::cents(kLargestCents)) issues.push_back(too_much_in_all());
  if (issues.empty() && contract.distribution) {
    append(issues, run_distribution(*contract.distribution, experience, settlement));
  }
  if (!issues.empty()) return issues;
  return settlement;
}

}  // namespace gainshare
