// SPDX-License-Identifier: Apache-2.0
#include "cli/population_command.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "cli/claims_input.h"
#include "cli/commands.h"
#include "cli/streams.h"
#include "core/enum_name.h"
#include "json/contract_reader.h"
#include "json/document.h"
#include "json/engine.h"
#include "json/input_writer.h"
#include "json/population_session.h"
#include "json/writer.h"
#include "population/experience_of.h"

namespace gainshare::cli {
namespace {

using Session = json::PopulationSession;

void print_all(const Issues& issues, const std::string& file) {
  for (const Issue& issue : issues) print_issue(issue, file, {});
}

// Nothing, with its issues on standard error, where the terms are not understood.
std::unique_ptr<Session> open_session(const PopulationOptions& options) {
  const auto terms = read_input(options.terms, json::Limits{}.bytes);
  if (!terms) return nullptr;
  auto session = Session::open(*terms);
  if (!session) {
    print_all(session.issues(), options.terms);
    return nullptr;
  }
  return read_risk_files(*session.value(), options) ? std::move(session).value() : nullptr;
}

// For a partial the terms do not matter: any will do.
std::unique_ptr<Session> open_without_terms() {
  return std::move(Session::open(R"({"title": "Partial", "year": {"begin": "2000-01-01",
                 "end": "2000-12-31"}, "attribution": {"methods":
                 [{"method": "plurality_of_visits"}]}})"))
      .value();
}

bool merge_all(Session& session, const std::vector<std::string>& paths) {
  bool good = true;
  for (const std::string& path : paths) {
    const auto bytes = read_whole_file(path);
    if (!bytes) {
      good = false;
      continue;
    }
    const Issues issues = session.merge(*bytes);
    print_all(issues, path);
    good = good && issues.empty();
  }
  return good;
}

int print_table(Session& session, std::string_view name, const std::string& terms) {
  const auto result = session.result();
  if (!result) {
    print_all(result.issues(), terms);
    return kBadInput;
  }
  const auto table = from_name(kPopulationTableNames, name);
  print(table_of(result.value(), table.value_or(PopulationTable::Candidates)));
  return kDone;
}

// The contract's benchmark says which facts of base years it takes, whatever the terms say; one
// without a benchmark takes none, and spending by itself is of no use to it.
Experience experience_for(const Contract& contract, const PopulationResult& result) {
  PopulationTerms terms = result.terms;
  const bool by_type =
      contract.benchmark && std::holds_alternative<PerCapitaBenchmarkTerms>(*contract.benchmark);
  terms.benchmark_facts = by_type ? BenchmarkFacts::PerCapita : BenchmarkFacts::Total;
  Experience experience = experience_of({.intake = result.intake,
                                         .population = result.population,
                                         .terms = terms,
                                         .years = result.years,
                                         .risk_tables = result.risk_tables});
  if (!contract.benchmark) experience.spending.reset();
  return experience;
}

int settle_contract(Session& session, const PopulationOptions& options) {
  const auto contract = read_input(options.contract, json::Limits{}.bytes);
  const auto result = session.result();
  if (!result) print_all(result.issues(), options.terms);
  if (!contract || !result) return kBadInput;
  Issues issues;
  const std::optional<Contract> read =
      json::read_contract(*contract, json::Place{"/contract"}, issues);
  print_all(issues, options.contract);
  if (!read || !issues.empty()) return kBadInput;
  json::Writer writer;
  json::write_experience(experience_for(*read, result.value()), writer);
  const auto settled = json::settle_texts(*contract, writer.take());
  if (!settled) {
    print_all(settled.issues(), options.contract);
    return kBadInput;
  }
  print(json::settled_answer(settled.value(),
                             options.trace ? json::WithTrace::Yes : json::WithTrace::No) +
        "\n");
  return kDone;
}

int answer(Session& session, const PopulationOptions& options) {
  if (!options.table.empty()) return print_table(session, options.table, options.terms);
  if (!options.contract.empty()) return settle_contract(session, options);
  const auto result = session.result();
  if (!result) {
    print_all(result.issues(), options.terms);
    return kBadInput;
  }
  print(json::population_answer(session) + "\n");
  return kDone;
}

}  // namespace

int population_run(const PopulationOptions& options) {
  const auto session = open_session(options);
  if (session == nullptr || !read_claims_files(*session, options)) return kBadInput;
  return answer(*session, options);
}

int population_map(const PopulationOptions& options) {
  const auto session = open_without_terms();
  if (!read_claims_files(*session, options)) return kBadInput;
  return write_whole_file(options.output, session->partial()) ? kDone : kBadInput;
}

int population_merge(const PopulationOptions& options) {
  const auto session = open_without_terms();
  if (!merge_all(*session, options.partials)) return kBadInput;
  return write_whole_file(options.output, session->partial()) ? kDone : kBadInput;
}

int population_finish(const PopulationOptions& options) {
  const auto session = open_session(options);
  if (session == nullptr || !merge_all(*session, options.partials)) return kBadInput;
  return answer(*session, options);
}

int population_explain(const PopulationOptions& options) {
  const auto session = open_session(options);
  if (session == nullptr) return kBadInput;
  const bool read = options.partials.empty() ? read_claims_files(*session, options)
                                             : merge_all(*session, options.partials);
  if (!read) return kBadInput;
  const auto result = session->result();
  if (!result || !session->member(options.member)) {
    print_error("No row has the person id " + options.member + ".\n");
    return kBadInput;
  }
  print(json::member_answer(*session, options.member) + "\n");
  return kDone;
}

}  // namespace gainshare::cli
